#!/bin/bash
# numpy with OpenBLAS and SIMD, after openblas.sh
. /opt/pyw/recipe/inside/env.sh
V=numpy-2.4.6
[ -n "${KEEP:-}" ] || unpack $V  # KEEP=1: go on in the folders of the last run
export PYW_OPT=${PYW_OPT:--O2} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -msimd128"
cd $B/$V
meson_wheel numpy -Csetup-args=-Dblas=openblas -Csetup-args=-Dlapack=openblas
