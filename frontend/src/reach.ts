// The pages on which a company is reached: completion by keys, filters that apply as they are chosen, copying.

// The arrow keys go along what was found, as in the palette; Enter goes where the chosen one leads.
class ReachField extends HTMLElement {
  private chosen = -1

  connectedCallback() {
    this.field.addEventListener('keydown', event => this.steer(event))
    document.addEventListener('htmx:after:swap', () => this.choose(-1))
  }

  private get field() {
    return this.querySelector('input')!
  }

  private get found() {
    return [...document.querySelectorAll<HTMLAnchorElement>('#matches .pick')]
  }

  private steer(event: KeyboardEvent) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    const matches = this.found
    if (step && matches.length) {
      event.preventDefault()
      this.choose(Math.max(-1, Math.min(matches.length - 1, this.chosen + step)))
    } else if (event.key === 'Enter' && !event.isComposing && matches[this.chosen]) {
      event.preventDefault()
      matches[this.chosen].click()
    }
  }

  private choose(chosen: number) {
    this.chosen = chosen
    this.field.removeAttribute('aria-activedescendant')
    this.found.forEach((match, n) => {
      match.id = `match-${n}`
      match.classList.toggle('chosen-one', n === chosen)
      if (n !== chosen) return
      this.field.setAttribute('aria-activedescendant', match.id)
      match.scrollIntoView({block: 'nearest'})
    })
  }
}
customElements.define('reach-field', ReachField)

// A filter applies as soon as it is chosen; the address says what was chosen and nothing else, as it is shared. Another
// day is another page: all of it says so.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) {
  const loader = form.querySelector<HTMLAnchorElement>('[data-narrower]')!
  form.querySelector<HTMLElement>('button[type=submit]')!.hidden = true
  form.addEventListener('change', event => {
    const address = chosenIn(form)
    if ((event.target as HTMLInputElement).name === 'as_of') return location.assign(address)
    loader.setAttribute('hx-get', address)
    loader.dispatchEvent(new Event('narrow'))
  })
}

function chosenIn(form: HTMLFormElement): string {
  const chosen = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value) chosen.append(name, String(value))
  const kinds = form.querySelectorAll('[name=kinds]')
  if (chosen.getAll('kinds').length === kinds.length) chosen.delete('kinds')
  const asked = chosen.toString()
  return location.pathname + (asked && `?${asked}`)
}

// Copy buttons are of no use without scripts, so they come hidden. What is copied is said, or stands in a field.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy], [data-copy-from]')) {
  button.hidden = false
  const says = button.querySelector('span')!
  const first = says.textContent
  button.addEventListener('click', async () => {
    const from = document.querySelector<HTMLTextAreaElement>(button.dataset.copyFrom ?? ':not(*)')
    await navigator.clipboard.writeText(from?.value ?? button.dataset.copy ?? '')
    says.textContent = button.dataset.copied ?? first
    window.setTimeout(() => (says.textContent = first), 2000)
  })
}

// What is typed into a letter is what the mail program gets; a text too long for its address is copied instead.
const MAIL_LINK_MOST = 2000
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-mail]')) {
  const text = document.querySelector<HTMLTextAreaElement>(`#f-${link.dataset.mail}`)
  const subject = document.querySelector<HTMLInputElement>('#f-subject')
  const long = document.querySelector<HTMLElement>(`[data-mail-long="${link.dataset.mail}"]`)
  if (!text || !subject) continue
  const to = link.href.split('?')[0]
  const write = () => {
    const head = `${to}?subject=${encodeURIComponent(subject.value)}`
    const whole = `${head}&body=${encodeURIComponent(text.value.replace(/\r?\n/g, '\r\n'))}`
    link.href = whole.length <= MAIL_LINK_MOST ? whole : head
    if (long) long.hidden = whole.length <= MAIL_LINK_MOST
  }
  link.hidden = false
  for (const field of [text, subject]) field.addEventListener('input', write)
  write()
}
