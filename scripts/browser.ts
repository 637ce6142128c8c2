import { existsSync } from 'node:fs'
import { runTool } from './steps.ts'

/** The browser that the tests of the playground run in. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Installs Debian's Chromium where there is none and this process may. */
export async function ensureBrowser(): Promise<string> {
  if (existsSync(chromiumPath)) return chromiumPath
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(
      `There is no ${chromiumPath}: install Chromium, or say by CHROMIUM where it is.`,
    )
  }
  await runTool('apt-get', 'update', '--quiet=2')
  await runTool('apt-get', 'install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium')
  return `${chromiumPath}, installed now`
}
