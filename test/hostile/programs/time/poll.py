# Polls nothing, for ever.
# expect: timeout
# stdout contains: before
import select

print('before')
select.poll().poll()
