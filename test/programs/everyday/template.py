#> 2 4 6 
from jinja2 import Template
print(Template('{% for n in items %}{{ n * 2 }} {% endfor %}').render(items=[1, 2, 3]))
