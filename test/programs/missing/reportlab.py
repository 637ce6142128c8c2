#: error "execution_error ModuleNotFoundError: No module named 'reportlab'. The sandbox has no module 'reportlab', and nothing can be installed in it. The nearest that it has is 'matplotlib.backends.backend_pdf'."
from reportlab.pdfgen import canvas
