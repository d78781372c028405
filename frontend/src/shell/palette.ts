// Ctrl+K: records, pages and actions by a few letters. The server answers; without scripts there is /search.
class CommandPalette extends HTMLElement {
  private dialog!: HTMLDialogElement
  private input!: HTMLInputElement

  connectedCallback() {
    this.dialog = this.querySelector('dialog')!
    this.input = this.querySelector('input')!
    document.addEventListener('keydown', event => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        this.open()
      }
    })
    document.addEventListener('click', event => {
      const opener = (event.target as Element).closest('[data-action=palette]')
      if (opener) {
        event.preventDefault()
        this.open()
      }
    })
    this.dialog.addEventListener('click', event => {
      if (event.target === this.dialog) this.dialog.close()
    })
    this.input.addEventListener('keydown', event => this.steer(event))
    this.addEventListener('htmx:after:swap', () => this.select(0))
    document.addEventListener('htmx:after:swap', event => {
      if (this.contains(event.target as Node)) this.select(0)
    })
  }

  private steer(event: KeyboardEvent) {
    const options = this.options
    const at = options.findIndex(option => option.ariaSelected === 'true')
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    if (step && options.length) {
      event.preventDefault()
      this.select((at + step + options.length) % options.length)
    }
    if (event.key === 'Enter' && !event.isComposing && options[at]) {
      event.preventDefault()
      options[at].querySelector<HTMLElement>('a, button')?.click()
    }
  }

  private get options() {
    return [...this.querySelectorAll<HTMLElement>('[role=option]')]
  }

  private select(chosen: number) {
    this.options.forEach((option, n) => {
      option.ariaSelected = String(n === chosen)
      if (n !== chosen) return
      this.input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({block: 'nearest'})
    })
  }

  private open() {
    if (this.dialog.open) return
    this.dialog.showModal()
    this.input.select()
    this.input.dispatchEvent(new Event('palette'))
  }
}
customElements.define('command-palette', CommandPalette)
