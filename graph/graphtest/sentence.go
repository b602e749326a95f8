package graphtest

import (
	"fmt"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Sentence finds words of itself and makes claims of them.
type Sentence struct {
	text   *Text
	words  string
	number int
	span   graph.Span
}

// find returns the span of the first place of words in the sentence.
func (s *Sentence) find(words string) graph.Span {
	i := strings.Index(s.words, words)
	if i < 0 {
		panic(fmt.Sprintf("sentence %q has no %q", s.words, words))
	}
	return graph.Span{Start: s.span.Start + i, End: s.span.Start + i + len(words)}
}

// argument has the last of its words as head.
func (s *Sentence) argument(words string) graph.Argument {
	span := s.find(words)
	head := graph.Span{Start: span.Start + strings.LastIndex(words, " ") + 1, End: span.End}
	return graph.Argument{Text: words, Span: span, Head: head}
}

// Name mentions an actor by its name.
func (s *Sentence) Name(name string) graph.Argument { return s.Named(name, name) }

// Named mentions an actor by other words that are a name of it.
func (s *Sentence) Named(words, name string) graph.Argument {
	a := s.argument(words)
	a.Entity = s.text.entity(name, a.Span)
	a.Mention = graph.NameMention
	s.text.alias(name, words)
	return a
}

// Pronoun mentions an actor by a pronoun whose antecedent stands earlier.
func (s *Sentence) Pronoun(word, name, antecedent string) graph.Argument {
	a := s.argument(word)
	a.Entity = s.text.entity(name, a.Span)
	a.Mention = graph.PronounMention
	at := strings.Index(s.text.doc.Text, antecedent)
	a.Antecedent = &graph.Antecedent{Text: antecedent, Span: graph.Span{Start: at, End: at + len(antecedent)}}
	return a
}

// Thing mentions something that is no actor, by its head's lemma. The owner is
// an actor's name or empty.
func (s *Sentence) Thing(words, lemma, owner string) graph.Argument {
	a := s.argument(words)
	a.Thing = &graph.Thing{Lemma: lemma}
	if owner != "" {
		a.Thing.Owner = s.text.entity(owner, a.Span)
	}
	return a
}

// Words mentions an amount, a time or a quotation.
func (s *Sentence) Words(words string) graph.Argument { return s.argument(words) }

// As gives an argument its role.
func As(role string, a graph.Argument) graph.Argument {
	a.Role = role
	return a
}

// Verb is what is done: its lemma, and its words in the sentence.
func (s *Sentence) Verb(lemma, words string) graph.Predicate {
	return graph.Predicate{Lemma: lemma, Text: words, Span: s.find(words)}
}

// Claim adds a claim to the story. It sets document, sentence, evidence and
// id; without polarity, modality or confidence a claim is affirmed, asserted
// and held at 0.9.
func (s *Sentence) Claim(c graph.Claim) *graph.Claim {
	c.Document, c.Sentence, c.Evidence = s.text.doc.ID, s.number, s.span
	if c.Polarity == "" {
		c.Polarity = graph.Affirmed
	}
	if c.Modality == "" {
		c.Modality = graph.Asserted
	}
	if c.Confidence == 0 {
		c.Confidence = 0.9
	}
	c.ID = graph.ClaimID(&c)
	s.text.story.claims = append(s.text.story.claims, &c)
	return &c
}

// Report makes what a speaker says, with the claim of saying it: the speaker's
// act has the inner claim as object, the inner claim names the act.
func (s *Sentence) Report(verb graph.Predicate, speaker graph.Argument, stance graph.Polarity, inner graph.Claim) (act, said *graph.Claim) {
	inner.Attribution = []graph.Speaker{{Argument: speaker, Verb: verb.Lemma, Polarity: stance}}
	said = s.Claim(inner)
	object := graph.Argument{Claim: said.ID, Text: s.words, Span: s.span, Head: said.Predicate.Span}
	act = s.Claim(graph.Claim{Subject: speaker, Predicate: verb, Object: &object})
	said.Attribution[0].Claim = act.ID
	return act, said
}
