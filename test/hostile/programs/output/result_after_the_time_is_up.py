# Shows results for as long as it is allowed to clean up.
# expect: timeout
# results contain: in time
display('in time')
try:
    while True:
        pass
finally:
    while True:
        display('late')
