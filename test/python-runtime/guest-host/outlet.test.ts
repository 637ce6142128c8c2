import { expect, it } from 'vitest'
import { outlet, type Client } from '../../../python-runtime/guest/outlet.ts'

const mebibyte = 1024 ** 2
const bytes = (text: string) => new TextEncoder().encode(text)

/** A stream whose client the test has at hand until it calls `end`. */
function opened() {
  const { promise: isOver, resolve: end, reject: fail } = Promise.withResolvers<void>()
  const { promise: given, resolve: give } = Promise.withResolvers<Client>()
  const stream = outlet((client) => {
    give(client)
    return isOver
  })
  return { stream, given, end, fail }
}

it('gives what is sent, and ends when there is no more', async () => {
  const { stream, given, end } = opened()
  const client = await given

  client.send(bytes('one '))
  client.send(bytes('two'))
  end()

  expect(await new Response(stream).text()).toBe('one two')
})

it('fails as what it runs does', async () => {
  const { stream, fail } = opened()

  fail(new Error('broken'))

  await expect(new Response(stream).text()).rejects.toThrow('broken')
})

it('is behind when a mebibyte was not read, and tells when it has caught up', async () => {
  const { stream, given } = opened()
  const client = await given
  const reader = stream.getReader()
  let hasCaughtUp = false

  client.send(new Uint8Array(mebibyte - 1))
  expect(client.isBehind()).toBe(false)
  client.send(new Uint8Array(10))
  expect(client.isBehind()).toBe(true)
  const caughtUp = client.caughtUp().then(() => (hasCaughtUp = true))
  await new Promise(setImmediate)
  expect(hasCaughtUp).toBe(false)
  await reader.read()
  await caughtUp

  expect(client.isBehind()).toBe(false)
})

it('lets nobody wait for a reader who has gone, nor sends to one', async () => {
  const { stream, given, end } = opened()
  const client = await given
  client.send(new Uint8Array(2 * mebibyte))
  const caughtUp = client.caughtUp()

  await stream.cancel()
  await caughtUp

  expect(client.isGone()).toBe(true)
  expect(client.isBehind()).toBe(false)
  client.send(bytes('too late'))
  end()
})
