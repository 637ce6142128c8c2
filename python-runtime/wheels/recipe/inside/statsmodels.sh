#!/bin/bash
# statsmodels, after scipy.sh. The build-time SciPy is PyPI's own: Cython wants its .pxd files.
. /opt/pyw/recipe/inside/env.sh
V=statsmodels-0.15.0
[ -n "${KEEP:-}" ] || unpack $V
pip install -q --only-binary=:all: scipy==1.18.1
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -Wno-everything"
rm -rf $B/wheel-statsmodels; cd $B/$V
[ -n "${KEEP:-}" ] || rm -rf $B/statsmodels-build
build() {
  cross_env pip wheel . --no-build-isolation --no-deps -w $B/wheel-statsmodels -v \
    -Csetup-args=--cross-file=$R/tools/pyodide.cross -Csetup-args=-Dbuildtype=release \
    -Ccompile-args=-j$JOBS -Ccompile-args=-k0 -Cbuild-dir=$B/statsmodels-build
}
stage statsmodels build > $W/log-statsmodels.txt 2>&1
ls -la $B/wheel-statsmodels
