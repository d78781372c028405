// Time as months counted from the year 0, with the days as their fraction: one number to compare.
import type {EdgeRow} from './types'

/** The language of the page; its English has the day before the month. */
export const LANGUAGE = document.documentElement.lang.replace(/^en$/, 'en-GB')

/** The months of a day; what the server uses for "never" and "always" is infinite. */
export function months(day: string | null | undefined): number | null {
  if (!day) return null
  const [year, month, date] = day.slice(0, 10).split('-').map(Number)
  if (year <= 1) return -Infinity
  if (year >= 9999) return Infinity
  return year * 12 + month - 1 + (date - 1) / 31
}

/** When an edge may have held: from its first possible day to its last; always, where nothing is known. */
export function lasts(edge: EdgeRow): [number, number] {
  if (edge.first_at || edge.last_at) return [months(edge.first_at) ?? -Infinity, (months(edge.last_at) ?? Infinity) + 1 / 31]
  return [months(edge.start_min) ?? -Infinity, months(edge.end_max) ?? Infinity]
}

export const monthDay = (month: number) => new Date(Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1))

const written = (when: Date, day?: 'numeric') =>
  when.toLocaleDateString(LANGUAGE, {day, month: 'short', year: 'numeric', timeZone: 'UTC'}).replace('Sept', 'Sep') // as the server has it

/** A month in the words of the page's language. */
export const monthName = (month: number) => written(monthDay(month))

export const dayName = (day: string) => written(new Date(day.slice(0, 10)), 'numeric')

/** A month as it stands in the address: 2019-05. */
export const monthCode = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

export function monthOf(code: string): number | null {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(code) ?? []
  return year ? Number(year) * 12 + Number(month) - 1 : null
}
