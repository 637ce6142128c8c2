#: stdout /^Writing tool\.py\n42 hidden\nCPU times: user \S+ \S+, sys: \S+ \S+, total: \S+ \S+\nWall time: \S+ \S+\n$/
#: files ["tool.py"]
%%writefile tool.py
def answer():
    return 42
%%capture text
print('hidden')
%%time
import tool
print(tool.answer(), text.stdout.strip())
