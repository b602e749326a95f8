// Package quads writes documents, entities, actors, claims and decisions as
// quads, and reads them back.
//
// A claim is one quad whose label is the claim itself,
//
//	<actor:pavel-sorin> <verb:call> <actor:maren-holt> <claim:5f0c…>
//
// and up to a dozen quads about it, without label:
//
//	<claim:5f0c…> <rdf:type> <schema:Claim>
//	<claim:5f0c…> <prov:wasDerivedFrom> <document:alpha/001>
//	<claim:5f0c…> <schema:publisher> "Alpha Courier"
//	<claim:5f0c…> <schema:datePublished> "2022-01-31"^^<xsd:date>
//	<claim:5f0c…> <whom:polarity> "affirmed"
//	<claim:5f0c…> <whom:modality> "asserted"
//	<claim:5f0c…> <prov:wasAttributedTo> <actor:…>      one for each speaker
//	<claim:5f0c…> <rdf:subject> <actor:pavel-sorin>
//	<claim:5f0c…> <rdf:predicate> <verb:call>
//	<claim:5f0c…> <rdf:object> <actor:maren-holt>
//	<claim:5f0c…> <whom:argument> <actor:…>             one for each further actor
//	<claim:5f0c…> <whom:record> "{…}"^^<rdf:JSON>
//
// The record is the claim as canonical JSON and holds all the rest: spans,
// further arguments, time, place, confidence. It names the entities of its
// document and so never changes; the other quads name actors, and a new
// resolution may change them.
//
// The predicate is in verb: for what is affirmed as asserted or planned, in
// denied: for what is denied, in possible: for the rest. A symmetric claim has
// the main quad both ways under one label. A claim without object has none, for
// there is no word of the document to point to: rdf:subject and rdf:predicate
// find it. The same holds for a subject of plain words, which no quad can start
// from; plain words as an object are a literal.
//
// [Document], [Entity], [Actor], [Claim] and [Decision] give the quads; [Decode]
// reads a record back. [Vocabulary] lists every term with a sentence. Ids and terms are
// kept short, with their prefix; [Expand] makes them absolute IRIs.
//
// An id is kept as it is, whatever its characters: only Expand escapes those
// that an IRI cannot hold. Two things of one owner with one head lemma are one
// node (“Ukraine's army” of two documents), by design and at times wrongly.
package quads
