# An address of a hundred thousand open comments.
# expect: timeout or error RecursionError or error StackOverflow
# stdout contains: before
from email import message_from_string, policy

print('before')
message = message_from_string(
    'To: ' + '(' * 400 + 'a' * 400 + ' <x@y>, ' * 20_000, policy=policy.default
)
str(message['To'])
