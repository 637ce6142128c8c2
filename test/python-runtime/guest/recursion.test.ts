import { expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

// Each of these is as deep as native CPython goes with its limit of 1000 frames, or nearly.
const deep: Record<string, [code: string, printed: string]> = {
  'a cached function': [
    py`
      import functools
      @functools.cache
      def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
      print(fibonacci(980) % 10**9)
    `,
    '834581485',
  ],
  'a minimum over a generator': [
    py`
      import functools
      @functools.cache
      def coins(amount):
          return 0 if amount == 0 else min(coins(amount - coin) + 1 for coin in (1, 5, 10) if coin <= amount)
      print(coins(490))
    `,
    '49',
  ],
  'nested objects that show each other': [
    py`
      class Node:
          def __init__(self, inner): self.inner = inner
          def __repr__(self): return f'Node({self.inner!r})'
      node = None
      for _ in range(980): node = Node(node)
      print(len(repr(node)))
    `,
    '5884',
  ],
  'objects that compare each other': [
    py`
      class Box:
          def __init__(self, inner): self.inner = inner
          def __eq__(self, other): return self.inner == other.inner
      one, other = 1, 1
      for _ in range(980): one, other = Box(one), Box(other)
      print(one == other)
    `,
    'True',
  ],
  'attributes, callables, maps and sorts': [
    py`
      class Chain:
          def __getattr__(self, name):
              return getattr(self, f'x{int(name[1:]) - 1}') if name != 'x0' else 'end'
          def __call__(self, n): return 0 if n == 0 else self(n - 1)
      def mapped(n): return 0 if n == 0 else list(map(mapped, [n - 1]))[0]
      def in_order(n): return [] if n == 0 else sorted([n], key=lambda n: in_order(n - 1))
      print(Chain().x980, Chain()(980), mapped(980), in_order(480))
    `,
    'end 0 0 [480]',
  ],
  'generators within generators': [
    py`
      class Tree:
          def __init__(self, child): self.child = child
          def __iter__(self):
              yield 1
              if self.child: yield from self.child
      tree = None
      for _ in range(980): tree = Tree(tree)
      print(sum(tree))
    `,
    '980',
  ],
  'code of many branches, calls and terms': [
    py`
      branches = 'if x == -1: r = -1\n' + ''.join(f'elif x == {n}: r = {n}\n' for n in range(1500))
      exec(branches, names := {'x': 1499})
      class Same:
          def a(self): return self
      print(names['r'], eval('x' + '.a()' * 3000, {'x': Same()}) is not None, eval('+'.join(['x'] * 5000), {'x': 2}))
    `,
    '1499 True 10000',
  ],
  'nested data': [
    py`
      import copy, json, pickle
      data = json.loads('[' * 3000 + ']' * 3000)
      print(len(repr(data)), len(json.dumps(data)), data == json.loads(json.dumps(data)), len(pickle.dumps(data)) > 3000)
      data = json.loads('{"a":' * 3000 + '1' + '}' * 3000)
      print(len(repr(data)), len(json.dumps(data)))
    `,
    '6000 6000 True True\n21001 21001',
  ],
}

it.each(Object.entries(deep))('goes as deep as natively: %s', async (_, [code, printed]) => {
  const { stdout, error } = await runPython(code)

  expect({ stdout, error }).toEqual({ stdout: `${printed}\n`, error: null })
})

it('raises RecursionError where it ends, and goes on', async () => {
  const { stdout, error } = await runPython(py`
    import functools, json, pickle
    def nested(make, depth):
        value = make(None)
        for _ in range(depth): value = make(value)
        return value
    class Shown:
        def __init__(self, inner): self.inner = inner
        def __repr__(self): return repr(self.inner)
    @functools.cache
    def endless(n): return endless(n + 1)
    lists = nested(lambda x: [x], 150_000)
    attempts = {
        'cache': lambda: endless(0),
        'loads': lambda: json.loads('[' * 150_000),
        'objects': lambda: json.loads('{"a":' * 150_000),
        'dumps': lambda: json.dumps(lists),
        'repr': lambda: repr(lists),
        'dict': lambda: repr(nested(lambda x: {1: x}, 150_000)),
        'equal': lambda: lists == nested(lambda x: [x], 150_000),
        'pickle': lambda: pickle.dumps(lists),
        'shown': lambda: repr(nested(Shown, 5_000)),
        'compile': lambda: compile('+'.join(['x'] * 200_000), '', 'eval'),
        'lambda': lambda: compile('lambda: ' * 100_000 + '0', '', 'eval'),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
            print(name, 'ended')
        except (RecursionError, MemoryError) as error:
            print(name, type(error).__name__)
    del lists
    print('freed')
  `)

  const names = 'cache loads objects dumps repr dict equal pickle shown compile'.split(' ')
  expect(error).toBeNull()
  expect(stdout.split('\n')).toEqual([
    ...names.map((name) => `${name} RecursionError`),
    'lambda MemoryError',
    'freed',
    '',
  ])
})

it('can be put aside, told the time and ended, however deep it is', async () => {
  const { stdout, error } = await runPython(
    py`
      import functools, time
      @functools.cache
      def deeper(n):
          if n: return deeper(n - 1)
          time.sleep(0.05)
          total = sum(range(1_000_000))
          print('at the bottom', total)
          try:
              while True: pass
          finally:
              print('ended')
      deeper(900)
    `,
    { timeoutMs: 6_000 },
  )

  expect(stdout).toBe('at the bottom 499999500000\nended\n')
  expect(error?.type).toBe('timeout')
})

it('ends a deep recursion that catches its end', async () => {
  const { error } = await runPython(
    py`
      import functools
      @functools.cache
      def deeper(n):
          if n: return deeper(n - 1)
          while True:
              try:
                  while True: pass
              except BaseException: pass
      deeper(900)
    `,
    { timeoutMs: 1_000 },
  )

  expect(error?.type).toBe('timeout')
})
