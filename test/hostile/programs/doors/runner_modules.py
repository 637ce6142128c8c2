# Imports the runner's own modules and takes them apart.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
for name, module in list(sys.modules.items()):
    if name.startswith('_sandbox'):
        for attribute in list(vars(module)):
            if not attribute.startswith('__'):
                setattr(module, attribute, None)
'the result'
