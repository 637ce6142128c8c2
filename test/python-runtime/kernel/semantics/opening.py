"""Flags and modes of `open`."""

import os

from support import failure, read, write

CREATE = os.O_WRONLY | os.O_CREAT


def test_an_exclusive_open_refuses_what_exists() -> None:
    write('file')
    assert failure(os.open, 'file', CREATE | os.O_EXCL) == 'EEXIST'


def test_an_exclusive_open_refuses_a_dangling_link() -> None:
    os.symlink('target', 'link')
    assert failure(os.open, 'link', CREATE | os.O_EXCL) == 'EEXIST'
    assert os.listdir() == ['link']


def test_an_open_through_a_dangling_link_creates_its_target() -> None:
    os.symlink('target', 'link')
    os.close(os.open('link', CREATE))
    assert sorted(os.listdir()) == ['link', 'target']


def test_nofollow_refuses_a_link_at_the_end_only() -> None:
    os.mkdir('folder')
    write('folder/file')
    os.symlink('folder', 'link')
    os.symlink('folder/file', 'file-link')
    assert failure(os.open, 'file-link', os.O_RDONLY | os.O_NOFOLLOW) == 'ELOOP'
    os.close(os.open('link/file', os.O_RDONLY | os.O_NOFOLLOW))


def test_a_directory_is_asked_for_and_refused() -> None:
    os.mkdir('folder')
    write('file')
    os.symlink('folder', 'link')
    assert failure(os.open, 'file', os.O_RDONLY | os.O_DIRECTORY) == 'ENOTDIR'
    assert failure(os.open, 'link', os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW) == 'ENOTDIR'
    assert failure(os.open, 'folder', os.O_RDWR) == 'EISDIR'
    assert failure(os.open, 'folder', os.O_RDONLY | os.O_CREAT) == 'EISDIR'


def test_truncation_happens_at_opening() -> None:
    write('file', b'content')
    os.close(os.open('file', os.O_WRONLY | os.O_TRUNC))
    assert read('file') == b''


def test_nothing_is_created_or_truncated_when_descriptors_run_out() -> None:
    write('file', b'content')
    taken = []
    while failure(lambda: taken.append(os.open('file', os.O_RDONLY))) is None and len(taken) < 5000:
        pass
    assert failure(os.open, 'new', CREATE) == 'EMFILE'
    assert failure(os.open, 'file', os.O_WRONLY | os.O_TRUNC) == 'EMFILE'
    assert failure(os.pipe) == 'EMFILE'
    for descriptor in taken:
        os.close(descriptor)
    assert os.listdir() == ['file']
    assert read('file') == b'content'


def test_permission_bits_are_those_that_the_mask_leaves() -> None:
    before = os.umask(0o077)
    os.close(os.open('file', CREATE, 0o666))
    os.mkdir('folder', 0o777)
    assert os.umask(before) == 0o077
    assert os.stat('file').st_mode & 0o7777 == 0o600
    assert os.stat('folder').st_mode & 0o7777 == 0o700


def test_only_what_somebody_may_execute_is_executable() -> None:
    write('file')
    assert not os.access('file', os.X_OK)
    os.chmod('file', 0o100)
    assert os.access('file', os.X_OK)
    assert os.access('.', os.X_OK)
    assert not os.access('missing', os.F_OK)


def test_append_writes_at_the_end_wherever_the_position_is() -> None:
    write('file', b'one')
    descriptor = os.open('file', os.O_RDWR | os.O_APPEND)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b'two')
    assert os.lseek(descriptor, 0, os.SEEK_CUR) == 6
    os.pwrite(descriptor, b'!', 0)
    assert read('file') == b'onetwo!'


def test_what_is_open_for_one_thing_is_not_for_the_other() -> None:
    write('file', b'content')
    reader, writer = os.open('file', os.O_RDONLY), os.open('file', os.O_WRONLY)
    assert failure(os.write, reader, b'x') == 'EBADF'
    assert failure(os.read, writer, 1) == 'EBADF'
    assert failure(os.ftruncate, reader, 0) == 'EINVAL'
    assert read('file') == b'content'
