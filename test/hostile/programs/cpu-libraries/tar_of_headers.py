# A stream of empty tar headers that never ends.
# expect: timeout
# stdout contains: before
import io
import tarfile

header = tarfile.TarInfo('empty').tobuf()


class Endless(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), len(header))
        buffer[:count] = header[:count]
        return count


print('before')
for member in tarfile.open(fileobj=Endless(), mode='r|', bufsize=512):
    member.name = ''
