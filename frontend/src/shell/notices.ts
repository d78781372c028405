// What a page says it has done goes away by itself after the time that undo is offered at the top; it stays in the
// record's history. A pointer or the focus on it keeps it.
const STAYS_MS = 10_000

export function fade(within: ParentNode) {
  for (const notice of within.querySelectorAll<HTMLElement>('.notice:not(.wrong)')) {
    const leave = () => {
      if (notice.matches(':hover, :focus-within')) window.setTimeout(leave, 1000)
      else notice.remove()
    }
    window.setTimeout(leave, STAYS_MS)
  }
}

fade(document)
