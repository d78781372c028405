// The rows that are chosen: kept in the tab while somebody sorts, filters and leafs, until something was done with them.
const table = document.querySelector<HTMLTableElement>('table[data-list]')
const kind = document.querySelector<HTMLElement>('[data-kind]')?.dataset.kind
const bar = document.querySelector<HTMLFormElement>('#bulk')
const KEY = `chosen:${kind}`
const SENT = `${KEY}:sent`

const chosen = new Set<string>(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[])
const boxes = () => [...(table?.querySelectorAll<HTMLInputElement>('tbody input[name=uid]') ?? [])]
const all = table?.querySelector<HTMLInputElement>('[data-all]')
let last: HTMLInputElement | undefined

// What was done with them is said on the page that follows; what was refused is not.
if (sessionStorage.getItem(SENT)) {
  sessionStorage.removeItem(SENT)
  if (document.querySelector('.notice.done')) chosen.clear()
}

function show() {
  sessionStorage.setItem(KEY, JSON.stringify([...chosen]))
  const here = boxes()
  for (const box of here) box.checked = chosen.has(box.value)
  if (all) {
    all.checked = here.length > 0 && here.every(box => box.checked)
    all.indeterminate = !all.checked && here.some(box => box.checked)
  }
  if (!bar) return
  bar.classList.toggle('floats', chosen.size > 0)
  bar.hidden = chosen.size === 0
  const said = bar.querySelector('output')!
  const most = Number(bar.dataset.most)
  const count = chosen.size === 1 ? said.dataset.one! : said.dataset.many!.replace('{n}', chosen.size.toLocaleString(document.documentElement.lang))
  said.textContent = chosen.size > most ? `${count} · ${said.dataset.tooMany}` : count
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-changes]')) button.disabled = chosen.size > most
}

function choose(box: HTMLInputElement, on: boolean) {
  if (on) chosen.add(box.value)
  else chosen.delete(box.value)
}

table?.addEventListener('click', event => {
  const box = event.target as HTMLInputElement
  if (box === all) boxes().forEach(one => choose(one, box.checked))
  else if (box.name === 'uid') {
    const here = boxes()
    const [from, to] = [here.indexOf(event.shiftKey && last ? last : box), here.indexOf(box)].sort((a, b) => a - b)
    here.slice(from, to + 1).forEach(one => choose(one, box.checked))
    last = box
  } else return
  show()
})

// A box that is not on this page is sent along; those on it send themselves.
bar?.addEventListener('submit', () => {
  bar.querySelectorAll('[data-beside]').forEach(one => one.remove())
  const here = new Set(boxes().map(box => box.value))
  for (const uid of chosen) {
    if (here.has(uid)) continue
    const beside = Object.assign(document.createElement('input'), {type: 'hidden', name: 'uid', value: uid})
    beside.dataset.beside = ''
    bar.append(beside)
  }
  sessionStorage.setItem(SENT, 'yes')
})
bar?.querySelector<HTMLButtonElement>('[data-clear]')?.addEventListener('click', () => {
  chosen.clear()
  show()
})

if (all) all.hidden = false
bar?.querySelector('[data-clear]')?.removeAttribute('hidden')
window.addEventListener('pageshow', show)
show()
