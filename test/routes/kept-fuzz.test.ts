import { expect, it } from 'vitest'
import * as z from 'zod'
import { ANSWERS } from '../../src/routes/openapi/document.ts'
import { clientOf, post, testApp } from '../support/test-app.ts'

const TEXTS = [
  '',
  'message',
  'item_reference',
  'reasoning',
  'code_interpreter_call',
  'web_search_call',
  'user',
  '\u{0}',
  '\u{D800}',
  '🏔',
  '__proto__',
  'x'.repeat(600),
  'last_active_at',
  `file-${'0'.repeat(24)}`,
  `msg_${'0'.repeat(32)}o000`,
]
const NAMES =
  'id type role content action outputs summary status results sources encrypted_content __proto__ constructor toJSON length name file_ids expires_after anchor minutes items metadata file_id'.split(
    ' ',
  )

/** JSON that nobody would send, the same for the same seed. */
class Nonsense {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0
    return (this.#state >>> 8) % count
  }

  oneOf<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.below(values.length)] ?? values[0]
  }

  value(depth = 0): string {
    const kind = this.below(depth > 3 ? 4 : 7)
    if (kind === 0) return this.oneOf(['null', 'true', '1e308', '-0', '9007199254740993'])
    if (kind < 4) return this.text(TEXTS)
    if (kind === 4) return `[${this.several(() => this.value(depth + 1))}]`
    return this.fields(depth)
  }

  fields(depth = 0): string {
    return `{${this.several(() => `${this.text(NAMES)}:${this.value(depth + 1)}`)}}`
  }

  item(): string {
    return this.oneOf([
      () => this.fields(),
      () => `{"role":"user","content":${this.value(2)}}`,
      () => `{"type":${this.text(TEXTS)},"id":${this.text(TEXTS)},${this.fields(1).slice(1)}`,
      () => `{"type":"code_interpreter_call","outputs":${this.value(1)}}`,
      () => `{"type":"web_search_call","action":${this.value(1)},"results":${this.value(1)}}`,
    ])().replace(/,\}$/, '}')
  }

  several(make: () => string): string {
    return Array.from({ length: this.below(4) }, make).join()
  }

  text(texts: readonly string[]): string {
    return JSON.stringify(texts[this.below(texts.length)] ?? '')
  }
}

const Answers = z.union([
  ANSWERS.Error,
  ANSWERS.Conversation,
  ANSWERS.Container,
  ANSWERS.ContainerFile,
  ANSWERS.ItemList,
])

it.for([1, 2, 3, 4])(
  'nonsense is refused or kept, and what is kept is read: seed %i',
  async (seed) => {
    const nonsense = new Nonsense(seed)
    const app = testApp()
    const client = clientOf(app)
    const conversation = (await client.conversations.create({})).id
    const container = (await client.containers.create({ name: 'a' })).id
    const include = `?include[]=code_interpreter_call.outputs&include=web_search_call.action.sources`
    const targets: readonly [() => [string, string], ...(() => [string, string])[]] = [
      () => [`/v1/conversations`, `{"items":[${nonsense.several(() => nonsense.item())}]}`],
      () => [`/v1/conversations`, `{"metadata":${nonsense.value()}}`],
      () => [`/v1/conversations/${conversation}`, `{"metadata":${nonsense.value()}}`],
      () => [`/v1/conversations/${conversation}/items`, `{"items":[${nonsense.item()}]}`],
      () => [`/v1/conversations/${conversation}/items${include}`, `{"items":[${nonsense.item()}]}`],
      () => [`/v1/containers`, nonsense.fields()],
      () => [`/v1/containers`, `{"name":"a","file_ids":${nonsense.value()}}`],
      () => [`/v1/containers/${container}/files`, nonsense.fields()],
    ]
    const statuses = new Set<number>()

    for (let round = 0; round < 250; round++) {
      const [path, body] = nonsense.oneOf(targets)()
      const answer = await post(app, path, body)
      statuses.add(answer.status)
      const { error } = Answers.safeParse(await answer.json())
      expect({ path, body, status: answer.status, error }).toEqual({
        path,
        body,
        status: expect.toSatisfy((status: number) => [200, 400, 404].includes(status)),
        error: undefined,
      })
    }

    expect(statuses).toContain(200)
    expect(statuses).toContain(400)
    const items = await Array.fromAsync(client.conversations.items.list(conversation, { limit: 7 }))
    expect(items.length).toBeGreaterThan(5)
    for (const query of ['', include]) {
      const page = await app.request(
        `http://localhost/v1/conversations/${conversation}/items${query}`,
      )
      expect(ANSWERS.ItemList.safeParse(await page.json()).error).toBeUndefined()
    }
  },
)
