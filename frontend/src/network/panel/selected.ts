// The record that is selected: what it is, what more there is to see from it, what it is joined to and since when.
import {expand} from '../commands'
import type {Count} from '../api'
import type {NetworkExplorer} from '../explorer'
import {EDGE_KINDS, type EdgeKind, type NodeRow} from '../model/types'
import {about, selecting} from './marks'

const MOST = 40 // lines of what it is joined to; the table has them all
const PAUSE_MS = 150 // walking along records asks for none of them

export function selected(page: NetworkExplorer) {
  const box = page.querySelector<HTMLElement>('[data-selected]')!
  const spot = (name: string) => box.querySelector<HTMLElement>(`[data-fill=${name}]`)!
  const counts = new Map<string, Count[]>()
  const heading = spot('name').textContent!
  let waiting = 0
  selecting(page, spot('joined'))
  spot('expand').addEventListener('click', event => {
    const kind = (event.target as Element).closest<HTMLElement>('[data-kind]')?.dataset.kind
    if (kind && page.selected) void expand(page, page.selected, kind)
  })

  const show = () => {
    const node = page.selected ? page.model.node(page.selected) : undefined
    box.querySelector<HTMLElement>('[data-none]')!.hidden = Boolean(node)
    box.querySelector<HTMLElement>('[data-some]')!.hidden = !node
    spot('name').textContent = node?.name ?? heading
    page.querySelector<HTMLElement>('.net-panel')!.classList.toggle('some', Boolean(node))
    if (!node) return
    spot('what').textContent = page.words.what(node)
    spot('marks').replaceChildren(...marksOf(page, node))
    ;(spot('href') as HTMLAnchorElement).href = page.addressOf(node.id)
    box.querySelector('[data-do=pin]')!.ariaPressed = String(page.model.pinned.has(node.id))
    spot('expand').replaceChildren(...buttons(page, node, counts.get(node.id)))
    spot('joined').replaceChildren(...joined(page, node.id))
  }
  const ask = () => {
    clearTimeout(waiting)
    const id = page.selected
    if (!id || page.alone || counts.has(id) || !page.model.node(id)?.degrees) return
    waiting = window.setTimeout(async () => {
      const found = await page.api.around(id).catch(() => null)
      if (!found) return
      counts.set(id, found.counts)
      if (page.selected === id) show()
    }, PAUSE_MS)
  }
  page.addEventListener('net:select', () => { show(); ask() })
  page.addEventListener('net:seen', show)
}

function marksOf(page: NetworkExplorer, node: NodeRow) {
  const said = [node.do_not_contact && 'unwanted', node.left && 'left'].filter(key => key !== false && key != null) as string[]
  return said.map(key => page.words.part('mark', {mark: page.words.say(key)}))
}

// One button for each kind of edge there is: how many are shown, of how many.
function buttons(page: NetworkExplorer, node: NodeRow, counts?: Count[]) {
  const shown = new Map<EdgeKind, number>()
  page.model.graph.forEachEdge(node.id, (_, edge) => shown.set(edge.kind, (shown.get(edge.kind) ?? 0) + 1))
  return EDGE_KINDS.filter(kind => kind in (node.degrees ?? {})).map(kind => {
    const lines = counts?.filter(one => one.kind === kind)
    const known = lines?.length ? lines.reduce((sum, one) => sum + (one.count ?? 0), 0) : (node.degrees![kind] ?? null)
    const here = shown.get(kind) ?? 0
    if (known === 0 && !here) return null
    const count = known === null ? '' : page.words.say('shown', {n: here, total: Math.max(known, here)})
    const item = page.words.part('expand', {kind: page.words.say(`many-${kind}`), count})
    const button = item.querySelector('button')!
    button.dataset.kind = kind
    button.disabled = known !== null && here >= known
    return item
  }).filter(item => item !== null)
}

function joined(page: NetworkExplorer, id: string) {
  const at = page.scene.index.get(id)
  if (at === undefined) return []
  const {edges} = page.scene.around(at)
  const lines = edges.filter(e => e < page.scene.edgeIds.length).map(e => page.model.graph.getEdgeAttributes(page.scene.edgeIds[e]))
  const items = lines.slice(0, MOST).map(edge => {
    const other = page.model.node(edge.from === id ? edge.to : edge.from)!
    return about(page.words.part('joined', {name: other.name, how: page.words.how(edge)}), other)
  })
  if (lines.length > MOST) items.push(page.words.part('more', {more: page.words.say('more', {n: lines.length - MOST})}))
  return items
}
