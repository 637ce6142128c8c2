#!/bin/bash
# lxml with the static libxml2 and libxslt, after libs.sh; from the C files of its source distribution, without threads
. /opt/pyw/recipe/inside/env.sh
V=lxml-6.1.3
unpack $V
export PYW_OPT=${PYW_OPT:--Os} PYW_CFLAGS="-fvisibility=hidden"
rm -rf $B/wheel-lxml; cd $B/$V
build() {
  cross_env env PKG_CONFIG=pkg-config WITHOUT_THREADING=true WITHOUT_CYTHON=true \
    pip wheel . --no-build-isolation --no-deps -w $B/wheel-lxml -v
}
stage lxml build > $W/log-lxml.txt 2>&1
ls -la $B/wheel-lxml
