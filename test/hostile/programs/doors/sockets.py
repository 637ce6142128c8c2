# Sockets of every family, and names that should resolve to something.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import socket

for family in (socket.AF_INET, socket.AF_INET6, 1):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            print('ESCAPED', socket.socket(family, kind))
        except OSError as error:
            print(family, kind, error)
for attempt in (
    lambda: socket.getaddrinfo('localhost', 80),
    lambda: socket.gethostbyname('example.com'),
    lambda: socket.create_connection(('127.0.0.1', 80), 1),
    socket.socketpair,
):
    try:
        print('ESCAPED', attempt())
    except OSError as error:
        print(error)
print('closed')
