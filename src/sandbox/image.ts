import type { Parts } from '../../python-runtime/guest/parts.ts'

/** What sandboxes of one kind start from, as the build has made it. */
export interface Image {
  guest: string
  record: string
  program: WebAssembly.Module
  snapshot: WebAssembly.Module
  archive: WebAssembly.Module
  /** What is given to the guest before its program. */
  parts?: Record<keyof Parts, ArrayBuffer>
}

/**
 * The Worker of a sandbox. The compiled modules are shared by all of them, the archive of files among them: a new sandbox
 * neither compiles nor copies.
 */
export function guestWorker({ guest, record, program, snapshot, archive }: Image, cpuMs: number) {
  return {
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
    limits: { cpuMs },
  }
}
