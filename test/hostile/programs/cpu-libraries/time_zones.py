# Recurrence rules ask for a date that never comes.
# expect: timeout
# stdout contains: before
from dateutil.rrule import YEARLY, rrule

print('before')
next(iter(rrule(YEARLY, bymonth=2, bymonthday=30, byeaster=[1])))
