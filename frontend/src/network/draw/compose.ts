// Turns the picture into batches for a pen: first lines, then records, then their names.
import {EDGE_KINDS, GROUPS} from '../model/types'
import {labels} from './labels'
import type {Pen, Stroke} from './pen'
import {growth, WAY, type Picture, type View} from './picture'
import {FOLD} from './scene'

const WAY_GROWTH = 1.7 // records on a highlighted way
const SQUARE = [GROUPS.indexOf('account'), GROUPS.indexOf('school')]
const USER = GROUPS.indexOf('user')
const OWNER = EDGE_KINDS.indexOf('owner')

export function compose(pen: Pen, picture: Picture, view: View) {
  const bright = lines(pen, picture, view)
  records(pen, picture, view, bright)
  marks(pen, picture, view)
  labels(pen, picture, view)
}

/** How large a record is drawn, in pixels. */
export function radius(picture: Picture, view: View, n: number) {
  return picture.scene.r[n] * growth(view.k) * (picture.focus?.nodes[n] === WAY ? WAY_GROWTH : 1)
}

// Draws the lines that do not stand out, and gives back how to draw those that do: above what is faded.
function lines(pen: Pen, {scene, look, focus, until, hovered, edge}: Picture, view: View): () => void {
  const faded: number[] = [], bright: number[][] = [[], [], [], []] // beside a record, on a way; dotted ones
  const plain = Array.from({length: EDGE_KINDS.length * 4}, () => [] as number[])
  for (let e = 0; e < scene.a.length; e++) {
    if (!scene.edgeOn[e]) continue
    const a = scene.a[e], b = scene.b[e]
    const ax = scene.x[a] * view.k + view.x, ay = scene.y[a] * view.k + view.y
    const bx = scene.x[b] * view.k + view.x, by = scene.y[b] * view.k + view.y
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > view.width && bx > view.width) || (ay > view.height && by > view.height)) continue
    const stands = (focus ? focus.edges[e] : a === hovered || b === hovered ? 1 : 0) || (e === edge ? 1 : 0)
    const batch = stands ? bright[stands - 1 + (scene.inferred[e] ? 2 : 0)]
      : focus ? faded
        : plain[scene.kind[e] * 4 + scene.inferred[e] * 2 + (scene.over[e] <= until ? 1 : 0)]
    batch.push(ax, ay, bx, by)
  }
  const wide = Math.max(0.7, Math.min(1, view.k)) // more than a pixel is slow to draw
  pen.lines(faded, {colour: look.dimLine, width: wide})
  plain.forEach((batch, n) => pen.lines(batch, strokeOf(look.kinds[n >> 2], look.former, n, wide)))
  return () => bright.forEach((batch, n) => {
    const width = n % 2 ? 4 : 1.8
    pen.lines(batch, {colour: look.accent, width, dash: n > 1 ? [width, width * 1.8] : undefined})
  })
}

function strokeOf(colour: string, former: string, n: number, wide: number): Stroke {
  const gone = n & 1, dash = n & 2 ? [2, 3] : n >> 2 === OWNER ? [7, 4] : undefined
  return {colour: gone ? former : colour, width: gone ? wide * 0.6 : wide, dash}
}

function records(pen: Pen, picture: Picture, view: View, bright: () => void) {
  const {scene, look, focus, clusters} = picture
  const colours = clusters ? look.clusters.length : GROUPS.length
  const circles = Array.from({length: colours}, () => [] as number[]), squares = Array.from({length: colours}, () => [] as number[])
  const dimCircles: number[] = [], dimSquares: number[] = [], halos: number[] = []
  for (let n = 0; n < scene.real; n++) {
    if (!scene.nodeOn[n]) continue
    const r = radius(picture, view, n), x = scene.x[n] * view.k + view.x, y = scene.y[n] * view.k + view.y
    if (x < -r || y < -r || x > view.width + r || y > view.height + r) continue
    const group = scene.group[n], square = SQUARE.includes(group), dim = focus && !focus.nodes[n]
    if (group === USER && !dim) halos.push(x, y, r + 2.6)
    const batch = dim ? (square ? dimSquares : dimCircles) : (square ? squares : circles)[clusters ? clusters.of[n] : group]
    batch.push(x, y, r)
  }
  pen.circles(dimCircles, look.dim)
  pen.squares(dimSquares, look.dim)
  bright()
  pen.circles(halos, look.ground, {colour: look.accent, width: 1.4})
  const fills = clusters ? look.clusters : look.groups
  fills.forEach((fill, n) => pen.circles(circles[n], fill))
  fills.forEach((fill, n) => pen.squares(squares[n], fill))
}

// Rings and dots on top: what is selected, pinned, asked not to be contacted, start and end of a way, what is folded.
function marks(pen: Pen, picture: Picture, view: View) {
  const {scene, look} = picture
  const at = (n: number, more: number) =>
    n >= 0 && scene.nodeOn[n] ? [scene.x[n] * view.k + view.x, scene.y[n] * view.k + view.y, radius(picture, view, n) + more] : []
  const ring = (list: number[], more: number, stroke: Stroke) => {
    pen.circles(list.filter(n => !SQUARE.includes(scene.group[n])).flatMap(n => at(n, more)), null, stroke)
    pen.squares(list.filter(n => SQUARE.includes(scene.group[n])).flatMap(n => at(n, more)), null, stroke)
  }
  ring(picture.unwanted.filter(n => !picture.focus || picture.focus.nodes[n]), 1.5, {colour: look.bad, width: 1.6})
  ring(picture.ends, 4.5, {colour: look.accent, width: 1.6, dash: [4, 3]})
  ring([picture.hovered].filter(n => n >= 0 && n < scene.real), 3, {colour: look.text, width: 1.2})
  ring([picture.selected].filter(n => n >= 0 && n < scene.real), 4, {colour: look.accent, width: 2.4})
  const pins: number[] = []
  for (let n = 0; n < scene.real; n++) if (scene.pinned[n]) pins.push(...at(n, 0).map((value, i) => (i === 2 ? Math.max(1.6, value * 0.34) : value)))
  pen.circles(pins, look.onMark)
  for (let n = scene.real; n < scene.count; n++) if (scene.group[n] === FOLD) pen.circles(at(n, 0), look.ground, {colour: look.quiet, width: 1.2, dash: [3, 2]})
}
