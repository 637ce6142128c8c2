# Reads the runner's device, where the request came from.
# expect: ok
# stdout contains: nothing left
# timeout_ms: 5000
with open('/dev/sandbox', 'rb', buffering=0) as device:
    print('ESCAPED' if device.read(1_000) else 'nothing left')
