import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from '../../scripts/serve.ts'
import { startBrowser } from '../support/browser.ts'
import { runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

// Draws `docs/open-webui.png`, and fails where Open WebUI does not show a chart and folded code. Not a part of `npm test`,
// since the package takes gigabytes: `OPEN_WEBUI=<its venv>/bin/open-webui node test/docs/open-webui.ts`.

const picture = join(import.meta.dirname, '../../docs/open-webui.png')
const program = process.env['OPEN_WEBUI'] ?? 'open-webui'
const port = 18_080
const address = `http://127.0.0.1:${port}`
const startMs = 300_000

const question = 'Throw two dice ten thousand times. How often is their sum seven?'
const code = `import matplotlib.pyplot as plt
import numpy as np

sums = np.random.default_rng(7).integers(1, 7, (10_000, 2)).sum(axis=1)
print(f"{np.mean(sums == 7):.2%} are seven")

plt.figure(figsize=(6, 2.6), layout="constrained")
plt.hist(sums, bins=np.arange(1.5, 13.5), rwidth=0.9)
plt.title("Sums of two dice, 10,000 throws")
plt.show()
`
const reply = 'Seven comes up in about one throw of six, more often than any other sum.'

await using upstream = await ScriptedUpstream.start(runs(code), says(reply))
await using server = await startServer({
  vars: {
    OPENAI_BASE_URL: upstream.url,
    OPENAI_API_KEY: 'none',
    MODEL_SUFFIXES: 'on',
    DEFAULT_SHOW: 'markdown',
  },
})
await using _ = await startOpenWebUi(`${server.url}/v1`)
await using browser = await startBrowser()
const page = await browser.newPage({ viewport: { width: 900, height: 980 } })

await page.goto(`${address}/?models=scripted/model:python`, { waitUntil: 'domcontentloaded' })
await page.getByText("Okay, Let's Go!").click({ timeout: 60_000 })
await page.locator('#chat-input').fill(question)
await page.keyboard.press('Enter')

await page.waitForFunction(
  `document.querySelector('img[alt="figure-1.png"]')?.naturalWidth > 0`,
  undefined,
  { timeout: 60_000 },
)
await page.getByText(reply).waitFor()
const output = page.getByText(/^[\d.]+% are seven$/)
if (await output.isVisible()) throw new Error('The code is not folded.')
await page.getByText('Python', { exact: true }).click()
await output.waitFor()
// Its editor draws the code after that.
await sleep(2_000)
await page.screenshot({ path: picture })

async function startOpenWebUi(baseUrl: string): Promise<AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'open-webui-'))
  const child = spawn(program, ['serve', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      DATA_DIR: folder,
      OPENAI_API_BASE_URL: baseUrl,
      OPENAI_API_KEY: 'none',
      WEBUI_AUTH: 'False',
      WEBUI_SECRET_KEY: 'for a picture',
      ENABLE_OLLAMA_API: 'False',
      // Each of these would be a request to the model that its script does not have.
      ENABLE_TITLE_GENERATION: 'False',
      ENABLE_FOLLOW_UP_GENERATION: 'False',
      ENABLE_TAGS_GENERATION: 'False',
      // Nothing is fetched from elsewhere.
      OFFLINE_MODE: 'True',
      RAG_EMBEDDING_ENGINE: 'openai',
    },
  })
  const gone = once(child, 'exit')
  const until = Date.now() + startMs
  while (!(await isHealthy())) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error('Open WebUI has not started.')
    await sleep(1_000)
  }
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true })
    },
  }
}

async function isHealthy(): Promise<boolean> {
  return fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}
