import { v8Flags } from '../v8-flags.ts'

/** A module of the Worker: its name in the bundle, which is also its file's. */
type Module = string

export interface WorkerdOptions {
  modules: readonly Module[]
  compatibilityDate: string
  compatibilityFlags: readonly string[]
  /** What is taken from the environment of workerd. */
  variables: readonly string[]
}

/** How workerd reads a module, by the ending of its name. */
const kinds: Record<string, string> = {
  js: 'esModule',
  wasm: 'wasm',
  bin: 'data',
  txt: 'text',
}

/** The configuration of workerd, in its own language (Cap'n Proto), for a folder that has all that it names. */
export function workerdConfiguration(options: WorkerdOptions): string {
  const { modules, compatibilityDate, compatibilityFlags, variables } = options
  // The first module is the one that is run.
  const ordered = modules.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
  return `using Workerd = import "/workerd/workerd.capnp";

# Written by \`npm run build:workerd\`. Paths are those of the folder that workerd is started in.
const config :Workerd.Config = (
  services = [
    (name = "interpreter", worker = .interpreter),
    # Where files are kept: --directory-path=files=/var/lib/interpreter
    (name = "files", disk = (writable = true)),
    (name = "public", disk = (path = "public")),
    # Model and search services may be on this machine too. Programs have no network in any case.
    (name = "internet", network = (
      allow = ["public", "private", "local"],
      tlsOptions = (trustBrowserCas = true),
    )),
    # For addresses that clients name: the public ones, by whatever name.
    (name = "web", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))),
  ],
  # Elsewhere: --socket-addr=http=127.0.0.1:8788
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "interpreter")],
  v8Flags = [${v8Flags.map(text).join(', ')}],
);

const interpreter :Workerd.Worker = (
  compatibilityDate = ${text(compatibilityDate)},
  compatibilityFlags = [${compatibilityFlags.map(text).join(', ')}],
  modules = [
${ordered.map((name) => `    (name = ${text(name)}, ${kindOf(name)} = embed ${text(name)}),`).join('\n')}
  ],
  bindings = [
    (name = "LOADER", workerLoader = ()),
    (name = "FOLDER", service = "files"),
    (name = "ASSETS", service = "public"),
    (name = "WEB", service = "web"),
${variables.map((name) => `    (name = ${text(name)}, fromEnvironment = ${text(name)}),`).join('\n')}
  ],
);
`
}

function isMain(name: Module): boolean {
  return name.endsWith('.js')
}

function kindOf(name: Module): string {
  const kind = kinds[name.split('.').at(-1) ?? '']
  if (kind === undefined) throw new Error(`workerd is not told what ${name} is.`)
  return kind
}

function text(value: string): string {
  return JSON.stringify(value)
}
