#> 2 2 1 True
total = (17
    %5)
rest = 17 \
    %5
text = '''
%matplotlib inline
!ls
'''
print(total, rest, text.count('%'), '!' in text)
