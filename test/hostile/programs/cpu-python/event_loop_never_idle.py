# Callbacks that schedule themselves: the loop never reaches the point where it would wait.
# expect: timeout
# stdout contains: before
import asyncio


def again(loop):
    loop.call_soon(again, loop)


async def main():
    again(asyncio.get_running_loop())
    await asyncio.get_running_loop().create_future()


print('before')
asyncio.run(main())
