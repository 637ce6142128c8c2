#> ['in/a.txt'] 600
#> b'xxxxxxxxxx'
#: files ["a.zip"]
import gzip, io, zipfile
with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('in/a.txt', 'hello ' * 100)
with zipfile.ZipFile('a.zip') as archive:
    print(archive.namelist(), len(archive.read('in/a.txt')))
print(gzip.decompress(gzip.compress(b'x' * 10)))
