"""What a memory snapshot froze becomes this execution's own.

| what                      | why                                                                  |
| ------------------------- | -------------------------------------------------------------------- |
| `os.environ`              | the program's, not the build's                                       |
| `sys.argv`, working folder| the program's                                                        |
| `random`                  | its global generator was seeded when the snapshot was taken          |
| `numpy.random`            | so was its legacy global one; `default_rng()` asks the system anew   |
| `tempfile`                | the generator of its names, and the folder it settled on             |
| `uuid`                    | the node and the last time that versions 1, 6 and 7 count on from    |
| `multiprocessing`         | the key that processes prove themselves with                         |
| `logging`                 | the moment that `relativeCreated` counts from                        |
| `dateutil`                | the year that years of two digits are near to                        |
| `matplotlib`              | its folder for caches is in the file system, which is new            |

`secrets`, `os.urandom`, `random.SystemRandom` and `uuid4` ask the system each time. The hash of
strings cannot be made anew, because every dict in the snapshot is laid out by it: the order of a
set of strings is the same in all sandboxes of one image. The time zone is the kernel's: this build
of CPython has no `time.tzset`.
"""

import os
import random
import sys
import time
from typing import Any

WORKING_FOLDER = '/mnt/data'
_BACKEND = 'module://_sandbox.backend'


def reseed(environment: dict[str, str] | None) -> None:
    """Replaces all state that would otherwise be the same in every sandbox of the image."""
    _set_environment(environment)
    random.seed()
    for name, renew in _RENEW.items():
        module: Any = sys.modules.get(name)
        if module is not None:
            renew(module)


def _set_environment(environment: dict[str, str] | None) -> None:
    if environment is not None:
        os.environ.clear()
        os.environ.update(environment)
    os.environ['MPLBACKEND'] = _BACKEND
    sys.argv[:] = ['<code>']
    os.makedirs(WORKING_FOLDER, exist_ok=True)
    os.chdir(WORKING_FOLDER)


def _renew_numpy(numpy_random: Any) -> None:
    numpy_random.seed()


def _renew_tempfile(tempfile: Any) -> None:
    tempfile._name_sequence = None
    tempfile.tempdir = None


def _renew_uuid(uuid: Any) -> None:
    uuid._node = uuid._last_timestamp = uuid._last_timestamp_v6 = uuid._last_timestamp_v7 = None
    uuid._last_counter_v7 = 0


def _renew_multiprocessing(process: Any) -> None:
    process.current_process().authkey = os.urandom(32)


def _renew_logging(logging: Any) -> None:
    logging._startTime = time.time_ns()


def _renew_dateutil(parser: Any) -> None:
    info = parser.DEFAULTPARSER.info
    info._year = time.localtime().tm_year
    info._century = info._year // 100 * 100


def _renew_matplotlib(matplotlib: Any) -> None:
    os.makedirs(matplotlib.get_configdir(), exist_ok=True)


_RENEW = {
    'numpy.random': _renew_numpy,
    'tempfile': _renew_tempfile,
    'uuid': _renew_uuid,
    'multiprocessing.process': _renew_multiprocessing,
    'logging': _renew_logging,
    'dateutil.parser._parser': _renew_dateutil,
    'matplotlib': _renew_matplotlib,
}
