"""The soft end of a program's time: an exception, so that `finally` blocks still run."""

import signal
from types import FrameType, TracebackType

SIGNAL = signal.SIGXCPU
"""What the kernel raises when the program's time is up; it may raise it again."""

PLACE = '<time limit>'
"""The file that the signal's handler is in, for tracebacks that others print."""

_MAX_FRAMES = 1_000
"""Of a recursion without end its innermost part is enough, and there is no time for more."""


class ExecutionTimeout(TimeoutError):
    """The program took longer than it may."""


# A traceback shows a qualified name, and ours means nothing to the program's author.
ExecutionTimeout.__module__ = 'builtins'


class _Deadline:
    def __init__(self) -> None:
        self.timeout_ms = 0
        self.passed: ExecutionTimeout | None = None
        self.is_armed = False


_deadline = _Deadline()


def install(timeout_ms: int) -> None:
    """From now on the kernel's signal raises `ExecutionTimeout` in whatever runs."""
    _deadline.timeout_ms = timeout_ms
    _deadline.is_armed = True
    signal.signal(SIGNAL, _on_signal)


def disarm() -> None:
    """From now on nothing is raised; only the kernel's hard end is left."""
    _deadline.is_armed = False


def passed() -> ExecutionTimeout | None:
    """The time-out, if there was one, and where it was, even if the program caught it."""
    return _deadline.passed


def forget_frames() -> None:
    """Lets go of the frames that the time-out was raised in, and of all that they hold."""
    if _deadline.passed is not None:
        _deadline.passed.__traceback__ = None


def _on_signal(_number: int, frame: FrameType | None) -> None:
    if _deadline.passed is None:
        _deadline.passed = _timeout().with_traceback(_traceback_of(frame))
    if _deadline.is_armed:
        raise _timeout()


_on_signal.__code__ = _on_signal.__code__.replace(co_filename=PLACE)


def _timeout() -> ExecutionTimeout:
    return ExecutionTimeout(f'execution exceeded {_deadline.timeout_ms} ms')


def _traceback_of(frame: FrameType | None) -> TracebackType | None:
    traceback = None
    depth = 0
    while frame is not None and depth < _MAX_FRAMES:
        depth += 1
        traceback = TracebackType(traceback, frame, frame.f_lasti, frame.f_lineno)
        frame = frame.f_back
    return traceback
