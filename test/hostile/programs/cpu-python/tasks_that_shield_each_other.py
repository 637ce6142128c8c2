# Cancelled tasks start their successors before they die.
# expect: timeout
# stdout contains: before
import asyncio


async def heir():
    try:
        await asyncio.sleep(0)
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    finally:
        asyncio.ensure_future(heir())


async def main():
    await heir()


print('before')
while True:
    try:
        asyncio.run(main())
    except BaseException:
        pass
