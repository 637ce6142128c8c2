# Archives whose members climb out of the folder that they are unpacked into.
# expect: ok
# stdout contains: before
# timeout_ms: 10000
import io
import tarfile
import zipfile

print('before')
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w') as archive:
    archive.writestr('../../../../lib/python3.14/os.pyc', 'evil')
zipfile.ZipFile(buffer).extractall('unpacked')
packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode='w') as archive:
    link = tarfile.TarInfo('out')
    link.type, link.linkname = tarfile.SYMTYPE, '/lib/python3.14'
    archive.addfile(link)
    archive.addfile(tarfile.TarInfo('out/json'))
packed.seek(0)
try:
    tarfile.open(fileobj=packed).extractall('unpacked', filter='fully_trusted')
except OSError as error:
    print(error)
