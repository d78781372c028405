// What the server says of records and of what joins them (docs/network.md).
export const EDGE_KINDS = ['job', 'tie', 'owner', 'link', 'own', 'colleague'] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]
export type NodeType = 'contact' | 'account' | 'lead' | 'user'

export interface NodeRow {
  id: string
  uid: string
  type: NodeType
  name: string
  kind?: string | null
  title?: string | null
  do_not_contact?: boolean | null
  left?: boolean | null
  degrees?: Record<string, number | null> | null
}

export interface EdgeRow {
  id: string
  kind: EdgeKind
  from: string
  to: string
  label?: string | null
  inferred?: boolean | null
  certain?: boolean | null
  start_min?: string | null
  start_max?: string | null
  end_min?: string | null
  end_max?: string | null
  first_at?: string | null
  last_at?: string | null
  count?: number | null
  strength?: number | null
}

export interface Piece {
  nodes: NodeRow[]
  edges: EdgeRow[]
}

/** The groups that are drawn alike, and named in the legend. */
export const GROUPS = ['contact', 'account', 'school', 'user', 'lead'] as const
export type Group = (typeof GROUPS)[number]

export const groupOf = (node: NodeRow): Group => (node.type === 'account' && node.kind === 'school' ? 'school' : node.type)
