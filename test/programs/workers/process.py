#: error "execution_error RuntimeError: There are no processes in this sandbox: call the function, or give it to multiprocessing.Pool().map, which does one after the other here what it is given."
from multiprocessing import Process
Process(target=print, args=(1,)).start()
