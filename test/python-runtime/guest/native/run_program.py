"""Runs a program as a model writes them, natively, for the record.

Who runs this appends the call of `report`.
"""

import contextlib
import io
import json
import os
import sys
import tempfile

import matplotlib.pyplot as plt


def report(code: str) -> None:
    """Prints as JSON what it printed, how many figures it showed, and the names of its files."""
    pictures = 0

    def show(*_args: object, **_kwargs: object) -> None:
        nonlocal pictures
        pictures += len(plt.get_fignums())
        plt.close('all')

    plt.show = show
    stdout, stderr = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
            exec(compile(code, '<program>', 'exec'), {'__name__': '__main__'})
        show()
        files = sorted(os.listdir())
    if stderr.getvalue():
        raise RuntimeError(f'The program warns: {stderr.getvalue()}')
    json.dump({'stdout': stdout.getvalue(), 'pictures': pictures, 'files': files}, sys.stdout)
