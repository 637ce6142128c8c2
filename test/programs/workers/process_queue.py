#: error "execution_error ModuleNotFoundError: No module named '_multiprocessing'. There are no processes in this sandbox: call the functions in turn, or use Pool.map; between them, queue.Queue and plain variables do."
from multiprocessing import Queue
Queue()
