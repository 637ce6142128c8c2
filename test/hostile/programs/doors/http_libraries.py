# What programs use for the network: each fails at once and says why.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import ftplib
import http.client
import smtplib
import time
import urllib.request

start = time.monotonic()
attempts = (
    lambda: urllib.request.urlopen('http://127.0.0.1/'),
    lambda: urllib.request.urlopen('https://example.com/', timeout=60),
    lambda: http.client.HTTPConnection('169.254.169.254').request('GET', '/latest/meta-data'),
    lambda: ftplib.FTP('127.0.0.1'),
    lambda: smtplib.SMTP('127.0.0.1', 25),
)
for attempt in attempts:
    try:
        print('ESCAPED', attempt())
    except OSError as error:
        print(error)
print('closed' if time.monotonic() - start < 2 else 'slow')
