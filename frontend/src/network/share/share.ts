// Giving the picture away: its address, or a file.
import type {NetworkExplorer} from '../explorer'
import {remember} from './address'
import {fileOf, named} from './files'

export async function share(page: NetworkExplorer, what: string) {
  if (what === 'copy') return copy(page)
  const file = await fileOf(page, what)
  if (!file) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = named(page, what)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  page.announce(page.words.say('saved', {file: link.download}))
}

async function copy(page: NetworkExplorer) {
  const fits = remember(page)
  const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false)
  const said = done ? page.words.say('copied') : page.words.say('address', {address: location.href})
  page.announce(fits ? said : `${said} ${page.words.say('far')}`)
}
