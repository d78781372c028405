// What is in the picture, as a table: sorted by any column, a page of rows at a time; selecting in either selects in both.
import type {NetworkExplorer} from '../explorer'
import {LANGUAGE, lasts} from '../model/time'
import {groupOf, type EdgeRow} from '../model/types'
import {about, selecting} from './marks'

const ROWS = 150

interface Line {
  keys: Record<string, string | number>
  row(): HTMLElement
}

export function table(page: NetworkExplorer) {
  const box = page.querySelector<HTMLElement>('[data-table]')!
  const more = box.querySelector<HTMLElement>('[data-more]')!
  const sorted: Record<string, {by: string; down: boolean}> = {records: {by: 'shown', down: true}, edges: {by: 'from', down: false}}
  let of = 'records', most = ROWS
  const language = new Intl.Collator(LANGUAGE)
  selecting(page, box.querySelector('.net-scroll')!)

  const show = () => {
    if (box.hidden) return
    box.classList.toggle('clusters', Boolean(page.clusters))
    const body = box.querySelector(`[data-of=${of}] tbody`)!
    const {by, down} = sorted[of]
    const lines = (of === 'records' ? records(page) : edges(page)).sort((a, b) => {
      const [one, two] = [a.keys[by], b.keys[by]]
      const order = typeof one === 'number' && typeof two === 'number' ? one - two : language.compare(String(one), String(two))
      return (down ? -order : order) || language.compare(String(a.keys.name ?? a.keys.to), String(b.keys.name ?? b.keys.to))
    })
    const focused = box.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.id : undefined
    body.replaceChildren(...lines.slice(0, most).map(line => line.row()))
    if (focused) body.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus({preventScroll: true})
    more.hidden = lines.length <= most
    mark()
  }
  const mark = () => {
    for (const row of box.querySelectorAll<HTMLElement>('tbody tr')) {
      const on = row.dataset.row === page.selected
      row.classList.toggle('on', on)
      const name = row.querySelector('th button')
      if (on) name?.setAttribute('aria-current', 'true')
      else name?.removeAttribute('aria-current')
      if (on && !box.contains(document.activeElement)) row.scrollIntoView({block: 'nearest'})
    }
  }
  box.addEventListener('click', event => {
    const target = event.target as HTMLElement
    const by = target.closest<HTMLElement>('[data-sort]')?.dataset.sort
    const what = target.closest<HTMLElement>('[data-show]')?.dataset.show
    if (by) {
      sorted[of] = {by, down: sorted[of].by === by ? !sorted[of].down : by === 'shown' || by === 'known'}
      for (const head of box.querySelectorAll<HTMLElement>(`[data-of=${of}] th[aria-sort]`)) {
        head.ariaSort = head.querySelector(`[data-sort=${by}]`) ? (sorted[of].down ? 'descending' : 'ascending') : 'none'
      }
    }
    if (what) {
      of = what
      for (const one of box.querySelectorAll<HTMLElement>('[data-of]')) one.hidden = one.dataset.of !== of
      for (const one of box.querySelectorAll<HTMLElement>('[data-show]')) one.ariaPressed = String(one.dataset.show === of)
    }
    if (target.closest('[data-more]')) most += ROWS
    else if (by || what) most = ROWS
    else return
    show()
  })
  page.addEventListener('net:scene', show)
  page.addEventListener('net:seen', show)
  page.addEventListener('net:select', mark)
  return () => {
    box.hidden = !box.hidden
    page.classList.toggle('with-table', !box.hidden)
    page.querySelector('.net-bar [data-do=table]')!.ariaPressed = String(!box.hidden)
    show()
    if (!box.hidden) box.querySelector<HTMLElement>('[data-show]')!.focus()
  }
}

function records(page: NetworkExplorer): Line[] {
  const {scene, model, words, clusters} = page
  const named = clusters?.list.map(cluster => model.node(scene.ids[cluster.head])!.name) ?? []
  const lines = (id: string, shown: number, cluster: string): Line => {
    const node = model.node(id)!
    const known = Object.values(node.degrees ?? {}).reduce<number>((sum, one) => sum + (one ?? 0), 0)
    const keys = {name: node.name, type: words.say(groupOf(node)), shown, known: Math.max(known, shown), cluster}
    return {keys, row: () => {
      const row = about(words.part('record', keys), node)
      row.dataset.row = id
      return row
    }}
  }
  const list = scene.ids.slice(0, scene.real).flatMap((id, n) => (scene.nodeOn[n] ? [lines(id, scene.degree[n], named[clusters?.of[n] ?? -1] ?? '')] : []))
  return [...list, ...scene.folds.flatMap(fold => fold.leaves.map(id => lines(id, 1, '')))]
}

function edges(page: NetworkExplorer): Line[] {
  const {scene, model, words} = page
  return scene.edgeIds.flatMap((id, e) => {
    if (!scene.edgeOn[e]) return []
    const edge: EdgeRow = model.graph.getEdgeAttributes(id)
    const [from, to] = [model.node(edge.from)!, model.node(edge.to)!]
    const how = edge.label || words.say(`kind-${edge.kind}`)
    const row = () => {
      const piece = words.part('edge', {from: from.name, to: to.name, how, when: words.when(edge)})
      piece.querySelector<HTMLElement>('[data-fill=from]')!.dataset.id = edge.from
      piece.querySelector<HTMLElement>('[data-fill=to]')!.dataset.id = edge.to
      return piece
    }
    return [{keys: {from: from.name, kind: how, to: to.name, when: Math.max(-1e9, lasts(edge)[0])}, row}]
  })
}
