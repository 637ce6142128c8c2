"""Plain bytecode: integers, comparisons and branches, one Python loop."""


def longest_collatz_chain(limit):
    best = (0, 0)
    for start in range(1, limit):
        number, length = start, 1
        while number != 1:
            number = 3 * number + 1 if number & 1 else number >> 1
            length += 1
        if length > best[0]:
            best = (length, start)
    return best



def work():
    return longest_collatz_chain(30_000)
