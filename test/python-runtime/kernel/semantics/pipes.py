"""Pipes, waiting and devices."""

import os
import select
import stat

from support import failure, read, write


def events(descriptor: int, wanted: int = select.POLLIN | select.POLLOUT) -> int:
    poll = select.poll()
    poll.register(descriptor, wanted)
    return sum(event for _, event in poll.poll(0))


def unblocked_pipe() -> tuple[int, int]:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    return reader, writer


def test_a_pipe_gives_what_it_was_given() -> None:
    reader, writer = os.pipe()
    os.write(writer, b'hello')
    assert os.read(reader, 2) == b'he'
    os.write(writer, b'!')
    assert os.read(reader, 10) == b'llo!'


def test_a_pipe_goes_round() -> None:
    reader, writer = unblocked_pipe()
    for size in (60_000, 50_000, 40_000, 65_536):
        assert os.write(writer, bytes([size % 251]) * size) == size
        assert os.read(reader, 70_000) == bytes([size % 251]) * size


def test_a_full_pipe_takes_what_fits_and_then_nothing() -> None:
    reader, writer = unblocked_pipe()
    assert 60_000 < os.write(writer, bytes(100_000)) < 100_000
    assert failure(os.write, writer, b'x') == 'EAGAIN'
    assert events(writer) == 0
    assert os.read(reader, 10_000) == bytes(10_000)
    assert events(writer) == select.POLLOUT


def test_a_pipe_ends_with_its_last_writer() -> None:
    reader, writer = unblocked_pipe()
    duplicate = os.dup(writer)
    os.write(writer, b'last words')
    os.close(writer)
    assert os.read(reader, 20) == b'last words'
    assert failure(os.read, reader, 20) == 'EAGAIN'
    os.close(duplicate)
    assert os.read(reader, 20) == b''
    assert events(reader) & select.POLLHUP


def test_a_pipe_without_readers_is_broken() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    assert failure(os.write, writer, b'x') == 'EPIPE'
    assert events(writer) & select.POLLERR


def test_a_pipe_has_no_positions() -> None:
    reader, writer = os.pipe()
    assert failure(os.lseek, reader, 0, os.SEEK_SET) == 'ESPIPE'
    assert failure(os.pread, reader, 1, 0) == 'ESPIPE'
    assert failure(os.pwrite, writer, b'x', 0) == 'ESPIPE'
    assert failure(os.read, writer, 1) == 'EBADF'
    assert failure(os.write, reader, b'x') == 'EBADF'
    assert stat.S_ISFIFO(os.fstat(reader).st_mode)


def test_polling_tells_what_is_ready() -> None:
    reader, writer = os.pipe()
    file = os.open('file', os.O_RDWR | os.O_CREAT)
    assert events(reader) == 0
    assert events(writer) == select.POLLOUT
    assert events(file) == select.POLLIN | select.POLLOUT
    assert events(500) == select.POLLNVAL
    assert select.select([reader, file], [writer], [], 0) == ([file], [writer], [])


def test_the_null_device_takes_all_and_gives_nothing() -> None:
    write(os.devnull, b'x' * 100_000)
    assert read(os.devnull) == b''
    with open(os.devnull, 'w+') as file:
        file.write('text')
        file.seek(0)
        assert file.read() == ''
    assert os.lseek(os.open(os.devnull, os.O_RDWR), 10, os.SEEK_SET) == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_devices_give_zeros_and_random_bytes() -> None:
    with open('/dev/zero', 'rb') as zero, open('/dev/urandom', 'rb') as random:
        assert zero.read(5) == bytes(5)
        assert len(set(random.read(300_000))) == 256
    assert len(set(os.urandom(300_000))) == 256
