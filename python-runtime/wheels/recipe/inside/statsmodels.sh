#!/bin/bash
# statsmodels, after scipy.sh. The build-time SciPy is PyPI's own: Cython wants its .pxd files.
. /opt/pyw/recipe/inside/env.sh
V=statsmodels-0.15.0
[ -n "${KEEP:-}" ] || unpack $V
pip install -q --only-binary=:all: scipy==1.18.1
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument -Wno-everything"
cd $B/$V
meson_wheel statsmodels -Ccompile-args=-k0
