// Where one looks from: zoom and pan (d3-zoom), fitting, and the point of the plane under the pointer.
import {select} from 'd3-selection'
import {zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomTransform} from 'd3-zoom'
import type {NetworkExplorer} from '../explorer'
import {growth, type View} from '../draw/picture'

const [LEAST, MOST] = [0.04, 8]
const EDGE = 56 // what a fit leaves free around the picture
const STEP_MS = 150
const still = matchMedia('(prefers-reduced-motion: reduce)')

export class Eye {
  private fitting = true
  private readonly zoom = zoom<HTMLCanvasElement, unknown>().scaleExtent([LEAST, MOST])
  private readonly canvas
  private gliding = 0

  constructor(private readonly page: NetworkExplorer) {
    this.canvas = select(page.painter.canvas)
    this.zoom
      .filter((event: MouseEvent) => !event.button && (event.type === 'wheel' || !event.ctrlKey))
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        const {k, x, y} = event.transform
        page.painter.view = {...page.painter.view, k, x, y}
        if (event.sourceEvent) this.leave()
        page.painter.ask()
      })
  }

  /** After drag has its chance at the pointer. */
  listen() {
    this.canvas.call(this.zoom).on('dblclick.zoom', null)
  }

  /** Called while the layout moves: the picture is fitted until somebody has put a hand on it. */
  follow() {
    if (this.fitting) this.fit(undefined, false)
  }

  /** A hand is on the picture: nothing moves under it from now on. */
  leave() {
    this.fitting = false
  }

  /** The picture has another size: it is fitted, or what is in its middle stays there. */
  resized(before: View) {
    const {width, height, k, x, y} = this.page.painter.view
    if (this.fitting || !before.width) return this.fit(undefined, false)
    this.go(zoomIdentity.translate(x + (width - before.width) / 2, y + (height - before.height) / 2).scale(k), false)
  }

  fit(nodes?: number[], smooth = true) {
    const {scene} = this.page
    const {width, height} = this.page.painter.view
    const list = nodes ?? [...scene.ids.keys()].filter(n => scene.nodeOn[n])
    if (!list.length || !width) return
    const spread = (values: Float32Array) => list.reduce<[number, number]>(([a, b], n) => [Math.min(a, values[n]), Math.max(b, values[n])], [Infinity, -Infinity])
    const [left, right] = spread(scene.x), [top, bottom] = spread(scene.y)
    const room = this.room()
    const k = Math.max(LEAST, Math.min(1.8, (width - room.left - room.right) / (right - left + 1), (height - room.top - room.bottom) / (bottom - top + 1)))
    const x = (width + room.left - room.right) / 2 - ((left + right) / 2) * k
    const y = (height + room.top - room.bottom) / 2 - ((top + bottom) / 2) * k
    this.go(zoomIdentity.translate(x, y).scale(k), smooth)
  }

  // What of the picture is not covered by tools and slider; names stand on the right of their records.
  private room() {
    const narrow = this.page.painter.view.width < 560
    return {top: EDGE + (narrow ? 40 : 16), bottom: narrow ? 110 : 96, left: narrow ? 24 : EDGE, right: narrow ? 104 : EDGE + 60}
  }

  by(factor: number) {
    this.leave()
    const {width, height, k, x, y} = this.page.painter.view
    const next = Math.max(LEAST, Math.min(MOST, k * factor)), ratio = next / k
    this.go(zoomIdentity.translate(width / 2 - (width / 2 - x) * ratio, height / 2 - (height / 2 - y) * ratio).scale(next), true)
  }

  /** Brings a record into sight, where it is not. */
  reveal(n: number) {
    const {width, height, k, x, y} = this.page.painter.view
    const [px, py] = [this.page.scene.x[n] * k + x, this.page.scene.y[n] * k + y]
    const room = this.room()
    if (px > room.left && py > room.top && px < width - room.right && py < height - room.bottom) return
    this.leave()
    this.go(zoomIdentity.translate(width / 2 - this.page.scene.x[n] * k, height / 2 - this.page.scene.y[n] * k).scale(k), true)
  }

  private go(to: ZoomTransform, smooth: boolean) {
    cancelAnimationFrame(this.gliding)
    if (!smooth || still.matches) {
      this.canvas.call(this.zoom.transform, to)
      return
    }
    const from = zoomTransform(this.page.painter.canvas), begun = performance.now()
    const step = () => {
      const part = Math.min(1, (performance.now() - begun) / STEP_MS), eased = 1 - (1 - part) ** 3
      const mix = (one: number, two: number) => one + (two - one) * eased
      this.canvas.call(this.zoom.transform, zoomIdentity.translate(mix(from.x, to.x), mix(from.y, to.y)).scale(mix(from.k, to.k)))
      if (part < 1) this.gliding = requestAnimationFrame(step)
    }
    step()
  }

  /** The plane's point under a point of the canvas. */
  plane(x: number, y: number): [number, number] {
    const {view} = this.page.painter
    return [(x - view.x) / view.k, (y - view.y) / view.k]
  }

  /** The record or mark under a point of the canvas; -1 for none. */
  hit(x: number, y: number, slack = 4): number {
    const {k} = this.page.painter.view
    return this.page.scene.at(...this.plane(x, y), growth(k) / k, slack / k)
  }

  /** The edge under a point of the canvas; -1 for none. */
  edge(x: number, y: number): number {
    return this.page.scene.edgeAt(...this.plane(x, y), 5 / this.page.painter.view.k)
  }
}
