package extract

import (
	"slices"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/confidence"
	"github.com/whomgraph/whom/extract/english/pronoun"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// Read turns the parsed sentences of a document into its entities and claims.
// Offsets of the sentences count in the document's text, whose hash it enters
// where the document has none.
func Read(doc graph.Document, sentences []syntax.Sentence) graph.Extraction {
	if doc.SHA256 == "" {
		doc.SHA256 = graph.Hash(doc.Text)
	}
	r := &reader{doc: &doc, sentences: sentences, actors: actor.New(&doc, sentences)}
	acts, descriptions := clause.Propositions(doc.Text, sentences)
	x := graph.Extraction{Document: doc, Claims: r.claims(acts)}
	x.Descriptions = r.descriptions(descriptions)
	x.Entities = r.actors.Entities()
	return x
}

// A reader makes the claims of one document.
type reader struct {
	doc       *graph.Document
	sentences []syntax.Sentence
	actors    *actor.Document
	ids       []string // claim id of each act
}

// claims makes a claim of each act. Claims say each other's ids, which depend
// on spans alone, so that all are made before any is linked.
func (r *reader) claims(acts []clause.Proposition) []graph.Claim {
	claims := make([]graph.Claim, len(acts))
	r.ids = make([]string, len(acts))
	for i := range acts {
		claims[i] = r.claim(&acts[i])
		claims[i].ID = graph.ClaimID(&claims[i])
		r.ids[i] = claims[i].ID
	}
	for i := range claims {
		r.link(&claims[i], &acts[i])
		claims[i].Confidence = confidence.Of(&r.sentences[claims[i].Sentence], &claims[i])
	}
	return distinct(withoutNobody(claims))
}

// descriptions makes a claim of each description. The acts that they name have
// their ids already.
func (r *reader) descriptions(found []clause.Proposition) []graph.Claim {
	var claims []graph.Claim
	for i := range found {
		c := r.claim(&found[i])
		c.ID = graph.DescriptionID(&c)
		r.link(&c, &found[i])
		c.Confidence = confidence.OfDescription(&r.sentences[c.Sentence], &c)
		claims = append(claims, c)
	}
	return distinct(claims)
}

// withoutNobody drops the acts told by a noun whose doer is a possessive pronoun
// that stands for no actor, as “its repeated warnings”, but keeps what another
// claim names.
func withoutNobody(claims []graph.Claim) []graph.Claim {
	named := make(map[string]bool)
	for i := range claims {
		if o := claims[i].Object; o != nil {
			named[o.Claim] = true
		}
		for _, s := range claims[i].Attribution {
			named[s.Claim] = true
		}
	}
	return slices.DeleteFunc(claims, func(c graph.Claim) bool {
		p, ok := pronoun.Of(c.Subject.Text)
		return c.Subject.Entity == "" && ok && p.Use == pronoun.Possessive && !named[c.ID]
	})
}

// distinct keeps the first of claims with one id.
func distinct(claims []graph.Claim) []graph.Claim {
	var kept []graph.Claim
	seen := make(map[string]bool)
	for _, c := range claims {
		if !seen[c.ID] {
			seen[c.ID] = true
			kept = append(kept, c)
		}
	}
	return kept
}

func (r *reader) claim(p *clause.Proposition) graph.Claim {
	sentence := r.sentences[p.Sentence]
	c := graph.Claim{
		Document: r.doc.ID, Sentence: p.Sentence,
		Subject:   r.actors.Refer(p.Subject, p.Speakers),
		Predicate: r.predicate(p),
		Symmetric: p.Symmetric, Polarity: p.Polarity, Modality: p.Modality,
		Evidence: graph.Span{Start: sentence.Start, End: sentence.End},
	}
	if p.Object != nil {
		object := r.object(p)
		c.Object = &object
		r.part(&c, p)
	}
	for _, a := range p.Args {
		c.Args = append(c.Args, r.argument(a, p.Speakers))
	}
	r.circumstances(&c, p)
	r.attribute(&c, p)
	return c
}

// part takes back the reading of a pronoun or common noun where it makes one
// actor both sides of an act, which only a reflexive can: “the Russian invasion
// of the country”.
func (r *reader) part(c *graph.Claim, p *clause.Proposition) {
	if c.Subject.Entity == "" || c.Subject.Entity != c.Object.Entity {
		return
	}
	switch {
	case isReflexive(c.Object.Text):
	case c.Object.Mention != graph.NameMention:
		*c.Object = r.words(*p.Object)
	case c.Subject.Mention != graph.NameMention:
		c.Subject = r.words(p.Subject)
	}
}

func isReflexive(form string) bool {
	p, ok := pronoun.Of(form)
	return ok && p.Use == pronoun.Reflexive
}

func (r *reader) predicate(p *clause.Proposition) graph.Predicate {
	if p.Predicate.Last < p.Predicate.First { // understood, as in an apposition
		at := r.sentences[p.Sentence].Tokens[p.Predicate.First].Start
		return graph.Predicate{Lemma: p.Predicate.Lemma, Span: graph.Span{Start: at, End: at}}
	}
	span := r.span(p.Sentence, p.Predicate.First, p.Predicate.Last)
	return graph.Predicate{Lemma: p.Predicate.Lemma, Text: span.Text(r.doc), Span: span}
}

// object resolves a noun; a clause stays words, until it is linked to the
// claim that it makes.
func (r *reader) object(p *clause.Proposition) graph.Argument {
	if p.Clausal {
		return r.words(*p.Object)
	}
	return r.actors.Refer(*p.Object, p.Speakers)
}

// argument resolves a noun; a clause stays words.
func (r *reader) argument(a clause.Argument, speakers []clause.Speaker) graph.Argument {
	var arg graph.Argument
	if r.sentences[a.Phrase.Sentence].Tokens[a.Phrase.Head].UPOS == "VERB" {
		arg = r.words(a.Phrase)
	} else {
		arg = r.actors.Refer(a.Phrase, speakers)
	}
	arg.Role = a.Role
	return arg
}

func (r *reader) words(p clause.Phrase) graph.Argument {
	span := r.span(p.Sentence, p.First, p.Last)
	return graph.Argument{Text: span.Text(r.doc), Span: span, Head: r.span(p.Sentence, p.Head, p.Head)}
}

func (r *reader) circumstances(c *graph.Claim, p *clause.Proposition) {
	if p.Time != nil {
		w := r.words(*p.Time)
		c.Time = &graph.Time{Text: w.Text, Span: w.Span, Value: r.timeValue(p)}
	}
	if p.Place != nil {
		place := r.actors.Refer(*p.Place, nil)
		c.Place = &place
	}
}

func (r *reader) attribute(c *graph.Claim, p *clause.Proposition) {
	for i, s := range p.Speakers {
		c.Attribution = append(c.Attribution, graph.Speaker{
			Argument: r.actors.Refer(s.Phrase, p.Speakers[:i]), Verb: s.Verb, Polarity: s.Polarity,
		})
	}
}

// link enters the ids of the claims that a claim refers to.
func (r *reader) link(c *graph.Claim, p *clause.Proposition) {
	if p.Clausal && p.Said != clause.None {
		c.Object.Claim = r.ids[p.Said]
	}
	for i, s := range p.Speakers {
		if s.Saying != clause.None {
			c.Attribution[i].Claim = r.ids[s.Saying]
		}
	}
}

func (r *reader) span(sentence, first, last int) graph.Span {
	tokens := r.sentences[sentence].Tokens
	return graph.Span{Start: tokens[first].Start, End: tokens[last].End}
}
