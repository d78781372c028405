// Draws as SVG text: for a file that can be enlarged and edited.
import {CORNER, FONT, type Lettering, type Pen, type Stroke} from './pen'

const short = (number: number) => String(Math.round(number * 10) / 10)
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign]!)

export class SvgPen implements Pen {
  private readonly parts: string[] = []

  constructor(private readonly measure: (words: string, how: Lettering) => number) {}

  lines(points: number[], stroke: Stroke) {
    if (!points.length) return
    let path = ''
    for (let n = 0; n < points.length; n += 4) path += `M${short(points[n])} ${short(points[n + 1])}L${short(points[n + 2])} ${short(points[n + 3])}`
    this.parts.push(`<path d="${path}" fill="none"${strokeOf(stroke)}/>`)
  }

  circles(points: number[], fill: string | null, ring?: Stroke) {
    this.all(points, (x, y, r) => `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}"/>`, fill, ring)
  }

  squares(points: number[], fill: string | null, ring?: Stroke) {
    const square = (x: number, y: number, r: number) =>
      `<rect x="${short(x - r)}" y="${short(y - r)}" width="${short(r * 2)}" height="${short(r * 2)}" rx="${short(r * CORNER)}"/>`
    this.all(points, square, fill, ring)
  }

  private all(points: number[], one: (x: number, y: number, r: number) => string, fill: string | null, ring?: Stroke) {
    if (!points.length) return
    const inner: string[] = []
    for (let n = 0; n < points.length; n += 3) inner.push(one(points[n], points[n + 1], points[n + 2]))
    this.parts.push(`<g fill="${fill ?? 'none'}"${ring ? strokeOf(ring) : ''}>${inner.join('')}</g>`)
  }

  text(words: string, x: number, y: number, how: Lettering) {
    const halo = how.halo ? ` stroke="${how.halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : ''
    this.parts.push(
      `<text x="${short(x)}" y="${short(y)}" dy=".35em" font-size="${how.size}" font-weight="${how.weight}"` +
        `${how.anchor === 'middle' ? ' text-anchor="middle"' : ''} fill="${how.colour}"${halo}>${escaped(words)}</text>`,
    )
  }

  widthOf(words: string, how: Lettering) {
    return this.measure(words, how)
  }

  /** The whole picture, on its ground. */
  document(width: number, height: number, ground: string) {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `font-family="${escaped(FONT)}"><rect width="100%" height="100%" fill="${ground}"/>${this.parts.join('')}</svg>`
    )
  }
}

const strokeOf = ({colour, width, dash}: Stroke) =>
  ` stroke="${colour}" stroke-width="${short(width)}"${dash?.length ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`
