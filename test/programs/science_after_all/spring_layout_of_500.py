#: error "execution_error ModuleNotFoundError: No module named 'scipy'. The sandbox has no module 'scipy', and nothing can be installed in it. From 500 nodes use nx.forceatlas2_layout(G) or nx.circular_layout(G), and give it to nx.draw as pos."
import networkx as nx
nx.draw(nx.path_graph(500))
