// Reads the files of exports with Cytoscape.js and graphology and prints what
// each then has, as read.py does.
//
// Usage: node read.mjs MODULES DIRECTORY...
//
// MODULES is the folder in which npm installed the libraries.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, ...directories] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const cytoscape = require("cytoscape");
const { MultiGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graphml = require("graphology-graphml");

const present = (attributes) =>
  Object.fromEntries(Object.entries(attributes).filter(([, v]) => v !== undefined && v !== null && v !== "" && !Number.isNaN(v)));

function ofCytoscape(file) {
  const cy = cytoscape({ headless: true, ...JSON.parse(readFileSync(file, "utf8")) });
  return { directed: true, nodes: cy.nodes().map((n) => present(n.data())), edges: cy.edges().map((e) => present(e.data())) };
}

function ofGraphology(reader) {
  return (file) => {
    const graph = reader.parse(MultiGraph, readFileSync(file, "utf8"), { addMissingNodes: false });
    return {
      directed: graph.everyEdge((edge) => graph.isDirected(edge)),
      nodes: graph.mapNodes((id, a) => present({ ...a, id })),
      edges: graph.mapEdges((id, a, source, target) => present({ ...a, id, source, target })),
    };
  };
}

const readers = {
  "cytoscape.js actors.cyjs": ofCytoscape,
  "graphology actors.gexf": ofGraphology(gexf),
  "graphology actors.graphml": ofGraphology(graphml),
  "graphology claims.graphml": ofGraphology(graphml),
};

const result = {};
for (const directory of directories) {
  result[directory] = {};
  for (const [name, read] of Object.entries(readers)) result[directory][name] = read(join(directory, name.split(" ")[1]));
}
process.stdout.write(JSON.stringify(result));
