"""One run of one program: the kernel calls `main` once and then throws the interpreter away."""

import atexit
import sys
from collections.abc import Callable
from typing import Any

from _sandbox import (
    channel,
    deadline,
    derivation,
    display,
    event_loop,
    figures,
    files,
    foreign,
    imports,
    links,
    locales,
    network,
    patches,
    processes,
    program,
    results,
    streams,
    teardown,
    threads,
    times,
    tracebacks,
)
from _sandbox.isolation import attempt, warn
from _sandbox.request import Request
from _sandbox.reseed import WORKING_FOLDER, reseed

type Error = dict[str, Any]

_STANDARD_LIBRARY = (derivation, foreign, links, locales, times)
"""What this build of CPython, or the C library below it, lacks of the standard library."""

_excepthook = sys.excepthook
_MAX_FIGURES_LATE = 2
"""Open figures that are still drawn when the time is up."""


def main() -> None:
    """Runs the program, and sends all that it shows and leaves, and how it ended.

    That is the last event, but for figures of a program whose time was up: drawing them may take
    longer than the kernel's grace, so everything else is told before. Raises only if the kernel's
    request is not one.
    """
    request = Request.parse(channel.read_request())
    _install(request)
    try:
        error = _run(request)
    except BaseException as escaped:  # The time was up between two steps.
        deadline.disarm()
        error = None if deadline.passed() else _told(escaped)
    passed = deadline.passed()
    if passed is None:
        channel.send({'type': 'finished', 'error': error})
    else:
        _finish_late(passed, error)


def _finish_late(passed: deadline.ExecutionTimeout, error: Error | None) -> None:
    figures_due = attempt('looking for figures', figures.due) or []
    if len(figures_due) > _MAX_FIGURES_LATE:
        warn(f'{len(figures_due) - _MAX_FIGURES_LATE} open figures are not shown.')
    warn(f'TimeoutError: {passed}')
    channel.send({'type': 'finished', 'error': error or tracebacks.describe(passed)})
    for figure in figures_due[:_MAX_FIGURES_LATE]:
        attempt('drawing a figure', figures.show, figure)


def _install(request: Request) -> None:
    reseed(request.environment)
    streams.install()
    for part in _STANDARD_LIBRARY:
        part.install()
    imports.install(WORKING_FOLDER)
    network.install()
    threads.install()
    processes.install()
    patches.install()
    event_loop.install()
    results.install(request.limits.results)
    display.install()
    tracebacks.install(request.code)
    deadline.install(request.timeout_ms)


def _run(request: Request) -> Error | None:
    """Takes every step, also after one that failed; the first failure is the program's."""
    files.install(WORKING_FOLDER, request.limits)
    error = _failure_of(lambda: program.run(request.code))
    # These run code of the program again, for which there is no time once it is up.
    show_figures = figures.show_open if error is None else figures.show_drawn
    in_time = (threads.finish, show_figures, atexit._run_exitfuncs, streams.flush)
    for step in in_time:
        if deadline.passed() is None:
            failure = _failure_of(step)
            error = error or failure
    # The program has ended: what is left is the time that closing its files takes.
    deadline.disarm()
    passed = deadline.passed()
    if error is None and passed is not None:
        error = tracebacks.describe(passed)
    for step in (_let_go, streams.flush_plain, files.send_changed):
        failure = _failure_of(step)
        error = error or failure
    return error


def _let_go() -> None:
    """Closes what the program left open, which is written only then."""
    deadline.forget_frames()
    teardown.let_go(WORKING_FOLDER)


def _failure_of(step: Callable[[], None]) -> Error | None:
    try:
        step()
    except BaseException as error:  # how the program ends is an answer
        return _told(error)
    return None


def _told(error: BaseException) -> Error | None:
    """The error for the host; `sys.exit()` is none."""
    if isinstance(error, SystemExit) and error.code in (None, 0):
        return None
    if sys.excepthook is not _excepthook:
        attempt('sys.excepthook', sys.excepthook, type(error), error, error.__traceback__)
    return tracebacks.describe(error)
