# A global whose destructor loops: it would run when the interpreter is torn down.
# expect: any
# stdout contains: before
class Grave:
    def __del__(self):
        while True:
            pass


kept = Grave()
cycle = [kept]
cycle.append(cycle)
print('before')
