"""Where a program was when it was ended from outside.

The kernel asks the interpreter that such a program left behind: its frames are still there, and
what runs now runs on top of them.
"""

import sys

from _sandbox import channel, deadline, tracebacks


def tell() -> None:
    """Sends the program's stack. May fail in any way: the kernel has an answer without it."""
    deadline.disarm()
    asked = sys._getframe(1)
    channel.send({'type': 'last_words', 'traceback': tracebacks.of_stack(asked.f_back)})
