# Pictures that are each as large as they may be, until there is no space for more: the answer holds what came before.
# expect: ok
# stdout contains: before
# stderr contains: No space left on device
# results contain: the last
# timeout_ms: 30000

class Picture:
    def __repr__(self):
        return 'a picture'

    def _repr_png_(self):
        return bytes(4_000_000)


print('before')
for _ in range(30):
    display(Picture())
'the last'
