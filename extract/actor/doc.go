// Package actor finds whom the words of a document mean: it gathers names,
// countries, titles, pronouns and possessors into the entities of one document,
// and says for each participant of a proposition which entity it is.
//
// [New] reads the sentences of a document once; [Document.Refer] then resolves
// a [clause.Phrase] to an entity, or to a thing with its owner, and
// [Document.Entities] lists what was found:
//
//	d := actor.New(&document, sentences)
//	ref := d.Refer(proposition.Subject, proposition.Speakers)
//
// Names with the same spelling are one entity, and names of persons that differ
// in a letter; a surname alone is the person whose full name the document gives;
// “U.S.”, “American” and, where it acts, “Washington” are the United States. A
// body that every country has goes by its country, which is that of its minister
// or of the only state named where the text gives none; “the Church” is the last
// church named. Persons get office, country and body from the words on either
// side of their names, and are taken up by these: “the Russian president”, “the
// top diplomat”. Who speaks in a quotation is its “I”, and never its “he”. In a
// report of a contest the name of a country is its team. Pronouns and nouns such
// as “the company” go where the chain leads that extract/coref links them to;
// [Document.Chains] gives these. What the text does not settle stays open: a
// pronoun without antecedent has neither entity nor thing.
//
// Countries, organizations, given names and titles come from the tables in
// this folder, each with its source in the .license file beside it. The text
// decides over the tables: a place after “in” is a place.
package actor
