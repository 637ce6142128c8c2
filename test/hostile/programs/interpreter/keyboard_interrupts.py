# Interrupts itself at the worst moments, again and again.
# expect: timeout
# stdout contains: before
import _thread

print('before')
while True:
    try:
        _thread.interrupt_main()
        for _ in range(100):
            pass
    except KeyboardInterrupt:
        continue
