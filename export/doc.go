// Package export writes claims and the network of actors in the formats of the
// tools in which people look at them.
//
// A [Data] holds what is exported; each writer streams one format of it to an
// io.Writer, and [Formats] lists them by name:
//
//   - jsonl, [JSONL]: one claim a line, with all its spans
//   - parquet, [ClaimsParquet] and [ActorsParquet]: tables of claims and actors
//   - graphml-claims, [ClaimsGraphML]: actors and things, an edge a claim
//   - graphml, [ActorsGraphML]: the network of actors
//   - gexf, [ActorsGEXF]: the same for Gephi, with its timeline
//   - csv, [NodesCSV] and [EdgesCSV]: the same as tables
//   - json, [NodeLink], and cytoscape, [Cytoscape]: the same as JSON
//   - plover, [PLOVER]: a table of events, a claim of a known type a row
//   - dot, [ActorsDOT]: the same for Graphviz, without actors that have no ties
//   - svg, [ActorsSVG], and html, [ActorsHTML]: a picture of it, and a page that
//     shows the sentences behind each tie
//
// [Sketch] draws some of it in a terminal.
//
// [StoreFormats] lists the formats that hold a store whole, streamed from a
// [Source]; [ReadBundle] and [ReadClaims] read two of the formats back.
//
// For example:
//
//	data, err := export.New(view, documents, claims)
//	…
//	err = export.ActorsGraphML(file, data)
//
// The same claims give the same bytes, in whatever order they come. A writer ends
// soon after the first write that fails, so that an io.Writer that fails interrupts
// it. Another network than that of the zero options is shown by [Data.Show].
//
// # JSON Lines
//
// The interchange format. Keys stand in this order, absent ones are left out;
// spans are [start, end], byte offsets into the document's clean text:
//
//	id           claim:… , a hash of document, words and speakers
//	document     id of the document
//	sentence     number of the sentence, from 0
//	subject      a participant
//	predicate    id (verb:sign-up-for, denied:…, possible:…), lemma, label (signs up for), text, span
//	object       a participant
//	symmetric    true where both sides do the same
//	args         further participants, each with its role
//	polarity     affirmed, denied
//	modality     asserted, planned, possible, demanded, conditional, questioned
//	attribution  speakers from the outermost to the innermost; absent in the outlet's own voice
//	time         text, span, value (ISO 8601)
//	place        id, text, span
//	evidence     text and span of the sentence
//	confidence   0 to 1
//
// A participant has role (args only), id, name, type, mention (name, nominal,
// pronoun), text, span, of (the actor to whom a thing belongs) and antecedent
// (text, span: whom a pronoun or nominal stands for). One without id is plain
// words. What a reporting verb reports is a participant of type claim, and its
// id is the claim said. A speaker has id, name, mention, text, verb, polarity,
// span, claim (the claim of saying it), of and antecedent.
//
// # Tuples
//
// openie has a line for each tuple, without header: the sentence, the confidence,
// the relation, the subject and further arguments, parted by tabs. It is the only
// format that holds descriptions (“Holt, a judge”, “Kyiv is the capital”) beside
// acts. Denials keep their “not”, and who says so is a tuple of its own:
//
//	NATO did not answer.	0.95	did not answer	NATO	the letter
//
// # GraphML
//
// Files keep to what Gephi, networkx, igraph, graph-tool and graphology all
// read: directed edges, attributes of the types boolean, int, double and
// string, dates as ISO strings, keys for node or edge, the names label and
// weight in lower case, unique edge ids. The XML attribute label of an edge is
// its type in Gephi, which merges parallel edges of one type: parallel edges
// with one label are numbered there, “calls”, “calls (2)”. An attribute without
// value is left out. Control characters are dropped and bytes that are not
// UTF-8 become U+FFFD. Node ids are those of the store, so a thing's id has a
// slash, and the attribute label on an edge is an extension: a validator of the
// GraphML schema objects to both, no reader does. The label of an edge marks what is
// not said to be done: “planned: calls”, “denied: calls”, “possible: calls”. Its event
// is a type of PLOVER, and goldstein the place of that on the scale, 0 where it has
// none.
//
// # GEXF and CSV
//
// GEXF is dynamic where a document has a date: a node is there from its first
// document to its last, an edge on the days of its documents, each day a spell
// of its own, for Gephi loses spells that overlap. Each edge has a kind, by which
// parallel edges stay apart.
//
// The tables hold what Gephi's data laboratory takes for what it is: Timeset in
// place of dates, numbers with a point where a column has fractions, no ids of
// documents, which may look like numbers, and neither line breaks nor
// backslashes. Kind keeps parallel edges apart, Weight is a number, Type is
// Directed.
//
// # Pictures
//
// The page and the SVG show the 500 strongest actors that have ties, laid out by
// this package, so that neither needs another program. The page holds Cytoscape.js
// (400 kB), opens from disk, loads nothing and may load nothing.
package export
