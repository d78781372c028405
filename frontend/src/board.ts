// The board of opportunities: a card is dragged to another stage, or moved by Alt and an arrow key. What moves it is the
// form that is on it, sent as it is without scripts; the board is shown anew then, as it stands on the server, whether
// that came of it or somebody else was faster.
let dragged: HTMLElement | null = null

const lanes = () => [...document.querySelectorAll<HTMLElement>('#board .lane')]
const cardOf = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('[data-card]') ?? null
const laneOf = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('.lane') ?? null

document.addEventListener('dragstart', event => {
  dragged = cardOf(event.target)
  if (!dragged || !event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', dragged.dataset.name ?? '')
  dragged.classList.add('dragged')
})

document.addEventListener('dragover', event => {
  const lane = laneOf(event.target)
  if (!dragged || !lane) return
  event.preventDefault()
  for (const one of lanes()) one.classList.toggle('over', one === lane)
})

document.addEventListener('dragend', settle)

document.addEventListener('drop', event => {
  const [card, lane] = [dragged, laneOf(event.target)]
  settle()
  if (!card || !lane) return
  event.preventDefault()
  if (lane !== laneOf(card)) void move(card, lane)
})

function settle() {
  dragged?.classList.remove('dragged')
  dragged = null
  for (const lane of lanes()) lane.classList.remove('over')
}

document.addEventListener('keydown', event => {
  const by = {ArrowLeft: -1, ArrowRight: 1}[event.key]
  const card = cardOf(event.target)
  if (!by || !event.altKey || !card || (event.target as Element).matches('input, select')) return
  event.preventDefault()
  const there = lanes()
  const lane = there[there.indexOf(laneOf(card) as HTMLElement) + by]
  if (lane) void move(card, lane)
})

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  const card = form.matches('.mover') ? cardOf(form) : null
  const stage = form.querySelector<HTMLSelectElement>('select[name=stage]')?.value
  const lane = lanes().find(one => one.dataset.stage === stage)
  if (!card || !lane) return
  event.preventDefault()
  void move(card, lane)
})

let moving = false // one after the other: the second would not know the revision that the first makes

async function move(card: HTMLElement, lane: HTMLElement) {
  const form = card.querySelector<HTMLFormElement>('form.mover')
  const select = form?.querySelector<HTMLSelectElement>('select[name=stage]')
  if (!form || !select || moving) return
  moving = true
  const {id, dataset: {name = ''}} = card
  select.value = lane.dataset.stage ?? ''
  card.setAttribute('aria-busy', 'true')
  try {
    const body = new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)]))
    const answer = await fetch(form.action, {method: 'POST', body, headers: {Accept: 'application/json'}})
    const {detail = '', field = ''} = await answer.json() as {detail?: string, field?: string}
    await renew()
    if (answer.ok) say('done', {card: name, stage: lane.dataset.name ?? ''})
    else say('refused', {card: name, why: detail})
    show(id, answer.ok || !field.endsWith('_reason') ? null : lane.dataset.stage ?? '')
  } catch {
    form.submit() // without a connection, or an answer that is none: as without scripts
  } finally {
    moving = false
    card.removeAttribute('aria-busy')
  }
}

// The board as the server has it now, with what it says was done, and the way to undo that.
async function renew() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  const [now, next] = [document.querySelector('#board'), page.querySelector('#board')]
  if (now && next) now.replaceWith(next)
  for (const notice of document.querySelectorAll('.main > .notice:not(#offline)')) notice.remove()
  const main = document.querySelector('#main')
  for (const notice of page.querySelectorAll('.main > .notice:not(#offline)')) main?.before(notice)
}

function say(what: 'done' | 'refused', words: Record<string, string>) {
  const region = document.querySelector<HTMLElement>('#moved')
  if (!region) return
  let text = region.dataset[what] ?? ''
  for (const [name, value] of Object.entries(words)) text = text.replace(`{${name}}`, value)
  region.classList.toggle('sr', what === 'done')
  region.classList.toggle('wrong', what === 'refused')
  region.textContent = text
}

// The focus stays on the card; one that needs a reason for its stage asks for it.
function show(id: string, stage: string | null) {
  const card = document.getElementById(id)
  const details = card?.querySelector('details')
  if (stage === null || !card || !details) {
    card?.querySelector<HTMLElement>('a')?.focus()
    return
  }
  details.open = true
  const select = details.querySelector<HTMLSelectElement>('select[name=stage]')
  if (select) select.value = stage
  details.querySelector<HTMLInputElement>('input[name=reason]')?.focus()
}

export {}
