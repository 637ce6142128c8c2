# The sniffer guesses quoting by a pattern that backtracks.
# expect: timeout
# timeout_ms: 1000
# stdout contains: before
import csv

print('before')
csv.Sniffer().sniff(',"x' * 50_000)
