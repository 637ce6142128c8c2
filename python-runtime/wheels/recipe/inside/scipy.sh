#!/bin/bash
# SciPy, after pandas.sh, which gives the build-time NumPy the target's headers; without Fortran: scipy.odr is left out (-D_without-fortran, upstream's own switch).
# BLAS and LAPACK are the shared module libopenblas.so, which every module names among those that it needs.
. /opt/pyw/recipe/inside/env.sh
V=scipy-1.18.1
[ -n "${KEEP:-}" ] || unpack $V
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -Wno-everything"
cd $B/$V
meson_wheel scipy -Csetup-args=-D_without-fortran=true -Csetup-args=-Duse-pythran=false \
  -Csetup-args=-Dblas=openblas -Csetup-args=-Dlapack=openblas -Ccompile-args=-k0
