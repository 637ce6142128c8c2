"""IPython's magics, as far as they mean something outside of a notebook."""

import contextlib
import inspect
import io
import os
import runpy
import shlex
import statistics
import sys
import time
import timeit
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from _sandbox import commands, display, source

_ENOUGH_SECONDS = 0.05
"""How long a loop of `%timeit` has to take to be measured."""
_ALL_SECONDS = 3
"""What its repetitions may take together, unless the program says how many."""
_RUNS = 7
_MINUTE = 60
_MAX_POWER = 8


@dataclass(frozen=True, slots=True)
class Call:
    """A magic's line, and the place in the program that it stands at."""

    line: str
    namespace: dict[str, Any]
    local: Mapping[str, Any]
    number: int


def run(code: str, namespace: dict[str, Any]) -> None:
    """Runs code, and displays its value."""
    value = source.evaluate(code, namespace)
    if value is not None:
        display.show(value)


def _accept(_call: Call) -> None:
    """A setting of notebooks that means nothing here, or is so already."""


def _time(call: Call) -> Any:
    return _timed(_placed(call.line, call.number - 1), call)


def _time_cell(call: Call, cell: str) -> Any:
    return _timed(_body(call, cell), call)


def _timed(code: str, call: Call) -> Any:
    wall, user = time.perf_counter(), time.process_time()
    value = source.evaluate(code, call.namespace, call.local)
    wall, user = time.perf_counter() - wall, time.process_time() - user
    used = _duration(user)
    print(f'CPU times: user {used}, sys: 0 ns, total: {used}\nWall time: {_duration(wall)}')
    return value


def _timeit(call: Call) -> Any:
    options, statement = _options_of(call.line)
    return _measured(options, statement, 'pass', call)


def _timeit_cell(call: Call, cell: str) -> Any:
    options, setup = _options_of(call.line)
    return _measured(options, cell, setup or 'pass', call)


def _measured(options: dict[str, str], statement: str, setup: str, call: Call) -> Any:
    names = {**call.namespace, **call.local}
    timer = timeit.Timer(statement.strip() or 'pass', setup, globals=names)
    loops = int(options.get('n', 0)) or _loops_of(timer)
    runs = int(options.get('r', 0)) or _runs_of(timer, loops)
    seconds = [taken / loops for taken in timer.repeat(runs, loops)]
    measured = TimeitResult(loops, runs, seconds)
    if 'q' not in options:
        print(measured)
    return measured if 'o' in options else None


@dataclass(frozen=True, slots=True)
class TimeitResult:
    """What `%timeit -o` gives."""

    loops: int
    repeat: int
    timings: list[float]

    @property
    def average(self) -> float:
        """Seconds of a loop."""
        return statistics.fmean(self.timings)

    @property
    def stdev(self) -> float:
        """How much these differ."""
        return statistics.pstdev(self.timings)

    @property
    def best(self) -> float:
        """The shortest."""
        return min(self.timings)

    @property
    def worst(self) -> float:
        """The longest."""
        return max(self.timings)

    def __str__(self) -> str:
        mean, deviation = _duration(self.average), _duration(self.stdev)
        runs = f'{self.repeat} run{"s" * (self.repeat != 1)}'
        loops = f'{self.loops:,} loop{"s" * (self.loops != 1)}'
        return f'{mean} ± {deviation} per loop (mean ± std. dev. of {runs}, {loops} each)'


def _loops_of(timer: timeit.Timer) -> int:
    for power in range(_MAX_POWER):
        if timer.timeit(10**power) >= _ENOUGH_SECONDS:
            return 10**power
    return 10**_MAX_POWER


def _runs_of(timer: timeit.Timer, loops: int) -> int:
    once = timer.timeit(loops) if loops > 1 else _ALL_SECONDS
    return max(1, min(_RUNS, int(_ALL_SECONDS / max(once, 1e-9))))


def _options_of(line: str) -> tuple[dict[str, str], str]:
    """The options that a line begins with, by their letter, and the rest of it."""
    options: dict[str, str] = {}
    while line.startswith('-'):
        option, _, line = line.partition(' ')
        line = line.lstrip()
        value = option[2:]
        if option[1:2] in {'n', 'r', 't', 'p'} and not value:
            value, _, line = line.partition(' ')
        options[option[1:2]] = value
    return options, line.lstrip()


def _duration(seconds: float) -> str:
    if seconds >= _MINUTE:
        minutes, rest = divmod(round(seconds), _MINUTE)
        return f'{minutes}min {rest}s'
    order = next((each for each in range(4) if seconds * 1000**each >= 1), 3)
    return f'{seconds * 1000**order:.3g} {("s", "ms", "μs", "ns")[order]}'


def _body(call: Call, cell: str) -> str:
    return _placed(cell, call.number)


def _placed(code: str, lines_before: int) -> str:
    """Code whose lines have the numbers that they have in the program."""
    return '\n' * lines_before + code


def _cd(call: Call) -> None:
    os.chdir(os.path.expanduser(call.line.strip('\'"') or '~'))
    print(os.getcwd())


def _pwd(_call: Call) -> str:
    return os.getcwd()


def _ls(call: Call) -> None:
    _say(commands.run(f'ls {call.line}'))


def _pip(call: Call) -> None:
    _say(commands.run(f'pip {call.line}'))


def _system(call: Call) -> list[str]:
    outcome = commands.run(call.line)
    sys.stderr.write(outcome.stderr)
    return outcome.stdout.splitlines()


def _system_cell(_call: Call, cell: str) -> None:
    for line in cell.splitlines():
        if line.strip() and not line.lstrip().startswith('#'):
            _say(commands.run(line))


def _say(outcome: commands.Outcome) -> None:
    sys.stdout.write(outcome.stdout)
    sys.stderr.write(outcome.stderr)


def _env(call: Call) -> Any:
    name, equals, value = call.line.partition('=')
    if not equals and ' ' in call.line:
        name, equals, value = call.line.partition(' ')
    if equals:
        os.environ[name.strip()] = value.strip()
        print(f'env: {name.strip()}={value.strip()}')
        return None
    return os.environ.get(name.strip()) if name.strip() else dict(os.environ)


def _who(call: Call) -> None:
    names = [name for name in call.namespace if not name.startswith('_') and _is_users(call, name)]
    print('\t '.join(names) or 'Interactive namespace is empty.')


def _is_users(call: Call, name: str) -> bool:
    return name != 'get_ipython' and not inspect.ismodule(call.namespace[name])


def _reset(call: Call) -> None:
    for name in [name for name in call.namespace if not name.startswith('_')]:
        if name != 'get_ipython':
            del call.namespace[name]


def _run(call: Call) -> None:
    words = shlex.split(call.line)
    path = next((word for word in words if not word.startswith('-')), '')
    before = sys.argv
    sys.argv = words[words.index(path) :] if path else before
    try:
        names = runpy.run_path(path, run_name='__main__')
    finally:
        sys.argv = before
    call.namespace.update({name: names[name] for name in names if not name.startswith('__')})


def _pylab(call: Call) -> None:
    exec('import numpy, matplotlib\nfrom matplotlib.pylab import *\nnp = numpy', call.namespace)


def _help(call: Call) -> None:
    value = source.evaluate(call.line, call.namespace, call.local)
    if callable(value):
        with contextlib.suppress(ValueError, TypeError):
            print(f'Signature: {call.line}{inspect.signature(value)}')
    print(f'Type:      {type(value).__name__}')
    print(f'Docstring: {inspect.getdoc(value) or "<no docstring>"}')


def _capture_cell(call: Call, cell: str) -> None:
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        source.evaluate(_body(call, cell), call.namespace)
    name = next((word for word in call.line.split() if not word.startswith('-')), '')
    if name:
        call.namespace[name] = Captured(out.getvalue(), errors.getvalue())


@dataclass(frozen=True, slots=True)
class Captured:
    """What `%%capture name` keeps of a cell."""

    stdout: str
    stderr: str

    def __str__(self) -> str:
        return self.stdout

    def show(self) -> None:
        """Prints it after all."""
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)

    __call__ = show


def _write_cell(call: Call, cell: str) -> None:
    words = shlex.split(call.line)
    path = words[-1] if words else ''
    is_more = words[:1] == ['-a']
    verb = 'Appending to' if is_more else 'Overwriting' if os.path.exists(path) else 'Writing'
    with open(path, 'a' if is_more else 'w', encoding='utf-8') as file:
        file.write(cell)
    print(f'{verb} {path}')


def _python_cell(call: Call, cell: str) -> None:
    """A program of its own, whose variables are its own."""
    source.evaluate(_body(call, cell), {'__name__': '__main__'})


def _show(mime: str) -> Callable[[Call, str], None]:
    def show(_call: Call, cell: str) -> None:
        display.display({mime: cell, 'text/plain': f'<{mime}>'}, raw=True)

    return show


_SETTINGS = """
    alias autoawait autocall autoreload automagic autosave colors config doctest_mode gui load_ext
    logoff logon logstart logstop matplotlib pdb pprint precision reload_ext unload_ext xmode
"""

LINE: Mapping[str, Callable[[Call], Any]] = {
    **dict.fromkeys(_SETTINGS.split(), _accept),
    'cd': _cd,
    'conda': _pip,
    'env': _env,
    'ls': _ls,
    'pinfo': _help,
    'pinfo2': _help,
    'pip': _pip,
    'pwd': _pwd,
    'pylab': _pylab,
    'reset': _reset,
    'run': _run,
    'set_env': _env,
    'sx': _system,
    'system': _system,
    'time': _time,
    'timeit': _timeit,
    'who': _who,
    'whos': _who,
}

CELL: Mapping[str, Callable[[Call, str], Any]] = {
    'bash': _system_cell,
    'capture': _capture_cell,
    'cmd': _system_cell,
    'file': _write_cell,
    'html': _show('text/html'),
    'HTML': _show('text/html'),
    'latex': _show('text/latex'),
    'markdown': _show('text/markdown'),
    'python': _python_cell,
    'python3': _python_cell,
    'script': _system_cell,
    'sh': _system_cell,
    'svg': _show('image/svg+xml'),
    'system': _system_cell,
    'SVG': _show('image/svg+xml'),
    'time': _time_cell,
    'timeit': _timeit_cell,
    'writefile': _write_cell,
}
