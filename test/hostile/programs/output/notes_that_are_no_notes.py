# Notes that are not strings, not even a list.
# expect: error ValueError
# message contains: noted
# timeout_ms: 5000
class Notes:
    def __iter__(self):
        raise RuntimeError('no notes')

    def __repr__(self):
        raise RuntimeError('no repr')


error = ValueError('noted')
error.__notes__ = Notes()
raise error
