#!/bin/bash
# OpenBLAS (Debian's source has no LAPACK) and LAPACK (Debian's source, Fortran by flang): $T/lib/libopenblas.so, one
# side module that numpy and scipy share, with relaxed multiply-add in the kernels of GEMM and TRMM.
. /opt/pyw/recipe/inside/env.sh
H=$R/openblas D=$B/openblas L=$B/lapack
FLAGS="-target wasm32-unknown-emscripten -fPIC -mllvm -combiner-global-alias-analysis=false -mllvm -disable-lsr"
blas() {
  rm -rf $D; mkdir -p $D; tar -C $D --strip-components=1 -xf $W/debsrc/openblas_*.orig.tar.xz
  python3 $H/patch_sources.py $D $H
  ln -sfn $H/wcc /usr/local/bin/wcc
  local opt="-O3 -msimd128 -mrelaxed-simd"
  make -C $D -j$JOBS libs TARGET=WASM128_GENERIC CC=wcc HOSTCC=gcc AR=emar RANLIB=emranlib COMMON_OPT="$opt" \
    NOFORTRAN=1 NO_SHARED=1 USE_THREAD=0 USE_OPENMP=0 NUM_THREADS=1 NO_LAPACKE=1 NO_AFFINITY=1 NO_WARMUP=1 BUILD_BFLOAT16=0 \
    ONLY_CBLAS=0 LIBNAMESUFFIX= < /dev/null
}
lapack() { # 40 files at a time: the linker leaves out, function by function, what nobody calls
  rm -rf $L; mkdir -p $L/o; tar -C $L --strip-components=1 -xf $W/debsrc/lapack_*.orig.tar.gz
  cd $L/o
  cp $L/INSTALL/{s,d}{lamch,roundup_lwork}.f $L/INSTALL/ilaver.f $L/SRC/
  # XERBLA is OpenBLAS's; iterative refinement in extra precision needs XBLAS; DMD writes with Fortran's runtime
  rm -f $L/SRC/{xerbla,xerbla_array,chla_transtype}.f $L/SRC/?la_*.f $L/SRC/?{ge,gb,po,sy,he}{rfsx,svxx}.f $L/SRC/*_extended.f $L/SRC/?gedmd*.f90
  local fl="flang-21 --target=i386-unknown-linux-gnu -O1 -fno-slp-vectorize -fno-vectorize"
  $fl -fsyntax-only $L/SRC/la_constants.f90; $fl -fsyntax-only $L/SRC/la_xisnan.F90
  ls $L/SRC/*.f | split -l 40 -d -a 3 - chunk.
  for c in chunk.*; do for f in $(cat $c); do cat $f; echo; done > f$c.f; done
  cp $L/SRC/*.F $L/SRC/?l*.f90 .
  cat > one.sh <<EOS
b=\${1%.*}
{ $fl -S -emit-llvm -I . \$1 -o \$b.ll0 && /usr/lib/llvm-21/bin/opt -passes=instnamer -S \$b.ll0 -o \$b.ll1 && rm \$b.ll0 &&
python3 -I $H/lapack_ir.py \$b.ll1 \$b.ll && rm \$b.ll1 && clang-21 $FLAGS -O2 -Wno-everything -c \$b.ll -o \$b.o; } > \$b.log 2>&1 || echo "not compiled: \$1"
EOS
  ls f*.f *.F *.f90 | xargs -P $JOBS -n 1 bash one.sh
  emcc -fPIC -O2 -Wno-everything -c $H/shim.c -o shim.o
}
shared() { # exports what the given modules want
  local l; l=$(ls -t $D/libopenblas*.a | head -1)
  rm -f $B/liblapack-rest.a; emar rcs $B/liblapack-rest.a $L/o/*.o
  cat $H/exports.txt | sed 's/^/_/' > $B/openblas-exports.txt
  # for configure checks, which link programs
  rm -f $T/lib/libopenblas.a; cp $(readlink -f $l) $T/lib/libopenblas.a; emar r $T/lib/libopenblas.a $L/o/*.o
  # OpenBLAS first: what it has of LAPACK (GETRF, POTRF and theirs) is faster
  emcc -O1 -g0 -Wl,--allow-multiple-definition -sSIDE_MODULE=2 -fwasm-exceptions -sSUPPORT_LONGJMP=wasm -sWASM_LEGACY_EXCEPTIONS=1 -sWASM_BIGINT=1 \
    -sEXPORTED_FUNCTIONS=@$B/openblas-exports.txt $L/o/shim.o $l $B/liblapack-rest.a -o $T/lib/libopenblas.so
  mkdir -p $T/include/openblas; sed 's/#include "openblas_config.h"/typedef int blasint;/' $D/cblas.h > $T/include/openblas/cblas.h
  printf 'Name: openblas\nDescription: OpenBLAS for Pyodide\nVersion: 0.3.34\nLibs: %s/lib/libopenblas.so\nCflags: -I%s/include/openblas\n' $T $T > $T/lib/pkgconfig/openblas.pc
  ls -l $T/lib/libopenblas.so
}
case ${1:-all} in all) stage openblas blas; stage lapack lapack; stage libopenblas shared;; *) stage $1 $1;; esac
