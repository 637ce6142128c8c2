import { join } from 'node:path'
import { build } from 'esbuild'

/** The image's other modules, which the guest imports when it starts. */
const moduleNames = ['python.wasm', 'snapshot.wasm', 'files.wasm', 'image.json.txt']

const guest = join(import.meta.dirname, '../guest/worker.ts')

/** The guest's program as one ES module; another may stand for it, with modules of its own. */
export async function bundleGuest(entry = guest, ownModules: string[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'esnext',
    minify: true,
    keepNames: true,
    write: false,
    external: ['cloudflare:workers', ...[...moduleNames, ...ownModules].map((name) => `./${name}`)],
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('The guest was not bundled.')
  return bundle.text
}
