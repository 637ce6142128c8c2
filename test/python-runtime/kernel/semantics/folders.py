"""Making, moving, removing and listing."""

import os
import shutil

from support import failure, read, write


def test_a_directory_must_be_empty_to_be_removed() -> None:
    os.makedirs('folder/inner')
    write('file')
    assert failure(os.rmdir, 'folder') == 'ENOTEMPTY'
    assert failure(os.rmdir, 'file') == 'ENOTDIR'
    assert failure(os.unlink, 'folder') == 'EISDIR'


def test_a_rename_replaces_what_is_of_its_kind() -> None:
    write('old', b'old')
    write('new', b'new')
    os.makedirs('empty')
    os.makedirs('full/inner')
    os.rename('old', 'new')
    assert read('new') == b'old'
    assert failure(os.rename, 'new', 'empty') == 'EISDIR'
    assert failure(os.rename, 'empty', 'new') == 'ENOTDIR'
    assert failure(os.rename, 'empty', 'full') == 'ENOTEMPTY'
    os.rename('full', 'empty')
    assert sorted(os.listdir()) == ['empty', 'new']
    assert os.listdir('empty') == ['inner']


def test_a_directory_cannot_be_moved_into_itself() -> None:
    os.makedirs('a/b/c')
    assert failure(os.rename, 'a', 'a/b/c/d') == 'EINVAL'
    assert failure(os.rename, 'a', 'a/b') == 'EINVAL'
    os.rename('a', 'a')
    assert os.path.isdir('a/b/c')


def test_a_moved_directory_knows_where_it_is() -> None:
    start = os.getcwd()
    os.makedirs('a/b')
    os.mkdir('elsewhere')
    os.chdir('a/b')
    os.rename(f'{start}/a', f'{start}/elsewhere/moved')
    assert os.getcwd() == f'{start}/elsewhere/moved/b'
    assert os.listdir('../..') == ['moved']


def test_nothing_is_put_into_a_removed_directory() -> None:
    start = os.getcwd()
    write('file')
    os.mkdir('folder')
    os.chdir('folder')
    os.rmdir('../folder')
    assert failure(os.getcwd) == 'ENOENT'
    assert failure(write, 'new') == 'ENOENT'
    assert failure(os.mkdir, 'new') == 'ENOENT'
    assert failure(os.symlink, 'a', 'new') == 'ENOENT'
    assert failure(os.rename, f'{start}/file', 'new') == 'ENOENT'
    assert os.listdir('.') == []
    assert os.stat('.').st_nlink == 0
    os.chdir('..')
    assert os.getcwd() == start


def test_a_listing_goes_on_while_its_entries_are_removed() -> None:
    for index in range(500):
        write(f'{index}')
    for entry in os.scandir():
        os.unlink(entry)
    assert os.listdir() == []


def test_a_listing_ends_though_its_entries_are_renamed() -> None:
    for index in range(500):
        write(f'{index}')
    for count, entry in enumerate(os.scandir()):
        os.rename(entry, f'{entry.name}-renamed')
        assert count < 500
    assert len(os.listdir()) == 500
    assert all(name.endswith('-renamed') for name in os.listdir())


def test_a_listing_ends_though_entries_are_made() -> None:
    write('first')
    for count, _ in enumerate(os.scandir()):
        write(f'new{count}')
        assert count < 100


def test_a_directory_is_listed_twice_by_its_descriptor() -> None:
    for index in range(20):
        write(f'{index}')
    folder = os.open('.', os.O_RDONLY)
    assert len(os.listdir(folder)) == 20
    assert len(os.listdir(folder)) == 20


def test_trees_are_copied_moved_and_removed() -> None:
    os.makedirs('source/a/b')
    write('source/a/b/file', b'content')
    os.symlink('b/file', 'source/a/link')
    shutil.copytree('source', 'copy', symlinks=True)
    shutil.move('source', 'copy/a')
    assert read('copy/a/source/a/link') == b'content'
    assert os.path.islink('copy/a/link')
    shutil.rmtree('copy')
    assert os.listdir() == []


def test_a_deep_tree_is_removed() -> None:
    path = '/'.join(['d'] * 200)
    os.makedirs(path)
    write(f'{path}/file')
    shutil.rmtree('d')
    assert os.listdir() == []


def test_a_new_entry_changes_the_time_of_its_directory() -> None:
    os.mkdir('folder')
    os.utime('folder', (5, 6))
    write('folder/file')
    assert os.stat('folder').st_mtime != 6
