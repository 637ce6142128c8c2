import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

describe('asynchronous programs', () => {
  it('may await at the top level', async () => {
    const result = await runPython(py`
      import asyncio
      async def twice(x):
          await asyncio.sleep(0.01)
          return 2 * x
      print(await asyncio.gather(twice(1), twice(2)))
      await twice(3)
    `)

    expect(result).toMatchObject({ stdout: '[2, 4]\n', results: [{ text: '6' }] })
  })

  it('may use async for and async with at the top level', async () => {
    const result = await runPython(py`
      import contextlib
      async def numbers():
          yield 1
          yield 2
      @contextlib.asynccontextmanager
      async def room():
          print('in')
          yield 'room'
          print('out')
      async with room() as name:
          [(name, n) async for n in numbers()]
      async for n in numbers():
          print(n)
    `)

    expect(result).toMatchObject({ error: null, stdout: 'in\nout\n1\n2\n' })
  })

  it('may start their own loop', async () => {
    const result = await runPython(py`
      import asyncio, time
      async def main():
          start = time.monotonic()
          await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(10)))
          return time.monotonic() - start < 0.4
      asyncio.run(main())
    `)

    expect(result.results).toMatchObject([{ text: 'True' }])
  })

  it('can use task groups, time limits, queues and loops made by hand', async () => {
    const result = await runPython(py`
      import asyncio
      async def main():
          queue = asyncio.Queue()
          async with asyncio.TaskGroup() as group:
              group.create_task(queue.put(1))
              group.create_task(queue.put(2))
          try:
              await asyncio.wait_for(asyncio.sleep(10), 0.01)
          except TimeoutError:
              return [await queue.get(), await queue.get()]
      loop = asyncio.new_event_loop()
      loop.run_until_complete(main())
    `)

    expect(result.results).toMatchObject([{ text: '[1, 2]' }])
  })

  it('run the function of asyncio.to_thread at once', async () => {
    const result = await runPython('import asyncio\nawait asyncio.to_thread(sum, [1, 2])')

    expect(result.results).toMatchObject([{ text: '3' }])
  })

  it('are told when they wait for what cannot come', async () => {
    const result = await runPython('import asyncio\nawait asyncio.Event().wait()')

    expect(result.error).toMatchObject({
      name: 'RuntimeError',
      message: expect.stringContaining('every task waits'),
    })
  })
})
