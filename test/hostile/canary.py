# What a program finds that comes after a hostile one. Every line is the same in each clean sandbox.
print(1)
print(sorted(globals()), __name__, __file__)
import builtins
import sys

print(sorted(sys.modules))
print(sorted((name, type(value).__name__) for name, value in vars(builtins).items()))
print([getattr(value, '__module__', None) for value in (print, input, open, __import__, display)])
import colorsys
import decimal
import gc
import json
import locale
import os
import random
import signal
import statistics
import textwrap
import uuid
import warnings
import zlib

print(sorted(os.environ.items()), os.getcwd(), os.umask(0o022), sys.argv, sys.path, sys.flags)
print([type(finder).__name__ for finder in sys.meta_path], len(sys.path_hooks))
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits())
print(sys.excepthook, sys.displayhook, sys.unraisablehook, sys.gettrace(), sys.getprofile())
print([sys.monitoring.get_tool(tool) for tool in range(6)])
print(gc.isenabled(), gc.get_threshold(), gc.callbacks, len(gc.garbage))
print([signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM, signal.SIGTERM)])
print(signal.getsignal(signal.SIGXCPU).__qualname__, signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(
    locale.setlocale(locale.LC_ALL), decimal.getcontext(), decimal.DefaultContext, warnings.filters
)


def is_open(descriptor):
    try:
        return os.fstat(descriptor).st_mode
    except OSError:
        return None


print([is_open(descriptor) for descriptor in range(16)])

for top in ('/tmp', '/home', '/mnt', '/dev'):
    print([(folder, folders, names) for folder, folders, names in os.walk(top)])
library = '/lib/python3.14'
for folder in ('/', '/lib', library, f'{library}/json', f'{library}/site-packages'):
    print(sorted(os.listdir(folder)))
for path in (*sorted(os.listdir(library))[:6], 'json/__init__.pyc', 'json/decoder.pyc'):
    if os.path.isfile(f'{library}/{path}'):
        with open(f'{library}/{path}', 'rb') as file:
            print(path, zlib.crc32(file.read()))

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

print(json.dumps([1]), json.loads('[1]'), statistics.mean([1, 2]), textwrap.dedent('  x'))
print(
    [zlib.crc32(function.__code__.co_code) for function in (json.dumps, statistics.mean, plt.plot)]
)
print(2 + 3, (5).bit_length(), [number for number in range(6)], 'é'.encode(), colorsys.ONE_THIRD)
print(np.array([1, 2]).sum(), np.pi, np.geterr(), np.get_printoptions())
print(pd.DataFrame, pd.get_option('display.max_rows'), pd.DataFrame.__repr__.__module__)
print(plt.rcParams['figure.dpi'], plt.rcParams['axes.facecolor'], plt.get_fignums())

random_once = (random.random(), np.random.random(), uuid.uuid1().node)
random.seed(1)
np.random.seed(1)
print(random.random() in random_once, np.random.random() in random_once, 1 in random_once)
