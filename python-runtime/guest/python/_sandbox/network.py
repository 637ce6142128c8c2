"""What a program is told that looks for a network: that there is none, and what to do instead."""

import errno
import socket
import ssl
from typing import Any, Never

ADVICE = (
    'The sandbox has no network. Files that are attached to the request are in /mnt/data, '
    'and the tool web_search can look into the web.'
)

_NO_RECOVERY = 3
"""What the C library answers, of `netdb.h`, when it knows no address by itself."""


def install() -> None:
    """Lets names and sockets fail as they do on a machine that is offline, but in words that help.

    The kernel has neither, whatever a program makes of this.
    """
    for owner, names, refuse in _REFUSALS:
        for name in names:
            setattr(owner, name, refuse)


def refuse_socket(*_args: Any, **_kwargs: Any) -> Never:
    """Raises what stands for a network that cannot be reached."""
    raise OSError(errno.ENETUNREACH, ADVICE)


def _refuse_name(*_args: Any, **_kwargs: Any) -> Never:
    raise socket.gaierror(socket.EAI_FAIL, ADVICE)


def _refuse_address(*_args: Any, **_kwargs: Any) -> Never:
    raise socket.herror(_NO_RECOVERY, ADVICE)


_REFUSALS = (
    (socket, ('getaddrinfo', 'gethostbyname', 'gethostbyname_ex', 'getnameinfo'), _refuse_name),
    (socket, ('gethostbyaddr',), _refuse_address),
    (socket, ('socketpair',), refuse_socket),
    (socket.socket, ('__init__',), refuse_socket),
    (ssl, ('get_server_certificate',), refuse_socket),
)
