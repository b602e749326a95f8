"""Measures how long igraph takes for a graph.

Reads the number of nodes and then an arc a line from the standard input, and
writes {"measure": [wall seconds, CPU seconds, modularity or 0], ...}.
"""

import json
import resource
import sys
import time
import warnings

import igraph

warnings.filterwarnings("ignore")
nodes = int(sys.stdin.readline())
arcs = [tuple(map(int, line.split())) for line in sys.stdin]
g = igraph.Graph(n=nodes, edges=arcs, directed=True)
u = g.as_undirected()
took = {}


def measure(name, work):
    wall, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    value = work()
    used = resource.getrusage(resource.RUSAGE_SELF)
    took[name] = [
        time.perf_counter() - wall,
        used.ru_utime - cpu.ru_utime + used.ru_stime - cpu.ru_stime,
        value if isinstance(value, float) else 0,
    ]


if "all" in sys.argv:
    measure("paths", lambda: (g.betweenness(), g.closeness(mode="in")))
    measure("communities", lambda: u.community_leiden(objective_function="modularity", n_iterations=-1).modularity)
measure("pagerank", g.pagerank)
measure("eigenvector", g.eigenvector_centrality)
measure("hits", lambda: (g.hub_score(), g.authority_score()))
measure("cores", u.coreness)
json.dump(took, sys.stdout)
