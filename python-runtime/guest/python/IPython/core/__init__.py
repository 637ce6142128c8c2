"""Where programs look for IPython's parts."""
