import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The guest's program as one ES module. */
export async function bundleGuest(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../guest/worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'esnext',
    minify: true,
    keepNames: true,
    write: false,
    external: ['cloudflare:workers', './python.wasm', './files.bin', './image.json.txt'],
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('The guest was not bundled.')
  return bundle.text
}
