"""Prints what networkx finds in a GraphML file, and compares the measures in it
with networkx's own.

Usage: read_graphml.py FILE
"""

import sys

import networkx as nx


def show(attributes):
    return " ".join(f"{k}={v!r}" for k, v in sorted(attributes.items()))


def compare(graph):
    """Fails where the file's measures are not those of networkx."""
    simple = nx.DiGraph(graph)
    own = {
        "indegree": dict(simple.in_degree()),
        "outdegree": dict(simple.out_degree()),
        "betweenness": nx.betweenness_centrality(simple, normalized=False),
    }
    for name, values in own.items():
        if all(name in data for _, data in graph.nodes(data=True)):
            worst = max((abs(values[n] - data[name]) for n, data in graph.nodes(data=True)), default=0)
            if worst > 1e-8:
                sys.exit(f"{name} differs by {worst}")
            print("measure", name, "agrees")


def main():
    graph = nx.read_graphml(sys.argv[1])
    print("directed" if graph.is_directed() else "undirected", "multigraph" if graph.is_multigraph() else "simple")
    print(graph.number_of_nodes(), "nodes", graph.number_of_edges(), "edges")
    for node, data in sorted(graph.nodes(data=True)):
        print("node", node, show(data))
    edges = graph.edges(data=True) if not graph.is_multigraph() else ((s, t, d | {"key": k}) for s, t, k, d in graph.edges(keys=True, data=True))
    for source, target, data in sorted(edges, key=lambda e: (e[0], e[1], e[2].get("key", e[2].get("id", "")))):
        print("edge", source, "->", target, show(data))
    compare(graph)


main()
