import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

const words =
  'The sandbox has no network. Files that are attached to the request are in /mnt/data, and the tool web_search can look into the web.'

describe('a program that looks for a network', () => {
  it.each([
    ['socket.socket', 'socket.socket()'],
    ['socket.socketpair', 'socket.socketpair()'],
    ['socket.create_connection', "socket.create_connection(('example.com', 80), timeout=60)"],
    ['an address without a name', "socket.create_connection(('192.0.2.1', 80), timeout=60)"],
    ['socket.create_server', "socket.create_server(('127.0.0.1', 8080))"],
    ['socket.getaddrinfo', "socket.getaddrinfo('example.com', 80)"],
    ['socket.gethostbyname', "socket.gethostbyname('example.com')"],
    ['socket.gethostbyaddr', "socket.gethostbyaddr('192.0.2.1')"],
    ['urllib', "urllib.request.urlopen('https://example.com/', timeout=60)"],
    [
      'urllib, with a context of ssl',
      "urllib.request.urlopen('https://example.com/', context=ssl.create_default_context())",
    ],
    ['http.client', "http.client.HTTPSConnection('example.com').request('GET', '/')"],
    ['ssl', "ssl.get_server_certificate(('example.com', 443))"],
    ['smtplib', "smtplib.SMTP('example.com')"],
    ['asyncio.open_connection', "await asyncio.open_connection('example.com', 80)"],
    ['asyncio, by an address', "await asyncio.open_connection('192.0.2.1', 80)"],
    ['asyncio.start_server', "await asyncio.start_server(print, '127.0.0.1', 8080)"],
    [
      'asyncio, for datagrams',
      'await asyncio.get_running_loop().create_datagram_endpoint(' +
        "asyncio.DatagramProtocol, remote_addr=('192.0.2.1', 80))",
    ],
    ['pandas.read_csv', "pandas.read_csv('https://example.com/table.csv')"],
    ['pandas.read_json', "pandas.read_json('https://example.com/table.json')"],
    ['numpy.genfromtxt', "numpy.genfromtxt('https://example.com/table.csv')"],
  ])('is told at once that there is none, and what to do instead: %s', async (_, attempt) => {
    const result = await runPython(py`
      import asyncio, http.client, smtplib, socket, ssl, urllib.request
      import numpy, pandas
      ${attempt}
    `)

    expect(result.error).toMatchObject({ type: 'execution_error' })
    expect(result.error?.message).toContain(words)
    expect(result.error?.traceback).toContain(words)
    expect(result.error?.traceback).not.toContain('_sandbox')
    expect(result.usage.wall_ms).toBeLessThan(5_000)
  })

  it('may catch what it would catch on a machine that is offline', async () => {
    const result = await runPython(py`
      import errno, http.client, socket, urllib.error, urllib.request
      try:
          urllib.request.urlopen('https://example.com/')
      except urllib.error.URLError as error:
          print(type(error.reason) is socket.gaierror, error.reason.errno == socket.EAI_FAIL)
      try:
          http.client.HTTPConnection('192.0.2.1').request('GET', '/')
      except socket.gaierror as error:
          print(error.strerror)
      try:
          socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      except OSError as error:
          print(error.errno == errno.ENETUNREACH, error.strerror)
      try:
          socket.gethostbyaddr('192.0.2.1')
      except socket.herror as error:
          print(error.strerror)
    `)

    expect(result.error).toBeNull()
    expect(result.stdout).toBe(`True True\n${words}\nTrue ${words}\n${words}\n`)
  })
})
