// Ways between two records, as the server found them; the edges of a way are all those between its neighbours.
import type {NetworkExplorer} from '../explorer'
import type {Picture} from '../draw/picture'
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

/** What stands beside the lines of a way: the first of what joins each two of its records. */
export function groundsOf({model, scene, words}: NetworkExplorer, way: Way): Picture['grounds'] {
  return way.ids.slice(1).flatMap((id, n) => {
    const [a, b] = [scene.index.get(way.ids[n]), scene.index.get(id)]
    const edge = between(model, way, n)[0]
    return edge && a !== undefined && b !== undefined ? [{a, b, words: words.how(edge)}] : []
  })
}

/** What stands beside the edge under the pointer. */
export function groundOf({model, scene, words}: NetworkExplorer, e: number): Picture['grounds'][number] {
  return {a: scene.a[e], b: scene.b[e], words: words.how(model.graph.getEdgeAttributes(scene.edgeIds[e]))}
}
