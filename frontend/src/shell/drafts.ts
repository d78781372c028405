// What is typed into a form (`form[data-keep]`) survives a lost connection, an expired session and a closed dialogue: it
// is kept in the tab's storage until the server has taken it. Passwords and files never are.
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Draft = {page: string; title: string; url: string; rev: string | null; typed: Record<string, string>}

const TYPED = 'input:not([type=password]):not([type=file]):not([type=hidden]):not([type=submit]), textarea, select'
const SENT = 'draft-sent'

// One's drafts are nobody else's who signs in in this tab.
const mine = () => `draft:${document.body.dataset.user ?? ''}:`
const keyOf = (form: HTMLFormElement) => {
  const {pathname, search} = new URL(form.action, location.href)
  return `${mine()}${pathname}${search}`
}

const fields = (form: HTMLFormElement) =>
  [...form.querySelectorAll<Field>(TYPED)].filter(field => field.name).map((field, n) => [`${n} ${field.name}`, field] as const)

const isTick = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

const value = (field: Field) => isTick(field) ? String(field.checked) : field.value

const before = (field: Field) => field instanceof HTMLSelectElement
  ? [...field.options].find(option => option.defaultSelected)?.value ?? field.options[0]?.value ?? ''
  : isTick(field) ? String(field.defaultChecked) : field.defaultValue

function put(field: Field, text: string) {
  if (isTick(field)) field.checked = text === 'true'
  else if (!(field instanceof HTMLSelectElement) || [...field.options].some(option => option.value === text)) field.value = text
  return value(field) === text
}

const revOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type=hidden][name=rev]')

function stored(key: string): Draft | null {
  try { return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null }
  catch { return null }
}

function keep(form: HTMLFormElement, url: string, title: string) {
  const key = keyOf(form)
  const typed = stored(key)?.typed ?? {}
  for (const [name, field] of fields(form)) if (value(field) !== before(field) || name in typed) typed[name] = value(field)
  const draft: Draft = {page: location.pathname, title, url, rev: revOf(form)?.value ?? null, typed}
  sessionStorage.setItem(key, JSON.stringify(draft))
}

// Puts back what was typed, upon the revision that it was typed upon: where somebody saved meanwhile, both are shown.
function bringBack(form: HTMLFormElement, draft: Draft) {
  const changed = fields(form).filter(([name, field]) =>
    name in draft.typed && value(field) !== draft.typed[name] && put(field, draft.typed[name]))
  const rev = revOf(form)
  if (changed.length && rev && draft.rev) rev.value = draft.rev
  return changed.length > 0
}

// Keeps what is typed into a form from now on; says so where something is back that was typed before.
export function watch(form: HTMLFormElement, url = location.href, title = document.title) {
  const draft = stored(keyOf(form)), rev = revOf(form), now = rev?.value
  if (draft && bringBack(form, draft)) {
    const said = clone('#draft-back')
    form.before(said)
    said.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
      drop(form)
      form.reset()
      if (rev && now) rev.value = now
      said.remove()
      fields(form)[0]?.[1].focus()
    })
  }
  form.addEventListener('input', () => keep(form, url, title))
}

// The server has taken it, or nobody wants it.
export function drop(form: HTMLFormElement) {
  sessionStorage.removeItem(keyOf(form))
}

// What was typed into a dialogue over this page and not saved: one line at its edge leads back to it.
export function offer() {
  document.querySelector('.draft.left')?.remove()
  const keys = Object.keys(sessionStorage).filter(key => key.startsWith(mine()))
  const key = keys.find(one => stored(one)?.page === location.pathname && !document.querySelector(`main form[data-draft="${CSS.escape(one)}"]`))
  const draft = key && stored(key)
  if (!key || !draft || !draft.url) return
  const said = clone('#draft-left')
  said.querySelector('b')!.textContent = draft.title
  said.querySelector('a')!.href = draft.url
  said.querySelector('[data-draft-drop]')!.addEventListener('click', () => {
    sessionStorage.removeItem(key)
    said.remove()
  })
  document.body.append(said)
}

const clone = (template: string) =>
  (document.querySelector<HTMLTemplateElement>(template)!.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement

// A page that says it is done has taken what was sent; one that says what is wrong has not, and it waits.
const sent = sessionStorage.getItem(SENT)
if (sent && !document.querySelector('[data-problem]')) {
  if (document.querySelector('.notice.done')) sessionStorage.removeItem(sent)
  sessionStorage.removeItem(SENT)
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  form.dataset.draft = keyOf(form)
  watch(form)
}
if (document.querySelector('#draft-left')) offer()

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  if (form.closest('form-dialog')) return
  if (form.matches('[action$="/sign-out"]')) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('draft:')) sessionStorage.removeItem(key)
  }
  if (navigator.onLine) {
    if (form.matches('[data-keep]')) sessionStorage.setItem(SENT, keyOf(form))
    return
  }
  // Without a connection nothing is sent, and nothing is lost.
  const said = document.querySelector<HTMLElement>('#offline')
  if (!said) return
  event.preventDefault()
  said.hidden = false
  said.scrollIntoView({block: 'nearest'})
}, {capture: true})
window.addEventListener('online', () => document.querySelector<HTMLElement>('#offline')?.setAttribute('hidden', ''))
