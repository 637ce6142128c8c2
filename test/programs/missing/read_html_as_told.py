#> [['a'], ['1']]
import bs4
text = '<table><tr><th>a</th></tr><tr><td> 1 </td></tr></table>'
print([[cell.get_text(strip=True) for cell in row(["th", "td"])] for row in bs4.BeautifulSoup(text, "html.parser")("tr")])
