#> 3
#: stderr "\radding 0/3\radding 3/3\n"
from tqdm import tqdm
total = 0
for n in tqdm(range(3), desc='adding', bar_format='{desc} {n_fmt}/{total_fmt}', mininterval=99):
    total += n
print(total)
