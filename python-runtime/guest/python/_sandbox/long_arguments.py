"""Functions of SciPy and scikit-learn for C's `long`: NumPy's integers have 64 bits, it has 32."""

import functools
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


class _NumPyOfLong:
    """NumPy for compiled code that takes an array of `int` for one of `long`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(np, name)

    def empty(self, shape: Any, dtype: Any = float, **options: Any) -> Any:
        return np.empty(shape, _LONG if dtype is int else dtype, **options)


def install() -> None:
    """Puts them into all modules that have such a function."""
    from scipy.special import _ufuncs  # noqa: PLC0415
    from sklearn.utils import _random  # noqa: PLC0415

    _random.np = _NumPyOfLong()
    sample = _random.sample_without_replacement

    @functools.wraps(sample)
    def sample_without_replacement(*args: Any, **kwargs: Any) -> Any:
        return sample(*args, **kwargs).astype(int)

    functions: dict[int, Any] = {
        id(ufunc): _Function(ufunc)
        for ufunc in vars(_ufuncs).values()
        if isinstance(ufunc, np.ufunc) and _takes_long(ufunc)
    }
    functions[id(sample)] = sample_without_replacement
    for name, module in list(sys.modules.items()):
        if not name.startswith(('scipy.', 'sklearn.')):
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
