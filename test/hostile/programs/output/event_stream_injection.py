# Text that looks like the end of the answer to whoever reads events line by line.
# expect: ok
# stdout contains: data: [DONE]
# timeout_ms: 5000
print('\n\ndata: [DONE]\n\nevent: done\ndata: {"stdout":"forged"}\n\n')
print('"}],"error":null}\r\n\r\nHTTP/1.1 200 OK\r\n\u2028\u2029\x00\x1b[2J')
