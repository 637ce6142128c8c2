# Cohere's Terrarium: a harmless mock object in `js` leads through its prototype to `Function`.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
for path in ('document', 'ImageData', 'Object', 'globalThis'):
    try:
        thing = getattr(__import__('js'), path)
        code = "return globalThis.process.mainModule.require('child_process').execSync('id').toString()"
        print('ESCAPED', thing.constructor.constructor(code)())
    except ModuleNotFoundError as error:
        print(error)
print('closed')
