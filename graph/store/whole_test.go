package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

// Whatever a valid document, its entities, claims and descriptions hold comes
// back, put one by one or written anew at once, and goes without a trace.
func TestAnyExtractionComesBack(t *testing.T) {
	s := fresh(t)
	rapid.Check(t, func(t *rapid.T) {
		emptyOut(t, s) // what a check that failed has left
		x := drawExtraction(t)
		if err := s.Put(t.Context(), x); err != nil {
			t.Fatal(err)
		}
		comesBack(t, s, x)
		kept, err := s.Decide(t.Context(), validDecision().Draw(t, "decision"))
		if err != nil {
			t.Fatal(err)
		}
		if err := replaceAll(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		comesBack(t, s, x)
		if all, err := s.Decisions(t.Context()); err != nil || !reflect.DeepEqual(all, kept) {
			t.Fatalf("decisions %+v, %v, want %+v", all, err, kept)
		}
		emptyOut(t, s)
		sameLines(t, "what is left", lines(t, s), nil)
	})
}

// emptyOut takes all out of a store.
func emptyOut(t *rapid.T, s *Store) {
	decisions, err := s.Decisions(t.Context())
	for _, d := range decisions {
		err = errors.Join(err, s.Undo(t.Context(), d.ID()))
	}
	for d, failed := range s.Documents(t.Context()) {
		err = errors.Join(err, failed, s.Remove(t.Context(), d.ID))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func comesBack(t *rapid.T, s *Store, want graph.Extraction) {
	t.Helper()
	got, err := s.Extraction(t.Context(), want.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := equal(&got, arranged(want)); err != nil || !same {
		t.Fatalf("got %#v, want %#v", got, want)
	}
}

// words are any text, at times what quoting, escaping or splitting gets wrong, and
// at times a long one.
func words() *rapid.Generator[string] {
	nasty := rapid.SampledFrom([]string{
		"", "\"", "\\", "'", "`", "\n", "\r\n", "\t", "\x00", "\ufeff", "\u2028", "\ufffd", "<a>", "a\nb", `\u0041`, "_:b", "@en", "^^", "{}",
		"👩‍👩‍👧", "🇺🇦", "e\u0301", "שלום", "%s", "actor:nato", "claim:", "null",
	})
	long := rapid.Custom(func(t *rapid.T) string {
		return strings.Repeat(nasty.Draw(t, "piece")+" word", rapid.SampledFrom([]int{1, 1, 1, 10, 10, 100, 10_000}).Draw(t, "times"))
	})
	return rapid.OneOf(rapid.String(), nasty, nasty, long)
}

// validDecision draws a decision that is one.
func validDecision() *rapid.Generator[graph.Decision] {
	return rapid.Custom(func(t *rapid.T) graph.Decision {
		d := graph.Decision{Number: 1, Kind: graph.RenameDecision, Anchor: &graph.Anchor{Surface: words().Draw(t, "surface")}, Name: words().Draw(t, "name")}
		if rapid.Bool().Draw(t, "review") {
			d = graph.Decision{Number: 1, Kind: graph.ReviewDecision, Review: &graph.Review{
				Claim: "claim:0123456789abcdef", Document: words().Draw(t, "document"), Judgement: graph.Corrected,
				Correction: words().Draw(t, "correction"), Coder: words().Draw(t, "coder"),
			}}
		}
		return d
	}).Filter(func(d graph.Decision) bool { return d.Check() == nil })
}

// drawExtraction draws what the store takes, which is all that does not
// contradict itself.
func drawExtraction(t *rapid.T) graph.Extraction {
	x := graph.Extraction{Document: rapid.Make[graph.Document]().Draw(t, "document")}
	d := &x.Document
	d.ID = words().Filter(func(id string) bool { return id != "" && len(id) < 200 }).Draw(t, "id")
	d.Title, d.Text = words().Draw(t, "title"), words().Draw(t, "text")
	d.SHA256 = graph.Hash(d.Text)
	entities := []string{""}
	for i := range rapid.IntRange(0, 3).Draw(t, "entities") {
		e := rapid.Make[graph.Entity]().Draw(t, "entity")
		e.ID, e.Document, e.Name = fmt.Sprintf("entity:%s/%d", d.ID, i), d.ID, words().Draw(t, "name")
		e.Affiliation = rapid.SampledFrom(entities).Draw(t, "affiliation")
		e.Type = rapid.SampledFrom(graph.ActorTypes).Draw(t, "type")
		entities = append(entities, e.ID)
		x.Entities = append(x.Entities, e)
	}
	claims := []string{""}
	for range rapid.IntRange(0, 3).Draw(t, "claims") {
		c := drawClaim(t, d.ID, entities, claims)
		c.ID = graph.ClaimID(&c)
		claims = append(claims, c.ID)
		x.Claims = append(x.Claims, c)
	}
	if rapid.Bool().Draw(t, "described") {
		c := drawClaim(t, d.ID, entities, claims)
		c.ID = graph.DescriptionID(&c)
		x.Descriptions = append(x.Descriptions, c)
	}
	return x
}

// drawClaim draws a claim without id. Its sentence, which is in the id, is drawn
// from many, so that no two claims are one.
func drawClaim(t *rapid.T, document string, entities, claims []string) graph.Claim {
	c := rapid.Make[graph.Claim]().Draw(t, "claim")
	c.Document = document
	c.Args, c.Attribution = c.Args[:min(2, len(c.Args))], c.Attribution[:min(2, len(c.Attribution))]
	c.Evidence.Start = rapid.Int().Draw(t, "start")
	c.Predicate.Lemma = words().Filter(func(s string) bool { return s != "" }).Draw(t, "lemma")
	c.Polarity = rapid.SampledFrom([]graph.Polarity{graph.Affirmed, graph.Denied}).Draw(t, "polarity")
	c.Modality = rapid.SampledFrom(graph.Modalities).Draw(t, "modality")
	c.Confidence = rapid.Float64Range(0, 1).Draw(t, "confidence")
	for a := range arguments(&c) {
		drawReference(t, a, entities, claims)
	}
	for i := range c.Attribution {
		c.Attribution[i].Argument.Claim = ""
		c.Attribution[i].Claim = rapid.SampledFrom(claims).Draw(t, "by claim")
	}
	return c
}

// drawReference makes an argument an entity, a thing, a claim or plain words.
func drawReference(t *rapid.T, a *graph.Argument, entities, claims []string) {
	a.Text = words().Draw(t, "words")
	a.Entity, a.Thing, a.Claim = "", nil, ""
	switch rapid.IntRange(0, 3).Draw(t, "reference") {
	case 0:
		a.Entity = rapid.SampledFrom(entities).Draw(t, "entity")
	case 1:
		a.Thing = &graph.Thing{Lemma: words().Draw(t, "thing"), Owner: rapid.SampledFrom(entities).Draw(t, "owner")}
	case 2:
		a.Claim = rapid.SampledFrom(claims).Draw(t, "said")
	}
}
