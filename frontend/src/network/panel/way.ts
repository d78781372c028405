// The way between two records: asked for here, highlighted in the picture, and told step by step.
import {asking, setEnd} from '../commands'
import type {NetworkExplorer} from '../explorer'
import {between, wayOf} from '../model/way'
import {finder} from './finder'
import {about, selecting} from './marks'

export function wayfinding(page: NetworkExplorer) {
  const form = page.querySelector<HTMLFormElement>('[data-way]')!
  const steps = page.querySelector<HTMLElement>('[data-steps]')!, choices = page.querySelector<HTMLElement>('[data-ways]')!
  const names = {from: '', to: ''}
  let found: string[][] = []
  const kinds = () => [...form.querySelectorAll<HTMLInputElement>('[name=kinds]:checked')].map(tick => tick.value)
  selecting(page, steps)
  for (const which of ['from', 'to'] as const) {
    finder(page, form.querySelector(`[data-finder=${which}]`)!, (id, name) => {
      names[which] = name
      setEnd(page, which, id || null)
    }, true)
  }

  const find = async () => {
    const {from, to} = page.ends
    if (!from || !to || from === to) return page.announce(page.words.say('both-ends'))
    const answer = await asking(page, () => page.api.path(from, to, kinds()))
    if (!answer) return
    page.add(answer)
    found = answer.paths
    page.left.delete('way')
    const said = answer.not_searched.map(one => page.words.say('not-searched', {name: one.name}))
    if (answer.partial) said.push(page.words.say('partial'))
    if (said.length) page.left.set('way', said.join(' '))
    await Promise.resolve() // the scene comes after the model
    choose(0)
    if (!found.length) page.announce(page.words.say('no-way'))
  }
  const choose = (n: number) => {
    const ids = found[n]
    page.select(null)
    page.model.show(ids ?? [])
    queueMicrotask(() => {
      page.show(ids ? wayOf(page.model, ids, [...kinds(), 'colleague']) : null)
      if (!ids) return
      page.announce(page.words.many('way', ids.length - 1))
      page.eye.fit(ids.map(id => page.scene.index.get(id)).filter(at => at !== undefined))
    })
    choices.replaceChildren(...(found.length < 2 ? [] : found.map((one, i) => {
      const button = page.words.part('choice', {name: page.words.many('steps', one.length - 1)})
      button.ariaPressed = String(i === n)
      button.addEventListener('click', () => choose(i))
      return button
    })))
    choices.hidden = found.length < 2
  }
  form.addEventListener('submit', event => { event.preventDefault(); void find() })
  form.querySelector('[data-do=reverse]')!.addEventListener('click', event => {
    event.stopPropagation()
    page.ends = {from: page.ends.to, to: page.ends.from}
    ;[names.from, names.to] = [names.to, names.from]
    page.say('net:ends')
    if (page.ends.from && page.ends.to) void find()
  })
  form.querySelector('[data-do=forget]')!.addEventListener('click', event => {
    event.stopPropagation()
    found = []
    page.ends = {from: null, to: null}
    names.from = names.to = ''
    page.left.delete('way')
    page.say('net:ends')
    choose(0)
  })
  const fill = () => {
    for (const which of ['from', 'to'] as const) {
      const id = page.ends[which], field = form.querySelector<HTMLInputElement>(`#net-${which}`)!
      if (id) names[which] = page.model.node(id)?.name ?? names[which]
      if (field !== document.activeElement) field.value = names[which]
    }
    form.querySelector<HTMLElement>('[data-forget]')!.hidden = !page.ends.from && !page.ends.to
  }
  page.addEventListener('net:scene', fill)
  page.addEventListener('net:ends', () => {
    fill()
    if (page.ends.from && page.ends.to && !form.contains(document.activeElement)) void find()
  })
  page.addEventListener('net:way', () => {
    steps.replaceChildren(...told(page))
    if (!page.way) choices.hidden = true
  })
}

// Each record on the way, with what joins it to the one before.
function told(page: NetworkExplorer) {
  const {way, model} = page
  if (!way) return []
  return way.ids.flatMap((id, n) => {
    const node = model.node(id)
    const edges = n ? between(model, way, n - 1) : []
    return node ? [about(page.words.part('step', {name: node.name, how: edges.map(edge => page.words.how(edge)).join('; ')}), node)] : []
  })
}
