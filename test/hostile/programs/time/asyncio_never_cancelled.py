# A coroutine that answers its cancellation by waiting again.
# expect: timeout
# stdout contains: before
import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(60)
        except BaseException:
            pass


print('before')
await asyncio.gather(*(stubborn() for _ in range(100)))
