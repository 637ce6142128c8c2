# smolagents' issue 2395: objects whose special methods go off when the host touches them later.
# expect: any
# stdout contains: before
# timeout_ms: 2000
import builtins
import gc


class Bomb:
    def __del__(self):
        while True:
            pass

    __eq__ = __hash__ = __repr__ = __str__ = __len__ = __bool__ = __del__


print('before')
builtins.bomb = Bomb()
gc.garbage.append(Bomb())
globals().update({f'name{n}': Bomb() for n in range(100)})
bomb
