// Keeps a canvas drawn: once a frame at most, and only where something changed.
import {CanvasPen} from './canvas-pen'
import {compose} from './compose'
import type {Picture, View} from './picture'

export class Painter {
  view: View = {k: 1, x: 0, y: 0, width: 0, height: 0}
  private readonly context: CanvasRenderingContext2D
  readonly pen: CanvasPen
  private asked = 0

  constructor(readonly canvas: HTMLCanvasElement, private readonly picture: () => Picture, resized: (before: View) => void) {
    this.context = canvas.getContext('2d')!
    this.pen = new CanvasPen(this.context)
    new ResizeObserver(() => {
      const before = this.view
      this.size()
      if (this.view.width) resized(before)
    }).observe(canvas.parentElement!)
    this.size()
  }

  private size() {
    const {clientWidth: width, clientHeight: height} = this.canvas.parentElement!
    this.view = {...this.view, width, height}
    this.canvas.width = Math.round(width * devicePixelRatio)
    this.canvas.height = Math.round(height * devicePixelRatio)
    this.draw()
  }

  ask() {
    this.asked ||= requestAnimationFrame(() => this.draw())
  }

  private draw() {
    cancelAnimationFrame(this.asked)
    this.asked = 0
    const ratio = devicePixelRatio
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0)
    this.context.clearRect(0, 0, this.view.width, this.view.height)
    if (this.view.width) compose(this.pen, this.picture(), this.view)
  }
}
