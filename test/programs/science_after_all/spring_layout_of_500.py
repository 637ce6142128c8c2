#: pictures 1
import networkx as nx
nx.draw(nx.path_graph(500))
