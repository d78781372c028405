// <network-explorer>: holds the picture together. Its parts listen to what it says has changed: `net:scene` (what there
// is), `net:seen` (what of it the dates leave), `net:select` and `net:way`.
import {Api} from './api'
import {Painter} from './draw/painter'
import {look, type Look} from './draw/look'
import {focusOn, type Focus, type Picture} from './draw/picture'
import {Scene} from './draw/scene'
import {Eye} from './hands/eye'
import {equip} from './equip'
import {Layout} from './layout'
import {clusters, type Clusters} from './model/clusters'
import {Model} from './model/model'
import {months} from './model/time'
import type {Piece} from './model/types'
import {groundOf, groundsOf, type Way} from './model/way'
import {Words} from './words'

const SAID_MS = 7000
const WARM = 0.45 // how far the picture gives way to what is added

export class NetworkExplorer extends HTMLElement {
  readonly model = new Model()
  words!: Words
  api!: Api
  scene = new Scene(this.model)
  painter!: Painter
  layout!: Layout
  eye!: Eye
  selected: string | null = null
  hovered = -1
  private over = -1
  ends: {from: string | null; to: string | null} = {from: null, to: null}
  way: Way | null = null
  alone = false
  clusters: Clusters | null = null
  /** What the answers have left out, in words. */
  readonly left = new Map<string, string>()
  private look!: Look
  private bright: Focus | null = null
  private grounds: Picture['grounds'] = []
  private asked = false

  connectedCallback() {
    this.words = new Words(this)
    this.api = new Api(this.dataset)
    this.hidden = false
    this.look = look(this)
    this.painter = new Painter(this.querySelector('canvas')!, () => this.picture(), before => this.eye?.resized(before))
    this.layout = new Layout(this.dataset.worker!, still => this.moved(still))
    this.eye = new Eye(this)
    this.model.addEventListener('before', () => this.asked || this.scene.keep())
    this.model.addEventListener('change', () => this.rebuildSoon())
    this.model.addEventListener('window', () => this.looked())
    this.model.history.forget()
    const anew = () => { this.look = look(this); this.painter.ask() }
    document.addEventListener('graphcrm:theme', anew)
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', anew)
    equip(this)
    this.say('net:scene')
    this.say('net:select')
  }

  disconnectedCallback() {
    this.layout?.stop()
  }

  /** Shows a graph that is at hand, in place of what there was; nothing more is asked about its records. */
  load(piece: Piece) {
    this.alone = true
    if (this.model.graph.order) this.model.clear()
    this.add(piece)
    this.model.history.forget()
  }

  /** Adds records and edges; says what had no room. */
  add(piece: Piece, near?: string): number {
    const before = this.model.graph.order
    const out = this.model.add(piece, near)
    if (out) this.left.set('full', this.words.say('full', {most: this.model.graph.order, n: out}))
    return this.model.graph.order - before
  }

  // Several changes in one go make one scene.
  private rebuildSoon() {
    if (this.asked) return
    this.asked = true
    queueMicrotask(() => {
      this.asked = false
      this.rebuild()
    })
  }

  private rebuild() {
    const before = this.scene
    this.scene = new Scene(this.model)
    if (this.selected && !this.scene.index.has(this.selected)) this.selected = null
    this.hovered = this.over = -1
    const fresh = this.scene.ids.some(id => !before.index.has(id))
    if (fresh) this.layout.start(this.scene, before.real ? WARM : 1, before.real && this.selected ? [this.scene.index.get(this.selected)!] : [])
    else if (!this.layout.still) this.layout.start(this.scene, 0.2)
    else this.layout.adopt(this.scene)
    if (this.clusters) this.clusters = clusters(this.scene)
    this.refocus()
    this.say('net:scene')
    this.say('net:select')
  }

  private looked() {
    this.scene.look(this.model.window)
    this.refocus()
    this.say('net:seen')
  }

  private moved(still: boolean) {
    this.eye.follow()
    this.painter.ask()
    if (still) requestAnimationFrame(() => { this.dataset.still = '' }) // once it is drawn
    else delete this.dataset.still
  }

  colour(on: boolean) {
    this.clusters = on ? clusters(this.scene) : null
    this.painter.ask()
    this.say('net:scene')
  }

  select(id: string | null) {
    if (this.selected === id) return
    this.selected = id
    this.refocus()
    this.say('net:select')
  }

  show(way: Way | null) {
    this.way = way
    this.refocus()
    this.say('net:way')
  }

  /** What is under the pointer: a record, else an edge. */
  hover(n: number, edge = -1) {
    if (this.hovered === n && this.over === edge) return
    this.hovered = n
    this.over = edge
    this.painter.ask()
  }

  // The way that was asked for stands out, and the record that is selected with its neighbours.
  refocus() {
    const {scene} = this
    const at = this.selected ? scene.index.get(this.selected) : undefined
    this.grounds = this.way ? groundsOf(this, this.way) : []
    const near = at === undefined ? null : scene.around(at)
    const joined = new Set(this.way?.edges)
    const way = {
      nodes: (this.way?.ids ?? []).map(id => scene.index.get(id)).filter(n => n !== undefined),
      edges: joined.size ? [...scene.edgeIds.keys()].filter(e => joined.has(scene.edgeIds[e])) : [],
    }
    const beside = near ? {nodes: [at!, ...near.nodes], edges: near.edges} : {nodes: [], edges: []}
    this.bright = this.way || near ? focusOn(scene, [beside, way]) : null
    this.painter?.ask()
  }

  picture(): Picture {
    const {scene, look, bright: focus, hovered, clusters} = this
    const at = (id: string | null) => (id === null ? -1 : (scene.index.get(id) ?? -1))
    const now = months(this.dataset.asOf || this.dataset.today) ?? Infinity
    return {
      scene, look, focus, hovered, clusters,
      selected: at(this.selected),
      ends: [at(this.ends.from), at(this.ends.to)],
      unwanted: scene.unwanted,
      until: this.model.window ? Math.min(now, this.model.window[1] + 1) : now,
      name: n => this.nameOf(n),
      edge: this.over,
      grounds: this.over < 0 ? this.grounds : [groundOf(this, this.over), ...this.grounds],
    }
  }

  nameOf(n: number): string {
    const fold = this.scene.folds[n - this.scene.real]
    return fold ? this.words.say('more', {n: fold.leaves.length}) : (this.model.node(this.scene.ids[n])?.name ?? '')
  }

  /** The page of a record. */
  addressOf(id: string) {
    const [type, uid] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
    return `/${type}s/${encodeURIComponent(uid)}`
  }

  /** Says something to whoever hears it and, for a while, to whoever sees it; what is seen anyway is `heard` only. */
  announce(text: string, heard = false) {
    const live = this.querySelector<HTMLElement>('[data-live]')!
    live.classList.toggle('sr', heard)
    live.textContent = text
    clearTimeout(this.silence)
    this.silence = window.setTimeout(() => { live.textContent = '' }, SAID_MS)
  }
  private silence = 0

  say(what: 'net:scene' | 'net:seen' | 'net:select' | 'net:way' | 'net:ends') {
    this.dispatchEvent(new CustomEvent(what))
  }
}
