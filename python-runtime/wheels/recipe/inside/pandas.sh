#!/bin/bash
# pandas, after numpy: the build venv's numpy gets the target's C headers. For size, which costs it no measured speed
. /opt/pyw/recipe/inside/env.sh
V=pandas-3.0.2
unpack $V
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden -Wno-unused-command-line-argument"
cd $B/$V
rm -rf $B/pandas-build
# pandas asks the build-time numpy for its headers: make them the target's
unzip -qo $B/wheel-numpy/numpy-*.whl 'numpy/_core/include/*' -d /opt/venv/lib/python3.14/site-packages
meson_wheel pandas
