// What a page says it has done goes away by itself after the time that undo is offered at the top; it stays in the
// record's history. A pointer or the focus on it keeps it.
const STAYS_MS = 10_000

for (const notice of document.querySelectorAll<HTMLElement>('.notice:not(.wrong)')) {
  const fade = () => {
    if (notice.matches(':hover, :focus-within')) window.setTimeout(fade, 1000)
    else notice.remove()
  }
  window.setTimeout(fade, STAYS_MS)
}
