#> {0: 0.2568, 1: 0.4865, 2: 0.2568}
import networkx as nx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
ranks = _pagerank_python(nx.path_graph(3))
print({node: round(rank, 4) for node, rank in ranks.items()})
