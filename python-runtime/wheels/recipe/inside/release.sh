#!/bin/bash
# in the chroot: $B/wheel-* -> $OUT, without what is of no use in a sandbox
. /opt/pyw/recipe/inside/env.sh
F="python3 $R/tools/finish_wheel.py"
release() {
  rm -rf $OUT; mkdir -p $OUT
  python3 $R/tools/check_imports.py $W/pyodide $T/lib/libopenblas.so $B/wheel-*/*.whl
  # of use to a C compiler, a GUI or a type checker only
  $F $B/wheel-numpy/numpy-*.whl $OUT --add numpy.libs/libopenblas.so=$T/lib/libopenblas.so \
    --add numpy-2.4.6.dist-info/licenses/OpenBLAS.txt=$B/openblas/LICENSE \
    --add numpy-2.4.6.dist-info/licenses/LAPACK.txt=$B/lapack/LICENSE \
    --drop '\.pyi$' --drop '\.pxd$' --drop '/conftest\.py$' --drop '^numpy/_pyinstaller/' --drop '^numpy/f2py/' \
    --drop '^numpy/_core/include/' --drop '^numpy/_core/lib/' --drop '^numpy/random/lib/' --drop '^numpy/_core/_simd\.' \
    --drop '^numpy/_core/_(multiarray|umath|rational|struct_ufunc|operand_flag)_tests\.'
  $F $B/wheel-pandas/pandas-*.whl $OUT --drop '\.pyi$' --drop '/conftest\.py$'
  $F $B/wheel-scipy/scipy-*.whl $OUT --drop '\.pyi$' --drop '\.pxd$' --drop '/conftest\.py$' \
    --drop '\.(h|hh|c|cc|cpp|hpp)$' --drop '/_test_[a-z_]*\.cpython' --drop '^scipy/ndimage/_(ctest|cytest)' \
    --drop '^scipy/_lib/_(test_|bunch_test)' --drop '^scipy/special/_test_internal'
  $F $B/wheel-scikit-learn/scikit_learn-*.whl $OUT --drop '\.pyi$' --drop '/conftest\.py$' \
    --drop '\.(pxd|pyx|pxi|tp|h|c|cpp|build)$'
  $F $B/wheel-lxml/lxml-*.whl $OUT --drop '\.(pxd|pxi|pyx|h|c)$' \
    --add lxml-6.1.3.dist-info/licenses/libxml2.txt=$B/libxml2/Copyright \
    --add lxml-6.1.3.dist-info/licenses/libxslt.txt=$B/libxslt/Copyright
  # the datasets' sources are five times what is read of them
  $F $B/wheel-statsmodels/statsmodels-*.whl $OUT --drop '\.(pyi|pxd|pyx|in|h|s|r|R|build|toml)$' --drop '/conftest\.py$' \
    --drop '^statsmodels/datasets/[a-z0-9_]+/src/'
  $F $B/wheel-kiwisolver/kiwisolver-*.whl $OUT --drop '\.pyi$'
  $F $B/wheel-pillow/pillow-*.whl $OUT --drop '\.pyi$' --drop '^PIL/_imagingtk\.'
  cp $W/pure/*.whl $OUT/
  # matplotlib: first without, then with the font list that it makes itself in Pyodide
  M=(--drop '\.pyi$' --drop '^matplotlib/backends/_tkagg\.')
  $F $B/wheel-matplotlib/matplotlib-*.whl $B/first "${M[@]}"
  mkdir -p $B/fontlist; all=(); for w in $OUT/*.whl $B/first/*.whl; do all+=(--wheel $w); done
  $NODE $R/test/run.mjs --pyodide $W/pyodide --mount $B/fontlist=/out "${all[@]}" $R/test/fontlist.py /out
  $F $B/wheel-matplotlib/matplotlib-*.whl $OUT "${M[@]}" \
    --add matplotlib/mpl-data/fontlist-v390.json=$B/fontlist/fontlist-v390.json
}
stage release release
