#: stdout /^CPU times: user \S+ \S+, sys: \S+ \S+, total: \S+ \S+\nWall time: \S+ \S+\n$/
#: values [{"text": "[0, 1, 2]"}]
%%time
import asyncio
async def fetch(n):
    await asyncio.sleep(0)
    return n
await asyncio.gather(*(fetch(n) for n in range(3)))
