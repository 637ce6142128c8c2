#>  1   1,050.00
#>  2   1,102.50
#>  3   1,157.62
balance = 1000
for year in range(1, 4):
    balance *= 1.05
    print(f'{year:>2} {balance:>10,.2f}')
