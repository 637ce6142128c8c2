"""Keys from passwords (RFC 8018 and 7914): `hashlib` leaves them to OpenSSL, and there is none."""

import hashlib
import hmac
import struct
from collections.abc import Buffer
from typing import Any

_MAX_INT = 2**31 - 1
_DEFAULT_MEMORY = 32 * 1024 * 1024
"""What OpenSSL allows itself for `scrypt` if it is not told otherwise."""

_LANE_ORDER = (0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11)
"""A block's words as Salsa20 mixes them: four rows, of which it mixes all columns at once.

A block is one integer of 16 lanes of 64 bits, each with a word in its lower half, so that one
operation does the work of four.
"""

_ROW = (1 << 256) - 1
_ROW_WORDS = int.from_bytes(b'\xff\xff\xff\xff\0\0\0\0' * 4, 'little')
_BLOCK_WORDS = int.from_bytes(b'\xff\xff\xff\xff\0\0\0\0' * 16, 'little')
_BLOCK_BITS = 1024


def install() -> None:
    """Gives `hashlib` what a build with OpenSSL has."""
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt


def pbkdf2_hmac(  # noqa: PLR0913, PLR0917 - as `hashlib` has it
    hash_name: str, password: Buffer, salt: Buffer, iterations: int, dklen: int | None = None
) -> bytes:
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as its function."""
    if not isinstance(hash_name, str):
        raise TypeError(
            f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}"
        )
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if iterations > _MAX_INT:
        raise OverflowError('iteration value is too great.')
    length = hashlib.new(hash_name).digest_size if dklen is None else dklen
    if length < 1:
        raise ValueError('key length must be greater than 0.')
    if length > _MAX_INT:
        raise OverflowError('key length is too great.')
    keyed = hmac.new(bytes(password), digestmod=hash_name)
    start = bytes(salt)
    blocks = -(-length // keyed.digest_size)
    numbers = range(1, blocks + 1)
    derived = (_block(keyed, start + number.to_bytes(4), iterations) for number in numbers)
    return b''.join(derived)[:length]


def _block(keyed: hmac.HMAC, start: bytes, iterations: int) -> bytes:
    # The C object that `hmac` wraps, where it has one: this is the loop that is long on purpose.
    inner: Any = getattr(keyed, '_hmac', None) or keyed
    copy = inner.copy
    step = copy()
    step.update(start)
    last = step.digest()
    mixed = int.from_bytes(last)
    for _ in range(iterations - 1):
        step = copy()
        step.update(last)
        last = step.digest()
        mixed ^= int.from_bytes(last)
    return mixed.to_bytes(len(last))


def scrypt(  # noqa: PLR0913 - as `hashlib` has it
    password: Buffer, *, salt: Buffer, n: int, r: int, p: int, maxmem: int = 0, dklen: int = 64
) -> bytes:
    """The scrypt password-based key derivation function."""
    if n <= 1 or n & (n - 1):
        raise ValueError('n must be a power of 2.')
    if r < 1 or p < 1 or r * p >= 1 << 30:
        raise ValueError('Invalid parameter combination for n, r, p, maxmem.')
    if not 0 <= maxmem <= _MAX_INT:
        raise ValueError(f'maxmem must be positive and smaller than {_MAX_INT}')
    if not 1 <= dklen <= _MAX_INT:
        raise ValueError(f'dklen must be greater than 0 and smaller than {_MAX_INT}')
    if 128 * r * (n + p + 2) > (maxmem or _DEFAULT_MEMORY):
        raise ValueError('memory limit exceeded')
    size = 128 * r
    blocks = pbkdf2_hmac('sha256', password, salt, 1, p * size)
    mixed = b''.join(_mix_memory(blocks[at : at + size], n) for at in range(0, p * size, size))
    return pbkdf2_hmac('sha256', password, mixed, 1, dklen)


def _mix_memory(block: bytes, n: int) -> bytes:
    mixed, count = _pack(block), len(block) // 64
    last = (count - 1) * _BLOCK_BITS
    table = []
    for _ in range(n):
        table.append(mixed)
        mixed = _mix_blocks(mixed, count)
    for _ in range(n):
        mixed = _mix_blocks(mixed ^ table[mixed >> last & (n - 1)], count)
    return _unpack(mixed, count)


def _pack(block: bytes) -> int:
    words = struct.unpack(f'<{len(block) // 4}I', block)
    lanes = [words[at + lane] for at in range(0, len(words), 16) for lane in _LANE_ORDER]
    return int.from_bytes(struct.pack(f'<{len(lanes)}Q', *lanes), 'little')


def _unpack(mixed: int, count: int) -> bytes:
    lanes = struct.unpack(f'<{count * 16}Q', mixed.to_bytes(count * _BLOCK_BITS // 8, 'little'))
    places = [_LANE_ORDER.index(word) for word in range(16)]
    words = [lanes[at + place] for at in range(0, len(lanes), 16) for place in places]
    return struct.pack(f'<{len(words)}I', *words)


def _mix_blocks(blocks: int, count: int) -> int:
    size = _BLOCK_BITS // 8
    packed = blocks.to_bytes(count * size, 'little')
    last = int.from_bytes(packed[-size:], 'little')
    mixed = []
    for at in range(0, len(packed), size):
        last = _salsa20_8(last ^ int.from_bytes(packed[at : at + size], 'little'))
        mixed.append(last.to_bytes(size, 'little'))
    return int.from_bytes(b''.join((*mixed[::2], *mixed[1::2])), 'little')


def _salsa20_8(block: int, words: int = _ROW_WORDS, row: int = _ROW) -> int:
    a, b, c, d = block & row, block >> 256 & row, block >> 512 & row, block >> 768
    for _ in range(8):
        total = a + d & words
        b ^= (total << 7 | total >> 25) & words
        total = b + a & words
        c ^= (total << 9 | total >> 23) & words
        total = c + b & words
        d ^= (total << 13 | total >> 19) & words
        total = d + c & words
        a ^= (total << 18 | total >> 14) & words
        # From columns to rows and back: the words of the other rows change places.
        b, c, d = (
            (d >> 64 | d << 192) & row,
            (c >> 128 | c << 128) & row,
            (b >> 192 | b << 64) & row,
        )
    return block + (a | b << 256 | c << 512 | d << 768) & _BLOCK_WORDS
