#!/bin/bash
# numpy with OpenBLAS and SIMD, after openblas.sh
. /opt/pyw/recipe/inside/env.sh
V=numpy-2.4.6
[ -n "${KEEP:-}" ] || unpack $V  # KEEP=1: go on in the folders of the last run
export PYW_OPT=${PYW_OPT:--O2} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -msimd128"
cd $B/$V
rm -rf $B/wheel-numpy
build() {
  cross_env pip wheel . --no-build-isolation --no-deps -w $B/wheel-numpy -v \
    -Csetup-args=--cross-file=$R/tools/pyodide.cross \
    -Csetup-args=-Dblas=openblas -Csetup-args=-Dlapack=openblas \
    -Csetup-args=-Dbuildtype=release \
    -Ccompile-args=-j$JOBS -Cbuild-dir=$B/numpy-build
}
[ -n "${KEEP:-}" ] || rm -rf $B/numpy-build
stage numpy build > $W/log-numpy.txt 2>&1
ls -la $B/wheel-numpy
