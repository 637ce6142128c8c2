#!/bin/bash
# pandas, after numpy: the build venv's numpy gets the target's C headers. For size, which costs it no measured speed
. /opt/pyw/recipe/inside/env.sh
V=pandas-3.0.2
unpack $V
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument"
cd $B/$V
rm -rf $B/wheel-pandas $B/pandas-build
# pandas asks the build-time numpy for its headers: make them the target's
unzip -qo $B/wheel-numpy/numpy-*.whl 'numpy/_core/include/*' -d /opt/venv/lib/python3.14/site-packages
build() {
  cross_env pip wheel . --no-build-isolation --no-deps -w $B/wheel-pandas -v \
    -Csetup-args=--cross-file=$R/tools/pyodide.cross -Csetup-args=-Dbuildtype=release \
    -Ccompile-args=-j$JOBS -Cbuild-dir=$B/pandas-build
}
stage pandas build > $W/log-pandas.txt 2>&1
ls -la $B/wheel-pandas
