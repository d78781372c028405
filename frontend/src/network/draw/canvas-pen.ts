// Draws on a canvas: one path a batch, as each stroke and each fill costs, whatever is in it.
import {CORNER, FONT, type Lettering, type Pen, type Stroke} from './pen'

const widths = new Map<string, number>()

export class CanvasPen implements Pen {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  lines(points: number[], {colour, width, dash}: Stroke) {
    if (!points.length) return
    const {context} = this
    context.beginPath()
    for (let n = 0; n < points.length; n += 4) {
      context.moveTo(points[n], points[n + 1])
      context.lineTo(points[n + 2], points[n + 3])
    }
    this.stroke({colour, width, dash})
  }

  circles(points: number[], fill: string | null, ring?: Stroke) {
    if (!points.length) return
    const {context} = this
    context.beginPath()
    for (let n = 0; n < points.length; n += 3) {
      context.moveTo(points[n] + points[n + 2], points[n + 1])
      context.arc(points[n], points[n + 1], points[n + 2], 0, Math.PI * 2)
    }
    this.finish(fill, ring)
  }

  squares(points: number[], fill: string | null, ring?: Stroke) {
    if (!points.length) return
    const {context} = this
    context.beginPath()
    for (let n = 0; n < points.length; n += 3) {
      const r = points[n + 2]
      context.roundRect(points[n] - r, points[n + 1] - r, r * 2, r * 2, r * CORNER)
    }
    this.finish(fill, ring)
  }

  private finish(fill: string | null, ring?: Stroke) {
    if (fill) {
      this.context.fillStyle = fill
      this.context.fill()
    }
    if (ring) this.stroke(ring)
  }

  private stroke({colour, width, dash}: Stroke) {
    const {context} = this
    context.strokeStyle = colour
    context.lineWidth = width
    context.setLineDash(dash ?? [])
    context.stroke()
  }

  text(words: string, x: number, y: number, how: Lettering) {
    const {context} = this
    context.font = fontOf(how)
    context.textBaseline = 'middle'
    context.textAlign = how.anchor === 'middle' ? 'center' : 'left'
    if (how.halo) {
      context.setLineDash([])
      context.lineWidth = 3.5
      context.lineJoin = 'round'
      context.strokeStyle = how.halo
      context.strokeText(words, x, y)
    }
    context.fillStyle = how.colour
    context.fillText(words, x, y)
  }

  widthOf(words: string, how: Lettering) {
    const key = `${how.weight} ${how.size} ${words}`
    let width = widths.get(key)
    if (width === undefined) {
      this.context.font = fontOf(how)
      width = this.context.measureText(words).width
      widths.set(key, width)
    }
    return width
  }
}

const fontOf = (how: Lettering) => `${how.weight} ${how.size}px ${FONT}`
