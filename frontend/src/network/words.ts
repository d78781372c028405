// The words and pieces that the page has rendered for its script, in the language of the page.
import {dayName, LANGUAGE, lasts, monthName} from './model/time'
import {groupOf, type EdgeRow, type NodeRow} from './model/types'

export class Words {
  private readonly said = new Map<string, string>()
  private readonly parts = new Map<string, DocumentFragment>()
  private readonly plural = new Intl.PluralRules(LANGUAGE)

  constructor(page: Element) {
    for (const template of page.querySelectorAll('template')) {
      if (template.dataset.part) this.parts.set(template.dataset.part, template.content)
      for (const one of template.content.querySelectorAll('data')) this.said.set(one.value, one.textContent!)
    }
  }

  say(key: string, values: Record<string, string | number> = {}): string {
    const text = this.said.get(key) ?? key
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? shown(values[name]) : whole))
  }

  /** A sentence about a number of things. */
  many(key: string, n: number, values: Record<string, string | number> = {}) {
    return this.say(`${key}-${this.plural.select(n) === 'one' ? 'one' : 'other'}`, {n, ...values})
  }

  /** A piece of the page, filled: what has `data-fill="name"` gets the text of `name`. */
  part(name: string, values: Record<string, string | number> = {}): HTMLElement {
    const piece = (this.parts.get(name)!.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement
    for (const spot of [piece, ...piece.querySelectorAll<HTMLElement>('[data-fill]')]) {
      const text = values[spot.dataset.fill ?? '']
      if (text !== undefined) spot.textContent = shown(text)
    }
    return piece
  }

  /** All pieces of a template, for menus. */
  pieces(name: string): HTMLElement[] {
    return [...(this.parts.get(name)!.cloneNode(true) as DocumentFragment).children] as HTMLElement[]
  }

  /** What a record is: its title or industry, else its kind. */
  what(node: NodeRow) {
    return node.title || this.say(groupOf(node))
  }

  /** When an edge held. */
  when(edge: EdgeRow): string {
    if (edge.count && edge.last_at) return this.many('met', edge.count, {day: dayName(edge.last_at)})
    const [first, last] = lasts(edge)
    const begin = Number.isFinite(first) ? named(edge.start_min!, edge.start_max) : ''
    const end = Number.isFinite(last) && edge.end_max ? named(edge.end_min ?? edge.end_max, edge.end_max) : ''
    if (begin && end) return this.say('span', {first: begin, last: end})
    if (begin) return this.say('since', {day: begin})
    return end ? this.say('until', {day: end}) : this.say('undated')
  }

  /** What joins two records: a title, a kind of link, or the kind of edge, and when. */
  how(edge: EdgeRow) {
    return [edge.label || this.say(`kind-${edge.kind}`), this.when(edge)].join(' · ')
  }
}

const numbers = new Intl.NumberFormat(LANGUAGE)
const shown = (value: string | number) => (typeof value === 'number' ? numbers.format(value) : value)

// A date with its precision: a year, or a month.
function named(first: string, last: string | null | undefined) {
  const days = last ? (Date.parse(last) - Date.parse(first)) / 86_400_000 : 0
  if (days > 31) return first.slice(0, 4)
  return monthName(Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1)
}
