#!/usr/bin/env python3
"""Does every import of the side modules exist in Pyodide's main module?

usage: check_imports.py PYODIDE_FOLDER FILE.so|FILE.whl ...
Exits with 1 and lists the symbols when something is missing, or when the
function type differs from that of the main module's export.
"""

import re
import sys
import zipfile
from pathlib import Path


class Wasm:
    def __init__(self, data):
        assert data[:8] == b'\0asm\1\0\0\0', 'not a wasm module'
        self.b, self.i = data, 8
        self.types, self.imports, self.exports, self.funcs = [], [], {}, []
        while self.i < len(data):
            sid = data[self.i]
            self.i += 1
            size = self.u()
            end = self.i + size
            if sid == 1:
                self.read_types()
            elif sid == 2:
                self.read_imports()
            elif sid == 3:
                self.funcs += [self.u() for _ in range(self.u())]
            elif sid == 7:
                self.read_exports()
            self.i = end

    def u(self):
        r = s = 0
        while True:
            c = self.b[self.i]
            self.i += 1
            r |= (c & 127) << s
            s += 7
            if c < 128:
                return r

    def name(self):
        n = self.u()
        s = self.b[self.i : self.i + n]
        self.i += n
        return s.decode()

    def valtypes(self):
        out = []
        for _ in range(self.u()):
            c = self.b[self.i]
            self.i += 1
            out.append(
                {0x7F: 'i32', 0x7E: 'i64', 0x7D: 'f32', 0x7C: 'f64', 0x7B: 'v128'}.get(c, hex(c))
            )
            if c in (0x63, 0x64):
                self.u()
        return tuple(out)

    def read_types(self):
        for _ in range(self.u()):
            form = self.b[self.i]
            self.i += 1
            assert form == 0x60, hex(form)
            p = self.valtypes()
            self.types.append((p, self.valtypes()))

    def limits(self):
        f = self.b[self.i]
        self.i += 1
        self.u()
        if f & 1:
            self.u()

    def read_imports(self):
        for _ in range(self.u()):
            mod, nm = self.name(), self.name()
            kind = self.b[self.i]
            self.i += 1
            t = None
            if kind == 0:
                t = self.types[self.u()]
                self.funcs.append(self.types.index(t))
            elif kind == 1:
                self.i += 1
                self.limits()
            elif kind == 2:
                self.limits()
            elif kind == 3:
                self.i += 2
            elif kind == 4:
                self.i += 1
                self.u()
            self.imports.append((mod, nm, kind, t))

    def read_exports(self):
        for _ in range(self.u()):
            nm = self.name()
            kind = self.b[self.i]
            self.i += 1
            self.exports[nm] = (kind, self.u())


def main():
    pyo = Path(sys.argv[1])
    m = Wasm((pyo / 'pyodide.asm.wasm').read_bytes())
    js = (pyo / 'pyodide.asm.mjs').read_text()
    # names the JavaScript side gives to modules: its wasmImports table
    start = js.rindex('wasmImports={') if 'wasmImports={' in js else 0
    jsnames = set(re.findall(r'[{,]"?([A-Za-z_$][\w$]*)"?:', js[start : start + 60000])) | {
        i[1] for i in m.imports if i[0] == 'env'
    }
    linker = {
        'memory',
        '__indirect_function_table',
        '__memory_base',
        '__table_base',
        '__stack_pointer',
    }
    bad = 0
    files = []
    for a in sys.argv[2:]:
        if a.endswith('.whl'):
            z = zipfile.ZipFile(a)
            files += [(f'{Path(a).name}:{n}', z.read(n)) for n in z.namelist() if n.endswith('.so')]
        else:
            files.append((a, Path(a).read_bytes()))
    # a library that is given by itself gives its functions to the modules
    provided = set().union(*(Wasm(data).exports for label, data in files if ':' not in label))
    for label, data in files:
        w = Wasm(data)
        for mod, nm, kind, t in w.imports:
            if nm in linker:
                continue
            if nm in m.exports:
                if kind == 0:
                    k, idx = m.exports[nm]
                    mt = m.types[m.funcs[idx]] if k == 0 else None
                    if mt != t:
                        bad += 1
                        print(f'TYPE {label}: {nm}: wants {t}, main has {mt}')
                continue
            if nm in jsnames or (mod.startswith('GOT') and nm in w.exports):
                continue
            if nm in w.exports or nm in provided:
                continue
            bad += 1
            print(f'MISSING {label}: {mod}.{nm} {t or ""}')
    print(f'{len(files)} modules checked, {bad} bad imports')
    return bool(bad)


if __name__ == '__main__':
    sys.exit(main())
