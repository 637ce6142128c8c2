#> ['a', 'b', 'c'] 1.0 {'a': 2, 'b': 2, 'c': 2}
import networkx as nx
g = nx.Graph()
g.add_weighted_edges_from([('a', 'b', 1), ('b', 'c', 2), ('a', 'c', 5)])
print(nx.shortest_path(g, 'a', 'c', weight='weight'), nx.density(g), dict(g.degree()))
