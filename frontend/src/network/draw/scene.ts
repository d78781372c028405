// The model as flat arrays: what the layout moves, what is drawn, and what a pointer can hit.
import {quadtree, type Quadtree} from 'd3-quadtree'
import type {Model, Months} from '../model/model'
import {lasts} from '../model/time'
import {EDGE_KINDS, GROUPS, groupOf} from '../model/types'

/** More leaves of one record than these are folded into one mark. */
export const MOST_LEAVES = 300
export const FOLD = GROUPS.length // the group of such marks

export interface Fold {
  hub: number
  leaves: string[]
}

export class Scene {
  readonly ids: string[] = []
  readonly index = new Map<string, number>()
  readonly folds: Fold[] = []
  readonly real: number // records; the marks of what is folded follow them
  readonly count: number
  x: Float32Array
  y: Float32Array
  readonly r: Float32Array
  readonly group: Uint8Array
  readonly pinned: Uint8Array
  readonly edgeIds: string[] = []
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly kind: Uint8Array
  readonly inferred: Uint8Array
  readonly begins: Float32Array
  readonly ends: Float32Array
  /** When an edge was over: a tie never is, however long ago its last meeting. */
  readonly over: Float32Array
  nodeOn: Uint8Array
  edgeOn: Uint8Array
  /** Records by how much they matter: what is labelled first. */
  readonly order: number[]
  readonly degree: Uint16Array
  /** Those who asked not to be contacted. */
  readonly unwanted: number[] = []
  private tree: Quadtree<number> | null = null

  constructor(private readonly model: Model) {
    const {graph, off, hidden} = model
    const folded = this.fold()
    graph.forEachNode(id => {
      if (hidden.has(id) || folded.has(id)) return
      this.index.set(id, this.ids.length)
      this.ids.push(id)
    })
    this.real = this.ids.length
    for (const fold of this.folds) this.ids.push(`fold:${this.ids[fold.hub]}`)
    this.count = this.ids.length
    const pairs: [number, number][] = []
    graph.forEachEdge((id, edge) => {
      const [a, b] = [this.index.get(edge.from), this.index.get(edge.to)]
      if (a === undefined || b === undefined || off.has(edge.kind)) return
      this.edgeIds.push(id)
      pairs.push([a, b])
    })
    this.folds.forEach((fold, n) => pairs.push([fold.hub, this.real + n]))
    this.a = Uint32Array.from(pairs, pair => pair[0])
    this.b = Uint32Array.from(pairs, pair => pair[1])
    this.x = new Float32Array(this.count)
    this.y = new Float32Array(this.count)
    this.r = new Float32Array(this.count)
    this.group = new Uint8Array(this.count)
    this.pinned = new Uint8Array(this.count)
    this.degree = new Uint16Array(this.count)
    this.nodeOn = new Uint8Array(this.count).fill(1)
    this.edgeOn = new Uint8Array(pairs.length).fill(1)
    this.kind = new Uint8Array(pairs.length)
    this.inferred = new Uint8Array(pairs.length)
    this.begins = new Float32Array(pairs.length).fill(-Infinity)
    this.ends = new Float32Array(pairs.length).fill(Infinity)
    this.over = new Float32Array(pairs.length).fill(Infinity)
    this.fillEdges()
    this.fillNodes()
    this.order = [...this.ids.keys()].slice(0, this.real).sort((one, two) => this.r[two] - this.r[one])
    this.look(model.window)
  }

  // Leaves of a hub beyond the most: those without a pin, the last that came first.
  private fold(): Set<string> {
    const {graph, hidden, pinned} = this.model
    const folded = new Set<string>()
    const hubs: [string, string[]][] = []
    graph.forEachNode(id => {
      if (hidden.has(id) || graph.degree(id) <= MOST_LEAVES) return
      const leaves = graph.neighbors(id).filter(one => !hidden.has(one) && !pinned.has(one) && graph.neighbors(one).length === 1)
      if (leaves.length > MOST_LEAVES) hubs.push([id, leaves.slice(MOST_LEAVES)])
    })
    for (const [, leaves] of hubs) leaves.forEach(leaf => folded.add(leaf))
    let at = 0
    const places = new Map<string, number>()
    graph.forEachNode(id => { if (!hidden.has(id) && !folded.has(id)) places.set(id, at++) })
    for (const [hub, leaves] of hubs) this.folds.push({hub: places.get(hub)!, leaves})
    return folded
  }

  private fillEdges() {
    this.edgeIds.forEach((id, n) => {
      const edge = this.model.graph.getEdgeAttributes(id)
      this.kind[n] = EDGE_KINDS.indexOf(edge.kind)
      this.inferred[n] = edge.inferred ? 1 : 0
      ;[this.begins[n], this.ends[n]] = lasts(edge)
      if (edge.kind !== 'tie') this.over[n] = this.ends[n]
    })
    this.a.forEach((a, n) => { this.degree[a]++; this.degree[this.b[n]]++ })
  }

  private fillNodes() {
    this.ids.slice(0, this.real).forEach((id, n) => {
      const node = this.model.graph.getNodeAttributes(id)
      const known = Object.values(node.degrees ?? {}).reduce<number>((sum, one) => sum + (one ?? 0), 0)
      const weight = Math.sqrt(Math.max(known, this.degree[n]))
      this.x[n] = node.x
      this.y[n] = node.y
      this.group[n] = GROUPS.indexOf(groupOf(node))
      this.r[n] = node.type === 'account' ? Math.min(22, 6 + weight * 0.95) : Math.min(11, 3.6 + weight * 0.55)
      this.pinned[n] = this.model.pinned.has(id) ? 1 : 0
      if (node.do_not_contact) this.unwanted.push(n)
    })
    this.folds.forEach((fold, n) => {
      const at = this.real + n
      this.group[at] = FOLD
      this.r[at] = 13
      this.x[at] = this.x[fold.hub] + this.r[fold.hub] + 30
      this.y[at] = this.y[fold.hub]
    })
  }

  /** Leaves out what did not hold in these months, and records without any edge that did. */
  look(window: Months | null) {
    this.tree = null
    if (!window) {
      this.edgeOn.fill(1)
      this.nodeOn.fill(1)
      return
    }
    this.nodeOn.fill(0)
    for (let e = 0; e < this.edgeOn.length; e++) {
      const on = this.begins[e] < window[1] + 1 && this.ends[e] > window[0]
      this.edgeOn[e] = on ? 1 : 0
      if (on) this.nodeOn[this.a[e]] = this.nodeOn[this.b[e]] = 1
    }
    for (let n = 0; n < this.real; n++) if (!this.degree[n] || this.pinned[n]) this.nodeOn[n] = 1
  }

  place(x: Float32Array, y: Float32Array) {
    this.x = x
    this.y = y
    this.tree = null
  }

  moved() {
    this.tree = null
  }

  /** Gives the places back to the model, which keeps them. */
  keep() {
    for (let n = 0; n < this.real; n++) {
      const node = this.model.node(this.ids[n])
      if (node) [node.x, node.y] = [this.x[n], this.y[n]]
    }
  }

  /** The record or mark at a point of the plane, where `scale` makes their size; `slack` is what a finger may miss by. */
  at(x: number, y: number, scale: number, slack: number): number {
    this.tree ??= quadtree<number>([...this.ids.keys()].filter(n => this.nodeOn[n]), n => this.x[n], n => this.y[n])
    const near = this.tree.find(x, y, 26 * scale + slack)
    if (near === undefined) return -1
    const far = Math.hypot(this.x[near] - x, this.y[near] - y)
    return far <= this.r[near] * scale + slack ? near : -1
  }

  /** The edge nearest to a point of the plane, within `slack`; -1 for none. */
  edgeAt(x: number, y: number, slack: number): number {
    let best = -1, least = slack
    for (let e = 0; e < this.edgeIds.length; e++) {
      if (!this.edgeOn[e]) continue
      const ax = this.x[this.a[e]], ay = this.y[this.a[e]], dx = this.x[this.b[e]] - ax, dy = this.y[this.b[e]] - ay
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
      const far = Math.hypot(x - ax - along * dx, y - ay - along * dy)
      if (far < least) [best, least] = [e, far]
    }
    return best
  }

  /** The edges and neighbours of a record that are seen. */
  around(n: number): {nodes: number[]; edges: number[]} {
    const nodes = new Set<number>(), edges: number[] = []
    for (let e = 0; e < this.a.length; e++) {
      if (!this.edgeOn[e] || (this.a[e] !== n && this.b[e] !== n)) continue
      edges.push(e)
      nodes.add(this.a[e] === n ? this.b[e] : this.a[e])
    }
    return {nodes: [...nodes], edges}
  }
}
