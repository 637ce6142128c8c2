# Every module writes and imports the next.
# expect: timeout
# stdout contains: before
template = """
number = {number}
name = f'link_{{number + 1}}'
with open(name + '.py', 'w') as file:
    file.write(template.format(number=number + 1))
import builtins
builtins.chain.append(name)
"""
import builtins

builtins.chain = ['link_0']
builtins.template = template
with open('link_0.py', 'w') as file:
    file.write(template.format(number=0))
print('before')
while True:
    __import__(builtins.chain[-1])
