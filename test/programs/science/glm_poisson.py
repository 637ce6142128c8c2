#> {'Intercept': -1.9402, 'speed': 0.0185, 'wet': 0.6021} 217.92 200.547
#> rate ratios [0.144, 1.019, 1.826]
#> dispersion 1.018
#> {'const': -0.78, 'speed': 0.017, 'wet': 0.664, 'alpha': 0.178}
#> {'Intercept': -0.7556, 'x': 0.0142} 0.5377
#> [0.88877, -0.01687, 0.01567, -0.01678, -0.01217] 7480.15
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

rng = np.random.default_rng(8)
n = 200
df = pd.DataFrame({'exposure': rng.uniform(1, 5, n), 'speed': rng.uniform(30, 130, n), 'wet': rng.integers(0, 2, n)})
rate = df['exposure'] * np.exp(-2 + 0.02 * df['speed'] + 0.5 * df['wet'])
df['accidents'] = rng.poisson(rate)

poisson = smf.glm(
    'accidents ~ speed + wet', df, family=sm.families.Poisson(), offset=np.log(df['exposure'])
).fit()
print(poisson.params.round(4).to_dict(), round(poisson.deviance, 3), round(poisson.pearson_chi2, 3))
print('rate ratios', np.exp(poisson.params).round(3).tolist())
print('dispersion', round(poisson.pearson_chi2 / poisson.df_resid, 4))

binomial = sm.NegativeBinomial(df['accidents'], sm.add_constant(df[['speed', 'wet']])).fit(disp=0)
print(binomial.params.round(3).to_dict())

gamma = smf.glm(
    'y ~ x',
    pd.DataFrame({'x': df['speed'], 'y': rng.gamma(2, 0.01 * df['speed'])}),
    family=sm.families.Gamma(link=sm.families.links.Log()),
).fit()
print(gamma.params.round(4).to_dict(), round(gamma.scale, 4))

star98 = sm.datasets.star98.load_pandas()
binary = sm.GLM(star98.endog, sm.add_constant(star98.exog.iloc[:, :4]), family=sm.families.Binomial()).fit()
print(binary.params.round(5).tolist(), round(binary.aic, 2))
