#> [[170.    65.  ]
#>  [182.    80.  ]
#>  [176.75  72.  ]
#>  [165.    78.  ]
#>  [190.    95.  ]]
#> [[170.   65. ]
#>  [182.   80. ]
#>  [176.   72. ]
#>  [165.   72.5]
#>  [190.   95. ]]
#> [[-0.75   -1.1644]
#>  [ 0.6136  0.3033]
#>  [-0.0682 -0.4795]
#>  [-1.3182 -0.4305]
#>  [ 1.5227  1.7711]]
#> [[0.2    0.    ]
#>  [0.68   0.5   ]
#>  [0.44   0.2333]
#>  [0.     0.25  ]
#>  [1.     1.    ]]
#> [[-0.5    -0.9375]
#>  [ 0.5     0.9375]
#>  [ 0.     -0.0625]
#>  [-0.9167  0.    ]
#>  [ 1.1667  2.8125]]
#> [[0.9341 0.3571]
#>  [0.9155 0.4024]]
#>    city_Cairo  city_Oslo  city_Rome
#> 0           0          0          1
#> 1           0          1          0
#> 2           0          0          1
#> 3           1          0          0
#> 4           0          1          0
#> [0. 2. 1. 0. 2.]
#> [2 1 2 0 1] ['Cairo' 'Oslo' 'Rome']
#> [-1.355 -0.591 -0.221  0.625  1.541]
#> [0.   0.25 0.5  0.75 1.  ]
#> [0. 0. 0. 0. 2.]
import numpy as np
import pandas as pd
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.preprocessing import (
    KBinsDiscretizer, LabelEncoder, MinMaxScaler, OneHotEncoder, OrdinalEncoder,
    PowerTransformer, QuantileTransformer, RobustScaler, StandardScaler, normalize,
)

df = pd.DataFrame({
    'height': [170.0, 182.0, np.nan, 165.0, 190.0],
    'weight': [65.0, 80.0, 72.0, np.nan, 95.0],
    'city': ['Rome', 'Oslo', 'Rome', 'Cairo', 'Oslo'],
    'size': ['S', 'L', 'M', 'S', 'L'],
})
num = df[['height', 'weight']]
print(SimpleImputer(strategy='mean').fit_transform(num).round(3))
filled = KNNImputer(n_neighbors=2).fit_transform(num)
print(filled.round(3))
print(StandardScaler().fit_transform(filled).round(4))
print(MinMaxScaler().fit_transform(filled).round(4))
print(RobustScaler().fit_transform(filled).round(4))
print(normalize(filled[:2]).round(4))

encoder = OneHotEncoder(sparse_output=False).set_output(transform='pandas')
print(encoder.fit_transform(df[['city']]).astype(int))
print(OrdinalEncoder(categories=[['S', 'M', 'L']]).fit_transform(df[['size']]).ravel())
le = LabelEncoder()
print(le.fit_transform(df['city']), le.classes_)
skewed = np.array([[1.0], [2.0], [3.0], [10.0], [100.0]])
print(PowerTransformer(method='box-cox').fit_transform(skewed).ravel().round(3))
print(QuantileTransformer(n_quantiles=5).fit_transform(skewed).ravel())
print(KBinsDiscretizer(3, encode='ordinal', strategy='uniform').fit_transform(skewed).ravel())
