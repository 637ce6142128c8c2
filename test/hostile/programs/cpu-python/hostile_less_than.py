# Sorting asks a comparison that never answers.
# expect: timeout
# stdout contains: before
class Undecided:
    def __lt__(self, other):
        while True:
            pass


print('before')
sorted([Undecided(), Undecided()])
