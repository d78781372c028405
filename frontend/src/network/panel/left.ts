// What is not in the picture, and why: nothing is left out without a word.
import type {NetworkExplorer} from '../explorer'

export function leftOut(page: NetworkExplorer) {
  const box = page.querySelector<HTMLElement>('[data-left]')!
  const list = box.querySelector('ul')!
  const show = () => {
    const {scene, model, words} = page
    const said = scene.folds.map(fold => words.say('folded', {n: fold.leaves.length, name: model.node(scene.ids[fold.hub])!.name}))
    const out = scene.edgeOn.reduce((sum, on) => sum + (on ? 0 : 1), 0)
    if (out) said.push(words.many('outside', out))
    if (model.hidden.size) said.push(words.many('hidden', model.hidden.size))
    said.push(...page.left.values())
    list.replaceChildren(...said.map(more => words.part('more', {more})))
    box.hidden = !said.length
    box.querySelector<HTMLElement>('[data-hidden]')!.hidden = !model.hidden.size
  }
  for (const what of ['net:scene', 'net:seen', 'net:way']) page.addEventListener(what, show)
}
