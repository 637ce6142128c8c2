#: error "execution_error FeatureNotFound: Couldn't find a tree builder with the features you requested: lxml. Do you need to install a parser library? The sandbox has no module 'lxml', and nothing can be installed in it. Use BeautifulSoup(text, 'html.parser')."
from bs4 import BeautifulSoup
BeautifulSoup('<p>x</p>', 'lxml')
