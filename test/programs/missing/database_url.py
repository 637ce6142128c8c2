#: error "execution_error ImportError: Using URI string without version '2.0.36' or newer of 'sqlalchemy' installed. The sandbox has no module 'sqlalchemy', and nothing can be installed in it. Give it sqlite3.connect(path) in place of a URL."
import pandas as pd
pd.read_sql('select 1', 'sqlite:///shop.db')
