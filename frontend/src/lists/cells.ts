// Cells: e, a double click or the pencil asks for a new value in its place, Esc gives up, left and right go along a row.
import {fade} from '../shell/notices'

const within = (target: EventTarget | null, selector: string) => (target as Element | null)?.closest<HTMLElement>(selector)

document.addEventListener('keydown', event => {
  const cell = within(event.target, '.grid td')
  if (!cell || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const form = within(event.target, '.in-cell')
  if (event.key === 'Escape' && form) {
    event.preventDefault()
    event.stopPropagation()
    form.querySelector<HTMLElement>('[data-give-up]')?.click()
  } else if (!form && event.key === 'e') edit(cell, event)
  else if (!form && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) along(cell, event.key === 'ArrowRight' ? 1 : -1, event)
}, {capture: true})

document.addEventListener('dblclick', event => {
  const cell = within(event.target, '.grid td')
  if (cell && !within(event.target, 'a, form')) pencil(cell)?.click()
})

// What is unfolded above the list is folded by a click beside it.
document.addEventListener('click', event => {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.pop[open]')) {
    if (!open.contains(event.target as Node)) open.open = false
  }
})

const pencil = (cell: Element) => cell.querySelector<HTMLElement>('.pencil')

// The cell that has the focus; where it cannot be changed, the first of its row that can, the name last.
function edit(cell: HTMLElement, event: Event) {
  const row = cell.closest('tr')!
  const there = (cell.matches('.c-name') ? null : pencil(cell)) ?? row.querySelector<HTMLElement>('td:not(.c-name) > .pencil') ?? pencil(cell)
  if (!there) return
  event.preventDefault()
  event.stopPropagation()
  there.click()
}

function along(cell: HTMLElement, by: number, event: Event) {
  const stops = [...cell.closest('tr')!.querySelectorAll<HTMLElement>('td a, td input')]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

// A whole page where a cell was asked for: somebody was signed out, or the record is in the trash. The record's page says it.
document.addEventListener('htmx:before:swap', event => {
  const {ctx} = event.detail
  const cell = within(ctx.sourceElement, '.grid td')
  if (!cell || !/^\s*<!doctype/i.test(ctx.text ?? '')) return
  event.preventDefault()
  const to = cell.closest('tr')!.querySelector<HTMLAnchorElement>('.who')
  if (to) location.assign(to.href)
})

document.addEventListener('htmx:after:swap', event => {
  const {ctx} = event.detail
  if (!(ctx.target instanceof HTMLElement) || !ctx.target.matches('.grid td')) return
  const field = ctx.target.querySelector<HTMLInputElement>('[autofocus]')
  if (field) {
    field.focus()
    if (field instanceof HTMLInputElement) field.select()
  } else {
    pencil(ctx.target)?.focus()
    fade(document.querySelector('#said')!)
  }
})
