// A field that finds records by a few letters: what is chosen goes to whoever asked.
import type {Match} from '../api'
import type {NetworkExplorer} from '../explorer'

const PAUSE_MS = 150

export function finder(page: NetworkExplorer, box: HTMLElement, chosen: (id: string, name: string) => void, keeps: boolean) {
  const input = box.querySelector('input')!, list = box.querySelector<HTMLElement>('[role=listbox]')!
  let waiting = 0, asked = 0, at = 0
  let found: Match[] = []

  const close = () => {
    list.hidden = true
    input.ariaExpanded = 'false'
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (n: number) => {
    at = n
    ;[...list.querySelectorAll('[role=option]')].forEach((option, i) => (option.ariaSelected = String(i === n)))
    if (found.length) input.setAttribute('aria-activedescendant', `${list.id}-${n}`)
    list.querySelector(`[id="${list.id}-${n}"]`)?.scrollIntoView({block: 'nearest'})
  }
  const choose = (match: Match) => {
    close()
    input.value = keeps ? match.name : ''
    chosen(`${match.type}:${match.uid}`, match.name)
  }
  const show = () => {
    list.replaceChildren(...found.map((match, n) => {
      const item = page.words.part('found', {name: match.name, detail: match.detail ?? page.words.say(match.type)})
      item.id = `${list.id}-${n}`
      item.querySelector('.net-sign')!.classList.add(match.type)
      item.addEventListener('pointerdown', event => { event.preventDefault(); choose(match) })
      return item
    }))
    if (!found.length) list.append(page.words.part('more', {more: page.words.say('none-found')}))
    list.hidden = false
    input.ariaExpanded = 'true'
    mark(0)
  }
  const ask = async () => {
    const q = input.value.trim(), mine = ++asked
    if (!q) return close()
    const answer = await page.api.search(q).catch(() => [])
    if (mine !== asked) return
    found = answer
    show()
  }
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void ask(), PAUSE_MS)
    if (keeps) chosen('', input.value)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    if (step && !list.hidden && found.length) {
      event.preventDefault()
      mark((at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      if (!list.hidden && found[at]) choose(found[at])
      else if (keeps) input.form?.requestSubmit()
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation()
      close()
    }
  })
}
