"""Runs modules of CPython's own tests, as `python -m test` does without `-u`."""

import importlib
import os
import sys
import tempfile
import unittest
from unittest.suite import _ErrorHolder

import outcomes

from test import support


class Result(unittest.TestResult):
    """Tells each outcome; a test with subtests fails when one of them does."""

    def __init__(self) -> None:
        """Begins with nothing told."""
        super().__init__()
        self.outcome = ('passed', '')
        self.name = ''
        self.told: set[str] = set()
        self.of_groups: list[tuple[str, str, str]] = []

    def startTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """Has nothing against it yet."""
        self.name = outcomes.name_of(test.id())
        self.outcome = ('passed', '')
        self.told.add(test.id())
        outcomes.begins(self.name)

    def stopTest(self, test: unittest.TestCase) -> None:  # noqa: N802
        """Tells the worst that was said of it."""
        outcomes.ended(self.name, *self.outcome)

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:  # noqa: N802
        """A skipped subtest leaves the test what it was."""
        self._note(test, 'skipped', reason)

    def addFailure(self, test: unittest.TestCase, err: tuple) -> None:  # noqa: N802
        """A comparison that does not hold."""
        self._note(test, 'failed', describe(err[1]))

    addError = addFailure  # noqa: N815

    def addSubTest(self, test, subtest, err) -> None:  # noqa: ANN001, N802
        """One that fails is enough."""
        if err is not None:
            self._note(test, 'failed', describe(err[1]))

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        """Counts as a failure, as it does in the exit code of `python -m test`."""
        self._note(test, 'failed', 'unexpected success')

    def _note(self, test: unittest.TestCase, outcome: str, reason: str) -> None:
        if isinstance(test, _ErrorHolder):
            self.of_groups.append((test.description, outcome, reason))
        elif self.outcome[0] != 'failed':
            self.outcome = (outcome, reason)


def describe(error: BaseException) -> str:
    """An exception in one line."""
    text = str(error).strip().replace('\n', ' | ')
    return f'{type(error).__name__}: {text}'


def run(modules: list[str], done: int) -> None:
    """Runs all tests of the modules but the first `done`."""
    support.use_resources = ()
    support.record_original_stdout(sys.stdout)
    os.chdir(tempfile.mkdtemp())
    for module in modules:
        done = run_module(module, done)
    outcomes.finished()


def run_module(name: str, done: int) -> int:
    """Runs one module's tests but the first `done`; gives how many of these remain."""
    try:
        loader = unittest.TestLoader()
        suite = loader.loadTestsFromModule(importlib.import_module(name))
        if loader.errors:
            raise ImportError(loader.errors[0].strip().splitlines()[-1])
    except unittest.SkipTest as reason:
        outcomes.module_ended(name, 'skipped', str(reason))
        return done
    except BaseException as error:
        outcomes.module_ended(name, 'failed', describe(error))
        return done
    tests = list(cases(suite))
    for test in tests[:done]:
        outcomes.name_of(test.id())
    rest = unittest.TestSuite(tests[done:])
    result = Result()
    rest.run(result)
    tell_groups(result, tests[done:])
    return max(0, done - len(tests))


def cases(suite: unittest.TestSuite):  # noqa: ANN201
    """The tests of a suite of suites, in order."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from cases(test)
        else:
            yield test


def tell_groups(result: Result, tests: list[unittest.TestCase]) -> None:
    """Tells of tests that did not begin because their class or module could not."""
    for test in tests:
        if test.id() in result.told:
            continue
        group = next((g for g in result.of_groups if covers(g[0], test.id())), None)
        if group:
            outcomes.ended(outcomes.name_of(test.id()), *group[1:])


def covers(group: str, test: str) -> bool:
    """Whether `setUpClass (test.test_x.Y)` is of a test of that class."""
    name = group.partition('(')[2].rstrip(')')
    return test.startswith(f'{name}.')
