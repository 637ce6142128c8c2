#: error "execution_error UsageError: Line magic function `%sql` not found."
x = 1
%sql select 1
