#> [10, 40, 20] 1
#: files ["sales.xlsx"]
import openpyxl, xlsxwriter
book = xlsxwriter.Workbook('sales.xlsx')
sheet = book.add_worksheet('Sales')
sheet.write_column('A1', [10, 40, 20])
chart = book.add_chart({'type': 'column'})
chart.add_series({'values': '=Sales!$A$1:$A$3'})
sheet.insert_chart('C1', chart)
book.close()
read = openpyxl.load_workbook('sales.xlsx')['Sales']
print([cell.value for cell in read['A']], len(read._charts))
