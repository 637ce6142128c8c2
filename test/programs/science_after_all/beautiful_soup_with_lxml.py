#> <html><body><p>x</p></body></html>
from bs4 import BeautifulSoup
print(BeautifulSoup('<p>x</p>', 'lxml'))
