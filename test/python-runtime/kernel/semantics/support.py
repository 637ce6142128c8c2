"""What the tests share. They hold on Linux as well, where the semantics come from."""

import errno
from collections.abc import Callable


def failure(call: Callable[..., object], *args: object, **kwargs: object) -> str | None:
    """The name of the error with which the system refuses the call; `None` if it does not."""
    try:
        call(*args, **kwargs)
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return None


def write(path: str | bytes, content: bytes = b'') -> None:
    """Makes a file of this content."""
    with open(path, 'wb') as file:
        file.write(content)


def read(path: str | bytes) -> bytes:
    """The content of a file."""
    with open(path, 'rb') as file:
        return file.read()
