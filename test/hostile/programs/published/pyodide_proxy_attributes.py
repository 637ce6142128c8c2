# Walks over the attributes of everything in reach, for one that comes from JavaScript.
# expect: ok
# stdout contains: closed
# timeout_ms: 20000
import sys

seen, waiting, strange = set(), [(name, module) for name, module in sys.modules.items()], []
while waiting and len(seen) < 30_000:
    path, thing = waiting.pop()
    if id(thing) in seen:
        continue
    seen.add(id(thing))
    kind = f'{type(thing).__module__}.{type(thing).__name__}'
    if 'pyodide' in kind or 'JsProxy' in kind or hasattr(type(thing), 'js_id'):
        strange.append((path, kind))
    if path.count('.') < 3 and isinstance(getattr(thing, '__dict__', None), dict):
        waiting += [(f'{path}.{name}', value) for name, value in thing.__dict__.items()]
print('ESCAPED' if strange else 'closed', strange[:5])
