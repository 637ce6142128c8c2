# Compiles and runs ever new programs.
# expect: timeout
# stdout contains: before
print('before')
number = 0
while True:
    exec(compile(f'value_{number} = {number}', f'file_{number}', 'exec'))
    number += 1
