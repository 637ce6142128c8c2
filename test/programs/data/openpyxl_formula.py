#> [['item', 'price'], ['tea', 3], [None, '=SUM(B2:B2)']]
#: files ["prices.xlsx"]
from openpyxl import Workbook, load_workbook
book = Workbook(); sheet = book.active
sheet.append(['item', 'price']); sheet.append(['tea', 3]); sheet['B3'] = '=SUM(B2:B2)'
book.save('prices.xlsx')
print([[cell.value for cell in row] for row in load_workbook('prices.xlsx').active.rows])
