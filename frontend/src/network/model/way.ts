// Ways between two records, as the server found them; the edges of a way are all those between its neighbours.
import type {Model} from './model'

export interface Way {
  ids: string[]
  edges: string[]
}

export function wayOf(model: Model, ids: string[], kinds: string[]): Way {
  const edges: string[] = []
  for (let n = 0; n + 1 < ids.length; n++) {
    if (!model.graph.hasNode(ids[n]) || !model.graph.hasNode(ids[n + 1])) continue
    model.graph.forEachEdge(ids[n], ids[n + 1], (id, edge) => {
      if (kinds.includes(edge.kind)) edges.push(id)
    })
  }
  return {ids, edges}
}

/** The edges of a way between its nth record and the next. */
export const between = (model: Model, way: Way, n: number) =>
  way.edges.map(id => model.graph.getEdgeAttributes(id)).filter(edge => {
    const ends = [edge.from, edge.to]
    return ends.includes(way.ids[n]) && ends.includes(way.ids[n + 1])
  })
