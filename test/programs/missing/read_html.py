#: error "execution_error ImportError: `Import lxml` failed.  Use pip or conda to install the lxml package. The sandbox has no module 'lxml', and nothing can be installed in it. In its place: [[cell.get_text(strip=True) for cell in row([\"th\", \"td\"])] for row in bs4.BeautifulSoup(text, \"html.parser\")(\"tr\")]."
import io
import pandas as pd
pd.read_html(io.StringIO('<table><tr><td>1</td></tr></table>'))
