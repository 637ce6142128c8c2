#: values [{"text": "2"}]
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.ast_node_interactivity = 'all'
%config InlineBackend.figure_format = 'retina'
%load_ext autoreload
%autoreload 2
1 + 1
