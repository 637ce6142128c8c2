"""What the standard library builds on files."""

import os
import pathlib
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing

from support import read, write


def test_a_database_is_seen_by_another_connection() -> None:
    with (
        closing(sqlite3.connect('data.db')) as first,
        closing(sqlite3.connect('data.db')) as second,
    ):
        first.execute('create table numbers (value)')
        first.executemany('insert into numbers values (?)', ((value,) for value in range(5000)))
        first.commit()
        assert second.execute('select count(*), sum(value) from numbers').fetchone() == (
            5000,
            12497500,
        )


def test_a_database_shrinks_and_rolls_back() -> None:
    with closing(sqlite3.connect('data.db')) as database:
        database.execute('create table texts (value)')
        database.executemany('insert into texts values (?)', (('x' * 100,) for _ in range(5000)))
        database.commit()
        large = os.path.getsize('data.db')
        database.execute('delete from texts where rowid > 100')
        database.commit()
        database.execute('vacuum')
        database.execute('delete from texts')
        database.rollback()
        assert database.execute('select count(*) from texts').fetchone() == (100,)
    assert os.path.getsize('data.db') < large / 5
    assert os.listdir() == ['data.db']


def test_temporary_files_come_and_go() -> None:
    with tempfile.TemporaryFile(dir='.') as file:
        file.write(b'content')
        file.seek(0)
        assert file.read() == b'content'
        assert os.listdir() == []
    with tempfile.NamedTemporaryFile(dir='.') as named:
        named.write(b'content')
        named.flush()
        assert read(named.name) == b'content'
    with tempfile.TemporaryDirectory(dir='.') as folder:
        os.makedirs(f'{folder}/a/b')
    assert os.listdir() == []


def test_a_temporary_file_is_private() -> None:
    descriptor, _ = tempfile.mkstemp(dir='.')
    assert os.fstat(descriptor).st_mode & 0o7777 == 0o600
    assert os.stat(tempfile.mkdtemp(dir='.')).st_mode & 0o7777 == 0o700


def test_archives_are_packed_and_unpacked() -> None:
    os.makedirs('source/inner')
    write('source/inner/file', b'content' * 1000)
    for format in ('zip', 'tar', 'gztar'):
        archive = shutil.make_archive(f'archive-{format}', format, 'source')
        shutil.unpack_archive(archive, f'unpacked-{format}')
        assert read(f'unpacked-{format}/inner/file') == b'content' * 1000


def test_an_archive_is_appended_to() -> None:
    with zipfile.ZipFile('archive.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('first', 'one')
    with zipfile.ZipFile('archive.zip', 'a') as archive:
        archive.writestr('second', 'two')
    with zipfile.ZipFile('archive.zip') as archive:
        assert archive.testzip() is None
        assert [archive.read(name) for name in archive.namelist()] == [b'one', b'two']


def test_paths_are_objects() -> None:
    folder = pathlib.Path('folder')
    folder.mkdir()
    (folder / 'text').write_text('café')
    (folder / 'empty').touch()
    (folder / 'link').symlink_to('text')
    (folder / 'empty').replace(folder / 'moved')
    assert sorted(path.name for path in folder.iterdir()) == ['link', 'moved', 'text']
    assert (folder / 'link').resolve().read_text() == 'café'
    assert (folder / 'link').samefile(folder / 'text')
    assert [str(path) for path in pathlib.Path().rglob('mov*')] == ['folder/moved']


def test_text_files_are_read_and_written_in_all_modes() -> None:
    with open('file', 'w+') as file:
        file.write('one\ntwo\n')
        file.seek(0)
        assert file.readlines() == ['one\n', 'two\n']
        file.truncate(3)
    with open('file', 'a+') as file:
        file.write('!')
        file.seek(0)
        assert file.read() == 'one!'
    with open('file', 'r+b', buffering=0) as file:
        file.seek(1)
        file.write(b'ff')
    assert read('file') == b'off!'


def test_times_are_copied() -> None:
    write('file')
    os.utime('file', ns=(1_234_567_890_123_456_000, -1_500_000_000))
    assert os.stat('file').st_atime_ns == 1_234_567_890_123_456_000
    shutil.copy2('file', 'copy')
    assert os.stat('copy').st_mtime_ns == os.stat('file').st_mtime_ns == -1_500_000_000


def test_there_is_a_disk_with_room() -> None:
    usage = shutil.disk_usage('.')
    assert 0 < usage.free <= usage.total
    assert os.statvfs('.').f_namemax == 255
