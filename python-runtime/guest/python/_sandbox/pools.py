"""Pools of workers, whose work is done at once by whoever gives it to them."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, Self

from _sandbox.deadline import ExecutionTimeout
from _sandbox.isolation import warn


class _Told:
    is_told = False


def tell() -> None:
    """Says once that nothing is done at the same time."""
    if not _Told.is_told:
        _Told.is_told = True
        warn('There are no threads and processes here: a pool does its work one after the other.')


class ThreadPoolExecutor(Executor):
    """Runs what is submitted before `submit` returns."""

    _max_default = 5

    def __init__(
        self,
        max_workers: int | None = None,
        thread_name_prefix: str = '',
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
        **_options: Any,
    ) -> None:
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        tell()
        self._max_workers = max_workers or self._max_default
        self._begin = (initializer, initargs)
        self._is_shut = False

    def submit[**P, T](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done."""
        if self._is_shut:
            raise RuntimeError('cannot schedule new futures after shutdown')
        initializer, initargs = self._begin
        self._begin = (None, ())
        if initializer is not None:
            initializer(*initargs)
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(self._call(fn, args, kwargs))
        except ExecutionTimeout:
            raise
        except BaseException as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes nothing more."""
        self._is_shut = True

    def _call(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        return function(*args, **kwargs)


class ProcessPoolExecutor(ThreadPoolExecutor):
    """The same with copies of what goes in and out, as between processes."""

    _max_default = 1

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: Any = None,
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
        **_options: Any,
    ) -> None:
        super().__init__(max_workers, '', initializer, initargs)

    def _call(self, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        args, kwargs = _copied((args, kwargs))
        return _copied(function(*args, **kwargs))


def _copied(value: Any) -> Any:
    """What would come out at the other end of a pipe; the value itself if it cannot go through."""
    try:
        return pickle.loads(pickle.dumps(value))
    except ExecutionTimeout:
        raise
    except Exception:
        return value


class AsyncResult:
    """A result that is there."""

    def __init__(self, future: Future[Any]) -> None:
        self._future = future

    def get(self, timeout: float | None = None) -> Any:
        """The value, or what was raised."""
        return self._future.result()

    def wait(self, timeout: float | None = None) -> None:
        """It is there."""

    def ready(self) -> bool:
        """It is."""
        return True

    def successful(self) -> bool:
        """Whether nothing was raised."""
        return self._future.exception() is None


class ThreadPool:
    """`multiprocessing.pool.ThreadPool`, one after the other."""

    _executor: type[ThreadPoolExecutor] = ThreadPoolExecutor

    def __init__(
        self,
        processes: int | None = None,
        initializer: Callable[..., Any] | None = None,
        initargs: tuple[Any, ...] = (),
        *_options: Any,
        **_more_options: Any,
    ) -> None:
        if processes is not None and processes < 1:
            raise ValueError('Number of processes must be at least 1')
        self._workers = self._executor(processes, initializer=initializer, initargs=initargs)

    def apply(self, func: Callable[..., Any], args: Any = (), kwds: Any = None) -> Any:
        """The value of one call."""
        return self._submit(func, *args, **(kwds or {})).result()

    def apply_async(
        self,
        func: Callable[..., Any],
        args: Any = (),
        kwds: Any = None,
        callback: Callable[[Any], Any] | None = None,
        error_callback: Callable[[BaseException], Any] | None = None,
    ) -> AsyncResult:
        """The same, to be asked for."""
        return _announced(self._submit(func, *args, **(kwds or {})), callback, error_callback)

    def map(self, func: Callable[..., Any], iterable: Iterable[Any], *_chunk: Any) -> list[Any]:
        """The value for each item."""
        return [self._submit(func, item).result() for item in iterable]

    def starmap(self, func: Callable[..., Any], iterable: Iterable[Any], *_chunk: Any) -> list[Any]:
        """The value for each tuple of arguments."""
        return [self._submit(func, *items).result() for items in iterable]

    def imap(self, func: Callable[..., Any], iterable: Iterable[Any], *_chunk: Any) -> _Values:
        """The values one by one."""
        return _Values(self._submit(func, item) for item in list(iterable))

    imap_unordered = imap

    def map_async(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Any],
        chunksize: int | None = None,
        callback: Callable[[Any], Any] | None = None,
        error_callback: Callable[[BaseException], Any] | None = None,
    ) -> AsyncResult:
        """The value for each item, to be asked for."""
        future = ThreadPoolExecutor.submit(self._workers, self.map, func, iterable)
        return _announced(future, callback, error_callback)

    def starmap_async(
        self,
        func: Callable[..., Any],
        iterable: Iterable[Any],
        chunksize: int | None = None,
        callback: Callable[[Any], Any] | None = None,
        error_callback: Callable[[BaseException], Any] | None = None,
    ) -> AsyncResult:
        """The value for each tuple of arguments, to be asked for."""
        return self.map_async(lambda items: func(*items), iterable, None, callback, error_callback)

    def close(self) -> None:
        """Takes nothing more."""
        self._workers.shutdown()

    terminate = close

    def join(self) -> None:
        """All is done."""
        if not self._workers._is_shut:
            raise ValueError('Pool is still running')

    def _submit(self, func: Callable[..., Any], *args: Any, **kwds: Any) -> Future[Any]:
        if self._workers._is_shut:
            raise ValueError('Pool not running')
        return self._workers.submit(func, *args, **kwds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.terminate()


class Pool(ThreadPool):
    """`multiprocessing.Pool`, one after the other, with copies as between processes."""

    _executor = ProcessPoolExecutor


class _Values:
    """An iterator with `next(timeout)`, as `imap` gives one."""

    def __init__(self, futures: Iterable[Future[Any]]) -> None:
        self._futures = iter(futures)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._futures).result()

    def next(self, timeout: float | None = None) -> Any:
        """The next value."""
        return next(self)


def _announced(
    future: Future[Any],
    callback: Callable[[Any], Any] | None,
    error_callback: Callable[[BaseException], Any] | None,
) -> AsyncResult:
    error = future.exception()
    if error is None and callback is not None:
        callback(future.result())
    if error is not None and error_callback is not None:
        error_callback(error)
    return AsyncResult(future)
