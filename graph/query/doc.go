// Package query finds claims by patterns that read as one would say them.
//
// A [Pattern] is a subject, a predicate and an object in one line, of which
// each may be ? for anything: “NATO rejects ?”, “? denies ?”, “? ? Russia”.
// Names and predicates may have several words; every way to part them is tried.
// A [Filter] asks for dates, speakers, polarity, modality. [Find] asks a store:
//
//	pattern, err := query.Parse("Sorin calls ?", nil)
//	…
//	found, err := query.Find(ctx, s, pattern, query.Filter{Since: "2022-01-31", Says: "Dresvin"}, 0)
//	for _, c := range found.Claims {
//		subject := found.View.Node(c.Document, &c.Subject)
//		…
//	}
//
// A [Query] asks claims that are in memory.
//
// A name that fits actors, by their names, their aliases, their ids, or, for
// persons, their last words, stands for these actors. Any other fits things by
// the lemma of their head or by their words in the text. Case, accents and a
// leading article do not count. A predicate fits by its lemma (“call”), in the
// third person (“calls”) and in the forms that a [Lemmatizer] knows (“called”).
// Ids fit too: actor:pavel-sorin, thing:russia/demand, denied:reject.
//
// A claim is tried in every reading that graph.View.Relations gives, so that
// “Sorin ? Holt” finds that Sorin sent a response to Holt, as do “Sorin sends
// response to Holt” and “? sends written response to ?”; a symmetric one both
// ways.
//
// [Lookup] finds the document, actor or claim for which an id or a name stands,
// and [Near] the names that somebody may have meant. [Run] asks a store in one
// of Cayley's languages.
//
// # Cost
//
// What names an actor, a verb, a speaker or a document is looked up by indexes;
// a pattern that names nothing but things, or nothing at all, reads every claim
// until there are enough.
//
// Caveats: ? as object fits a claim without object, too. A document without date
// is outside any bounds of time; Result.Undated counts what these leave out.
package query
