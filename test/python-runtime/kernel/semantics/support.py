"""What the tests of the kernel's semantics share. They hold on Linux as well, which is where they come from."""

import errno
from collections.abc import Callable


def failure(call: Callable[..., object], *args: object, **kwargs: object) -> str | None:
    """The name of the error with which the system refuses the call; `None` if it does not."""
    try:
        call(*args, **kwargs)
    except OSError as error:
        assert error.errno is not None
        return errno.errorcode[error.errno]
    return None


def write(path: str | bytes, content: bytes = b'') -> None:
    with open(path, 'wb') as file:
        file.write(content)


def read(path: str | bytes) -> bytes:
    with open(path, 'rb') as file:
        return file.read()
