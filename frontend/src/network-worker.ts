// The layout runs here, beside the page: it cools, stops, and begins again where something is added or dragged.
import {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation, type SimulationNodeDatum} from 'd3-force'
import type {Order, Places} from './network/layout'

interface Body extends SimulationNodeDatum {
  r: number
  x: number
  y: number
}

const SLICE_MS = 24 // how long it may go on before it reports and listens
const COOL = 0.004

let bodies: Body[] = []
let simulation: Simulation<Body, undefined> | null = null
let run = 0
let going = false
const post = (message: Places, transfer: Transferable[]) => (self as unknown as Worker).postMessage(message, transfer)

function begin(order: Extract<Order, {what: 'graph'}>) {
  run = order.run
  bodies = Array.from(order.r, (r, n) => ({index: n, r, x: order.x[n], y: order.y[n], ...(order.fixed[n] ? {fx: order.x[n], fy: order.y[n]} : {})}))
  const degree = new Uint16Array(bodies.length)
  order.links.forEach(n => degree[n]++)
  const links = Array.from({length: order.links.length / 2}, (_, n) => ({source: order.links[n * 2], target: order.links[n * 2 + 1]}))
  const few = 1 - Math.min(degree.length, 300) / 300 // few records have room, and their names want it
  simulation = forceSimulation(bodies).stop().alpha(order.heat).alphaMin(COOL).alphaDecay(0.026).velocityDecay(0.42)
    .force('apart', forceManyBody<Body>().strength(body => (-34 - body.r * 7) * (1 + few * 1.6)).theta(1.1).distanceMax(700))
    .force('joined', forceLink<Body, {source: number | Body; target: number | Body}>(links)
      .distance(link => 22 + few * 55 + (link.source as Body).r + (link.target as Body).r + Math.min(60, Math.sqrt(Math.max(least(degree, link, Math.max), 1)) * 5))
      .strength(link => 1 / Math.max(1, Math.min(least(degree, link, Math.min), 5))))
    .force('room', forceCollide<Body>(body => body.r + 2.5 + few * 5))
    .force('x', forceX<Body>(0).strength(0.03 + 0.02 * few))
    .force('y', forceY<Body>(0).strength(0.045 + 0.04 * few))
  go()
}

const indexOf = (end: number | Body) => (typeof end === 'number' ? end : end.index!)
const least = (degree: Uint16Array, link: {source: number | Body; target: number | Body}, pick: (a: number, b: number) => number) =>
  pick(degree[indexOf(link.source)], degree[indexOf(link.target)])

function go() {
  if (going) return
  going = true
  setTimeout(slice)
}

function slice() {
  going = false
  if (!simulation) return
  const until = performance.now() + SLICE_MS
  do simulation.tick()
  while (performance.now() < until && simulation.alpha() > COOL)
  const still = simulation.alpha() <= COOL
  const x = new Float32Array(bodies.length), y = new Float32Array(bodies.length)
  bodies.forEach((body, n) => { x[n] = body.x; y[n] = body.y })
  post({run, x, y, still}, [x.buffer, y.buffer])
  if (!still) go()
}

self.onmessage = ({data}: MessageEvent<Order>) => {
  if (data.what === 'graph') begin(data)
  else if (data.what === 'stop') simulation = null
  else if (data.run === run && bodies[data.n]) {
    const body = bodies[data.n]
    body.fx = data.what === 'hold' ? data.x : null
    body.fy = data.what === 'hold' ? data.y : null
    if (data.what === 'hold') [body.x, body.y] = [data.x, data.y]
    simulation?.alpha(Math.max(simulation.alpha(), 0.12))
    go()
  }
}
