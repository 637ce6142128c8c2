# Waits in the event loop.
# expect: timeout
# stdout contains: before
import asyncio

print('before')
await asyncio.sleep(60)
