import { join } from 'node:path'
import { build } from 'esbuild'

/** The image's other modules, which the guest imports when it starts. */
const moduleNames = ['python.wasm', 'snapshot.wasm', 'files.wasm', 'image.json.txt']

/** The guest's program as one ES module. */
export async function bundleGuest(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../guest/worker.ts')],
    bundle: true,
    format: 'esm',
    target: 'esnext',
    minify: true,
    keepNames: true,
    write: false,
    external: ['cloudflare:workers', ...moduleNames.map((name) => `./${name}`)],
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('The guest was not bundled.')
  return bundle.text
}
