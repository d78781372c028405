// What can be done to the picture; the tools, the panel, the menu and the keys all come here.
import type {NetworkExplorer} from './explorer'
import {Refused} from './api'
import {share} from './share/share'

export const MUCH = 50 // records that one step adds at most

const PAGES = 4 // asked for at most where all of a page is in the picture already

/** Where the next page of a record's edges of a kind begins, and how many came before it. */
const places = new Map<string, {cursor: string | null; before: number}>()

export async function asking<T>(page: NetworkExplorer, ask: () => Promise<T>): Promise<T | null> {
  const loading = page.words.say('loading')
  const slow = window.setTimeout(() => page.announce(loading), 300)
  page.setAttribute('aria-busy', 'true')
  try {
    return await ask()
  } catch (wrong) {
    page.announce((wrong instanceof Refused && wrong.message) || page.words.say('failed'))
    return null
  } finally {
    clearTimeout(slow)
    if (page.querySelector('[data-live]')!.textContent === loading) page.announce('')
    page.removeAttribute('aria-busy')
  }
}

/** Adds the records with these ids, and what joins them to those that are there. */
export async function bring(page: NetworkExplorer, ids: string[], near?: string): Promise<boolean> {
  const fresh = ids.filter(id => !page.model.graph.hasNode(id))
  page.model.show(ids)
  if (!fresh.length) return true
  const all = [...page.model.graph.nodes(), ...fresh]
  const found = await asking(page, () => page.api.records(all))
  if (!found) return false
  if (found.missing.length) page.left.set('missing', page.words.many('missing', found.missing.length))
  page.add(found, near)
  return true
}

export async function start(page: NetworkExplorer, id: string) {
  const alone = page.model.graph.order === 0
  if (!(await bring(page, [id], page.selected ?? undefined)) || !page.model.graph.hasNode(id)) return
  page.select(id)
  if (alone) await expand(page, id)
}

/** One page of what joins a record to others: of a kind, or of each kind there is while there is little. */
export async function expand(page: NetworkExplorer, id: string, kind?: string) {
  page.select(id)
  const degrees = page.model.node(id)?.degrees ?? {}
  const kinds = kind ? [kind] : Object.keys(degrees).filter(name => degrees[name] !== 0 && name !== 'colleague')
  let added = 0, total = 0
  for (const one of kinds) {
    if (added >= MUCH) break
    const found = await more(page, id, one)
    if (!found) return
    added += found.added
    total += found.total
  }
  await join(page)
  const {words} = page
  page.announce(!added ? words.say('nothing-new') : total > added ? words.say('added-of', {n: added, total}) : words.many('added', added))
}

// The next page that brings anything; from the first again, where some of what came was undone.
async function more(page: NetworkExplorer, id: string, kind: string) {
  const key = `${id} ${kind}`
  const here = page.model.graph.filterEdges(id, (_, edge) => edge.kind === kind).length
  let at = places.get(key)
  if (!at || at.before > here) at = {cursor: null, before: 0}
  let added = 0, total = 0
  for (let n = 0; n < PAGES && !added; n++) {
    const found = await asking(page, () => page.api.expand(id, kind, at!.cursor))
    if (!found) return null
    added = page.add(found, id)
    total = found.total ?? 0
    at = {cursor: found.next_cursor, before: found.next_cursor ? at.before + found.edges.length : 0}
    if (!found.next_cursor) break
  }
  places.set(key, at)
  return {added, total}
}

// What joins the newly added to the others is not in the answer that brought them.
async function join(page: NetworkExplorer) {
  const ids = page.model.graph.nodes()
  if (ids.length < 2) return
  const found = await asking(page, () => page.api.records(ids))
  if (found) page.model.fill(found.edges)
}

export function setEnd(page: NetworkExplorer, which: 'from' | 'to', id: string | null) {
  page.ends = {...page.ends, [which]: id}
  page.painter.ask()
  page.say('net:ends')
  const name = id && page.model.node(id)?.name
  if (name) page.announce(page.words.say(which === 'from' ? 'start-is' : 'end-is', {name}))
}

const one = (page: NetworkExplorer, act: (id: string) => void) => {
  if (page.selected) act(page.selected)
}
const nameOf = (page: NetworkExplorer, id: string) => page.model.node(id)?.name ?? ''

const DEEDS: Record<string, (page: NetworkExplorer) => void> = {
  fit: page => page.eye.fit(),
  'zoom-in': page => page.eye.by(1.35),
  'zoom-out': page => page.eye.by(1 / 1.35),
  undo: page => page.announce(page.words.say(page.model.history.undo() ? 'undone' : 'no-undo')),
  redo: page => page.announce(page.words.say(page.model.history.redo() ? 'redone' : 'no-undo')),
  clusters: page => page.colour(!page.clusters),
  hide: page => one(page, id => {
    const next = page.scene.around(page.scene.index.get(id)!).nodes.find(n => n < page.scene.real)
    const after = next === undefined ? null : page.scene.ids[next]
    page.announce(page.words.say('hidden', {name: nameOf(page, id)}))
    page.model.hide([id])
    page.select(after)
  }),
  pin: page => one(page, id => {
    const on = !page.model.pinned.has(id)
    page.model.pin([id], on)
    page.announce(page.words.say(on ? 'pinned' : 'unpinned', {name: nameOf(page, id)}))
  }),
  start: page => one(page, id => setEnd(page, 'from', id)),
  end: page => one(page, id => setEnd(page, 'to', id)),
  expand: page => one(page, id => void expand(page, id)),
  open: page => one(page, id => location.assign(page.addressOf(id))),
  'show-all': page => page.model.show([...page.model.hidden]),
  clear: page => {
    page.show(null)
    page.left.clear()
    page.model.clear()
  },
}

export function run(page: NetworkExplorer, what: string) {
  const deed = DEEDS[what]
  if (deed) deed(page)
  else void share(page, what)
}
