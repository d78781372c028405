// A form over the page instead of a page of its own: `<a data-dialog>` leads to it, here or without scripts. What the
// server refuses is shown inside with what was typed; a saved form leads on, back to this page (`data-dialog="stay"`), or,
// with `data-dialog="inside"`, to a question about it in the same dialogue.
import {drop, offer, watch} from './drafts'

const SLOW_MS = 300
const HEADERS = {'X-Dialog': 'form'}

class FormDialog extends HTMLElement {
  private dialog!: HTMLDialogElement
  private body!: HTMLElement
  private heading!: HTMLElement
  private url = ''
  private then?: string
  private saved = false

  connectedCallback() {
    this.dialog = this.querySelector('dialog')!
    this.body = this.querySelector('.body')!
    this.heading = this.querySelector('h2')!
    document.addEventListener('click', event => this.follow(event))
    this.addEventListener('submit', event => void this.send(event))
    this.dialog.addEventListener('click', event => {
      if (event.target === this.dialog) this.dialog.close()
    })
    this.dialog.addEventListener('close', () => this.saved ? location.reload() : offer())
  }

  private follow(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!link || !plain || link.target || event.defaultPrevented) return
    if (link.matches('[data-dialog]')) {
      event.preventDefault()
      document.querySelector('.draft.left')?.remove()
      this.then = link.dataset.dialog
      void this.open(link.href)
    } else if (this.contains(link) && this.leadsBack(link)) event.preventDefault()
  }

  // Within the form: to one of its fields, or to the page below, which is still there.
  private leadsBack(link: HTMLAnchorElement) {
    const to = new URL(link.href)
    if (link.getAttribute('href')!.startsWith('#')) this.body.querySelector<HTMLElement>(`#${CSS.escape(to.hash.slice(1))}`)?.focus()
    else if (link.matches('.finish a')) this.dialog.close()
    else return false
    return true
  }

  private async open(url: string) {
    this.url = url
    this.body.replaceChildren()
    this.say()
    const slow = window.setTimeout(() => this.body.replaceChildren(this.copy('[data-loading]')), SLOW_MS)
    if (!this.dialog.open) this.dialog.showModal()
    try {
      const answer = await fetch(url, {headers: HEADERS})
      const to = answer.headers.get('X-Leads-To')
      if (to) location.assign(to)
      else this.show(await answer.text(), url)
    } catch {
      this.body.replaceChildren()
      this.say('offline')
    } finally {
      window.clearTimeout(slow)
    }
  }

  private show(html: string, url: string) {
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
    if (!main) return
    const heading = main.querySelector('h1')
    this.heading.textContent = heading?.textContent?.trim() ?? ''
    heading?.remove()
    this.say()
    this.body.replaceChildren(...main.childNodes)
    for (const form of this.body.querySelectorAll<HTMLFormElement>('form')) {
      if (!form.hasAttribute('action')) form.action = url
      if (form.matches('[data-keep]')) watch(form, this.url, this.heading.textContent)
    }
    this.dialog.scrollTop = 0
    const first = this.body.querySelector<HTMLElement>('[aria-invalid=true]')
      ?? this.body.querySelector<HTMLElement>('form[data-keep] :is(input:not([type=hidden]), select, textarea)')
    ;(first ?? this.heading).focus()
  }

  private async send(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post' || form.target) return
    event.preventDefault()
    if (this.dialog.ariaBusy === 'true') return
    if (!navigator.onLine) return this.say('offline')
    this.dialog.ariaBusy = 'true'
    try {
      this.answer(form, await this.post(form, event.submitter))
    } catch {
      this.say('offline')
    } finally {
      this.dialog.ariaBusy = 'false'
    }
  }

  // Whoever signed in again meanwhile has another word to show: it is asked for once, and the form is sent again.
  private async post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<{answer: Response; html: string}> {
    const word = form.querySelector<HTMLInputElement>('input[name=csrf]')
    const once = async () => {
      const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>)
      const answer = await fetch(form.action, {method: 'post', headers: HEADERS, body})
      return {answer, html: await answer.text()}
    }
    const first = await once()
    if (first.answer.status !== 403 || !word) return first
    const page = new DOMParser().parseFromString(await (await fetch(this.url, {headers: HEADERS})).text(), 'text/html')
    const fresh = page.querySelector<HTMLInputElement>('input[name=csrf]')?.value
    if (!fresh || fresh === word.value) return first
    word.value = fresh
    return once()
  }

  private answer(form: HTMLFormElement, {answer, html}: {answer: Response; html: string}) {
    const to = answer.headers.get('X-Leads-To')
    if (answer.status === 401 || to?.startsWith('/sign-in')) this.say('signed-out')
    else if (!to) this.show(html, form.action)
    else {
      drop(form)
      this.saved = true
      const there = new URL(to, location.href)
      if (this.then === 'stay' || (there.pathname === location.pathname && !there.searchParams.has('moved'))) location.reload()
      else if (this.then === 'inside') void this.open(there.href)
      else location.assign(there)
    }
  }

  private say(what?: string) {
    this.querySelector('.says')!.replaceChildren(...(what ? [this.copy(`[data-says="${what}"]`)] : []))
    if (what) this.dialog.scrollTop = 0
  }

  private copy(which: string) {
    return this.querySelector<HTMLTemplateElement>(`template${which}`)!.content.cloneNode(true)
  }
}
customElements.define('form-dialog', FormDialog)
