import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../steps.ts'
import { buildWorkerd } from '../workerd/build.ts'

const project = join(import.meta.dirname, '../..')
const image = join(project, 'python-runtime/dist')
/** Packs a folder into the same bytes whenever its files are the same. */
const tarOptions = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner']

/**
 * Puts into `assets/` of a folder the Python image with its manifest of hashes, all that serves on plain workerd, the
 * package of the client, and the hash of each; and into `notes.md` what the changelog says.
 */
export async function makeRelease(folder: string, version: string, notes: string): Promise<void> {
  const name = `open-code-interpreter-${version}`
  const assets = join(folder, 'assets')
  await mkdir(assets, { recursive: true })
  await pack(join(assets, `${name}-image.tar.gz`), image)
  await packClient(assets, `${name}-client.tgz`)

  const scratch = await mkdtemp(join(tmpdir(), 'release-'))
  try {
    await buildWorkerd(scratch, [])
    const platform = `${process.platform}-${process.arch}`
    await pack(join(assets, `${name}-workerd-${platform}.tar.gz`), scratch)
  } finally {
    await rm(scratch, { recursive: true })
  }

  await writeFile(join(assets, 'SHA256SUMS'), await sumsOf(assets))
  await writeFile(join(folder, 'notes.md'), `${notes}\n`)
}

async function pack(archive: string, folder: string): Promise<void> {
  await run('tar', [
    ...tarOptions,
    '--use-compress-program=gzip -n',
    '-cf',
    archive,
    '-C',
    folder,
    '.',
  ])
}

async function packClient(folder: string, name: string): Promise<void> {
  const before = new Set(await readdir(folder))
  await run('npm', ['pack', join(project, 'client'), '--pack-destination', folder])
  const [packed = ''] = (await readdir(folder)).filter((file) => !before.has(file))
  await rename(join(folder, packed), join(folder, name))
}

async function run(tool: string, args: string[]): Promise<void> {
  const { code, errors } = await ask(tool, args)
  if (code !== 0) throw new Error(`${tool} ended with code ${code}: ${errors}`)
}

/** As `sha256sum -c` reads it. */
async function sumsOf(folder: string): Promise<string> {
  const lines = (await readdir(folder)).toSorted().map(async (name) => {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(join(folder, name))) hash.update(piece)
    return `${hash.digest('hex')}  ${name}\n`
  })
  return (await Promise.all(lines)).join('')
}
