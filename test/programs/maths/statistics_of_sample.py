#> 5 4.5 4 2.0 [4.0, 4.5, 6.5]
import statistics as st
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.pstdev(data), st.quantiles(data, n=4))
