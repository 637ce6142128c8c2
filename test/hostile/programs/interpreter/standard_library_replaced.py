# Replaces the functions that the runner would use to tell its results.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import base64
import io
import json
import linecache
import os
import struct
import traceback
import types

print('before')
for module in (
    base64,
    io,
    json,
    json.encoder,
    json.decoder,
    linecache,
    os,
    os.path,
    struct,
    traceback,
):
    for name, value in list(vars(module).items()):
        if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, type)):
            setattr(module, name, None)
1 / 0
