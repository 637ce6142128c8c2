# sourced by every inside/*.sh
set -euo pipefail
R=/opt/pyw/recipe; W=/opt/pyw; SD=$W/sdist; B=$W/build; OUT=$W/out; T=$W/target
NODE=/usr/bin/node
mkdir -p $B $OUT
export PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin EM_CACHE=/opt/emcache LANG=C.UTF-8
export SOURCE_DATE_EPOCH=1767225600 PYTHONHASHSEED=0
export BINARYEN_CORES=1  # wasm-opt: one thread for each of the two jobs
JOBS=${JOBS:-2}
PLAT=pyemscripten_2026_0_wasm32
# a Python command run with these variables answers sysconfig questions for the target
cross_env() {
  env _PYTHON_HOST_PLATFORM=$PLAT \
      _PYTHON_SYSCONFIGDATA_NAME=_sysconfigdata__emscripten_wasm32-emscripten \
      _PYTHON_SYSCONFIGDATA_PATH=$T/sysconfig PYTHONPATH=$T/sysconfig \
      CC=pyw-cc CXX=pyw-c++ AR=emar PKG_CONFIG_LIBDIR=$T/lib/pkgconfig "$@"
}
unpack() { # unpack NAME-VERSION: fresh source tree in $B, with patches/NAME-*.patch applied
  rm -rf $B/$1; tar -C $B -xf $SD/$1.tar.gz
  for p in $R/patches/$1*.patch; do [ -e "$p" ] && patch -d $B/$1 -p1 < "$p"; done; true
}
stage() { # stage NAME COMMAND...: says how long it took
  local start=$SECONDS; echo "=== $1"; "${@:2}"; echo "$1 $((SECONDS-start))s" | tee -a $W/timing.txt
}
# meson_wheel NAME [ARGUMENT...]: of the source tree that this is called in, by meson-python, to $B/wheel-NAME;
# KEEP=1 goes on in the folder of the last run
meson_wheel() {
  rm -rf $B/wheel-$1
  [ -n "${KEEP:-}" ] || rm -rf $B/$1-build
  stage $1 cross_env pip wheel . --no-build-isolation --no-deps -w $B/wheel-$1 -v \
    -Csetup-args=--cross-file=$R/tools/pyodide.cross -Csetup-args=-Dbuildtype=release "${@:2}" \
    -Ccompile-args=-j$JOBS -Cbuild-dir=$B/$1-build > $W/log-$1.txt 2>&1
  ls -la $B/wheel-$1
}
