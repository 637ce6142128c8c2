#: stderr "INFO:started\n"
import logging
logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(message)s')
logging.info('started')
