import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Server, startServer } from '../../scripts/serve.ts'
import { isRunning, type Process, processesBelow } from '../support/processes.ts'

describe('a server', () => {
  let server: Server
  let processes: Process[]
  beforeAll(async () => {
    const others = new Set(processesBelow(process.pid).map(({ pid }) => pid))
    server = await startServer({ vars: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })
    processes = processesBelow(process.pid).filter(({ pid }) => !others.has(pid))
  })
  afterAll(() => server.stop())

  it('has the variables that it was given', async () => {
    const response = await fetch(`${server.url}/v1/models`)

    expect(response.status).toBe(401)
  })

  it('runs beside others', async () => {
    const response = await fetch(`${inject('serverUrl')}/v1/models`)

    expect(response.status).toBe(200)
  })

  it('is not started where another one listens', async () => {
    const port = Number(new URL(server.url).port)

    await expect(startServer({ port })).rejects.toThrow('Address already in use')
  })

  it('shows its variables to nobody who lists processes', () => {
    expect(processes.map(({ command }) => command).join('\n')).not.toContain('a'.repeat(64))
  })

  it('leaves no process when it is stopped', async () => {
    expect(processes.some(({ command }) => command.includes('workerd'))).toBe(true)

    await server.stop()

    await expect.poll(() => processes.filter(isRunning)).toEqual([])
    await expect(server.gone).resolves.toBeUndefined()
  })
})

describe('a server that cannot serve', () => {
  it('is not started', async () => {
    const log: string[] = []
    const starting = startServer({ vars: { AUTH: 'keys' }, log: (line) => log.push(line) })

    await expect(starting).rejects.toThrow('answers with status 503')
    expect(log.join('\n')).toContain('AUTH=keys needs')
  })

  it('ends while it starts when that is wished', async () => {
    const wish = new AbortController()
    const starting = startServer({ signal: wish.signal })
    setTimeout(() => wish.abort(), 100)

    await expect(starting).rejects.toThrow('The server ended while it started.')
  })
})
