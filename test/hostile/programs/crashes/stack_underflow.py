# Bytecode that pops from an empty stack and indexes constants that are not there.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import dis


def victim():
    pass


print('before')
pop, load, end = (dis.opmap[name] for name in ('POP_TOP', 'LOAD_CONST', 'RETURN_VALUE'))
raw = bytes([pop, 0] * 100_000 + [load, 255, end, 0])
victim.__code__ = victim.__code__.replace(co_code=raw, co_stacksize=0, co_consts=())
victim()
