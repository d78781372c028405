// The picture as files: PNG and SVG drawn as on the page, records and edges as CSV.
import {CanvasPen} from '../draw/canvas-pen'
import {compose} from '../draw/compose'
import {SvgPen} from '../draw/svg-pen'
import type {NetworkExplorer} from '../explorer'
import {EDGE_KINDS} from '../model/types'

const SHARP = 2 // pixels of a PNG for one of the page

export async function fileOf(page: NetworkExplorer, kind: string): Promise<Blob | null> {
  if (kind === 'png') return png(page)
  if (kind === 'svg') return new Blob([svg(page)], {type: 'image/svg+xml'})
  if (kind === 'csv-records') return csv(records(page))
  return kind === 'csv-edges' ? csv(edges(page)) : null
}

export const named = (page: NetworkExplorer, kind: string) => {
  const [form, what] = kind.split('-')
  return `network${what ? `-${what}` : ''}-${page.dataset.asOf || page.dataset.today}.${form}`
}

function png(page: NetworkExplorer): Promise<Blob | null> {
  const {view} = page.painter, picture = {...page.picture(), hovered: -1, edge: -1}
  const canvas = document.createElement('canvas')
  canvas.width = view.width * SHARP
  canvas.height = view.height * SHARP
  const context = canvas.getContext('2d')!
  context.fillStyle = picture.look.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(SHARP, SHARP)
  compose(new CanvasPen(context), picture, view)
  return new Promise(done => canvas.toBlob(done, 'image/png'))
}

function svg(page: NetworkExplorer): string {
  const {view, pen: screen} = page.painter, picture = {...page.picture(), hovered: -1, edge: -1}
  const pen = new SvgPen((words, how) => screen.widthOf(words, how))
  compose(pen, picture, view)
  return pen.document(view.width, view.height, picture.look.ground)
}

type Row = (string | number | boolean | null | undefined)[]

function records(page: NetworkExplorer): Row[] {
  const {scene, model} = page
  const rows = [...scene.ids.slice(0, scene.real).filter((_, n) => scene.nodeOn[n]), ...scene.folds.flatMap(fold => fold.leaves)]
  return [
    ['id', 'type', 'name', 'kind', 'title', 'do_not_contact', ...EDGE_KINDS],
    ...rows.map(id => {
      const node = model.node(id)!
      return [node.id, node.type, node.name, node.kind, node.title, node.do_not_contact, ...EDGE_KINDS.map(kind => node.degrees?.[kind])]
    }),
  ]
}

function edges(page: NetworkExplorer): Row[] {
  const {scene, model} = page
  const columns = ['id', 'kind', 'from', 'to', 'label', 'inferred', 'certain', 'start_min', 'start_max', 'end_min', 'end_max', 'first_at', 'last_at', 'count', 'strength'] as const
  const rows = scene.edgeIds.filter((_, e) => scene.edgeOn[e]).map(id => model.graph.getEdgeAttributes(id))
  return [['from_name', 'to_name', ...columns], ...rows.map(edge => [model.node(edge.from)!.name, model.node(edge.to)!.name, ...columns.map(name => edge[name])])]
}

// What a spreadsheet would take for a formula is quoted as text.
function cell(value: Row[number]): string {
  const text = value == null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csv = (rows: Row[]) => new Blob(['\ufeff', rows.map(row => row.map(cell).join(',')).join('\r\n'), '\r\n'], {type: 'text/csv'})
