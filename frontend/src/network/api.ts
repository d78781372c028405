// Asks the server (docs/network.md); what goes wrong comes back with its own words.
import type {EdgeKind, NodeRow, Piece} from './model/types'

export interface Records extends Piece {
  missing: string[]
}

export interface Count {
  kind: EdgeKind
  direction: string
  label: string | null
  count: number | null
  exact: boolean
}

export interface Page extends Piece {
  next_cursor: string | null
  total: number | null
}

export interface Ways extends Piece {
  paths: string[][]
  not_searched: {id: string; name: string; edges: number}[]
  partial: boolean
}

export interface Match {
  uid: string
  type: string
  name: string
  detail: string | null
}

export class Refused extends Error {}

const AT_ONCE = 60 // ids that an address may carry

export class Api {
  constructor(private readonly page: DOMStringMap) {}

  async records(ids: string[]): Promise<Records> {
    if (ids.length <= AT_ONCE) return this.get('/records', {ids: ids.join(',')})
    const body = JSON.stringify({ids, as_of: this.page.asOf || null})
    return this.ask(`${this.page.api}/between`, {method: 'POST', body})
  }

  around(id: string): Promise<{node: NodeRow; counts: Count[]}> {
    return this.get('/around', {id})
  }

  expand(id: string, kind: string, cursor: string | null): Promise<Page> {
    return this.get('/expand', {id, kind, cursor: cursor ?? '', limit: '50'})
  }

  path(from: string, to: string, kinds: string[]): Promise<Ways> {
    return this.get('/path', {from, to, kinds: kinds.join(',')})
  }

  async search(q: string): Promise<Match[]> {
    const found = await this.ask<{items: Match[]}>(`${this.page.search}?${new URLSearchParams({q, limit: '8'})}`)
    return found.items
  }

  private get<T>(path: string, asked: Record<string, string>): Promise<T> {
    const said = Object.entries({...asked, as_of: this.page.asOf ?? ''}).filter(([, value]) => value)
    const query = said.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2C/g, ',')}`)
    return this.ask(`${this.page.api}${path}?${query.join('&')}`)
  }

  private async ask<T>(address: string, more: RequestInit = {}): Promise<T> {
    const headers = {Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRF-Token': this.page.csrf ?? ''}
    const answer = await fetch(address, {...more, headers})
    if (answer.ok) return (await answer.json()) as T
    const problem = (await answer.json().catch(() => ({}))) as {detail?: string}
    throw new Refused(problem.detail ?? '')
  }
}
