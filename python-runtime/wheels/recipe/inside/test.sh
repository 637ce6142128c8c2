#!/bin/bash
# in the chroot: a smoke test of each wheel in $OUT, in stock Pyodide
. /opt/pyw/recipe/inside/env.sh
tests() {
  local all=() w t
  for w in $OUT/*.whl; do all+=(--wheel $w); done
  for t in numpy kiwi pillow pandas matplotlib scipy sklearn lxml statsmodels; do
    $NODE $R/test/run.mjs --pyodide $W/pyodide "${all[@]}" $R/test/smoke_$t.py
  done
}
stage smoke-tests tests
