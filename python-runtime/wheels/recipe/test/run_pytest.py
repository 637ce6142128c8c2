# run by run.mjs: pytest inside Pyodide. ARGV: pytest arguments; the last line is a JSON summary
import json
import os
import sys
import time

os.environ.setdefault('PYTEST_DISABLE_PLUGIN_AUTOLOAD', '1')
# a folder mounted at /results keeps what tests write (matplotlib's result_images)
work = '/results' if os.path.isdir('/results') else '/tmp/work'
os.makedirs(work, exist_ok=True)
os.chdir(work)
if any('/Tests/' in a for a in sys.argv[1:]):
    os.chdir('/site')  # Pillow's tests open Tests/images/...
import pytest


class Counter:
    def __init__(self):
        self.n, self.bad = {}, []

    def pytest_runtest_logreport(self, report):
        if report.when == 'call' or report.outcome != 'passed':
            k = report.outcome
            if hasattr(report, 'wasxfail'):
                k = 'xfailed' if report.skipped else 'xpassed'
            elif report.when != 'call' and report.failed:
                k = 'error'
            self.n[k] = self.n.get(k, 0) + 1
            if k in ('failed', 'error'):
                c = getattr(report.longrepr, 'reprcrash', None)
                self.bad.append(
                    (
                        report.nodeid.split('site/')[-1],
                        (c.message if c else str(report.longrepr))[:200].replace('\n', ' | '),
                    )
                )

    def pytest_collectreport(self, report):
        if report.failed:
            self.n['collect error'] = self.n.get('collect error', 0) + 1
            self.bad.append((report.nodeid, str(report.longrepr)[-400:]))


c = Counter()
if any('/pandas/tests' in a for a in sys.argv[1:]):
    sys.argv.append('--no-strict-data-files')  # the sdist lacks some of them
t = time.time()
rc = pytest.main(
    [
        '-q',
        '--no-header',
        '--tb=no',
        '-p',
        'no:cacheprovider',
        '-p',
        'no:faulthandler',
        '-W',
        'ignore::pytest.PytestUnknownMarkWarning',
        '--rootdir=/site',
        '-o',
        'console_output_style=none',
        '-r',
        'N',
        '-o',
        'addopts=',
        '-o',
        'xfail_strict=false',
        *sys.argv[1:],
    ],
    plugins=[c],
)
for b in c.bad:
    print('BAD', *b)
print(
    'SUMMARY',
    json.dumps({'args': sys.argv[1:], 'rc': int(rc), 'seconds': round(time.time() - t), **c.n}),
)
0
