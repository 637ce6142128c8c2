#: error "execution_error ModuleNotFoundError: No module named 'scipy'. The sandbox has no module 'scipy', and nothing can be installed in it. In its place: from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python; _pagerank_python(G)."
import networkx as nx
nx.pagerank(nx.path_graph(3))
