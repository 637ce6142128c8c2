import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const inWorkerd = '**/*.workerd.test.ts'
const withServer = '**/*.server.test.ts'
/** Programs that are run in the sandbox, over HTTP. */
const inSandbox = 'test/python-runtime/guest/**/*.test.ts'

/** What the store of files on a disk is tried on. */
const folder = mkdtempSync(join(tmpdir(), 'files-'))

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{answer,auth,bench,client,docs,examples,files,model,programs,protocols,routes,scripts,search,state,tools}/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: [inWorkerd, withServer],
        },
      },
      {
        // What touches the platform runs on it, but for the Python image, which need not be built.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './test/support/wrangler.toml' },
            miniflare: { serviceBindings: { FOLDER: { disk: { path: folder, writable: true } } } },
          }),
        ],
        test: {
          name: 'worker',
          include: [`test/${inWorkerd}`],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,python-runtime,sandbox}/**/*.test.ts'],
          exclude: [withServer, inSandbox],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        // Hundreds of attacks, each for its whole time: not a part of `npm test`, which has a sample of them.
        test: {
          name: 'hostile',
          include: ['test/hostile/**/*.test.ts'],
          exclude: [withServer],
          hookTimeout: 120_000,
        },
      },
      {
        // What is asked over HTTP, of the Worker with the Python image, as `npm start` serves it.
        test: {
          name: 'server',
          include: [`test/${withServer}`, inSandbox],
          globalSetup: './test/support/server.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
