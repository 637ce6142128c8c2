import { archive, guest, program, record, snapshot } from '../../python-runtime/dist/image.ts'

/**
 * What every sandbox starts from. The compiled program is shared by all of them: a new sandbox compiles nothing. The
 * archive is copied for each, twice: into the code of its Worker, and from there into its memory.
 */
export const image = {
  compatibilityDate: '2026-11-01',
  mainModule: 'guest.js',
  modules: {
    'guest.js': guest,
    'python.wasm': { wasm: program },
    'snapshot.wasm': { wasm: snapshot },
    'files.bin': { data: archive },
    'image.json.txt': { text: record },
  },
  // No network, no bindings, no secrets: a program that leaves Python finds an empty room.
  globalOutbound: null,
  env: {},
}
