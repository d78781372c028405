// The picture as words of an address: which records, and how they are looked at. What is saved is the same.
import type {NetworkExplorer} from '../explorer'
import {monthCode, monthOf} from '../model/time'
import {EDGE_KINDS, type EdgeKind} from '../model/types'

const LONGEST = 6000 // of an address; what is longer is saved, not linked

export interface State {
  ids: string[]
  pin: [string, number, number][]
  hide: string[]
  off: EdgeKind[]
  window: [number, number] | null
  clusters: boolean
  from: string | null
  to: string | null
}

export function stateOf(page: NetworkExplorer): State {
  const {model} = page
  const pin = [...model.pinned].filter(id => model.node(id)).map((id): [string, number, number] => {
    const n = page.scene.index.get(id), node = model.node(id)!
    return [id, Math.round(n === undefined ? node.x : page.scene.x[n]), Math.round(n === undefined ? node.y : page.scene.y[n])]
  })
  return {
    ids: model.graph.nodes(), pin, hide: [...model.hidden], off: [...model.off], window: model.window,
    clusters: Boolean(page.clusters), from: page.ends.from, to: page.ends.to,
  }
}

// Ids are words of letters, digits and : ~ . _ -, so a comma parts them.
export function written(state: State): string {
  const parts: [string, string][] = [
    ['ids', state.ids.join(',')],
    ['pin', state.pin.map(([id, x, y]) => `${id}@${x}@${y}`).join(',')],
    ['hide', state.hide.join(',')],
    ['off', state.off.join(',')],
    ['window', state.window ? state.window.map(monthCode).join('..') : ''],
    ['colour', state.clusters ? 'cluster' : ''],
    ['from', state.from ?? ''],
    ['to', state.to ?? ''],
  ]
  return parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURI(value)}`).join('&')
}

export function read(text: string): State {
  const asked = new URLSearchParams(text)
  const list = (name: string) => (asked.get(name) ?? '').split(',').filter(Boolean)
  const [begin, end] = (asked.get('window') ?? '').split('..').map(monthOf)
  return {
    ids: list('ids'),
    pin: list('pin').map(one => one.split('@')).map(([id, x, y]) => [id, Number(x) || 0, Number(y) || 0]),
    hide: list('hide'),
    off: list('off').filter((kind): kind is EdgeKind => EDGE_KINDS.includes(kind as EdgeKind)),
    window: begin != null && end != null ? [begin, end] : null,
    clusters: asked.get('colour') === 'cluster',
    from: asked.get('from'),
    to: asked.get('to'),
  }
}

/** Writes the picture behind the # of the address, which the server never sees; says whether it fits. */
export function remember(page: NetworkExplorer): boolean {
  const state = stateOf(page)
  if (!state.ids.length) {
    history.replaceState(history.state, '', location.pathname + location.search)
    return true
  }
  const text = written(state)
  const fits = text.length <= LONGEST
  history.replaceState(history.state, '', `#${fits ? text : written({...state, ids: pillars(page), hide: []})}`)
  return fits
}

// Where not all fit: those with the most edges.
function pillars(page: NetworkExplorer): string[] {
  const ids: string[] = []
  let length = 0
  for (const n of page.scene.order) {
    length += page.scene.ids[n].length + 1
    if (length > LONGEST / 2) break
    ids.push(page.scene.ids[n])
  }
  return ids
}

/** Looks at the picture as a state says; its records are there already. */
export function apply(page: NetworkExplorer, state: State) {
  const {model} = page
  for (const [id, x, y] of state.pin) {
    const node = model.node(id)
    if (node) [node.x, node.y] = [x, y]
  }
  model.pin(state.pin.map(([id]) => id).filter(id => model.node(id)), true)
  model.hide(state.hide)
  for (const kind of state.off) model.filter(kind, false)
  if (state.window) model.look(state.window)
  page.colour(state.clusters)
  model.history.forget()
}
