# Bytecode whose backward jump never looks at signals: the soft interrupt is not seen.
# expect: timeout
# stdout contains: before
import dis


def wait():
    while True:
        pass


def patched(code):
    jump = dis.opmap['JUMP_BACKWARD']
    quiet = dis.opmap['JUMP_BACKWARD_NO_INTERRUPT']
    raw = bytearray(code.co_code)
    for offset in range(0, len(raw), 2):
        if raw[offset] == jump:
            raw[offset] = quiet
            raw[offset + 1] = 1
    return code.replace(co_code=bytes(raw))


print('before')
wait.__code__ = patched(wait.__code__)
wait()
