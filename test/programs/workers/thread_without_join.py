#> in the thread
#> later
#: stderr "There are no threads here: each runs to its end when something waits for it.\n"
import threading
threading.Thread(target=print, args=('in the thread',)).start()
threading.Timer(0.01, print, ['later']).start()
