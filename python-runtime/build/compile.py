"""Compiles the files named in /compile/paths to bytecode, as they will lie in the image.

The bytecode has no docstrings and no asserts (optimization level 2), names the file by its path in
the image, and says that it need not be compared with a source.
"""

import importlib.util
import marshal
import os

UNCHECKED_HASH = (0b01).to_bytes(4, 'little')
NO_SOURCE_HASH = bytes(8)


def compile_file(path: str) -> None:
    """Writes the bytecode of one source. Raises `SyntaxError` for what is no Python."""
    with open(f'/compile/source/{path}', 'rb') as file:
        source = file.read()
    code = compile(source, f'/{path}', 'exec', dont_inherit=True, optimize=2)
    target = f'/compile/bytecode/{path}c'
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, 'wb') as file:
        file.write(importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + NO_SOURCE_HASH)
        file.write(marshal.dumps(code))


with open('/compile/paths', encoding='utf-8') as paths:
    for line in paths.read().splitlines():
        try:
            compile_file(line)
        except (SyntaxError, RecursionError) as error:
            print(f'{line} is left as source: {error}', flush=True)
