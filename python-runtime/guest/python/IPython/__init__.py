"""What programs use of IPython, over the sandbox's own display: this is not IPython itself."""

from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

__version__ = '9.0.0'
version_info = (9, 0, 0, '')
"""The version whose interface this has a part of: libraries ask, and choose their way by it."""

__all__ = ['InteractiveShell', 'display', 'get_ipython', 'version_info']
