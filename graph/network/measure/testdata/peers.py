"""Computes the measures of a graph with networkx and igraph.

Reads {"nodes": n, "arcs": [[from, to, weight], ...], "part": [...]} from the
standard input and writes {"networkx": {measure: values}, "igraph": ...}.
Parts are written as the smallest node of each node's part.
"""

import json
import sys
import warnings

import igraph
import networkx as nx
import numpy as np

warnings.simplefilter("error")
warnings.filterwarnings("ignore", "Some eigenvector|More than 30%")

graph = json.load(sys.stdin)
nodes, arcs, part = graph["nodes"], graph["arcs"], graph["part"]
labels = {v: str(v % 3) for v in range(nodes)}


def column(values):
    return [float(values[v]) for v in range(nodes)]


def parts(sets):
    first = {v: min(s) for s in sets for v in s}
    return [float(first[v]) for v in range(nodes)]


def unit(values, norm):
    values = np.array(values)
    return (values / norm(values)).tolist()


def by_networkx():
    g = nx.DiGraph()
    g.add_nodes_from(range(nodes))
    for a, b, weight in arcs:
        g.add_edge(a, b, weight=weight, length=1 / weight)
    nx.set_node_attributes(g, labels, "label")
    u = nx.Graph()
    u.add_nodes_from(range(nodes))
    for a, b, weight in arcs:
        before = u.edges[a, b]["weight"] if u.has_edge(a, b) else 0
        u.add_edge(a, b, weight=before + weight)
    tight = {"tol": 1e-15, "max_iter": 100000}
    hubs, authorities = nx.hits(g, **tight)
    return {
        "indegree": column(dict(g.in_degree)),
        "outstrength": column(dict(g.out_degree(weight="weight"))),
        "betweenness": column(nx.betweenness_centrality(g, normalized=False)),
        "weighted-betweenness": column(nx.betweenness_centrality(g, normalized=False, weight="length")),
        "closeness": column(nx.closeness_centrality(g)),
        "weighted-closeness": column(nx.closeness_centrality(g, distance="length")),
        "harmonic": column(nx.harmonic_centrality(g)),
        "weighted-harmonic": column(nx.harmonic_centrality(g, distance="length")),
        "pagerank": column(nx.pagerank(g, **tight)),
        "unweighted-pagerank": column(nx.pagerank(g, weight=None, **tight)),
        "personal-pagerank": column(nx.pagerank(g, personalization={0: 1, 1: 2}, **tight)),
        "eigenvector": column(nx.eigenvector_centrality(g, max_iter=100000, tol=1e-15, weight="weight")),
        "hub": column(hubs),
        "authority": column(authorities),
        "core": column(nx.core_number(u)),
        "component": parts(nx.weakly_connected_components(g)),
        "strong": parts(nx.strongly_connected_components(g)),
        "modularity": [nx.community.modularity(u, sets(part))],
        "reciprocity": [nx.overall_reciprocity(g)],
        "assortativity": [nx.degree_assortativity_coefficient(g)],
        "mixing": [nx.attribute_assortativity_coefficient(g, "label")],
    }


def sets(part):
    by = {}
    for v, p in enumerate(part):
        by.setdefault(p, set()).add(v)
    return list(by.values())


def by_igraph():
    g = igraph.Graph(n=nodes, edges=[(a, b) for a, b, _ in arcs], directed=True)
    g.es["weight"] = [weight for _, _, weight in arcs]
    length = [1 / weight for _, _, weight in arcs]
    u = g.as_undirected(combine_edges="sum")
    return {
        "indegree": column(g.indegree()),
        "outstrength": column(g.strength(mode="out", weights="weight")),
        "betweenness": column(g.betweenness()),
        "weighted-betweenness": column(g.betweenness(weights=length)),
        "pagerank": column(g.pagerank(weights="weight")),
        "unweighted-pagerank": column(g.pagerank()),
        "eigenvector": unit(g.eigenvector_centrality(weights="weight"), np.linalg.norm),
        "hub": unit(g.hub_score(weights="weight"), np.sum),
        "authority": unit(g.authority_score(weights="weight"), np.sum),
        "core": column(u.coreness()),
        "component": parts(g.connected_components(mode="weak")),
        "strong": parts(g.connected_components(mode="strong")),
        "modularity": [u.modularity(part, weights="weight")],
        "reciprocity": [g.reciprocity()],
        "assortativity": [g.assortativity_degree(directed=True)],
        "mixing": [g.assortativity_nominal([v % 3 for v in range(nodes)], directed=True)],
    }


json.dump({"networkx": by_networkx(), "igraph": by_igraph()}, sys.stdout)
