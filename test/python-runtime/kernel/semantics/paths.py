"""How paths are resolved."""

import os

from support import failure, read, write


def test_a_trailing_slash_asks_for_a_directory() -> None:
    write('file')
    os.mkdir('folder')
    assert failure(os.stat, 'file/') == 'ENOTDIR'
    assert failure(os.stat, 'file/.') == 'ENOTDIR'
    assert failure(os.open, 'file/', os.O_RDONLY) == 'ENOTDIR'
    assert failure(os.open, 'new/', os.O_WRONLY | os.O_CREAT) == 'EISDIR'
    assert failure(os.symlink, 'file', 'new/') == 'ENOENT'
    assert failure(os.unlink, 'file/') == 'ENOTDIR'
    assert failure(os.rename, 'file', 'new/') == 'ENOTDIR'
    os.mkdir('new/')
    os.rename('folder/', 'moved/')
    assert sorted(os.listdir()) == ['file', 'moved', 'new']


def test_a_slash_behind_a_link_follows_it_but_removes_nothing() -> None:
    os.mkdir('folder')
    os.symlink('folder', 'link')
    assert os.lstat('link/').st_ino == os.stat('folder').st_ino
    assert failure(os.rmdir, 'link/') == 'ENOTDIR'
    assert failure(os.unlink, 'link/') == 'ENOTDIR'
    assert failure(os.rename, 'link/', 'x') == 'ENOTDIR'
    assert sorted(os.listdir()) == ['folder', 'link']


def test_a_slash_in_a_link_asks_for_a_directory_too() -> None:
    write('file')
    os.mkdir('folder')
    os.symlink('file/', 'file-link')
    os.symlink('folder/', 'folder-link')
    assert failure(os.stat, 'file-link') == 'ENOTDIR'
    assert failure(os.open, 'file-link', os.O_RDONLY) == 'ENOTDIR'
    assert os.listdir('folder-link') == []


def test_dots_name_no_entry() -> None:
    os.mkdir('folder')
    assert failure(os.mkdir, '.') == 'EEXIST'
    assert failure(os.mkdir, 'new/.') == 'ENOENT'
    assert failure(os.rmdir, '.') == 'EINVAL'
    assert failure(os.rmdir, 'folder/.') == 'EINVAL'
    assert failure(os.rmdir, 'folder/..') == 'ENOTEMPTY'
    assert failure(os.rename, '.', 'x') == 'EBUSY'
    assert failure(os.rename, 'folder', 'folder/..') == 'EBUSY'


def test_above_the_root_is_the_root() -> None:
    assert os.stat('/..').st_ino == os.stat('/').st_ino
    assert os.listdir('/../../dev') == os.listdir('/dev')


def test_a_link_leads_from_where_it_is() -> None:
    os.makedirs('a/b')
    write('a/file', b'content')
    os.symlink('../file', 'a/b/link')
    os.symlink(os.path.join(os.getcwd(), 'a'), 'absolute')
    assert read('a/b/link') == b'content'
    assert read('absolute/b/link') == b'content'
    assert os.readlink('a/b/link') == '../file'
    assert os.lstat('a/b/link').st_size == len('../file')


def test_forty_links_are_followed_and_no_more() -> None:
    for index in range(41):
        os.symlink(f'link{index + 1}', f'link{index}')
    write('link41', b'end')
    assert read('link1') == b'end'
    assert failure(os.stat, 'link0') == 'ELOOP'


def test_a_circle_of_links_ends() -> None:
    os.symlink('b', 'a')
    os.symlink('a', 'b')
    assert failure(os.stat, 'a') == 'ELOOP'
    assert not os.path.exists('a')
    assert os.path.lexists('a')


def test_links_that_lead_to_many_links_end() -> None:
    """Each step doubles the steps: followed to the end there would be more than can be counted."""
    os.mkdir('0')
    for depth in range(1, 40):
        os.symlink(f'{depth - 1}/../{depth - 1}', str(depth))
    assert failure(os.stat, '39') == 'ELOOP'


def test_names_and_paths_have_the_lengths_of_linux_in_bytes() -> None:
    write('n' * 255)
    write('é' * 127)
    assert failure(write, 'n' * 256) == 'ENAMETOOLONG'
    assert failure(write, 'é' * 128) == 'ENAMETOOLONG'
    assert failure(os.stat, './' * 2047) is None
    assert failure(os.stat, './' * 2048) == 'ENAMETOOLONG'
    assert failure(os.symlink, 'x' * 4096, 'link') == 'ENAMETOOLONG'
    os.symlink('x' * 4095, 'link')
    assert len(os.readlink('link')) == 4095


def test_names_are_bytes_whatever_they_mean() -> None:
    names = [b'\xff\xfe', b'\xff\xfd', b'\xc3', 'ü'.encode(), '日本語'.encode(), b' a\n"']
    for name in names:
        write(name, name)
    assert sorted(os.listdir(b'.')) == sorted(names)
    assert read('\udcff\udcfe') == b'\xff\xfe'
    os.symlink(b'\xff\xfe', b'\xf0')
    assert os.readlink(b'\xf0') == b'\xff\xfe'
    os.mkdir(b'\xf1')
    os.chdir(b'\xf1')
    assert os.getcwdb().endswith(b'/\xf1')


def test_an_empty_path_names_nothing() -> None:
    calls = [os.stat, os.listdir, os.mkdir, os.unlink, os.rmdir, os.chdir, os.utime, os.readlink]
    assert {failure(call, '') for call in calls} == {'ENOENT'}
    assert failure(os.symlink, '', 'link') == 'ENOENT'


def test_a_path_may_lead_from_an_open_directory() -> None:
    os.mkdir('folder')
    folder = os.open('folder', os.O_RDONLY)
    os.mkdir('inner', dir_fd=folder)
    os.rename('inner', 'renamed', src_dir_fd=folder, dst_dir_fd=folder)
    assert os.listdir('folder') == ['renamed']
    os.rmdir('renamed', dir_fd=folder)
    file = os.open('file', os.O_WRONLY | os.O_CREAT)
    assert failure(os.stat, 'x', dir_fd=file) == 'ENOTDIR'
    assert failure(os.stat, 'x', dir_fd=500) == 'EBADF'
    assert failure(os.stat, '/', dir_fd=500) is None
