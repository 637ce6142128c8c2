"""Other programs, which cannot be started: what can be done without is done, and the rest told."""

import errno
import os
import subprocess
import sys
from typing import Any, Never

from _sandbox import commands

_NO_PROCESS = (
    'There are no processes in this sandbox: call the function, or give it to '
    'multiprocessing.Pool().map, which does one after the other here what it is given.'
)


def install() -> None:
    """Gives commands an outcome, or an error that says what to write instead."""
    patched: Any = subprocess
    patched._can_fork_exec = True
    patched.Popen._execute_child = _execute
    os.system = _system
    for name in ('fork', 'forkpty'):
        setattr(os, name, _refuse)


def refuse_start(_process: object) -> Never:
    """Stands for `multiprocessing.Process.start`."""
    raise RuntimeError(_NO_PROCESS)


def _refuse() -> Never:
    raise OSError(errno.ENOSYS, _NO_PROCESS)


def _system(command: str | bytes | os.PathLike[str]) -> int:
    """Run a command of the shell; its status as `os.wait` gives it."""
    outcome = commands.run(os.fsdecode(command))
    sys.stdout.write(outcome.stdout)
    sys.stderr.write(outcome.stderr)
    return outcome.status << 8


# Its arguments are those of `subprocess.Popen._execute_child`.
def _execute(self: Any, args: Any, _executable: Any, _preexec: Any, *rest: Any) -> None:
    shell, *pipes = rest[6:13]
    words = args if isinstance(args, str) else [os.fsdecode(word) for word in _listed(args)]
    command = words if isinstance(words, str) or not shell else ' '.join(words)
    outcome = commands.run(command)
    if outcome.status == commands.NOT_FOUND and not shell:
        raise FileNotFoundError(errno.ENOENT, outcome.stderr.strip())
    _, _, _, c2pwrite, _, errwrite = pipes
    _write(c2pwrite, sys.stdout, outcome.stdout)
    _write(errwrite, sys.stderr, outcome.stderr)
    self._close_pipe_fds(*pipes)
    self._child_created = True
    self.pid, self.returncode = os.getpid() + 1, outcome.status


def _listed(args: Any) -> Any:
    return [args] if isinstance(args, (bytes, os.PathLike)) else args


def _write(descriptor: int, stream: Any, text: str) -> None:
    if descriptor == -1:
        stream.write(text)
    else:
        os.write(descriptor, text.encode())
