"""An event loop for a world without sockets, threads and processes: only time passes here."""

import asyncio
import asyncio.unix_events
import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Never

from _sandbox import network


class _Clock:
    """Stands where a selector would: with nothing to wait for but time, waiting is sleeping."""

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise RuntimeError(
                'deadlock: every task waits, and without timers, threads and network '
                'nothing in this sandbox can wake one'
            )
        if timeout > 0:
            time.sleep(timeout)
        return []


class EventLoop(asyncio.BaseEventLoop):
    """Runs tasks and timers; `asyncio.to_thread` and executors run their function at once."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Clock()

    def _process_events(self, event_list: list[Any]) -> None:
        """A clock has no events."""

    def _write_to_self(self) -> None:
        """No other thread can have called, so nobody sleeps."""

    def run_in_executor[*Ts, T](
        self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts
    ) -> asyncio.Future[T]:
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    async def create_server(self, *_args: Any, **_kwargs: Any) -> Never:
        """Fails as a socket does: the loop's own would try each address, and tell only of those."""
        network.refuse_socket()


def install() -> None:
    """Makes this the loop of `asyncio.run` and of everything else that asks for one."""
    asyncio.unix_events._DefaultEventLoopPolicy._loop_factory = EventLoop
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop
