#> ['one', 'two'] li
from bs4 import BeautifulSoup
soup = BeautifulSoup('<ul><li class="a">one</li><li>two</li></ul>', 'html.parser')
print([item.text for item in soup.select('li')], soup.find(class_='a').name)
