# Writes files for as long as it is allowed to clean up.
# expect: timeout
# results contain: in_time.txt
with open('in_time.txt', 'w') as file:
    file.write('x')
try:
    while True:
        pass
finally:
    number = 0
    while True:
        number += 1
        with open(f'late{number}.txt', 'w') as file:
            file.write('x')
