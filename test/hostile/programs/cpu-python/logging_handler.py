# A log record goes to a handler that hands it to the logger again.
# expect: timeout
# stdout contains: before
import logging


class Echo(logging.Handler):
    def emit(self, record):
        try:
            logging.getLogger().handle(record)
        except RecursionError:
            while True:
                pass


print('before')
logging.getLogger().addHandler(Echo())
logging.warning('echo')
