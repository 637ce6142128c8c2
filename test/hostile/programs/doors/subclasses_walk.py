# From any object to all classes: the walk that every jail of Python is tried with.
# expect: ok
# stdout contains: classes
# timeout_ms: 5000
classes = ().__class__.__base__.__subclasses__()
names = {cls.__name__ for cls in classes}
suspicious = names & {'JsProxy', 'JsException', 'JsDoubleProxy', 'JsCallable', 'PyProxy'}
print(len(classes) > 100, 'classes', 'ESCAPED' if suspicious else '', suspicious)
for cls in classes:
    if cls.__name__ == '_wrap_close':
        status = cls.__init__.__globals__['system']('id')
        print(status, 'ESCAPED' if status == 0 else '')
