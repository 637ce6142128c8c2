"""Runs test files of a package by pytest."""

import copyreg
import importlib
import importlib.util
import os
import sys
import tempfile
import types
from typing import TypedDict

import outcomes
import pytest


class Plugin:
    """Tells each outcome."""

    def __init__(self, done: int) -> None:
        """`done` tests were run before, and are not run again."""
        self.done = done
        self.name = ''
        self.outcome = ('passed', '')

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module that is skipped as a whole, or cannot be imported."""
        if report.outcome != 'passed':
            outcomes.module_ended(report.nodeid, report.outcome, reason_of(report))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves out what was run before."""
        for item in items[: self.done]:
            outcomes.name_of(item.nodeid)
        del items[: self.done]

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Has nothing against it yet."""
        self.name = outcomes.name_of(nodeid)
        self.outcome = ('passed', '')
        outcomes.begins(self.name)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes the worst of setup, call and teardown; what is expected to fail has passed."""
        if hasattr(report, 'wasxfail'):
            return
        if report.outcome != 'passed' and self.outcome[0] != 'failed':
            self.outcome = (report.outcome, reason_of(report))

    def pytest_runtest_logfinish(self) -> None:
        """Tells what was taken."""
        outcomes.ended(self.name, *self.outcome)


def reason_of(report: pytest.CollectReport | pytest.TestReport) -> str:
    """Why it was skipped or failed, in one line."""
    longrepr = report.longrepr
    if isinstance(longrepr, tuple):
        return str(longrepr[2])
    crash = getattr(longrepr, 'reprcrash', None)
    text = crash.message if crash else str(longrepr).strip()[-300:]
    return text.replace('\n', ' | ')


class MissingExtension(types.ModuleType):
    """Stands for a module in C that the image leaves out: a test that uses it is skipped.

    What a module does with it while it is loaded gives `None`.
    """

    def __init__(self, name: str, hook_functions: list[str]) -> None:
        """The functions named are called by hooks of pytest, where nothing can be skipped."""
        super().__init__(name)
        for function in hook_functions:
            setattr(self, function, lambda: None)

    def __getattr__(self, name: str) -> type:
        """Has whatever is asked for: a class, as some of it is taken for the type of an array."""
        if name.startswith('__'):
            raise AttributeError(name)
        return MissingType(name, (), {'__module__': self.__name__})


class MissingType(type):
    """A class of a module that is not there."""

    def __call__(cls, *args: object, **kwargs: object) -> None:
        """Makes nothing."""
        skip_for(cls)

    def __getattr__(cls, name: str) -> None:
        """Has nothing."""
        if not name.startswith('__'):
            skip_for(cls)
        raise AttributeError(name)


def skip_for(missing: MissingType) -> None:
    """Skips the test that runs, if one does."""
    if 'PYTEST_CURRENT_TEST' in os.environ:
        pytest.skip(f'the image has no {missing.__module__}')


copyreg.pickle(MissingType, skip_for)


def stand_in(name: str, hook_functions: list[str]) -> None:
    """Lets a module be imported that is not there."""
    if importlib.util.find_spec(name) is None:
        sys.modules[name] = MissingExtension(name, hook_functions)
        package, _, attribute = name.rpartition('.')
        setattr(importlib.import_module(package), attribute, sys.modules[name])


class Settings(TypedDict):
    """As `part.ts` has them."""

    options: list[str]
    testExtensions: list[str]
    hookFunctions: list[str]
    place: str
    imports: list[str]


def run(root: str, files: list[str], done: int, settings: Settings) -> None:
    """Runs all tests of the files, which are named from the folder `root`, but the first `done`."""
    for extension in settings['testExtensions']:
        stand_in(extension, settings['hookFunctions'])
    os.environ['PYTEST_DISABLE_PLUGIN_AUTOLOAD'] = '1'
    os.chdir(root if settings['place'] == 'root' else tempfile.mkdtemp())
    arguments = [
        '-q', '--no-header', '--no-summary', '--tb=short', '--capture=sys',
        '-p', 'no:cacheprovider', '-p', 'no:faulthandler', '--continue-on-collection-errors',
        '-W', 'ignore::pytest.PytestUnknownMarkWarning',
        f'--rootdir={root}', '-c', os.devnull, '-o', 'xfail_strict=false',
        '-o', 'tmp_path_retention_policy=failed',
        *settings['options'],
    ]  # fmt: skip
    paths = [f'{root}/{file}' for file in files]
    code = pytest.main([*arguments, *paths], plugins=[Plugin(done)])
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise RuntimeError(f'pytest ended with {code!r}')
    outcomes.finished()
