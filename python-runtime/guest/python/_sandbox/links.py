"""Hard links, which the sandbox's file system has none of."""

import errno
import os
from typing import Any, Never


def install() -> None:
    """Lets `os.link` fail as on such a file system, rather than not be there."""
    os.link = link


def link(src: Any, dst: Any, **_options: Any) -> Never:
    """Raises what Linux answers where a file can have only one name."""
    reason = os.strerror(errno.EPERM)
    raise PermissionError(errno.EPERM, reason, os.fspath(src), None, os.fspath(dst))
