"""What the kernel asks for."""

from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of what the program leaves behind is handed out."""

    results: int = 100
    files: int = 100
    file_bytes: int = 20 * 1024 * 1024
    total_file_bytes: int = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One program and its bounds."""

    code: str
    timeout_ms: int
    limits: Limits
    environment: dict[str, str] | None
    """The program's whole environment, or `None` for the one that the interpreter started with."""

    @classmethod
    def parse(cls, message: dict[str, Any]) -> Self:
        """Reads the kernel's JSON; a missing bound has its default, an unknown one is our bug."""
        return cls(
            code=message['code'].removeprefix('\ufeff'),  # the mark that a file may begin with
            timeout_ms=message['timeout_ms'],
            limits=Limits(**message.get('limits', {})),
            environment=message.get('env'),
        )
