#!/bin/bash
# SciPy, after pandas.sh, which gives the build-time NumPy the target's headers; without Fortran: scipy.odr is left out (-D_without-fortran, upstream's own switch).
# BLAS and LAPACK are the shared module libopenblas.so, which every module names among those that it needs.
. /opt/pyw/recipe/inside/env.sh
V=scipy-1.18.1
[ -n "${KEEP:-}" ] || unpack $V
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -Wno-everything"
rm -rf $B/wheel-scipy; cd $B/$V
[ -n "${KEEP:-}" ] || rm -rf $B/scipy-build
build() {
  cross_env pip wheel . --no-build-isolation --no-deps -w $B/wheel-scipy -v \
    -Csetup-args=--cross-file=$R/tools/pyodide.cross -Csetup-args=-Dbuildtype=release \
    -Csetup-args=-D_without-fortran=true -Csetup-args=-Duse-pythran=false \
    -Csetup-args=-Dblas=openblas -Csetup-args=-Dlapack=openblas \
    -Ccompile-args=-j$JOBS -Ccompile-args=-k0 -Cbuild-dir=$B/scipy-build
}
stage scipy build > $W/log-scipy.txt 2>&1
ls -la $B/wheel-scipy
