// What is typed into a form survives a lost connection, an expired session and a closed tab: it is kept in the tab's
// storage until the server has taken it. Passwords and files never are.
const KEPT = 'input:not([type=password]):not([type=file]):not([type=hidden]), textarea, select'

const keyOf = (form: HTMLFormElement) => `draft:${location.pathname}:${new URL(form.action, location.href).pathname}`

const fields = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(KEPT)].filter(field => field.name)

const value = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio') ? String(field.checked) : field.value

function keep(form: HTMLFormElement) {
  sessionStorage.setItem(keyOf(form), JSON.stringify(fields(form).map(field => [field.name, value(field)])))
}

function bringBack(form: HTMLFormElement) {
  const stored = sessionStorage.getItem(keyOf(form))
  if (!stored) return
  const drafts = JSON.parse(stored) as [string, string][]
  const now = fields(form)
  const different = drafts.length === now.length && drafts.some(([name, text], n) => now[n].name === name && value(now[n]) !== text)
  if (!different) return
  const offer = form.querySelector<HTMLElement>('[data-draft]') ?? document.querySelector<HTMLElement>('[data-draft]')
  if (!offer) return
  offer.hidden = false
  offer.querySelector('[data-draft-use]')?.addEventListener('click', () => {
    now.forEach((field, n) => {
      const text = drafts[n][1]
      if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) field.checked = text === 'true'
      else field.value = text
    })
    offer.hidden = true
    now[0]?.focus()
  })
  offer.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
    sessionStorage.removeItem(keyOf(form))
    offer.hidden = true
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  bringBack(form)
  form.addEventListener('input', () => keep(form))
}

// The server says that it took it: the page that follows names the form's address.
for (const taken of document.querySelectorAll<HTMLElement>('[data-taken]')) sessionStorage.removeItem(taken.dataset.taken!)

// Without a connection nothing is sent, and nothing is lost.
document.addEventListener('submit', event => {
  if (navigator.onLine) return
  const said = document.querySelector<HTMLElement>('#offline')
  if (!said) return
  event.preventDefault()
  said.hidden = false
  said.scrollIntoView({block: 'nearest'})
}, {capture: true})
window.addEventListener('online', () => document.querySelector<HTMLElement>('#offline')?.setAttribute('hidden', ''))
