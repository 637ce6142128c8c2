#> gamma: [1.77250000e+00 2.40000000e+01 4.54760751e+05] 359.134205
#> beta: 0.083333 0.5248
#> erf: [0.       0.5205   0.842701] 0.476936 1.959964
#> Bessel: [ 1.        0.765198 -0.048384] [2.40483 5.52008 8.65373] 0.139866
#> Legendre: -0.4375 [ 1.5  0.  -0.5]
#> elliptic: 1.854075 1.350644
#> Lambert W: 0.567143 zeta: 1.202057
#> comb: 120 20.0 2432902008176640000
#> binom: 10.864977 90.0 [ 1.     -0.5     0.1667  0.     -0.0333]
#> sigmoid: [0.1192 0.5    0.8808] 1.38629
#> softmax: [0.09003 0.24473 0.66524] 1001.31326
#> entropy: [0.34657 0.34657] 0.011572 0.0
#> hypergeometric: 1.545177 Airy: 0.135292
#> harmonic: 0.428789 -0.577216
#> 299792458.0 6.62607015e-34 kg 298.15
import numpy as np
from scipy import constants, special

print('gamma:', special.gamma([0.5, 5, 10.1]).round(4), special.gammaln(100).round(6))
print('beta:', special.beta(2, 3).round(6), special.betainc(2, 3, 0.4).round(6))
print('erf:', special.erf([0, 0.5, 1]).round(6), special.erfinv(0.5).round(6), special.ndtri(0.975).round(6))
print('Bessel:', special.jv(0, [0, 1, 2.5]).round(6), special.jn_zeros(0, 3).round(5), special.kv(1, 2).round(6))
print('Legendre:', special.eval_legendre(3, 0.5).round(6), special.legendre(2).coef.round(6) + 0.0)
print('elliptic:', special.ellipk(0.5).round(6), special.ellipe(0.5).round(6))
print('Lambert W:', special.lambertw(1).real.round(6), 'zeta:', special.zeta(3).round(6))
print('comb:', special.comb(10, 3, exact=True), special.perm(5, 2), special.factorial(20, exact=True))
print('binom:', special.binom(5, 2.5).round(6), special.stirling2(6, 3), special.bernoulli(4).round(4))
print('sigmoid:', special.expit([-2, 0, 2]).round(5), special.logit(0.8).round(5))
print('softmax:', special.softmax([1.0, 2, 3]).round(5), special.logsumexp([1000, 1001]).round(5))
print('entropy:', special.entr([0.5, 0.25]).round(5), special.kl_div(0.5, 0.4).round(6), special.xlogy(0, 0))
print('hypergeometric:', special.hyp2f1(1, 2, 3, 0.5).round(6), 'Airy:', special.airy(1)[0].round(6))
print('harmonic:', np.round(special.sph_harm_y(1, 0, 0.5, 0.3).real, 6), special.digamma(1).round(6))
print(constants.c, constants.h, constants.physical_constants['electron mass'][1], constants.convert_temperature(25, 'C', 'K'))
