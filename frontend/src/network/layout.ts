// Speaks to the worker that lays the picture out; its places come back in arrays that are handed over, not copied.
import type {Scene} from './draw/scene'

export type Order =
  | {what: 'graph'; run: number; x: Float32Array; y: Float32Array; r: Float32Array; fixed: Uint8Array; links: Uint32Array; heat: number}
  | {what: 'hold'; run: number; n: number; x: number; y: number}
  | {what: 'free'; run: number; n: number}
  | {what: 'stop'}

export interface Places {
  run: number
  x: Float32Array
  y: Float32Array
  still: boolean
}

export class Layout {
  private readonly worker: Worker
  private run = 0
  private scene: Scene | null = null
  still = true
  /** The record under the pointer's hand: it is where the hand is. */
  held = -1

  constructor(address: string, private readonly moved: (still: boolean) => void) {
    this.worker = new Worker(address, {type: 'module'})
    this.worker.onmessage = ({data}: MessageEvent<Places>) => this.take(data)
  }

  /** Lays a scene out from where it is; what is pinned or in `fixed` stays. */
  start(scene: Scene, heat: number, fixed: number[] = []) {
    this.scene = scene
    this.run++
    this.still = !scene.count
    if (!scene.count) return this.send({what: 'stop'})
    const hold = Uint8Array.from(scene.pinned)
    for (const n of fixed) hold[n] = 1
    this.send({what: 'graph', run: this.run, x: scene.x.slice(), y: scene.y.slice(), r: scene.r.slice(), fixed: hold, links: pairs(scene), heat})
  }

  /** Takes a scene that stays as it is. */
  adopt(scene: Scene) {
    this.start(scene, 0)
  }

  hold(n: number, x: number, y: number) {
    this.held = n
    this.send({what: 'hold', run: this.run, n, x, y})
  }

  /** Lets go; what was put somewhere stays there, as it is pinned by that. */
  release() {
    this.held = -1
  }

  free(n: number) {
    this.send({what: 'free', run: this.run, n})
  }

  stop() {
    this.worker.terminate()
  }

  private send(order: Order) {
    this.worker.postMessage(order)
  }

  private take({run, x, y, still}: Places) {
    if (run !== this.run || !this.scene) return
    if (this.held >= 0) [x[this.held], y[this.held]] = [this.scene.x[this.held], this.scene.y[this.held]]
    this.still = still
    this.scene.place(x, y)
    this.moved(still)
  }
}

// Each pair of records once, however many edges join them.
function pairs(scene: Scene): Uint32Array {
  const seen = new Set<number>()
  const flat: number[] = []
  scene.a.forEach((a, e) => {
    const b = scene.b[e], key = Math.min(a, b) * 65536 + Math.max(a, b)
    if (seen.has(key)) return
    seen.add(key)
    flat.push(a, b)
  })
  return Uint32Array.from(flat)
}
