# Keeps frames of finished generators and writes to their variables.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys


def generator():
    local = [1]
    yield sys._getframe()
    yield local


print('before')
frames = []
for _ in range(10_000):
    running = generator()
    frame = next(running)
    frame.f_locals['local'] = frames
    frames.append(frame)
    if len(frames) % 2:
        running.close()
    frame.clear() if len(frames) % 2 else None
del frames
