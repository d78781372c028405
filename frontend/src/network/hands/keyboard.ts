// The picture by keys alone: arrows walk along edges to the record that lies that way, letters do what the tools do.
import {setEnd} from '../commands'
import type {NetworkExplorer} from '../explorer'

const WAYS: Record<string, [number, number]> = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]}
const DEEDS: Record<string, string> = {h: 'hide', p: 'pin', c: 'clusters', t: 'table', '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', '0': 'fit'}

export function keys(page: NetworkExplorer, act: (what: string) => void, menu: (id: string, x: number, y: number) => void) {
  const {canvas} = page.painter
  document.addEventListener('keydown', event => {
    const typing = (event.target as Element).closest('input:not([type=checkbox]):not([type=range]), textarea, select')
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    act(event.shiftKey ? 'redo' : 'undo')
  })
  let going = 0 // until when a letter after `g` leads to another page, as everywhere (shell/keys.ts)
  canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || Date.now() < going) return
    going = event.key === 'g' ? Date.now() + 1500 : 0
    const at = page.selected === null ? undefined : page.scene.index.get(page.selected)
    if (WAYS[event.key]) walk(page, at, WAYS[event.key])
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      if (at === undefined) return
      const {view} = page.painter, area = canvas.getBoundingClientRect()
      menu(page.selected!, area.left + page.scene.x[at] * view.k + view.x + 8, area.top + page.scene.y[at] * view.k + view.y + 8)
    } else if (event.key === 'Escape') {
      if (page.way) page.show(null)
      else if (page.selected) page.select(null)
      else return
    } else if (event.key === '[' && page.selected) setEnd(page, 'from', page.selected)
    else if (event.key === ']' && page.selected) setEnd(page, 'to', page.selected)
    else if (event.key === 'Enter' && at === undefined) walk(page, at, [0, 0])
    else if (event.key === 'Enter') page.querySelector<HTMLElement>('[data-some] a, [data-some] button')!.focus()
    else if (event.key === 'e' && page.selected) page.querySelector<HTMLElement>('[data-fill=expand] button:enabled')?.focus()
    else if (DEEDS[event.key]) act(DEEDS[event.key])
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  // Back from the panel to the picture, one step.
  page.querySelector('.net-panel')!.addEventListener('keydown', event => {
    const {key, target} = event as KeyboardEvent
    if (key !== 'Escape' || (target as Element).matches('input[type=search]')) return
    event.stopPropagation()
    canvas.focus()
  })
}

// To the neighbour that lies most in that direction; from nowhere, to the most connected record.
function walk(page: NetworkExplorer, at: number | undefined, [dx, dy]: [number, number]) {
  const {scene} = page
  const near = at === undefined ? [] : scene.around(at).nodes.filter(n => n < scene.real)
  const first = scene.order.find(n => scene.nodeOn[n])
  let best = at === undefined ? first : undefined, most = 0.2
  for (const n of near) {
    const [x, y] = [scene.x[n] - scene.x[at!], scene.y[n] - scene.y[at!]]
    const far = Math.hypot(x, y) || 1
    const fit = ((x * dx + y * dy) / far) * (1 - Math.min(0.3, far / 5000))
    if (fit > most) [best, most] = [n, fit]
  }
  if (best === undefined) return
  page.select(scene.ids[best])
  page.eye.reveal(best)
}
