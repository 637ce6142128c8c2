#: stdout /^InteractiveShell\nCPU times: user \S+ \S+, sys: \S+ \S+, total: \S+ \S+\nWall time: \S+ \S+\n$/
#: values [{"text": "2"}]
try:
    shell = get_ipython().__class__.__name__
except NameError:
    shell = 'none'
print(shell)
get_ipython().run_line_magic('matplotlib', 'inline')
get_ipython().magic('time 1 + 1')
