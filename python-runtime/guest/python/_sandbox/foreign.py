"""`ctypes` without calls, which need code that is made at run time.

What works on memory alone works, by the types of `ctypes`; a call says why it does not.
"""

import _ctypes
import ctypes
from typing import Any, Never


class _Function(_ctypes.CFuncPtr):
    """A pointer to a function, which cannot be called."""

    _flags_ = _ctypes.FUNCFLAG_CDECL

    def __call__(self, *_args: Any, **_kwargs: Any) -> Never:
        raise NotImplementedError('ctypes cannot call C functions in this sandbox')


def install() -> None:
    """Replaces what `ctypes` does by calls into C, and lets all other calls raise an exception."""
    ctypes._CFuncPtr = _Function
    for name in ('memmove', 'memset', 'string_at', 'wstring_at', 'memoryview_at', 'cast'):
        setattr(ctypes, name, globals()[name])


def memmove(dst: Any, src: Any, count: int, /) -> int:
    """Copies bytes, which may overlap; gives the address of the target."""
    target, source = _Place(dst), _Place(src)
    if count:
        target.bytes(count)[:] = bytes(source.bytes(count))
    return target.address


def memset(dst: Any, c: int, count: int, /) -> int:
    """Fills bytes with a value; gives their address."""
    target = _Place(dst)
    if count:
        target.bytes(count)[:] = bytes([c & 0xFF]) * count
    return target.address


def string_at(ptr: Any, size: int = -1) -> bytes:
    """The bytes at an address: so many, or up to a zero."""
    place = _Place(ptr)
    return bytes(place.bytes(size)) if size >= 0 else ctypes.c_char_p(place.address).value or b''


def wstring_at(ptr: Any, size: int = -1) -> str:
    """The text of wide characters at an address: so many, or up to a zero."""
    place = _Place(ptr)
    if size < 0:
        return ctypes.c_wchar_p(place.address).value or ''
    return (ctypes.c_wchar * size).from_address(place.address)[:] if size else ''


def memoryview_at(ptr: Any, size: int, readonly: bool = False) -> memoryview:
    """The memory at an address."""
    view = _Place(ptr).bytes(size)
    return view.toreadonly() if readonly else view


def cast(obj: Any, typ: Any) -> Any:
    """The same address as a pointer of another type, which keeps alive what it points into."""
    if not issubclass(typ, _POINTERS) and getattr(typ, '_type_', '') not in _SIMPLE_POINTERS:
        raise TypeError(f'cast() argument 2 must be a pointer type, not {typ.__name__}')
    place = _Place(obj)
    pointer = typ.from_buffer(ctypes.c_void_p(place.address))
    pointer._points_into = place
    return pointer


_POINTERS = (ctypes._Pointer, _ctypes.CFuncPtr)
_HOLDERS = (*_POINTERS, ctypes._SimpleCData)
_SIMPLE_POINTERS = ('P', 'z', 'Z', 'O')


class _Place:
    """An address, and what has to be kept so that it stays one."""

    def __init__(self, value: Any) -> None:
        if isinstance(value, int):
            self.address = value
            return
        self._kept = self._parameter(value)
        if self._kept is None:
            self.address = 0
        elif isinstance(self._kept, ctypes.Array):
            self.address = ctypes.addressof(self._kept)
        elif isinstance(self._kept, _HOLDERS):
            self.address = ctypes.c_void_p.from_buffer(self._kept).value or 0
        else:  # an argument of a call, which shows its address and tells it nobody
            self.address = int(repr(self._kept).rpartition('(')[2].rstrip(')>'), 16)

    @staticmethod
    def _parameter(value: Any) -> Any:
        try:
            return value if isinstance(value, _POINTERS) else ctypes.c_void_p.from_param(value)
        except TypeError as error:
            raise ctypes.ArgumentError(f'argument 1: TypeError: {error}') from None

    def bytes(self, size: int) -> memoryview:
        if not self.address and size:
            raise ValueError('NULL pointer access')
        return memoryview((ctypes.c_ubyte * size).from_address(self.address)).cast('B')
