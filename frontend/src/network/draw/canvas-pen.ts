// Draws on a canvas, with what is quick without a GPU.
import {CORNER, FONT, type Lettering, type Pen, type Stroke} from './pen'

const widths = new Map<string, number>()
const sprites = new Map<string, HTMLCanvasElement>()
const MOST_SPRITES = 600
const WIDE_AT_ONCE = 8, ROUND_AT_ONCE = 16
const PAD = 3, HEIGHT = 22 // around the letters, in pixels

export class CanvasPen implements Pen {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  // Lines of one pixel are drawn as they are, however many; wider ones become areas, which cost more the more of them
  // are in one path.
  lines(points: number[], stroke: Stroke) {
    const thin = stroke.width * this.context.getTransform().a <= 1
    this.each(points, 4, thin ? points.length : WIDE_AT_ONCE * 4, n => {
      this.context.moveTo(points[n], points[n + 1])
      this.context.lineTo(points[n + 2], points[n + 3])
    }, null, stroke)
  }

  circles(points: number[], fill: string | null, ring?: Stroke) {
    this.each(points, 3, ROUND_AT_ONCE * 3, n => {
      this.context.moveTo(points[n] + points[n + 2], points[n + 1])
      this.context.arc(points[n], points[n + 1], points[n + 2], 0, Math.PI * 2)
    }, fill, ring)
  }

  squares(points: number[], fill: string | null, ring?: Stroke) {
    this.each(points, 3, ROUND_AT_ONCE * 3, n => {
      const r = points[n + 2]
      this.context.roundRect(points[n] - r, points[n + 1] - r, r * 2, r * 2, r * CORNER)
    }, fill, ring)
  }

  private each(points: number[], size: number, most: number, add: (n: number) => void, fill: string | null, ring?: Stroke) {
    for (let begin = 0; begin < points.length; begin += most) {
      this.context.beginPath()
      for (let n = begin; n < Math.min(points.length, begin + most); n += size) add(n)
      this.finish(fill, ring)
    }
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
    const {a: scale} = context.getTransform()
    const sprite = this.sprite(words, how, scale)
    const left = how.anchor === 'middle' ? x - sprite.width / scale / 2 : x - PAD
    // On whole pixels, or it would blur.
    const [px, py] = [Math.round(left * scale), Math.round((y - HEIGHT / 2) * scale)]
    context.drawImage(sprite, px / scale, py / scale, sprite.width / scale, sprite.height / scale)
  }

  // A name with its halo is drawn once and then copied: letters are what costs most without a GPU.
  private sprite(words: string, how: Lettering, scale: number): HTMLCanvasElement {
    const key = `${scale} ${how.weight} ${how.size} ${how.colour} ${how.halo} ${words}`
    let sprite = sprites.get(key)
    if (sprite) return sprite
    sprite = document.createElement('canvas')
    sprite.width = Math.ceil((this.widthOf(words, how) + PAD * 2) * scale)
    sprite.height = Math.ceil(HEIGHT * scale)
    const context = sprite.getContext('2d')!
    context.scale(scale, scale)
    letters(context, words, how)
    if (sprites.size >= MOST_SPRITES) sprites.delete(sprites.keys().next().value!)
    sprites.set(key, sprite)
    return sprite
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

function letters(context: CanvasRenderingContext2D, words: string, how: Lettering) {
  context.font = fontOf(how)
  context.textBaseline = 'middle'
  if (how.halo) {
    context.lineWidth = 3.5
    context.lineJoin = 'round'
    context.strokeStyle = how.halo
    context.strokeText(words, PAD, HEIGHT / 2)
  }
  context.fillStyle = how.colour
  context.fillText(words, PAD, HEIGHT / 2)
}

const fontOf = (how: Lettering) => `${how.weight} ${how.size}px ${FONT}`
