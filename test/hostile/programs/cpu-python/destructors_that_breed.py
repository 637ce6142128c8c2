# Each object's death gives birth to the next, so that deallocation never ends.
# expect: timeout or error StackOverflow
# stdout contains: before
class Phoenix:
    def __del__(self):
        Phoenix()


print('before')
while True:
    Phoenix()
