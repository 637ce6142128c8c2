import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'

const pure = 'py3-none-any'

/** A wheel with one module, which says where it comes from. */
export function tinyWheel(
  name: string,
  options: { tag?: string; says?: string; metadata?: string } = {},
) {
  const { tag = pure, says = 'the project', metadata = 'License-Expression: MIT' } = options
  const version = '1.0'
  const record = `${name}-${version}.dist-info`
  const bytes = zipSync({
    [`${name}.py`]: strToU8(`origin = ${JSON.stringify(says)}\n`),
    [`${name}-${version}.data/purelib/${name}_more.py`]: strToU8('more = 1\n'),
    [`${name}-${version}.data/data/share/man/${name}.1`]: strToU8('A manual page.\n'),
    [`${record}/METADATA`]: strToU8(
      `Name: ${name}\nVersion: ${version}\n${metadata}\n\nAbout it.\n`,
    ),
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, version, file: `${name}-${version}-${tag}.whl`, bytes, sha256 }
}

/** What Pyodide's lock says of these wheels. */
export function pyodideLock(...wheels: { name: string; file: string; sha256: string }[]): string {
  const packages = wheels.map(({ name, file, sha256 }) => [name, { name, file_name: file, sha256 }])
  return JSON.stringify({ info: {}, packages: Object.fromEntries(packages) })
}
