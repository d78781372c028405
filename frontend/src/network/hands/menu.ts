// The menu of a record: by the right button, the menu key or Shift+F10; arrows walk along it, Esc leaves it.
import type {NetworkExplorer} from '../explorer'

export function menu(page: NetworkExplorer, act: (what: string) => void) {
  const box = page.querySelector<HTMLElement>('[data-menu]')!
  box.append(...page.words.pieces('menu'))
  const items = [...box.querySelectorAll<HTMLElement>('[role=menuitem]')]
  for (const item of items) item.tabIndex = -1

  const close = (back: boolean) => {
    if (box.hidden) return
    box.hidden = true
    if (back) page.painter.canvas.focus({preventScroll: true})
  }
  box.addEventListener('click', event => {
    event.stopPropagation()
    const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do
    close(true)
    if (what) act(what)
  })
  box.addEventListener('keydown', event => {
    event.stopPropagation()
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1}[event.key]
    if (to !== undefined) items[(to + items.length) % items.length].focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close(true)
    else return
    event.preventDefault()
  })
  box.addEventListener('focusout', event => {
    if (!box.contains(event.relatedTarget as Node)) close(false)
  })

  return (_: string, x: number, y: number) => {
    box.hidden = false
    const area = page.getBoundingClientRect()
    box.style.left = `${Math.max(4, Math.min(x - area.left, area.width - box.offsetWidth - 8))}px`
    box.style.top = `${Math.max(4, Math.min(y - area.top, area.height - box.offsetHeight - 8))}px`
    items[0].focus({preventScroll: true})
  }
}
