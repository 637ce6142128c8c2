"""Files mapped into memory."""

import mmap
import os

from support import failure, read, write


def mapped(path: str, access: int = mmap.ACCESS_WRITE) -> mmap.mmap:
    with open(path, 'r+b') as file:
        return mmap.mmap(file.fileno(), 0, access=access)


def test_what_is_written_to_memory_is_read_from_the_file() -> None:
    write('file', b'0123456789')
    view = mapped('file')
    view[2:4] = b'ab'
    assert read('file') == b'01ab456789'


def test_what_is_written_to_the_file_is_read_from_memory() -> None:
    write('file', b'0123456789')
    view = mapped('file', mmap.ACCESS_READ)
    with open('file', 'r+b') as file:
        file.seek(3)
        file.write(b'XYZ')
    assert view[:] == b'012XYZ6789'


def test_closing_keeps_what_was_written_though_the_file_is_closed_first() -> None:
    write('file', b'0123456789')
    view = mapped('file')
    view[0] = ord('!')
    view.close()
    assert read('file') == b'!123456789'


def test_a_reused_descriptor_is_another_file() -> None:
    write('file', b'0123456789')
    file = open('file', 'r+b')
    view = mmap.mmap(file.fileno(), 0)
    file.close()
    with open('other', 'wb', buffering=0) as other:
        other.write(b'other')
        view[0] = ord('!')
        view.close()
    assert read('file') == b'!123456789'
    assert read('other') == b'other'


def test_maps_of_the_same_part_are_the_same_memory() -> None:
    write('file', b'0123456789')
    first, second, reader = mapped('file'), mapped('file'), mapped('file', mmap.ACCESS_READ)
    first[0] = ord('a')
    second[1] = ord('b')
    assert first[:3] == second[:3] == reader[:3] == b'ab2'
    first.close()
    second[2] = ord('c')
    second.close()
    assert reader[:] == read('file') == b'abc3456789'


def test_memory_that_was_mapped_to_be_read_can_be_mapped_to_be_written() -> None:
    write('file', b'0123456789')
    reader, writer = mapped('file', mmap.ACCESS_READ), mapped('file')
    writer[0] = ord('!')
    assert read('file') == reader[:] == b'!123456789'


def test_maps_of_parts_see_what_is_written_to_the_file() -> None:
    write('file', b'0123456789')
    with open('file', 'r+b', buffering=0) as file:
        whole, start = mmap.mmap(file.fileno(), 10), mmap.mmap(file.fileno(), 5)
        file.seek(3)
        file.write(b'abcd')
        whole[0] = ord('!')
        whole.close()
        assert start[:] == b'!12ab'
    assert read('file') == b'!12abcd789'


def test_a_private_map_keeps_its_changes() -> None:
    write('file', b'0123456789')
    view = mapped('file', mmap.ACCESS_COPY)
    view[0] = ord('!')
    assert view[:2] == b'!1'
    view.close()
    assert read('file') == b'0123456789'


def test_a_part_is_mapped_from_its_offset() -> None:
    with open('file', 'w+b') as file:
        file.truncate(3 * mmap.ALLOCATIONGRANULARITY)
        offset = mmap.ALLOCATIONGRANULARITY
        view = mmap.mmap(file.fileno(), 1000, offset=offset)
        view[:5] = b'start'
        view[-3:] = b'end'
        view.close()
        content = file.read()
    assert content.find(b'start') == offset
    assert content.find(b'end') == offset + 997
    assert len(content) == 3 * offset


def test_a_removed_file_lives_as_long_as_it_is_mapped() -> None:
    write('file', b'0123456789')
    view = mapped('file')
    os.unlink('file')
    view[0] = ord('!')
    assert view[:] == b'!123456789'


def test_what_is_cut_off_is_gone_from_memory() -> None:
    write('file', b'0123456789')
    view = mapped('file')
    view[9] = ord('!')
    os.truncate('file', 4)
    os.truncate('file', 10)
    assert read('file') == view[:] == b'0123' + bytes(6)


def test_a_map_may_do_what_its_descriptor_may() -> None:
    write('file', b'0123456789')
    reader, writer = os.open('file', os.O_RDONLY), os.open('file', os.O_WRONLY)
    assert failure(mmap.mmap, reader, 0, access=mmap.ACCESS_WRITE) == 'EACCES'
    assert failure(mmap.mmap, writer, 5, access=mmap.ACCESS_READ) == 'EACCES'
    assert failure(mmap.mmap, os.open('.', os.O_RDONLY), 5, access=mmap.ACCESS_READ) == 'ENODEV'


def test_anonymous_memory_needs_no_file() -> None:
    view = mmap.mmap(-1, 100_000)
    view[:5] = b'hello'
    assert view[:6] == b'hello\0'
