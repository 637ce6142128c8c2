#> [-2.2462 -1.9653 -1.7862] [2.8781 3.1786]
#> Lilliefors [0.0877 0.1832] Anderson-Darling [0.8182 0.033 ]
#: pictures 3
import matplotlib.pyplot as plt
import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.graphics.gofplots import ProbPlot
from statsmodels.stats.diagnostic import lilliefors, normal_ad

rng = np.random.default_rng(43)
data = rng.standard_t(4, 80)
probabilities = ProbPlot(data, stats.norm, fit=True)
print(probabilities.theoretical_quantiles[:3].round(4), probabilities.sample_quantiles[-2:].round(4))
print('Lilliefors', np.round(lilliefors(data), 4), 'Anderson-Darling', np.round(normal_ad(data), 4))

sm.qqplot(data, line='s')
plt.title('Q-Q')
x = np.linspace(0, 5, 80)
model = sm.OLS(2 * x + data, sm.add_constant(x)).fit()
figure = plt.figure(figsize=(8, 6))
sm.graphics.plot_regress_exog(model, 1, fig=figure)
sm.graphics.influence_plot(model)
plt.show()
