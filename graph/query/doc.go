// Package query finds claims by patterns that read as one would say them.
//
// A [Pattern] is a subject, a predicate and an object in one line, of which
// each may be ? for anything: “NATO rejects ?”, “? denies ?”, “? ? Russia”.
// Names and predicates may have several words; every way to part them is tried.
// A [Filter] asks for dates, speakers, polarity, modality. Both together make a
// [Query]:
//
//	pattern, err := query.Parse("Sorin calls ?")
//	…
//	q, err := query.New(view, pattern, query.Filter{Since: "2022-01-31", Says: "Dresvin"})
//	…
//	claims := q.Select(documents, all)
//
// A name fits an actor by its name, its aliases, its id, or, for a person, its
// last word; a thing by its head's lemma or by its words in the text; all
// without regard to case, accents and a leading article. A predicate fits by
// its lemma (“call”), in the third person (“calls”) or in the words of the text
// (“called”). Ids fit too: actor:pavel-sorin,
// thing:russia/demand, denied:reject.
//
// A claim is tried in every reading that graph.View.Relations gives, so that
// “Sorin ? Holt” finds that Sorin sent a response to Holt, as does “Sorin sends
// response to Holt”; a symmetric one both ways.
//
// [Lookup] finds the document, actor or claim for which an id or a name stands.
//
// Caveats: other forms of a verb than these three are not known, and ? as
// object fits a claim without object, too.
package query
