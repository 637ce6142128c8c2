# Waits for something that nothing can bring about.
# expect: error RuntimeError or timeout
# stdout contains: before
import asyncio

print('before')
await asyncio.Event().wait()
