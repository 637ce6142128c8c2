#> [0, 1, 4]
import asyncio
async def main():
    return await asyncio.gather(*(asyncio.to_thread(pow, n, 2) for n in range(3)))
print(asyncio.run(main()))
