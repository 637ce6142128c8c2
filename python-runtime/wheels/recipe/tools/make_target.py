#!/usr/bin/env python3
"""Make the "target Python" folder for cross-building against Pyodide.

usage: make_target.py SYSCONFIGDATA PYTHON_HEADERS PYCONFIG_H OUT

SYSCONFIGDATA   _sysconfigdata__emscripten_wasm32-emscripten.py, out of Pyodide's
                python_stdlib.zip: it holds every value that the real target
                pyconfig.h had when Pyodide's CPython was configured.
PYTHON_HEADERS  a folder of CPython 3.14 headers (the distribution's).
PYCONFIG_H      the distribution's own pyconfig.h, used only as the list of names.
OUT             gets include/python3.14, lib/pkgconfig, sysconfig/.
"""

import pprint
import re
import runpy
import shutil
import sys
from pathlib import Path

src, headers, pyconfig, out = map(Path, sys.argv[1:5])
v = runpy.run_path(str(src))['build_time_vars']

inc = out / 'include' / 'python3.14'
shutil.rmtree(inc, ignore_errors=True)
inc.parent.mkdir(parents=True, exist_ok=True)
shutil.copytree(headers, inc)

# --- pyconfig.h ---------------------------------------------------------------
# Lines "#define NAME value" and "/* #undef NAME */" are rewritten from the
# sysconfig data (0 or absent = not defined). Two kinds are special:
#  * feature-test macros (_GNU_SOURCE ...) are not in the sysconfig data, as
#    that only takes names that start with a letter: they stay as they are;
#  * values that are C text rather than numbers.
KEEP = {'Py_PYCONFIG_H', 'WORDS_BIGENDIAN'}
# names that start with an underscore never reach sysconfig; what configure finds on emscripten:
UNDERSCORE = {
    '_PYTHREAD_NAME_MAXLEN': None,
    '_Py_FFI_SUPPORT_C_COMPLEX': None,
    '_Py_HACL_CAN_COMPILE_VEC128': None,
    '_Py_HACL_CAN_COMPILE_VEC256': None,
    '_Py_STACK_GROWS_DOWN': '1',
}
STRINGS = {'PLATLIBDIR', 'PY_SUPPORT_TIER'}
rx = re.compile(
    r'^(?P<ind>\s*)(?:#(?P<sp>\s*)define\s+(?P<n1>\w+)\b.*|/\*\s*#\s*undef\s+(?P<n2>\w+)\s*\*/\s*)$'
)
changed = []
lines = []
for line in pyconfig.read_text().splitlines():
    m = rx.match(line)
    if not m:
        lines.append(line)
        continue
    name = m['n1'] or m['n2']
    if name in UNDERSCORE:
        val = UNDERSCORE[name]
    elif name in KEEP or name.startswith('_') or not re.match(r'[A-Z]', name):
        lines.append(line)
        continue
    else:
        val = v.get(name, 0)
        if val in (0, '', '0') and not (
            name.startswith(('HAVE_DECL_', 'Py_DEBUG')) and name in v and m['n1']
        ):
            val = None
        elif name in STRINGS:
            val = '"%s"' % str(val).strip('"')
    if name.startswith('Py_DEBUG'):
        val = None
    new = f'#define {name} {val}' if val is not None else f'/* #undef {name} */'
    if new.split() != line.split():
        changed.append((line.strip(), new))
    lines.append(new)
(inc / 'pyconfig.h').write_text('\n'.join(lines) + '\n')
(out / 'pyconfig.changes.txt').write_text(''.join(f'- {a}\n+ {b}\n' for a, b in changed))

# --- sysconfig data for the build-time Python -----------------------------------
w = dict(v)
prefix = str(out)
for k, val in list(w.items()):
    if isinstance(val, str) and v['prefix'] in val:
        w[k] = val.replace(v['prefix'], prefix)
w.update(
    prefix=prefix,
    exec_prefix=prefix,
    INCLUDEPY=str(inc),
    CONFINCLUDEPY=str(inc),
    CONFINCLUDEDIR=str(inc.parent),
    INCLUDEDIR=str(inc.parent),
    LIBDIR=f'{prefix}/lib',
    LIBPC=f'{prefix}/lib/pkgconfig',
    CC='pyw-cc',
    CXX='pyw-c++',
    AR='emar',
    ARFLAGS='rcs',
    LDSHARED='pyw-cc -shared',
    LDCXXSHARED='pyw-c++ -shared',
    BLDSHARED='pyw-cc -shared',
    CFLAGS='-DNDEBUG',
    PY_CFLAGS='-DNDEBUG',
    OPT='',
    LDFLAGS='',
    PY_LDFLAGS='',
    CCSHARED='',
    LIBPYTHON='',
    Py_ENABLE_SHARED=0,
)
sc = out / 'sysconfig'
sc.mkdir(parents=True, exist_ok=True)
(sc / '_sysconfigdata__emscripten_wasm32-emscripten.py').write_text(
    'build_time_vars = ' + pprint.pformat(w, width=120) + '\n'
)

# --- python-3.14.pc: what meson's python dependency looks for --------------------
pc = out / 'lib' / 'pkgconfig'
pc.mkdir(parents=True, exist_ok=True)
text = f"""Name: Python
Description: CPython headers for Pyodide
Version: 3.14
Cflags: -I{inc}
Libs:
"""
for n in ('python-3.14', 'python-3.14-embed', 'python3'):
    (pc / f'{n}.pc').write_text(text)
print(f'{len(changed)} pyconfig.h lines changed; target Python in {out}')
