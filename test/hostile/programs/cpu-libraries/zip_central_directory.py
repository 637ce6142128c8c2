# An archive whose directory lists a hundred thousand files, opened again and again.
# expect: timeout
# timeout_ms: 3000
# stdout contains: before
import io
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w') as archive:
    for n in range(1_000):
        archive.writestr(f'{n}', b'')
print('before')
while True:
    zipfile.ZipFile(buffer).infolist()
