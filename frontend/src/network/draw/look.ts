// The colours of the picture are the tokens of the page, read again where the theme changes.
import {EDGE_KINDS, GROUPS} from '../model/types'
import {MOST_CLUSTERS} from '../model/clusters'

export interface Look {
  ground: string
  text: string
  quiet: string
  accent: string
  bad: string
  former: string
  kinds: string[]
  dim: string
  dimLine: string
  groups: string[]
  clusters: string[]
  onMark: string
}

const GROUP_TOKENS = {contact: '--person', account: '--account', school: '--net-school', user: '--accent', lead: '--net-lead'}

export function look(element: Element): Look {
  const probe = document.createElement('i')
  element.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const found = {
    ground: read('--net-ground'),
    text: read('--text'),
    quiet: read('--muted'),
    accent: read('--accent'),
    bad: read('--bad'),
    former: read('--net-former'),
    kinds: EDGE_KINDS.map(kind => read(`--net-${kind}`)),
    dim: read('--net-dim'),
    dimLine: read('--net-dim-line'),
    groups: GROUPS.map(group => read(GROUP_TOKENS[group])),
    clusters: Array.from({length: MOST_CLUSTERS + 1}, (_, n) => read(n < MOST_CLUSTERS ? `--net-${n + 1}` : '--net-rest')),
    onMark: read('--surface'),
  }
  probe.remove()
  return found
}
