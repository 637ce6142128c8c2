"""Positions, sizes, sharing, and files that lose their names."""

import fcntl
import os

from support import failure, read, write


def test_duplicates_share_their_position() -> None:
    write('file', b'0123456789')
    first = os.open('file', os.O_RDONLY)
    second = os.dup(first)
    third = os.dup2(first, 50)
    assert [os.read(first, 3), os.read(second, 3), os.read(third, 3)] == [b'012', b'345', b'678']
    os.close(first)
    assert os.read(second, 3) == b'9'


def test_a_duplicate_takes_a_descriptor_that_exists() -> None:
    write('file', b'content')
    descriptor = os.open('file', os.O_RDONLY)
    assert os.dup2(descriptor, descriptor) == descriptor
    assert failure(os.dup2, 500, 60) == 'EBADF'
    assert failure(os.dup2, descriptor, -1) == 'EBADF'
    assert fcntl.fcntl(descriptor, fcntl.F_DUPFD, 60) >= 60
    assert failure(fcntl.fcntl, descriptor, fcntl.F_DUPFD, -1) == 'EINVAL'
    assert failure(fcntl.fcntl, descriptor, fcntl.F_DUPFD, 2**30) == 'EINVAL'


def test_a_position_is_not_before_the_start() -> None:
    write('file', b'0123456789')
    descriptor = os.open('file', os.O_RDWR)
    assert os.lseek(descriptor, -2, os.SEEK_END) == 8
    assert failure(os.lseek, descriptor, -11, os.SEEK_END) == 'EINVAL'
    assert failure(os.lseek, descriptor, 0, 99) == 'EINVAL'
    assert failure(os.pread, descriptor, 1, -1) == 'EINVAL'
    assert failure(os.pwrite, descriptor, b'x', -1) == 'EINVAL'
    assert os.read(descriptor, 9) == b'89'


def test_positioned_calls_leave_the_position() -> None:
    write('file', b'0123456789')
    descriptor = os.open('file', os.O_RDWR)
    os.pwrite(descriptor, b'ab', 4)
    assert os.pread(descriptor, 4, 3) == b'3ab6'
    assert os.lseek(descriptor, 0, os.SEEK_CUR) == 0


def test_what_was_never_written_is_zero() -> None:
    write('file', b'0123456789')
    descriptor = os.open('file', os.O_RDWR)
    os.ftruncate(descriptor, 4)
    os.ftruncate(descriptor, 8)
    os.pwrite(descriptor, b'x', 12)
    assert read('file') == b'0123' + bytes(8) + b'x'
    os.truncate('file', 2)
    os.pwrite(descriptor, b'y', 5)
    assert read('file') == b'01' + bytes(3) + b'y'
    assert os.pread(descriptor, 9, 100) == b''


def test_what_was_cut_off_does_not_come_back() -> None:
    write('file', b'0123456789')
    descriptor = os.open('file', os.O_RDWR)
    os.ftruncate(descriptor, 8)
    os.pwrite(descriptor, b'x', 11)
    assert read('file') == b'01234567' + bytes(3) + b'x'
    os.ftruncate(descriptor, 9)
    os.ftruncate(descriptor, 12)
    assert read('file') == b'01234567' + bytes(4)


def test_a_length_is_one_that_can_be() -> None:
    write('file', b'content')
    assert failure(os.truncate, 'file', -1) == 'EINVAL'
    assert failure(os.truncate, '.', 0) == 'EISDIR'
    assert failure(os.truncate, '/dev/null', 0) == 'EINVAL'
    assert read('file') == b'content'


def test_a_removed_file_lives_as_long_as_it_is_open() -> None:
    write('file', b'old')
    descriptor = os.open('file', os.O_RDWR)
    os.unlink('file')
    write('file', b'new')
    assert os.fstat(descriptor).st_nlink == 0
    assert os.read(descriptor, 9) == b'old'
    os.write(descriptor, b'er')
    assert os.pread(descriptor, 9, 0) == b'older'
    assert read('file') == b'new'


def test_a_replaced_file_lives_as_long_as_it_is_open() -> None:
    write('old', b'old')
    write('new', b'new')
    descriptor = os.open('old', os.O_RDONLY)
    os.rename('new', 'old')
    assert os.read(descriptor, 9) == b'old'
    assert read('old') == b'new'


def test_a_file_is_the_same_after_a_rename() -> None:
    write('file')
    before = os.stat('file')
    os.rename('file', 'renamed')
    assert os.path.samestat(before, os.stat('renamed'))


def test_vectors_are_filled_and_emptied_in_order() -> None:
    descriptor = os.open('file', os.O_RDWR | os.O_CREAT)
    assert os.writev(descriptor, [b'12', b'', b'345']) == 5
    os.lseek(descriptor, 0, os.SEEK_SET)
    first, second = bytearray(3), bytearray(9)
    assert os.readv(descriptor, [first, second]) == 5
    assert (first, second[:2]) == (b'123', b'45')
    assert failure(os.writev, descriptor, [b'x'] * 1025) == 'EINVAL'


def test_flags_can_be_asked_and_changed() -> None:
    descriptor = os.open('file', os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_TRUNC)
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    assert flags & (os.O_CREAT | os.O_EXCL | os.O_TRUNC) == 0
    fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_APPEND)
    os.write(descriptor, b'one')
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b'two')
    assert read('file') == b'onetwo'


def test_blocking_can_be_asked_and_changed() -> None:
    reader, _ = os.pipe()
    assert os.get_blocking(reader)
    os.set_blocking(reader, False)
    assert not os.get_blocking(reader)


def test_a_lock_is_always_free_for_the_only_program() -> None:
    descriptor = os.open('file', os.O_RDWR | os.O_CREAT)
    fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.lockf(descriptor, fcntl.LOCK_UN)


def test_a_directory_is_neither_read_nor_written() -> None:
    folder = os.open('.', os.O_RDONLY)
    assert failure(os.read, folder, 1) == 'EISDIR'
    assert failure(os.write, folder, b'x') == 'EBADF'
    assert failure(os.ftruncate, folder, 0) == 'EINVAL'
