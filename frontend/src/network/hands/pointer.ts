// The pointer: hovering, choosing, dragging records (which pins them), and the menu of the right button.
import {drag, type D3DragEvent} from 'd3-drag'
import {pointer, select} from 'd3-selection'
import type {NetworkExplorer} from '../explorer'
import type {Place} from '../model/model'

interface Subject {
  n: number
  x: number
  y: number
  from: Place
  moved: boolean
}
type Drag = D3DragEvent<HTMLCanvasElement, unknown, Subject | undefined>

const STARTS = 3 // pixels: less is a click

export function pointing(page: NetworkExplorer, menu: (id: string, x: number, y: number) => void) {
  const {canvas} = page.painter
  select(canvas).call(
    drag<HTMLCanvasElement, unknown, Subject | undefined>()
      .clickDistance(STARTS)
      .container(canvas)
      .subject((event: Drag) => grabbed(page, event.x, event.y))
      .on('drag', (event: Drag) => dragged(page, event))
      .on('end', (event: Drag) => dropped(page, event)),
  )
  page.eye.listen()
  canvas.addEventListener('pointerdown', () => page.eye.leave())
  canvas.addEventListener('pointermove', event => {
    if (event.buttons) return
    const n = page.eye.hit(event.offsetX, event.offsetY)
    page.hover(n, n < 0 ? page.eye.edge(event.offsetX, event.offsetY) : -1)
    canvas.classList.toggle('over', n >= 0)
  })
  canvas.addEventListener('pointerleave', () => page.hover(-1))
  canvas.addEventListener('click', event => {
    const n = page.eye.hit(event.offsetX, event.offsetY, 5)
    const fold = page.scene.folds[n - page.scene.real]
    if (n < 0 && page.way) page.show(null)
    page.select(n < 0 ? null : page.scene.ids[fold ? fold.hub : n])
  })
  canvas.addEventListener('dblclick', event => {
    const n = page.eye.hit(event.offsetX, event.offsetY, 5)
    if (n >= 0 && n < page.scene.real) page.dispatchEvent(new CustomEvent('net:do', {detail: 'expand'}))
  })
  canvas.addEventListener('contextmenu', event => {
    const [x, y] = pointer(event, canvas)
    const n = page.eye.hit(x, y, 6)
    if (n < 0 || n >= page.scene.real || event.clientX === 0) return
    event.preventDefault()
    page.select(page.scene.ids[n])
    menu(page.scene.ids[n], event.clientX, event.clientY)
  })
}

function grabbed(page: NetworkExplorer, x: number, y: number): Subject | undefined {
  const n = page.eye.hit(x, y)
  if (n < 0 || n >= page.scene.real) return undefined
  const {view} = page.painter, {scene} = page
  return {n, x: scene.x[n] * view.k + view.x, y: scene.y[n] * view.k + view.y, from: {x: scene.x[n], y: scene.y[n]}, moved: false}
}

function dragged(page: NetworkExplorer, {subject, x, y}: Drag) {
  if (!subject) return
  subject.moved = true
  const [px, py] = page.eye.plane(x, y)
  page.scene.x[subject.n] = px
  page.scene.y[subject.n] = py
  page.scene.moved()
  page.layout.hold(subject.n, px, py)
  page.painter.ask()
}

function dropped(page: NetworkExplorer, {subject}: Drag) {
  if (!subject?.moved) return
  const {n, from} = subject
  page.layout.release()
  page.model.move(page.scene.ids[n], from, {x: page.scene.x[n], y: page.scene.y[n]})
}
