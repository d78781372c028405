// Fields that hold records by name (`[data-suggest]`): a few letters list what may be meant. Arrows and Enter choose, Esc
// closes the list; in a field of several, one a line, it is about the line of the caret. Without scripts the name will do.
type Entry = HTMLInputElement | HTMLTextAreaElement

const PAUSE_MS = 120

class Suggestions {
  private list = document.createElement('ul')
  private asked = 0
  private timer = 0

  constructor(private entry: Entry) {
    this.list.id = `${entry.id}-suggested`
    this.list.className = 'suggested sheet'
    this.list.role = 'listbox'
    this.list.hidden = true
    this.list.ariaLabel = entry.labels?.[0]?.textContent ?? ''
    entry.after(this.list)
    entry.role = 'combobox'
    entry.setAttribute('aria-autocomplete', 'list')
    entry.setAttribute('aria-controls', this.list.id)
    entry.ariaExpanded = 'false'
    entry.addEventListener('input', event => this.wait(event))
    entry.addEventListener('keydown', event => this.steer(event as KeyboardEvent))
    entry.addEventListener('blur', () => this.close())
    this.list.addEventListener('pointerdown', event => {
      event.preventDefault() // the focus stays
      const option = (event.target as Element).closest<HTMLElement>('[role=option]')
      if (option) this.choose(option)
    })
  }

  private get options() {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  private wait(event: Event) {
    if (!event.isTrusted) return
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.ask(), PAUSE_MS)
  }

  private async ask() {
    const [from, to] = this.line(), q = this.entry.value.slice(from, to).trim(), mine = ++this.asked
    if (!q || !navigator.onLine) return this.close()
    try {
      const asks = this.entry.dataset.suggest ?? ''
      const answer = await fetch(`${asks}${asks.includes('?') ? '&' : '?'}q=${encodeURIComponent(q)}`)
      if (!answer.ok || mine !== this.asked || document.activeElement !== this.entry) return
      this.list.innerHTML = await answer.text()
      this.options.forEach((option, n) => { option.id = `${this.list.id}-${n}` })
      this.list.hidden = !this.options.length
      this.entry.ariaExpanded = String(!this.list.hidden)
      this.select(-1)
    } catch { this.close() } // without a connection there is nothing to choose from
  }

  private steer(event: KeyboardEvent) {
    if (this.list.hidden || event.isComposing) return
    const at = this.options.findIndex(option => option.ariaSelected === 'true')
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    if (step) this.select((at + step + this.options.length) % this.options.length)
    else if (event.key === 'Enter' && at >= 0 && !event.ctrlKey) this.choose(this.options[at])
    else if (event.key === 'Escape') this.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  private select(chosen: number) {
    this.options.forEach((option, n) => { option.ariaSelected = String(n === chosen) })
    this.options[chosen]?.scrollIntoView({block: 'nearest'})
    if (chosen < 0) this.entry.removeAttribute('aria-activedescendant')
    else this.entry.setAttribute('aria-activedescendant', this.options[chosen].id)
  }

  private choose(option: HTMLElement) {
    const [from, to] = this.line()
    this.entry.setRangeText(option.dataset.value ?? '', from, to, 'end')
    this.entry.dispatchEvent(new Event('input', {bubbles: true}))
    this.close()
  }

  // Where the line of the caret begins and ends.
  private line(): [number, number] {
    const text = this.entry.value, caret = this.entry.selectionEnd ?? text.length
    const end = text.indexOf('\n', caret)
    return [text.lastIndexOf('\n', caret - 1) + 1, end < 0 ? text.length : end]
  }

  private close() {
    this.asked++
    this.list.hidden = true
    this.entry.ariaExpanded = 'false'
    this.entry.removeAttribute('aria-activedescendant')
  }
}

const known = new WeakSet<Element>()
document.addEventListener('focusin', event => {
  const entry = event.target as Entry
  if (!entry.matches('[data-suggest]') || known.has(entry)) return
  known.add(entry)
  new Suggestions(entry)
})
