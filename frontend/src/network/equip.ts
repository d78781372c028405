// Gives a picture its hands, its panel and its memory, and begins with what the page or the address asks for.
import {bring, expand, run, setEnd, start} from './commands'
import type {NetworkExplorer} from './explorer'
import {keys} from './hands/keyboard'
import {menu} from './hands/menu'
import {pointing} from './hands/pointer'
import {lasts} from './model/time'
import {finder} from './panel/finder'
import {leftOut} from './panel/left'
import {legend} from './panel/legend'
import {selected} from './panel/selected'
import {table} from './panel/table'
import {wayfinding} from './panel/way'
import {apply, read, remember, type State} from './share/address'
import {opened, saving} from './share/kept'
import type {TimeWindow} from './time-window'

const CALM_MS = 400 // the address is written once it is quiet

export function equip(page: NetworkExplorer) {
  const turn = table(page)
  const act = (what: string) => {
    if (what === 'table') turn()
    else if (what === 'panel') sheet(page)
    else if (what === 'me') void start(page, page.querySelector<HTMLElement>('[data-me]')!.dataset.me!)
    else run(page, what)
  }
  const open = menu(page, act)
  pointing(page, open)
  keys(page, act, open)
  legend(page)
  selected(page)
  wayfinding(page)
  leftOut(page)
  timing(page)
  finder(page, page.querySelector('.net-bar [data-finder]')!, id => void start(page, id), false)
  page.addEventListener('click', event => {
    const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do
    const share = page.querySelector<HTMLDetailsElement>('[data-share]')!
    if (what && share.contains(event.target as Node)) share.open = false
    if (what) act(what)
  })
  document.addEventListener('pointerdown', event => {
    for (const open of page.querySelectorAll<HTMLDetailsElement>('.net-bar details[open]')) {
      if (!open.contains(event.target as Node)) open.open = false
    }
  })
  page.addEventListener('net:do', event => act((event as CustomEvent<string>).detail))
  saying(page)
  page.model.history.forget()
  void begin(page)
  remembering(page)
  saving(page)
}

// The buttons of undo are there when there is something to undo; who is selected is said.
function saying(page: NetworkExplorer) {
  const button = (what: string) => page.querySelector<HTMLButtonElement>(`.net-tools [data-do=${what}]`)!
  page.model.addEventListener('history', () => {
    button('undo').disabled = !page.model.history.canUndo
    button('redo').disabled = !page.model.history.canRedo
  })
  page.addEventListener('net:scene', () => (page.querySelector<HTMLElement>('[data-start]')!.hidden = page.model.graph.order > 0))
  let last: string | null = null
  page.addEventListener('net:select', () => {
    if (last === page.selected) return
    last = page.selected
    const node = last ? page.model.node(last) : undefined
    const n = node ? page.scene.around(page.scene.index.get(node.id)!).edges.length : 0
    page.announce(node ? page.words.say('selected', {name: node.name, what: page.words.what(node), n}) : page.words.say('nothing'), true)
  })
}

function timing(page: NetworkExplorer) {
  const slider = page.querySelector<TimeWindow>('time-window')!
  const spans = () => page.model.graph.mapEdges((_, edge) => lasts(edge))
  let known = -1
  page.addEventListener('net:scene', () => {
    if (known !== page.model.graph.size) slider.range(spans())
    known = page.model.graph.size
  })
  slider.addEventListener('window:slide', () => page.model.look(slider.value, true))
  slider.addEventListener('window:commit', () => page.model.look(slider.value))
  page.model.addEventListener('window', () => {
    if (String(page.model.window) !== String(slider.value)) slider.set(page.model.window)
  })
}

function remembering(page: NetworkExplorer) {
  let waiting = 0
  const soon = () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => remember(page), CALM_MS)
  }
  for (const what of ['net:scene', 'net:seen', 'net:ends']) page.addEventListener(what, soon)
  // Back to today, or to another day: with what there is in the picture.
  const today = document.querySelector<HTMLAnchorElement>('.then a')
  today?.addEventListener('click', () => { remember(page); today.hash = location.hash })
}

// On phones the panel is a sheet that is pulled up.
function sheet(page: NetworkExplorer) {
  const up = page.classList.toggle('up')
  page.querySelector('.net-grip')!.ariaExpanded = String(up)
}

async function begin(page: NetworkExplorer) {
  const {id, ids, from, to} = page.dataset
  const kept = read(location.hash.slice(1))
  const state: State = kept.ids.length ? kept : opened(page) ?? {...kept, ids: (ids ?? '').split(',').filter(Boolean), from: from || null, to: to || null}
  if (state.ids.length) {
    if (!(await bring(page, state.ids))) return
    apply(page, state)
  } else if (id) {
    if (await bring(page, [id])) await expand(page, id)
  }
  if (state.from) setEnd(page, 'from', state.from)
  if (state.to) setEnd(page, 'to', state.to)
}
