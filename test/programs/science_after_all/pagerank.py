#> {0: 0.256757, 1: 0.486486, 2: 0.256757}
import networkx as nx
print({node: round(rank, 6) for node, rank in nx.pagerank(nx.path_graph(3)).items()})
