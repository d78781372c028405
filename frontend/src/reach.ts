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

// A filter applies as soon as it is chosen. Another day is another page: all of it says so.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) {
  form.querySelector<HTMLElement>('button[type=submit]')!.hidden = true
  form.addEventListener('change', event => {
    if ((event.target as HTMLInputElement).name === 'as_of') form.requestSubmit()
    else form.dispatchEvent(new Event('narrow'))
  })
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
