// Groups of records that hang together more than with the rest (Louvain); the same picture gives the same groups.
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import type {Scene} from '../draw/scene'

export const MOST_CLUSTERS = 8 // as many colours as can be told apart; the rest share the quiet one

export interface Cluster {
  /** The record with the most edges in it, which names it. */
  head: number
  size: number
}

export interface Clusters {
  /** Of each record: 0 for the largest, and so on; MOST_CLUSTERS for those of the rest. */
  of: Uint8Array
  list: Cluster[]
}

export function clusters(scene: Scene): Clusters {
  const of = new Uint8Array(scene.count).fill(MOST_CLUSTERS)
  const graph = new Graph({type: 'undirected'})
  for (let i = 0; i < scene.real; i++) if (scene.nodeOn[i]) graph.addNode(i)
  for (let e = 0; e < scene.a.length; e++) {
    if (scene.edgeOn[e] && scene.a[e] < scene.real && scene.b[e] < scene.real) graph.mergeEdge(scene.a[e], scene.b[e])
  }
  if (!graph.size) return {of, list: []}
  const found = louvain(graph, {rng: steady()})
  const members = new Map<number, number[]>()
  for (const [node, community] of Object.entries(found)) {
    const list = members.get(community) ?? []
    list.push(Number(node))
    members.set(community, list)
  }
  const largest = [...members.values()].filter(list => list.length > 2).sort((a, b) => b.length - a.length).slice(0, MOST_CLUSTERS)
  const list = largest.map((nodes, n) => {
    for (const node of nodes) of[node] = n
    return {head: nodes.reduce((a, b) => (graph.degree(b) > graph.degree(a) ? b : a)), size: nodes.length}
  })
  return {of, list}
}

// A generator of its own, always begun at the same point (mulberry32).
function steady() {
  let seed = 20261101
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
