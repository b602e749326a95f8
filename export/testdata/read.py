"""Reads the files of exports and prints what each reader then has.

Usage: read.py READERS DIRECTORY...

READERS is "venv" (networkx, igraph, pandas) or "system" (graph-tool). The result
is one JSON object: for each directory, then each reader, the graph as
{"directed": …, "nodes": [attributes…], "edges": [attributes…]}. Attributes that
a reader marks as missing are left out.
"""

import json
import math
import os
import sys
import warnings

warnings.simplefilter("error")  # a warning is a fault of the file


def present(attributes):
    """Leaves out what is missing, and makes plain values of the others."""
    plain = {}
    for name, value in attributes.items():
        value = value.item() if hasattr(value, "item") else value
        if value is None or value == "" or isinstance(value, float) and math.isnan(value):
            continue
        plain[name] = value
    return plain


def seen(directed, nodes, edges):
    return {"directed": directed, "nodes": [present(n) for n in nodes], "edges": [present(e) for e in edges]}


def of_networkx(graph):
    edges = []
    ends = graph.edges(keys=True, data=True) if graph.is_multigraph() else ((s, t, None, d) for s, t, d in graph.edges(data=True))
    for source, target, key, data in ends:
        edges.append({"id": key, **data, "source": source, "target": target})
    nodes = ({**data, "id": n} for n, data in graph.nodes(data=True))
    return seen(graph.is_directed(), nodes, edges)


def networkx_graphml(path):
    import networkx as nx

    return of_networkx(nx.read_graphml(path))


def networkx_gexf(path):
    import networkx as nx

    return of_networkx(nx.read_gexf(path))


def networkx_json(path):
    import networkx as nx

    with open(path, encoding="utf-8") as file:
        return of_networkx(nx.node_link_graph(json.load(file), edges="edges"))


def networkx_cytoscape(path):
    import networkx as nx

    with open(path, encoding="utf-8") as file:
        return of_networkx(nx.cytoscape_graph(json.load(file)))


def igraph_graphml(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs["id"] if graph.vcount() else []
    edges = ({**e.attributes(), "source": names[e.source], "target": names[e.target]} for e in graph.es)
    return seen(graph.is_directed(), (v.attributes() for v in graph.vs), edges)


def graphtool_graphml(path):
    import graph_tool

    graph = graph_tool.load_graph(path)

    def attributes(of, properties, name):
        return {("id" if key == name else key): value[of] for key, value in properties.items()}

    def typed(of, properties, name):
        values = attributes(of, properties, name)
        flags = {k for k, v in properties.items() if v.value_type() in ("bool", "uint8_t")}
        return {k: bool(v) if k in flags else v for k, v in values.items()}

    ids = graph.vp["_graphml_vertex_id"] if graph.num_vertices() else []
    nodes = [typed(v, graph.vp, "_graphml_vertex_id") for v in graph.vertices()]
    edges = [{**typed(e, graph.ep, "_graphml_edge_id"), "source": ids[e.source()], "target": ids[e.target()]} for e in graph.edges()]
    return seen(graph.is_directed(), nodes, edges)


def pandas_csv(path):
    import pandas as pd

    nodes = pd.read_csv(os.path.join(path, "nodes.csv"), keep_default_na=False, na_values=[""])
    edges = pd.read_csv(os.path.join(path, "edges.csv"), keep_default_na=False, na_values=[""])
    directed = bool((edges["Type"] == "Directed").all())
    return seen(directed, nodes.rename(columns=str.lower).to_dict("records"), edges.drop(columns="Type").rename(columns=str.lower).to_dict("records"))


READERS = {
    "venv": {
        "networkx actors.graphml": networkx_graphml,
        "networkx claims.graphml": networkx_graphml,
        "networkx actors.gexf": networkx_gexf,
        "networkx actors.json": networkx_json,
        "networkx actors.cyjs": networkx_cytoscape,
        "igraph actors.graphml": igraph_graphml,
        "igraph claims.graphml": igraph_graphml,
        "pandas actors-csv": pandas_csv,
    },
    "system": {
        "graph-tool actors.graphml": graphtool_graphml,
        "graph-tool claims.graphml": graphtool_graphml,
    },
}


def main():
    readers, directories = sys.argv[1], sys.argv[2:]
    result = {
        directory: {name: read(os.path.join(directory, name.split()[1])) for name, read in READERS[readers].items()}
        for directory in directories
    }
    json.dump(result, sys.stdout)


main()
