// Bundles src/ into a folder: `node build.mjs OUT SOURCE_DIGEST`. Names carry hashes; manifest.json says which is which.
import * as esbuild from 'esbuild'
import {createHash} from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const [, , out, source = ''] = process.argv
if (!out) throw new Error('usage: node build.mjs OUT [SOURCE_DIGEST]')
const folder = path.resolve(out)

// The pages' scripts and sheets: each file right below src/ is one, what they share lies in folders.
const entries = fs.readdirSync('src').filter(name => /\.(ts|css)$/.test(name)).map(name => `src/${name}`)

const built = await esbuild.build({
  entryPoints: entries,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  outdir: folder,
  entryNames: '[name]-[hash]',
  chunkNames: 'shared/[name]-[hash]',
  assetNames: 'files/[name]-[hash]',
  loader: {'.woff2': 'file'},
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
})

const files = {}, needs = {}
for (const [file, made] of Object.entries(built.metafile.outputs)) {
  if (!made.entryPoint) continue
  const name = path.basename(made.entryPoint).replace(/\.ts$/, '.js')
  const inside = one => path.relative(folder, path.resolve(one))
  files[name] = inside(file)
  needs[name] = made.imports.filter(one => one.kind === 'import-statement').map(one => inside(one.path))
}

// The icons that are used, under the names they have here, as one file of symbols.
const icons = JSON.parse(fs.readFileSync('icons.json', 'utf8'))
const symbols = Object.entries(icons).map(([name, lucide]) => {
  const drawn = fs.readFileSync(`node_modules/lucide-static/icons/${lucide}.svg`, 'utf8')
  const inner = drawn.replace(/[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '').replace(/\s+/g, ' ').trim()
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`
})
const sprite = `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke-linecap="round" stroke-linejoin="round">${symbols.join('')}</svg>`
const sum = createHash('sha256').update(sprite).digest('hex').slice(0, 8).toUpperCase()
files['icons.svg'] = `icons-${sum}.svg`
fs.writeFileSync(path.join(folder, files['icons.svg']), sprite)

// The mark stands alone, as browsers ask for it by itself.
const mark = fs.readFileSync('mark.svg')
files['mark.svg'] = `mark-${createHash('sha256').update(mark).digest('hex').slice(0, 8).toUpperCase()}.svg`
fs.writeFileSync(path.join(folder, files['mark.svg']), mark)

fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({source, files, needs}, null, 1))
