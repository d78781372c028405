// The picture as it is kept in a saved view. Each record stands there as a list that begins with its uid, so that the
// server finds and forgets those that are erased (docs/views.md).
import type {NetworkExplorer} from '../explorer'
import {monthCode, monthOf} from '../model/time'
import {EDGE_KINDS, type EdgeKind} from '../model/types'
import {stateOf, type State} from './address'

type Named = [uid: string, type: string, x?: number, y?: number]

interface Kept {
  records?: Named[]
  hidden?: Named[]
  off?: string[]
  window?: [string, string]
  clusters?: boolean
  from?: Named
  to?: Named
}

const named = (id: string): Named => [id.slice(id.indexOf(':') + 1), id.slice(0, id.indexOf(':'))]
const idOf = ([uid, type]: Named) => `${type}:${uid}`

function kept(state: State): Kept {
  const pins = new Map(state.pin.map(([id, x, y]) => [id, [x, y]]))
  return {
    records: state.ids.map(id => [...named(id), ...(pins.get(id) ?? [])] as Named),
    hidden: state.hide.length ? state.hide.map(named) : undefined,
    off: state.off.length ? state.off : undefined,
    window: state.window ? [monthCode(state.window[0]), monthCode(state.window[1])] : undefined,
    clusters: state.clusters || undefined,
    from: state.from ? named(state.from) : undefined,
    to: state.to ? named(state.to) : undefined,
  }
}

/** The state of a saved view that the page was asked for; null where it was asked for none. */
export function opened(page: NetworkExplorer): State | null {
  if (!page.dataset.state) return null
  const found = JSON.parse(page.dataset.state) as Kept
  const records = found.records ?? []
  const [begin, end] = (found.window ?? []).map(monthOf)
  return {
    ids: records.map(idOf),
    pin: records.filter(one => one.length > 2).map(one => [idOf(one), one[2] ?? 0, one[3] ?? 0]),
    hide: (found.hidden ?? []).map(idOf),
    off: (found.off ?? []).filter((kind): kind is EdgeKind => EDGE_KINDS.includes(kind as EdgeKind)),
    window: begin != null && end != null ? [begin, end] : null,
    clusters: Boolean(found.clusters),
    from: found.from ? idOf(found.from) : null,
    to: found.to ? idOf(found.to) : null,
  }
}

/** Puts the picture into the form that saves it, before that is sent. */
export function saving(page: NetworkExplorer) {
  const field = page.querySelector<HTMLInputElement>('[data-view-state]')
  field?.form?.addEventListener('submit', () => (field.value = JSON.stringify(kept(stateOf(page)))))
}
