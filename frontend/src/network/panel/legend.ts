// The legend: what is drawn how, how much of it there is; kinds of edges can be left out, clusters looked at.
import type {NetworkExplorer} from '../explorer'
import {LANGUAGE} from '../model/time'
import {EDGE_KINDS, GROUPS, type EdgeKind} from '../model/types'
import {about, selecting} from './marks'

export function legend(page: NetworkExplorer) {
  const box = page.querySelector('.net-legend')!
  const list = box.querySelector<HTMLElement>('[data-clusters]')!
  box.addEventListener('change', event => {
    const tick = event.target as HTMLInputElement
    page.model.filter(tick.dataset.filter as EdgeKind, tick.checked)
  })
  selecting(page, list)
  const count = () => {
    const {scene} = page
    const groups = new Array<number>(GROUPS.length + 1).fill(0), kinds = new Array<number>(EDGE_KINDS.length).fill(0)
    for (let n = 0; n < scene.real; n++) groups[scene.group[n]] += scene.nodeOn[n]
    for (let e = 0; e < scene.edgeIds.length; e++) kinds[scene.kind[e]] += scene.edgeOn[e]
    const known = new Set<EdgeKind>()
    page.model.graph.forEachEdge((_, edge) => known.add(edge.kind))
    for (const item of box.querySelectorAll<HTMLElement>('[data-group]')) set(item, groups[GROUPS.indexOf(item.dataset.group as never)], item.dataset.group === 'contact' || item.dataset.group === 'account')
    for (const item of box.querySelectorAll<HTMLElement>('[data-kind]')) {
      const kind = item.dataset.kind as EdgeKind
      set(item, kinds[EDGE_KINDS.indexOf(kind)], known.has(kind))
      item.querySelector('input')!.checked = !page.model.off.has(kind)
    }
  }
  const set = (item: HTMLElement, number: number, stays: boolean) => {
    item.querySelector('[data-count]')!.textContent = number ? number.toLocaleString(LANGUAGE) : ''
    item.hidden = !number && !stays
  }
  const groups = () => {
    list.hidden = !page.clusters
    list.replaceChildren(...(page.clusters?.list ?? []).map((cluster, n) => {
      const head = page.model.node(page.scene.ids[cluster.head])!
      const item = about(page.words.part('cluster', {name: page.words.say('cluster', {name: head.name}), size: cluster.size}), head)
      item.querySelector('.net-sign')!.className = `net-sign contact c${n + 1}`
      return item
    }))
    if (page.clusters && !page.clusters.list.length) list.append(page.words.part('more', {more: page.words.say('no-clusters')}))
    page.querySelector('[data-do=clusters]')!.ariaPressed = String(Boolean(page.clusters))
  }
  page.addEventListener('net:scene', () => { count(); groups() })
  page.addEventListener('net:seen', count)
}
