// The graph that is looked at, and how: what is hidden, pinned, left out. It changes through steps that can be undone.
import Graph from 'graphology'
import {History, type Step} from './history'
import {EDGE_KINDS, type EdgeKind, type EdgeRow, type NodeRow, type Piece} from './types'

/** No picture has more: it would be neither drawn well nor read. */
export const MOST_NODES = 3000

export interface Place {
  x: number
  y: number
}
export type Node = NodeRow & Place
export type Months = [number, number]

export class Model extends EventTarget {
  readonly graph = new Graph<Node, EdgeRow>({multi: true, type: 'undirected', allowSelfLoops: false})
  readonly hidden = new Set<string>()
  readonly pinned = new Set<string>()
  readonly off = new Set<EdgeKind>()
  readonly history = new History(() => this.dispatchEvent(new Event('history')))
  window: Months | null = null

  node(id: string): Node | undefined {
    return this.graph.hasNode(id) ? this.graph.getNodeAttributes(id) : undefined
  }

  has(id: string) {
    return this.graph.hasNode(id) && !this.hidden.has(id)
  }

  /** Adds what is new of it, near the record it came from; says how many records had no room. */
  add(piece: Piece, near?: string): number {
    const room = Math.max(0, MOST_NODES - this.graph.order)
    const fresh = piece.nodes.filter(node => !this.graph.hasNode(node.id))
    const taken = fresh.slice(0, room)
    const known = piece.nodes.filter(node => this.graph.hasNode(node.id))
    const back = known.map(node => node.id).filter(id => this.hidden.has(id))
    const at = this.node(near ?? '') ?? known.map(node => this.node(node.id)!)[0]
    const placed = taken.map((node, n) => ({...node, ...beside(at, n + (at ? 4 : 0))}))
    const names = new Set(placed.map(node => node.id))
    const edges = piece.edges.filter(edge => !this.graph.hasEdge(edge.id) && this.joins(edge, names))
    for (const node of known) this.graph.mergeNodeAttributes(node.id, node)
    if (placed.length || edges.length || back.length) this.do(this.adding(placed, edges, back))
    return fresh.length - taken.length
  }

  /** Adds edges among what is there: no step of its own, as it belongs to the last one. */
  fill(edges: EdgeRow[]) {
    const fresh = edges.filter(edge => !this.graph.hasEdge(edge.id) && this.joins(edge, new Set()))
    if (!fresh.length) return
    for (const edge of fresh) this.graph.addUndirectedEdgeWithKey(edge.id, edge.from, edge.to, edge)
    this.dispatchEvent(new Event('before'))
    this.dispatchEvent(new Event('change'))
  }

  private joins(edge: EdgeRow, names: Set<string>) {
    const is = (id: string) => names.has(id) || this.graph.hasNode(id)
    return edge.from !== edge.to && is(edge.from) && is(edge.to)
  }

  private adding(nodes: Node[], edges: EdgeRow[], back: string[]): Step {
    let all = edges // with those that came later, when it is undone
    return {
      redo: () => {
        for (const node of nodes) this.graph.addNode(node.id, node)
        for (const edge of all) this.graph.mergeUndirectedEdgeWithKey(edge.id, edge.from, edge.to, edge)
        for (const id of back) this.hidden.delete(id)
      },
      undo: () => {
        const names = new Set(nodes.map(node => node.id)), own = new Set(edges.map(edge => edge.id))
        all = this.graph.filterEdges((id, edge) => own.has(id) || names.has(edge.from) || names.has(edge.to))
          .map(id => ({...this.graph.getEdgeAttributes(id)}))
        for (const edge of all) this.graph.dropEdge(edge.id)
        for (const node of nodes) {
          this.graph.dropNode(node.id)
          this.pinned.delete(node.id)
          this.hidden.delete(node.id)
        }
        for (const id of back) this.hidden.add(id)
      },
    }
  }

  hide(ids: string[]) {
    this.toggle(this.hidden, ids.filter(id => this.has(id)), true)
  }

  show(ids: string[]) {
    this.toggle(this.hidden, ids.filter(id => this.hidden.has(id)), false)
  }

  pin(ids: string[], on: boolean) {
    this.toggle(this.pinned, ids.filter(id => this.pinned.has(id) !== on), on)
  }

  filter(kind: EdgeKind, on: boolean) {
    if (this.off.has(kind) !== on) return
    this.toggle(this.off, [kind], !on)
  }

  private toggle<T>(set: Set<T>, which: T[], on: boolean) {
    if (!which.length) return
    const put = (there: boolean) => which.forEach(one => (there ? set.add(one) : set.delete(one)))
    this.do({redo: () => put(on), undo: () => put(!on)})
  }

  /** A record that was dragged stays where it was put: it is pinned by that. */
  move(id: string, from: Place, to: Place) {
    const was = this.pinned.has(id)
    const put = (place: Place) => this.graph.mergeNodeAttributes(id, {x: place.x, y: place.y})
    this.do({
      redo: () => { put(to); this.pinned.add(id) },
      undo: () => { put(from); if (!was) this.pinned.delete(id) },
    })
  }

  /** Shows only what held in these months; `silent` while a thumb is still dragged. */
  look(window: Months | null, silent = false) {
    if (silent) {
      this.window = window
      this.dispatchEvent(new Event('window'))
      return
    }
    const before = this.committed
    if (String(before) === String(window)) return
    const put = (value: Months | null) => { this.window = this.committed = value; this.dispatchEvent(new Event('window')) }
    this.history.do({redo: () => put(window), undo: () => put(before)})
  }
  private committed: Months | null = null

  clear() {
    const nodes = this.graph.mapNodes((_, node) => ({...node}))
    const edges = this.graph.mapEdges((_, edge) => ({...edge}))
    const sets = [new Set(this.hidden), new Set(this.pinned)]
    const adding = this.adding(nodes, edges, [])
    this.do({
      redo: adding.undo,
      undo: () => {
        adding.redo()
        sets[0].forEach(id => this.hidden.add(id))
        sets[1].forEach(id => this.pinned.add(id))
      },
    })
  }

  private do(step: Step) {
    const told = (act: () => void) => () => {
      this.dispatchEvent(new Event('before')) // the places as they are now come in first
      act()
      this.dispatchEvent(new Event('change'))
    }
    this.history.do({redo: told(step.redo), undo: told(step.undo)})
  }

  get kinds(): EdgeKind[] {
    return EDGE_KINDS.filter(kind => !this.off.has(kind))
  }
}

/** The nth place on a spiral around a point: new records come up around the one they belong to. */
function beside(at: Place | undefined, n: number): Place {
  const far = 14 * Math.sqrt(n + 0.5)
  const turn = n * Math.PI * (3 - Math.sqrt(5))
  return {x: (at?.x ?? 0) + far * Math.cos(turn), y: (at?.y ?? 0) + far * Math.sin(turn)}
}
