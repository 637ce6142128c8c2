#: values [{"text": "<IPython.core.display.HTML object>", "html": "<b>bold</b>"}, {"text": "<IPython.core.display.Markdown object>", "markdown": "# title"}, {"text": "<IPython.core.display.Latex object>", "latex": "$x^2$"}, {"text": "<IPython.core.display.JSON object>", "json": {"a": [1, null]}}, {"text": "<IPython.core.display.SVG object>", "svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"></svg>"}]
from IPython.display import display, HTML, Markdown, Latex, JSON, SVG
display(HTML('<b>bold</b>'))
display(Markdown('# title'), Latex('$x^2$'))
display(JSON({'a': [1, None]}))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>'))
