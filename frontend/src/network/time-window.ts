// Two thumbs on one line, of two native sliders that meet half way between them: keys, touch and screen readers work as
// they do there.
import type {Months} from './model/model'
import {months, monthName} from './model/time'

const PLAY_MS = 130

export class TimeWindow extends HTMLElement {
  private first = 0
  private last = 0
  private timer = 0

  connectedCallback() {
    this.addEventListener('input', () => {
      this.put(Number(this.from.value), Number(this.to.value))
      this.tell('slide')
    })
    this.addEventListener('change', () => this.tell('commit'))
    this.button('play').addEventListener('click', () => (this.timer ? this.pause() : this.play()))
    this.button('all').addEventListener('click', () => {
      this.pause()
      this.set(null)
      this.tell('commit')
    })
    this.range([])
  }

  /** The months that the edges span, and how many held in each: the bars behind the thumbs. */
  range(spans: Iterable<[number, number]>) {
    const now = Math.floor(months(this.dataset.now)!)
    const list = [...spans].filter(([begin, end]) => Number.isFinite(begin) || Number.isFinite(end))
    const starts = list.map(([begin, end]) => Math.floor(Number.isFinite(begin) ? begin : end))
    const was = this.value
    this.last = now
    this.first = Math.min(now - 12, starts.reduce((a, b) => Math.min(a, b), now))
    this.first -= this.first % 12
    this.set(was)
    this.bars(list)
    this.toggleAttribute('data-idle', !list.length)
  }

  /** The months chosen; null for all times. */
  get value(): Months | null {
    const [from, to] = [Number(this.from.value), Number(this.to.value)]
    return !this.last || (from <= this.first && to >= this.last) ? null : [from, to]
  }

  set(window: Months | null) {
    this.put(window ? window[0] : this.first, window ? window[1] : this.last)
  }

  private put(from: number, to: number) {
    const half = Math.floor((from + to) / 2)
    for (const [thumb, least, most, value] of [[this.from, this.first, half, from], [this.to, half, this.last, to]] as const) {
      thumb.min = String(least)
      thumb.max = String(most)
      thumb.value = String(value)
    }
    this.show(half)
  }

  // The window moves on; where it is all of time, its end grows from the beginning.
  private play() {
    const [from, to] = [Number(this.from.value), Number(this.to.value)]
    const whole = from === this.first
    if (to >= this.last) this.put(this.first, whole ? this.first : this.first + to - from)
    this.button('play').ariaPressed = 'true'
    this.timer = window.setInterval(() => {
      const [begin, end] = [Number(this.from.value), Number(this.to.value)]
      if (end >= this.last) return this.pause()
      this.put(begin + (whole ? 0 : 1), end + 1)
      this.tell('slide')
    }, PLAY_MS)
  }

  private pause() {
    if (!this.timer) return
    clearInterval(this.timer)
    this.timer = 0
    this.button('play').ariaPressed = 'false'
    this.tell('commit')
  }

  private show(half: number) {
    const [from, to] = [Number(this.from.value), Number(this.to.value)]
    for (const [thumb, output] of [[this.from, '[data-from]'], [this.to, '[data-to]']] as const) {
      const name = monthName(Number(thumb.value))
      thumb.setAttribute('aria-valuetext', name)
      this.querySelector(output)!.textContent = name
    }
    const wide = Math.max(1, this.last - this.first)
    this.style.setProperty('--from', String((from - this.first) / wide))
    this.style.setProperty('--half', String((half - this.first) / wide))
    this.style.setProperty('--to', String((to - this.first) / wide))
    this.button('all').hidden = !this.value
  }

  private bars(spans: [number, number][]) {
    const svg = this.querySelector('svg.net-years')!
    const counts = new Array<number>(Math.ceil((this.last - this.first + 1) / 12)).fill(0)
    for (const [begin, end] of spans) {
      const to = Math.min(counts.length - 1, Math.floor((Math.min(end, this.last) - this.first) / 12))
      for (let year = Math.max(0, Math.floor((Math.max(begin, this.first) - this.first) / 12)); year <= to; year++) counts[year]++
    }
    const most = Math.max(1, ...counts)
    const wide = (this.last - this.first) / 12
    svg.setAttribute('viewBox', `0 0 ${Math.max(1, wide)} 1`)
    const bar = (count: number, year: number) => `M${year + 0.08} 1V${1 - count / most}H${Math.min(wide, year + 0.92)}V1z`
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', counts.map(bar).join(''))
    svg.replaceChildren(path)
  }

  private tell(what: 'slide' | 'commit') {
    this.dispatchEvent(new CustomEvent(`window:${what}`, {bubbles: true}))
  }

  private get from() {
    return this.querySelector<HTMLInputElement>('[data-thumb=from]')!
  }

  private get to() {
    return this.querySelector<HTMLInputElement>('[data-thumb=to]')!
  }

  private button(name: string) {
    return this.querySelector<HTMLButtonElement>(`[data-${name}]`)!
  }
}
customElements.define('time-window', TimeWindow)
