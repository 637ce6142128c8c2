# What emscripten's Python keeps of its host: `sys._emscripten_info` and the platform's modules.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import platform
import sys

print(sys._emscripten_info, platform.uname(), platform.libc_ver())
attributes = [name for name in dir(sys) if 'emscripten' in name or 'js' in name.split('_')]
print('closed' if attributes in ([], ['_emscripten_info']) else 'ESCAPED', attributes)
