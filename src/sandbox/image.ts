import { archive, guest, program, record, snapshot } from '../../python-runtime/dist/image.ts'

/**
 * What every sandbox starts from. The compiled modules are shared by all of them, the archive of files among them: a
 * new sandbox neither compiles nor copies.
 */
export const image = {
  compatibilityDate: '2026-11-01',
  mainModule: 'guest.js',
  modules: {
    'guest.js': guest,
    'python.wasm': { wasm: program },
    'snapshot.wasm': { wasm: snapshot },
    'files.wasm': { wasm: archive },
    'image.json.txt': { text: record },
  },
  // No network, no bindings, no secrets: a program that leaves Python finds an empty room.
  globalOutbound: null,
  env: {},
}
