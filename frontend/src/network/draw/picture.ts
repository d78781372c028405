// What is to be drawn besides the scene: who is looked at, and from where.
import type {Clusters} from '../model/clusters'
import type {Look} from './look'
import type {Scene} from './scene'

/** The part that stands out while the rest is faded: 1 for a record with its neighbours, 2 for a way. */
export interface Focus {
  nodes: Uint8Array
  edges: Uint8Array
}

export interface Picture {
  scene: Scene
  look: Look
  clusters: Clusters | null
  focus: Focus | null
  selected: number
  hovered: number
  /** The edge under the pointer. */
  edge: number
  /** Start and end of the way that is asked for. */
  ends: number[]
  unwanted: number[]
  /** The month from which a job that has ended is a former one. */
  until: number
  name(n: number): string
  /** What joins the records of a way: a line each. */
  grounds: {a: number; b: number; words: string}[]
}

export interface View {
  k: number
  x: number
  y: number
  width: number
  height: number
}

/** How much larger records are drawn at a zoom than on the plane: less than the zoom, so that they neither vanish nor swell. */
export const growth = (k: number) => Math.max(0.5, Math.min(1.9, Math.sqrt(k)))

export const WAY = 2

/** Both may be there at once: what belongs to the way is drawn as that. */
export function focusOn(scene: Scene, parts: {nodes: number[]; edges: number[]}[]): Focus {
  const focus = {nodes: new Uint8Array(scene.count), edges: new Uint8Array(scene.a.length)}
  parts.forEach(({nodes, edges}, n) => {
    for (const node of nodes) focus.nodes[node] = Math.max(focus.nodes[node], n + 1)
    for (const edge of edges) focus.edges[edge] = Math.max(focus.edges[edge], n + 1)
  })
  return focus
}
