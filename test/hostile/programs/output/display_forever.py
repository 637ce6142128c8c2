# Shows things until its time is up.
# expect: timeout
# results contain: the first
display('the first')
while True:
    display('another')
