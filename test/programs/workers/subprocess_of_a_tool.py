#: error "execution_error FileNotFoundError: [Errno 44] There are no processes in this sandbox, so 'ffmpeg -i a.mp4 a.gif' did not run. Do it in Python."
import subprocess
subprocess.run(['ffmpeg', '-i', 'a.mp4', 'a.gif'], check=True)
