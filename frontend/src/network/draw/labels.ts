// Names where they fit: the most connected first, more of them the closer one looks.
import {GROUPS} from '../model/types'
import {radius} from './compose'
import type {Lettering, Pen} from './pen'
import {growth, WAY, type Picture, type View} from './picture'

const MOST = 110
const CELL_X = 4, CELL_Y = 6 // the grid of what is taken, in pixels
const LEAST_R = 6.4 // records smaller than this have no name until one looks closer
const USER = GROUPS.indexOf('user')
const FEW = 45 // so many have their names anyway

/** Which parts of the picture are taken. */
class Taken {
  private readonly cells = new Set<number>()

  put(x: number, y: number, width: number, height: number, insist: boolean): boolean {
    const cells: number[] = []
    for (let row = Math.floor(y / CELL_Y); row <= (y + height) / CELL_Y; row++) {
      for (let column = Math.floor(x / CELL_X); column <= (x + width) / CELL_X; column++) {
        const cell = row * 4096 + column
        if (!insist && this.cells.has(cell)) return false
        cells.push(cell)
      }
    }
    for (const cell of cells) this.cells.add(cell)
    return true
  }
}

export function labels(pen: Pen, picture: Picture, view: View) {
  const {scene, look, focus} = picture
  const taken = new Taken()
  const place = (n: number) => [scene.x[n] * view.k + view.x, scene.y[n] * view.k + view.y, radius(picture, view, n)]
  const how: Lettering = {size: 12, weight: 450, colour: look.text, halo: look.ground}
  const heavy = {...how, weight: 620}
  const seen = candidates(picture, view)
  for (const n of seen) {
    const [x, y, r] = place(n)
    if (r > 5) taken.put(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6, true)
  }
  const ends = picture.ends, turned = turning(picture)
  let drawn = 0
  for (const n of seen) {
    if (drawn >= MOST) break
    const [x, y, r] = place(n)
    const first = n === picture.selected || n === picture.hovered || focus?.nodes[n] === WAY
    const style = first || r >= 9 ? heavy : how
    const words = picture.name(n)
    const width = pen.widthOf(words, style)
    const beside = r + (ends.includes(n) || n === picture.selected ? 10 : scene.group[n] === USER ? 8 : 5)
    const sides = [x + beside, x - beside - width]
    if (turned[n] > 0 || sides[0] + width > view.width) sides.reverse()
    const left = sides.find(side => side < view.width && side + width > 0 && taken.put(side, y - 6, width, 12, first))
    if (left === undefined) continue
    pen.text(words, left, y, style)
    drawn++
  }
  const small = {...how, size: 11, weight: 450, colour: look.quiet}
  for (const {a, b, words} of picture.grounds) {
    const [x, y] = [0, 1].map(i => (place(a)[i] + place(b)[i]) / 2), width = pen.widthOf(words, small)
    if (taken.put(x - width / 2, y - 6, width, 12, picture.edge >= 0 && words === picture.grounds[0].words)) pen.text(words, x, y, {...small, anchor: 'middle'})
  }
  for (let n = scene.real; n < scene.count; n++) {
    if (!scene.nodeOn[n] || (focus && !focus.nodes[n])) continue
    const [x, y, r] = place(n)
    pen.text(picture.name(n), x, y, {...how, size: Math.min(11, r * 0.72), weight: 600, colour: look.quiet, halo: '', anchor: 'middle'})
  }
}

// Above 0 for records whose lines mostly go to the right: their names stand at the left, where no line crosses them.
function turning({scene}: Picture): Float32Array {
  const turned = new Float32Array(scene.count)
  for (let e = 0; e < scene.a.length; e++) {
    if (!scene.edgeOn[e]) continue
    const across = scene.x[scene.b[e]] - scene.x[scene.a[e]], far = Math.abs(across) / 2
    turned[scene.a[e]] += across - far
    turned[scene.b[e]] -= across + far
  }
  return turned
}

// Those within the picture that may have a name, the most important first.
function candidates(picture: Picture, view: View): number[] {
  const {scene, focus, selected, hovered} = picture
  const within = scene.order.filter(n => {
    if (!scene.nodeOn[n] || (focus && !focus.nodes[n] && n !== hovered)) return false
    const x = scene.x[n] * view.k + view.x, y = scene.y[n] * view.k + view.y
    return x > -200 && y > 0 && x < view.width && y < view.height
  })
  const large = within.length <= FEW || focus || view.k > 2.1
    ? within
    : within.filter(n => scene.r[n] * growth(view.k) >= LEAST_R || n === hovered)
  const first = large.filter(n => n === hovered || n === selected || focus?.nodes[n] === WAY)
  return first.length ? [...first, ...large.filter(n => !first.includes(n))] : large
}
