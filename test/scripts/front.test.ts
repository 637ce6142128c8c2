import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Front } from '../../scripts/server/front.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A front before a Worker that answers as given. */
async function fronted(worker: RequestListener) {
  const server = createServer(worker)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let lost = 0
  const front = new Front(() => lost++)
  open.push(front, { close: () => server.closeAllConnections() }, server)
  front.serveBy({ hostname: '127.0.0.1', port: portOf(server), headers: { 'MF-Secret': 's' } })
  const port = await front.listen(0)
  return { url: `http://localhost:${port}`, port, front, server, lost: () => lost }
}

function portOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return String(address.port)
}

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

    await expect(new Front(() => {}).listen(port)).rejects.toThrow('address already in use')
  })
})

async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, 'localhost')
  socket.write(request)
  const [data] = await once(socket, 'data')
  socket.destroy()
  return String(data)
}
