// A record as a line: its sign, its name, and what goes on by a click.
import type {NetworkExplorer} from '../explorer'
import {groupOf, type NodeRow} from '../model/types'

/** Gives a piece the sign of a record, and lets its button select it. */
export function about(piece: HTMLElement, node: NodeRow): HTMLElement {
  piece.querySelector('.net-sign')?.classList.add(groupOf(node))
  const go = piece.matches('.net-go') ? piece : piece.querySelector<HTMLElement>('.net-go')
  if (go) go.dataset.id = node.id
  return piece
}

/** What is clicked in a list of records is selected, and brought into sight. */
export function selecting(page: NetworkExplorer, list: Element) {
  list.addEventListener('click', event => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset.id
    const n = id ? page.scene.index.get(id) : undefined
    if (!id) return
    page.select(id)
    if (n !== undefined) page.eye.reveal(n)
  })
}
