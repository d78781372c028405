// The board of opportunities: a card is dragged to another stage, or Alt and the arrow keys choose one, and Enter moves it
// there. The board is shown anew then, as it stands on the server, whether that came of it or somebody else was faster. A
// stage that needs a reason asks for it in the form of the card's link, which is all there is without scripts.
let dragged: HTMLElement | null = null
let chosen: {card: string, stage: string} | null = null

const lanes = () => [...document.querySelectorAll<HTMLElement>('#board .lane')]
const open = (lane: HTMLElement | null): lane is HTMLElement => lane !== null && !('retired' in lane.dataset)
const cardOf = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('[data-card]') ?? null
const laneOf = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('.lane') ?? null
const laneOfStage = (stage: string) => lanes().find(lane => lane.dataset.stage === stage) ?? null

function mark(lane: HTMLElement | null) {
  for (const one of lanes()) one.classList.toggle('over', one === lane)
}

document.addEventListener('dragstart', event => {
  dragged = cardOf(event.target)
  if (!dragged || !event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', dragged.dataset.name ?? '')
  dragged.classList.add('dragged')
})

document.addEventListener('dragover', event => {
  const lane = laneOf(event.target)
  if (!dragged) return
  mark(open(lane) ? lane : null)
  if (open(lane)) event.preventDefault()
})

document.addEventListener('dragend', settle)

document.addEventListener('drop', event => {
  const [card, lane] = [dragged, laneOf(event.target)]
  settle()
  if (!card || !open(lane)) return
  event.preventDefault()
  if (lane !== laneOf(card)) move(card, lane)
})

function settle() {
  dragged?.classList.remove('dragged')
  dragged = null
  mark(null)
}

document.addEventListener('keydown', event => {
  const card = cardOf(event.target)
  const by = {ArrowLeft: -1, ArrowRight: 1}[event.key]
  if (card && by && event.altKey) {
    take(event)
    choose(card, by)
  } else if (card && chosen?.card === card.id && event.key === 'Enter') {
    take(event)
    const lane = laneOfStage(chosen.stage)
    leave()
    if (lane && lane !== laneOf(card)) move(card, lane)
  } else if (card && chosen && event.key === 'Escape') {
    take(event)
    leave()
    say('left', {card: card.dataset.name ?? ''})
  }
}, true)

// Before the keys of every page see it: Escape would go a step back.
function take(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}

document.addEventListener('focusout', event => {
  if (chosen && cardOf(event.target)?.id === chosen.card && cardOf(event.relatedTarget)?.id !== chosen.card) leave()
})

// The next stage that something may come to, from the one that is chosen, or else from that of the card.
function choose(card: HTMLElement, by: number) {
  const own = laneOf(card)
  const there = lanes().filter(lane => open(lane) || lane === own)
  const from = chosen?.card === card.id ? laneOfStage(chosen.stage) : own
  const lane = there[there.indexOf(from as HTMLElement) + by]
  if (!lane) return
  chosen = {card: card.id, stage: lane.dataset.stage ?? ''}
  mark(lane)
  lane.scrollIntoView({block: 'nearest', inline: 'nearest'})
  say('chosen', {card: card.dataset.name ?? '', stage: lane.dataset.name ?? ''})
}

function leave() {
  chosen = null
  mark(null)
}

// One after the other: the second move of a card begins at the revision that the first makes.
let before = Promise.resolve()

function move(card: HTMLElement, lane: HTMLElement) {
  card.setAttribute('aria-busy', 'true')
  before = before.then(() => send(card.id, lane.dataset.stage ?? ''))
}

async function send(id: string, stage: string) {
  const card = document.getElementById(id)
  const lane = laneOfStage(stage)
  const form = document.querySelector<HTMLFormElement>('#mover')
  if (!card?.dataset.action || !lane || !form) return
  const {name = '', action, rev = ''} = card.dataset
  const words = {card: name, stage: lane.dataset.name ?? ''}
  card.setAttribute('aria-busy', 'true')
  try {
    const csrf = form.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? ''
    const answer = await fetch(action, {
      method: 'POST', headers: {Accept: 'application/json'},
      body: new URLSearchParams({csrf, stage, rev, back: location.pathname + location.search}),
    })
    const told = await answer.json().catch(() => ({})) as {detail?: string | null, field?: string | null}
    await renew(id)
    if (answer.ok) say('done', words)
    else say('refused', {...words, why: told.detail ?? String(answer.status)})
    if (!answer.ok && told.field?.endsWith('_reason')) ask(id, stage)
    else document.getElementById(id)?.querySelector<HTMLElement>('a')?.focus()
  } catch {
    say('offline', words)
    document.getElementById(id)?.removeAttribute('aria-busy')
  }
}

// The board as the server has it now, with what it says was done, and the way to undo that.
async function renew(id: string) {
  const here = new URL(location.href)
  here.searchParams.set('moved', id.replace('card-', ''))
  const page = new DOMParser().parseFromString(await (await fetch(here)).text(), 'text/html')
  for (const part of ['#board', '#mover']) {
    const [now, next] = [document.querySelector(part), page.querySelector(part)]
    if (now && next) now.replaceWith(next)
  }
  for (const notice of document.querySelectorAll('.main > .notice:not(#offline)')) notice.remove()
  const main = document.querySelector('#main')
  for (const notice of page.querySelectorAll('.main > .notice:not(#offline)')) main?.before(notice)
}

function say(what: 'done' | 'chosen' | 'left' | 'refused' | 'offline', words: Record<string, string>) {
  const region = document.querySelector<HTMLElement>('#moved')
  if (!region) return
  const wrong = what === 'refused' || what === 'offline'
  const text = region.dataset[what] ?? ''
  region.classList.toggle('sr', !wrong && what !== 'chosen')
  region.classList.toggle('wrong', wrong)
  region.textContent = text.replace(/\{(card|stage|why)\}/g, (_whole, name: string) => words[name] ?? '')
}

// The form of a card, in the stage that it could not be moved to without a reason.
function ask(id: string, stage: string) {
  const link = document.getElementById(id)?.querySelector<HTMLAnchorElement>('a.to-move')
  if (!link) return
  const to = new URL(link.href)
  to.searchParams.set('stage', stage)
  to.searchParams.set('missing', 'reason')
  link.href = to.href
  link.click()
}

// The card that was just moved by its form.
const moved = new URLSearchParams(location.search).get('moved')
if (moved) document.getElementById(`card-${moved}`)?.querySelector<HTMLElement>('a')?.focus()

export {}
