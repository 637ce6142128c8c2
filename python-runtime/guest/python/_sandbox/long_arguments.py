"""SciPy's functions of C's `long`, which has 32 bits here, where NumPy's integers have 64."""

import sys
from typing import Any

import numpy as np

_LONG = np.dtype('l')


class _Function:
    """A function of arrays that takes integers of 64 bits for those of a `long`, if they fit."""

    def __init__(self, ufunc: np.ufunc) -> None:
        self._ufunc = ufunc
        self.__name__ = ufunc.__name__
        self.__doc__ = ufunc.__doc__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        count = self._ufunc.nin
        return self._ufunc(*map(_narrow, args[:count]), *args[count:], **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ufunc, name)

    def __repr__(self) -> str:
        return repr(self._ufunc)


def install() -> None:
    """Puts them into all modules of SciPy that have such a function."""
    from scipy.special import _ufuncs  # noqa: PLC0415

    functions = {
        id(ufunc): _Function(ufunc)
        for ufunc in vars(_ufuncs).values()
        if isinstance(ufunc, np.ufunc) and _takes_long(ufunc)
    }
    for name, module in list(sys.modules.items()):
        if not name.startswith('scipy.'):
            continue
        for attribute, value in list(vars(module).items()):
            if id(value) in functions:
                setattr(module, attribute, functions[id(value)])


def _takes_long(ufunc: np.ufunc) -> bool:
    return any('l' in signature.split('->')[0] for signature in ufunc.types)


def _narrow(value: Any) -> Any:
    if isinstance(value, (bool, float, complex)):
        return value
    array = np.asarray(value)
    if array.dtype.kind != 'i' or array.dtype.itemsize <= _LONG.itemsize:
        return value
    limits = np.iinfo(_LONG)
    fits = array.size == 0 or (limits.min <= array.min() and array.max() <= limits.max)
    return array.astype(_LONG) if fits else value
