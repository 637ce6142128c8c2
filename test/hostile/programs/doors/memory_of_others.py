# Reads all of its own memory, looking for what might be another program's secret or the host's.
# expect: ok
# stdout contains: nothing of others
# timeout_ms: 20000
import ctypes
import re

page = 16 * 1024 * 1024
found = set()
for start in range(0, 64 * 1024 * 1024, page):
    memory = (ctypes.c_char * page).from_address(start).raw
    for match in re.finditer(
        rb'(?:sk-[A-Za-z0-9]{20}|Bearer [A-Za-z0-9]{8}|OPENAI_API_KEY=|x-forwarded-for|CF-Ray)',
        memory,
    ):
        found.add(match[0])
ours = {
    pattern
    for pattern in found
    if pattern not in (b'OPENAI_API_KEY=', b'x-forwarded-for', b'CF-Ray')
}
print('ESCAPED' if ours else 'nothing of others', ours)
