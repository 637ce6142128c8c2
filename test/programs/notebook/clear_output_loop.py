#: values [{"text": "0"}, {"text": "1"}]
from IPython.display import clear_output, display
for step in range(2):
    clear_output(wait=True)
    display(step)
