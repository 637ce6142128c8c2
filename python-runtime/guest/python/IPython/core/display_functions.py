"""Another place at which programs look for `IPython.display`."""

from IPython.display import *  # noqa: F403
