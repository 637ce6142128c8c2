# A comparison that contradicts itself and changes the list while it is being sorted, over and over.
# expect: timeout
# stdout contains: before
class Liar:
    def __lt__(self, other):
        items.append(self)
        return len(items) % 3 == 0


print('before')
items = []
while True:
    items[:] = [Liar() for _ in range(2000)]
    try:
        items.sort()
    except ValueError:
        items.clear()
