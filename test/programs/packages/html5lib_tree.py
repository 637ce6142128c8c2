#> <body><p>one</p><p>two <b>bold</b></p></body>
from bs4 import BeautifulSoup
soup = BeautifulSoup('<p>one<p>two <b>bold', 'html5lib')
print(soup.body)
