#!/bin/bash
# in the chroot: build tools, target Python, sources
. /opt/pyw/recipe/inside/env.sh
setup() {
  ln -sfn $R/tools/pyw-cc /usr/local/bin/pyw-cc; ln -sfn $R/tools/pyw-cc /usr/local/bin/pyw-c++
  [ -x /opt/venv/bin/python ] || python3.14 -m venv /opt/venv
  pip install -q -r $R/requirements.txt
  mkdir -p $SD $W/debsrc $W/pure $W/testdeps
  # target Python: headers of the distribution, configuration of Pyodide's own CPython
  (cd $W; unzip -qo pyodide/python_stdlib.zip '_sysconfigdata*')
  python3 $R/tools/make_target.py $W/_sysconfigdata__emscripten_wasm32-emscripten.py \
    /usr/include/python3.14 /usr/include/x86_64-linux-gnu/python3.14/pyconfig.h $T
  # sdists: pip wants metadata first, which a stand-in for meson-python gives without a compiler; lxml asks pkg-config
  # for the versions of libxml2 and libxslt, which are not built yet
  for p in numpy==2.4.6 pandas==3.0.2 matplotlib==3.10.8 pillow==12.2.0 kiwisolver==1.5.0 \
    scipy==1.18.1 scikit_learn==1.9.1 lxml==6.1.3 statsmodels==0.15.0; do
    [ -e $SD/${p/==/-}.tar.gz ] || PKG_CONFIG='echo 3 #' PYTHONPATH=$R/inside/stub pip download -q -d $SD --no-deps --no-binary=:all: --no-build-isolation $p
  done
  # pure wheels (the versions of pyodide-lock.json), contourpy (its maintainers publish a wheel for this ABI), test tools
  any="--no-deps --only-binary=:all: --platform any --python-version 3.14 --implementation py --abi none"
  pip download -q -d $W/pure $any cycler==0.12.1 fonttools==4.62.1 packaging==26.1 pyparsing==3.3.2 \
    python-dateutil==2.9.0.post0 pytz==2026.1.post1 tzdata==2025.3 six==1.17.0 \
    joblib==1.6.0 threadpoolctl==3.8.0 cloudpickle==3.1.3 narwhals==2.29.0 \
    patsy==1.0.3 formulaic==1.2.2 interface_meta==2.0.1 wrapt==2.5.2 typing_extensions==4.16.0
  pip download -q -d $W/pure --no-deps --only-binary=:all: --platform $PLAT --python-version 3.14 --implementation cp \
    --abi cp314 contourpy==1.4.0
  pip download -q -d $W/testdeps $any pytest==9.0.2 pluggy==1.7.0 iniconfig==2.3.1 pygments==2.21.0 \
    hypothesis==6.155.7 sortedcontainers==2.4.0 attrs==26.1.0 typing_extensions==4.16.0
  # Debian sources: an archive in the middle of an update may miss a .dsc; only the upstream tarballs are needed
  # (and a patch of libxslt's)
  cd $W/debsrc
  for s in zlib libjpeg-turbo freetype qhull libwebp openblas lapack libxml2 libxslt; do
    ls ${s}_*.orig.tar.?z > /dev/null 2>&1 || apt-get source --download-only -qq $s 2> /dev/null || true
    ls ${s}_*.orig.tar.?z > /dev/null || { echo "no source of $s"; exit 1; }
  done
}
stage setup setup
