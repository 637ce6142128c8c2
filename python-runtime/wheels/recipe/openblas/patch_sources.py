"""Fits OpenBLAS's WASM128_GENERIC to the tile kernels, and its LAPACK to procedures that return nothing.

usage: patch_sources.py OPENBLAS_FOLDER THIS_FOLDER
"""
import re
import shutil
import sys
from pathlib import Path

root, here = map(Path, sys.argv[1:3])
for f in here.glob('*_wasm128*.c'):
    shutil.copy(f, root / 'kernel/wasm' / f.name)

# KERNEL is read after KERNEL.WASM128_GENERIC, and has the last word on what it sets without a condition
for k in (root / 'kernel/wasm' / name for name in ('KERNEL.WASM128_GENERIC', 'KERNEL')):
    t = k.read_text()
    for p, mr in ('S', 8), ('D', 4):
        q = p.lower()
        if k.name == 'KERNEL.WASM128_GENERIC':
            t = re.sub(rf'^{p}GEMMKERNEL .*$', f'{p}GEMMKERNEL = gemmkernel_wasm128_tile.c', t, flags=re.M)
            t = re.sub(rf'^{p}GEMMONCOPY .*$', f'{p}GEMMONCOPY = ../generic/gemm_ncopy_4.c', t, flags=re.M)
            t = re.sub(rf'^{p}GEMMOTCOPY .*$', f'{p}GEMMOTCOPY = ../generic/gemm_tcopy_4.c', t, flags=re.M)
            if mr != 4:
                t += (
                    f'{p}GEMMINCOPY = ../generic/gemm_ncopy_{mr}.c\n{p}GEMMITCOPY = ../generic/gemm_tcopy_{mr}.c\n'
                    f'{p}GEMMINCOPYOBJ = {q}gemm_incopy$(TSUFFIX).$(SUFFIX)\n'
                    f'{p}GEMMITCOPYOBJ = {q}gemm_itcopy$(TSUFFIX).$(SUFFIX)\n'
                )
        for kind in 'LN', 'LT', 'RN', 'RT':
            t = re.sub(rf'^{p}TRSMKERNEL_{kind}.*$', f'{p}TRSMKERNEL_{kind} = ../generic/trsm_kernel_{kind}.c', t, flags=re.M)
        for name, file in (
            ('TRMMKERNEL', 'gemmkernel_wasm128_tile.c'),
            ('GEMVNKERNEL', 'gemv_wasm128.c'),
            ('GEMVTKERNEL', 'gemv_wasm128.c'),
            ('DOTKERNEL', 'dot_wasm128.c'),
        ):
            t = re.sub(rf'^{p}{name}\b.*$', f'{p}{name} = {file}', t, flags=re.M)
    k.write_text(t)

p = root / 'param.h'
t = p.read_text()
head, mark, tail = t.partition('#if defined(RISCV64_GENERIC) || defined(WASM128_GENERIC)')
for a, b in (
    ('SGEMM_DEFAULT_UNROLL_M  2', 'SGEMM_DEFAULT_UNROLL_M  8'),
    ('SGEMM_DEFAULT_UNROLL_N  2', 'SGEMM_DEFAULT_UNROLL_N  4'),
    ('DGEMM_DEFAULT_UNROLL_M  2', 'DGEMM_DEFAULT_UNROLL_M  4'),
    ('DGEMM_DEFAULT_UNROLL_N  2', 'DGEMM_DEFAULT_UNROLL_N  4'),
    ('DGEMM_DEFAULT_Q 120', 'DGEMM_DEFAULT_Q 240'),
    # the panels of A (P x Q) and of B (Q x R), packed and aligned, then fit into a work buffer of 2 MiB instead of 16,
    # and P rows more: where a product with its own transpose (SYRK) keeps both in B's panel, the last rows may pass it
    ('SGEMM_DEFAULT_R 12288', 'SGEMM_DEFAULT_R 1920'),
    ('DGEMM_DEFAULT_R 8192', 'DGEMM_DEFAULT_R 768'),
    ('CGEMM_DEFAULT_R 4096', 'CGEMM_DEFAULT_R 1920'),
    ('ZGEMM_DEFAULT_R 4096', 'ZGEMM_DEFAULT_R 896'),
):
    assert a in tail, a
    tail = tail.replace(a, b, 1)
p.write_text(head + mark + tail)
p = root / 'common_wasm.h'
t = p.read_text()
assert '( 16 << 20)' in t
p.write_text(t.replace('( 16 << 20)', '( 2 << 20)'))

# a strided x goes through the work buffer: so many rows at a time that it is never passed
for name, alpha, numbers in ('ger', 'alpha', 1), ('zger', 'alpha_r, alpha_i', 2):
    f = root / f'kernel/generic/{name}.c'
    t = f.read_text()
    a = '  FLOAT *X    = x;\n'
    assert a in t, f
    f.write_text(t.replace(a, f'''{a}
  for (; incx != 1 && m > 16384; m -= 16384, x += 16384 * incx * {numbers}, a += 16384 * {numbers})
    CNAME(16384, n, 0, {alpha}, x, incx, y, incy, a, lda, buffer);
'''))

# LAPACK's procedures return nothing in every caller (SciPy, flang): what OpenBLAS has of them too
for f in (root / 'interface/lapack').glob('*.c'):
    t = f.read_text()
    t = re.sub(r'^int NAME\(', 'void NAME(', t, flags=re.M)
    body = t.index('void NAME(')
    t = t[:body] + re.sub(r'return\s*\(?\s*(0|info|\*Info)\s*\)?\s*;', 'return;', t[body:])
    f.write_text(t)
for f in ('common_interface.h', 'driver/others/xerbla.c'):
    t = (root / f).read_text()
    t = re.sub(r'^int(\s+BLASFUNC\(xerbla\))', r'void\1', t, flags=re.M)
    (root / f).write_text(t)
t = (root / 'common_interface.h').read_text()
names = 'getrf|getf2|potrf|potf2|lauum|lauu2|trtri|trti2|getrs|gesv|laswp|potri|trtrs|larf|potrs'
t = re.sub(rf'^int(\s+BLASFUNC\([sdcqzx](?:{names})\))', r'void\1', t, flags=re.M)
(root / 'common_interface.h').write_text(t)
(root / 'driver/others/xerbla.c').write_text('''#include <stdio.h>
#include "common.h"
/* without the handlers that can be set; returns nothing, as LAPACK's callers expect */
void BLASFUNC(xerbla)(char *message, blasint *info, blasint length) {
  printf(" ** On entry to %6.*s parameter number %2d had an illegal value\\n", (int)length, message, (int)*info);
}
''')
