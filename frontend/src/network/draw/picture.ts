// What is to be drawn besides the scene: who is looked at, and from where.
import type {Clusters} from '../model/clusters'
import type {Look} from './look'
import type {Scene} from './scene'

/** The part that stands out while the rest is faded: a way, or a record with its neighbours. */
export interface Focus {
  nodes: Uint8Array
  edges: Uint8Array
  way: boolean
}

export interface Picture {
  scene: Scene
  look: Look
  clusters: Clusters | null
  focus: Focus | null
  selected: number
  hovered: number
  /** Start and end of the way that is asked for. */
  ends: number[]
  unwanted: number[]
  /** The month from which a job that has ended is a former one. */
  until: number
  name(n: number): string
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

export function focusOn(scene: Scene, nodes: number[], edges: number[], way: boolean): Focus {
  const focus = {nodes: new Uint8Array(scene.count), edges: new Uint8Array(scene.a.length), way}
  for (const n of nodes) focus.nodes[n] = 1
  for (const e of edges) focus.edges[e] = 1
  return focus
}
