# A diamond of many thousand bases: merging their orders is cubic.
# expect: timeout
# stdout contains: before
bases = [type(f'Base{n}', (), {}) for n in range(300)]
print('before')
layers = [type(f'Layer{n}', tuple(bases[n:]), {}) for n in range(300)]
while True:
    type('Last', tuple(layers), {})
