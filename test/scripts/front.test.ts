import { once } from 'node:events'
import type { IncomingMessage, RequestListener } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Front } from '../../scripts/server/front.ts'
import { fronted, listening, open } from '../support/fronted.ts'

const echo: RequestListener = ({ headers, method, url }, response) => {
  response.end(JSON.stringify({ headers, method, url }))
}

describe('the front of a server', () => {
  it('hands a request on, and the answer back', async () => {
    const { url } = await fronted(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString()
      response.writeHead(418, { 'x-word': ['a', 'b'] })
      response.end(`${request.method} ${request.url} ${body}`)
    })

    const response = await fetch(`${url}/a%20b//c?d=e`, { method: 'POST', body: 'what it says' })

    expect(response.status).toBe(418)
    expect(response.headers.get('x-word')).toBe('a, b')
    expect(await response.text()).toBe('POST /a%20b//c?d=e what it says')
  })

  it('tells the Worker where the client has asked, and lets nobody else do so', async () => {
    const { url, port } = await fronted(echo)

    const response = await fetch(`${url}/v1/files`, {
      headers: {
        'MF-Original-URL': 'http://elsewhere/',
        'mf-route-override': 'other',
        'MF-CF-Blob': '{}',
        'x-mine': 'yes',
      },
    })

    const { headers }: { headers: object } = await response.json()
    expect(headers).toMatchObject({
      host: `localhost:${port}`,
      'mf-original-url': `http://localhost:${port}/v1/files`,
      'mf-secret': 's',
      'x-mine': 'yes',
    })
    expect(Object.keys(headers)).not.toContain('mf-route-override')
    expect(Object.keys(headers)).not.toContain('mf-cf-blob')
  })

  it('is there at each address of this machine by which clients may know it', async () => {
    const { port } = await fronted(echo)

    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/`)).status).toBe(200)
    }
  })

  it('takes no address for a path', async () => {
    const { port } = await fronted(echo)

    expect(await raw(port, 'GET http://localhost/v1/files HTTP/1.1\r\nHost: evil\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    )
  })

  it('hands on what is streamed when it comes', async () => {
    let finish = () => {}
    const { url } = await fronted((_, response) => {
      response.write('first')
      finish = () => response.end('last')
    })

    const reader = (await fetch(url)).body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
    finish()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('last')
  })

  it('resets the connection of a client that has gone, also of one that waits for an answer', async () => {
    const gone = Promise.withResolvers<unknown>()
    const { url } = await fronted((request: IncomingMessage) => {
      request.resume()
      request.socket.once('error', gone.resolve)
      request.socket.once('end', () => gone.reject(new Error('It only ends.')))
    })
    const leaves = new AbortController()
    const asked = fetch(url, { method: 'POST', body: '{}', signal: leaves.signal }).catch(() => {})
    setTimeout(() => leaves.abort(), 100)

    await asked
    expect(await gone.promise).toMatchObject({ code: 'ECONNRESET' })
  })

  it('answers with 503 and a time to come back when the Worker dies on a request', async () => {
    const { url, lost } = await fronted((request) => request.socket.destroy())

    const response = await fetch(url, { method: 'POST', body: '{}' })

    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ error: { code: 'server_restarting' } })
    expect(lost()).toBe(0)
  })

  it('does the same, and says so, when the Worker is not there at all', async () => {
    const { url, server, lost } = await fronted(echo)
    server.close()

    expect((await fetch(url)).status).toBe(503)
    expect(lost()).toBe(1)
  })

  it('breaks off an answer that the Worker breaks off', async () => {
    const { url } = await fronted((request, response) => {
      response.write('first')
      setTimeout(() => request.socket.destroy(), 50)
    })

    await expect((await fetch(url)).text()).rejects.toThrow('terminated')
  })

  it('is not there where another one listens', async () => {
    const { port } = await fronted(echo)

    await expect(new Front().listen(port)).rejects.toThrow('address already in use')
  })
})

describe('a front before several processes', () => {
  const named =
    (name: string): RequestListener =>
    (_, response) =>
      response.end(name)

  it('asks them in turns', async () => {
    const { url, front } = await fronted(named('a'))
    front.add((await listening(named('b'))).backend)

    const names = []
    for (let index = 0; index < 4; index++) names.push(await (await fetch(url)).text())

    expect(names).toEqual(['a', 'b', 'a', 'b'])
  })

  it('asks the one that has less to do', async () => {
    let finish = () => {}
    const { url, front } = await fronted((_, response) => (finish = () => response.end('a')))
    const slow = fetch(url)
    await expect.poll(() => String(finish)).not.toBe('() => {}')
    front.add((await listening(named('b'))).backend)

    const names = []
    for (let index = 0; index < 3; index++) names.push(await (await fetch(url)).text())

    expect(names).toEqual(['b', 'b', 'b'])
    finish()
    expect(await (await slow).text()).toBe('a')
  })

  it('counts nothing that a client has given up', async () => {
    const { url, front } = await fronted(({ url: path }, response) => {
      if (path === '/') response.end('a')
    })
    const leaves = new AbortController()
    const left = [1, 2, 3].map(() => fetch(`${url}/never`, { signal: leaves.signal }))
    await sleep(100)
    leaves.abort()
    await Promise.allSettled(left)
    front.add((await listening(named('b'))).backend)
    await sleep(100)

    const names = []
    for (let index = 0; index < 4; index++) names.push(await (await fetch(url)).text())

    expect(names.toSorted()).toEqual(['a', 'a', 'b', 'b'])
  })

  it('asks one that owes an answer only when there is no other', async () => {
    const { url, front } = await fronted(named('a'))
    const { backend } = await listening(named('silent'))
    front.add({ ...backend, isSilent: () => true })
    const other = await listening(named('b'))
    front.add(other.backend)

    const names = []
    for (let index = 0; index < 4; index++) names.push(await (await fetch(url)).text())

    expect(names).toEqual(['a', 'b', 'a', 'b'])
  })

  it('asks the next one when one is not there, with the whole of what was sent', async () => {
    const { url, front, server, lost } = await fronted(named('a'))
    server.close()
    const other = await listening(async (request, response) => {
      response.end(Buffer.concat(await Array.fromAsync(request)))
    })
    front.add(other.backend)
    const body = 'x'.repeat(1_000_000)

    const response = await fetch(url, { method: 'POST', body })

    expect(await response.text()).toBe(body)
    expect(lost()).toBe(1)
  })

  it('has clients come back at once when one dies on a request and others are there', async () => {
    const { url, front } = await fronted((request) => request.socket.destroy())
    front.add((await listening(named('b'))).backend)

    const response = await fetch(url, { method: 'POST', body: '{}' })

    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
  })

  it('answers with 503 when there is none', async () => {
    const front = new Front()
    open.push(front)
    const response = await fetch(`http://localhost:${await front.listen(0)}`)

    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
  })
})

describe('a front that counts', () => {
  it('answers with 429 and the time to wait, and does not ask the Worker', async () => {
    let asked = 0
    const worker: RequestListener = (_, response) => {
      asked++
      response.end()
    }
    const { url } = await fronted(worker, {
      waitFor: ({ headers }) => (headers.authorization === undefined ? 0 : 7),
    })

    const response = await fetch(url, { headers: { authorization: 'Bearer key' } })

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await response.json()).toMatchObject({
      error: { type: 'rate_limit_error', code: 'rate_limit_exceeded' },
    })
    expect(asked).toBe(0)
    expect((await fetch(url)).status).toBe(200)
  })
})

describe('a front that is drained', () => {
  it('lets what was asked be answered, and takes nothing new', async () => {
    let finish = () => {}
    const { url, front } = await fronted((_, response) => {
      response.write('first ')
      finish = () => response.end('last')
    })
    const asked = await fetch(url)

    const drained = front.drain(60_000)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    finish()

    expect(await asked.text()).toBe('first last')
    await drained
  })

  it('breaks off what takes longer than it may', async () => {
    const { url, front } = await fronted((_, response) => response.write('first'))
    const asked = await fetch(url)
    const began = performance.now()

    await front.drain(200)

    await expect(asked.text()).rejects.toThrow('terminated')
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, 'localhost')
  socket.write(request)
  const [data] = await once(socket, 'data')
  socket.destroy()
  return String(data)
}
