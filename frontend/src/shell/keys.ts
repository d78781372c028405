// Keys for those who keep their hands on them: `/` search, `g` and a letter to go, `?` for the list, Ctrl+Enter to save,
// j and k along lists, Esc one step back.
const typing = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]')

let waiting = 0 // until when a letter after `g` counts

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = (event.target as Element).closest('form')
    if (form) {
      event.preventDefault()
      form.requestSubmit()
    }
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return
  if (Date.now() < waiting && follow(`g ${event.key}`)) {
    waiting = 0
    event.preventDefault()
    return
  }
  waiting = event.key === 'g' ? Date.now() + 1500 : 0
  if (waiting) return
  if (event.key === '/') focusOn('[data-key="/"]', event)
  else if (event.key === '?') showKeys(event)
  else if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1, event)
  else if (event.key === 'Escape') leave()
  else if (follow(event.key)) event.preventDefault()
})

// A link or button whose key is pressed; in a list its row's one.
function follow(key: string): boolean {
  const row = document.activeElement?.closest('[data-row]')
  const there = row?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    ?? document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([data-row] *)`)
  if (!there || document.querySelector('dialog[open]')) return false
  there.click()
  return true
}

function focusOn(selector: string, event: Event) {
  const there = document.querySelector<HTMLInputElement>(selector)
  if (!there) return
  event.preventDefault()
  there.focus()
  there.select?.()
}

function step(by: number, event: Event) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (!rows.length) return
  event.preventDefault()
  const at = rows.findIndex(row => row.contains(document.activeElement))
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
  next.querySelector<HTMLElement>('a')?.focus()
  next.scrollIntoView({block: 'nearest'})
}

function showKeys(event: Event) {
  const dialog = document.querySelector<HTMLDialogElement>('#keys')
  if (!dialog || dialog.open) return
  event.preventDefault()
  dialog.showModal()
}

// Esc goes one step back: out of what is open first, then to the page above this one.
function leave() {
  if (document.querySelector('dialog[open]')) return
  const unfolded = document.activeElement?.closest('details[open]')
  if (unfolded) {
    unfolded.removeAttribute('open')
    unfolded.querySelector('summary')?.focus()
    return
  }
  document.querySelector<HTMLAnchorElement>('.crumbs a:last-of-type')?.click()
}

document.addEventListener('click', event => {
  const target = event.target as Element
  if (target.closest('[data-action=keys]')) showKeys(event)
  const closer = target.closest('[data-action=close]')
  if (closer) closer.closest('dialog')?.close()
})
