package confidence

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// sentence is “The envoy of Chile has met him .” with an arc that is not sure.
func sentence() *syntax.Sentence {
	return &syntax.Sentence{End: 32, Tokens: []syntax.Token{
		{Start: 0, End: 3, Form: "The", UPOS: "DET", XPOS: "DT", Head: 1, Rel: "det", Confidence: 1},
		{Start: 4, End: 9, Form: "envoy", UPOS: "NOUN", XPOS: "NN", Head: 5, Rel: "nsubj", Confidence: 0.5},
		{Start: 10, End: 12, Form: "of", UPOS: "ADP", XPOS: "IN", Head: 3, Rel: "case", Confidence: 1},
		{Start: 13, End: 18, Form: "Chile", UPOS: "PROPN", XPOS: "NNP", Head: 1, Rel: "nmod", Confidence: 0.8},
		{Start: 19, End: 22, Form: "has", UPOS: "AUX", XPOS: "VBZ", Head: 5, Rel: "aux", Confidence: 1},
		{Start: 23, End: 26, Form: "met", UPOS: "VERB", XPOS: "VBN", Head: syntax.Root, Rel: "root", Confidence: 0.9},
		{Start: 27, End: 30, Form: "him", UPOS: "PRON", XPOS: "PRP", Head: 5, Rel: "obj", Confidence: 1},
		{Start: 31, End: 32, Form: ".", UPOS: "PUNCT", XPOS: ".", Head: 5, Rel: "punct", Confidence: 1},
	}}
}

// claim says that the subject meets the object, by token; none for no object.
func claim(s *syntax.Sentence, subject, object int) *graph.Claim {
	argument := func(i int) graph.Argument {
		t := s.Tokens[i]
		return graph.Argument{Text: t.Form, Span: graph.Span{Start: t.Start, End: t.End}, Head: graph.Span{Start: t.Start, End: t.End}}
	}
	c := &graph.Claim{Subject: argument(subject), Predicate: graph.Predicate{Lemma: "meet", Span: graph.Span{Start: 23, End: 26}}}
	c.Polarity, c.Modality = graph.Affirmed, graph.Asserted
	if object != none {
		o := argument(object)
		c.Object = &o
	}
	return c
}

func TestFeatures(t *testing.T) {
	const envoy, chile, him = 1, 3, 6
	change := func(object int, f func(*graph.Claim)) func(*syntax.Sentence) *graph.Claim {
		return func(s *syntax.Sentence) *graph.Claim {
			c := claim(s, envoy, object)
			f(c)
			return c
		}
	}
	as := func(subject, object int) func(*syntax.Sentence) *graph.Claim {
		return func(s *syntax.Sentence) *graph.Claim { return claim(s, subject, object) }
	}
	tests := []struct {
		reason, feature string
		claim           func(*syntax.Sentence) *graph.Claim
		want            float64
	}{
		{"always there", "bias", as(envoy, none), 1},
		{"the subject's arc", "parser: least sure arc", as(envoy, him), 0.5},
		{"arcs multiply along the path", "parser: log of all arcs", as(chile, him), math.Log(0.5 * 0.8)},
		{"the verb's arc to its own head", "parser: verb's own arc", as(envoy, him), 0.9},
		{"straight below the verb", "rule: arcs to the subject beyond one", as(envoy, him), 0},
		{"Chile hangs on envoy", "rule: arcs to the subject beyond one", as(chile, him), 1},
		{"an object below the subject", "rule: arcs to the object beyond one", as(envoy, chile), 1},
		{"four words before", "rule: distance of the subject", as(envoy, him), math.Log(4)},
		{"next to the verb", "rule: distance of the object", as(envoy, him), 0},
		{"no object, no distance", "rule: distance of the object", as(envoy, none), 0},
		{"a verb", "predicate: noun", as(envoy, him), 0},
		{"its tag", "predicate: participle", as(envoy, him), 1},
		{"another tag", "predicate: gerund", as(envoy, him), 0},
		{"its relation", "predicate: root", as(envoy, him), 1},
		{"meet", "predicate: with preposition", as(envoy, him), 0},
		{"meet with", "predicate: with preposition", change(him, func(c *graph.Claim) { c.Predicate.Lemma = "meet with" }), 1},
		{"be met is no preposition", "predicate: with preposition", change(none, func(c *graph.Claim) { c.Predicate.Lemma = "be met" }), 0},
		{"be met", "predicate: passive without agent", change(none, func(c *graph.Claim) { c.Predicate.Lemma = "be met" }), 1},
		{"a nominal is no name", "subject: name", as(envoy, him), 0},
		{"a name", "subject: name", change(him, func(c *graph.Claim) { c.Subject.Mention = graph.NameMention }), 1},
		{"a pronoun that stands for nobody", "subject: pronoun unresolved", as(him, none), 1},
		{"an antecedent", "subject: pronoun resolved", change(him, func(c *graph.Claim) { c.Subject.Antecedent = &graph.Antecedent{} }), 1},
		{"nsubj of met", "subject: of the verb", as(envoy, him), 1},
		{"Chile is not", "subject: of the verb", as(chile, him), 0},
		{"obj of met", "object: of the verb", as(envoy, him), 1},
		{"none", "object: none", as(envoy, none), 1},
		{"a claim said", "object: clause", change(him, func(c *graph.Claim) { c.Object.Claim = "claim:1" }), 1},
		{"three words", "object: length", change(him, func(c *graph.Claim) { c.Object.Text = "Chile's foreign minister" }), math.Log(3)},
		{"a denial", "claim: denied", change(him, func(c *graph.Claim) { c.Polarity = graph.Denied }), 1},
		{"one speaker", "claim: speakers", change(him, func(c *graph.Claim) { c.Attribution = make([]graph.Speaker, 1) }), 1},
		{"eight tokens", "sentence: length", as(envoy, him), math.Log(8)},
	}
	for _, tt := range tests {
		s := sentence()
		i := slices.Index(Names(), tt.feature)
		if i < 0 {
			t.Fatalf("no feature %q", tt.feature)
		}
		if got := Features(s, tt.claim(s))[i]; math.Abs(got-tt.want) > 1e-6 {
			t.Errorf("%s: %q is %g, want %g", tt.reason, tt.feature, got, tt.want)
		}
	}
}

// A surer tree gives more confidence, within 0 and 1 and with two decimals.
func TestOf(t *testing.T) {
	s := sentence()
	unsure := Of(s, claim(s, 1, 6))
	s.Tokens[1].Confidence = 1
	sure := Of(s, claim(s, 1, 6))
	if !(0 < unsure && unsure < sure && sure < 1) {
		t.Errorf("confidence %g of an unsure tree, %g of a sure one", unsure, sure)
	}
	if r := math.Round(100*sure) / 100; r != sure {
		t.Errorf("confidence %g has more than two decimals", sure)
	}
}

// Any tree and any participants give a number, also where heads run in a circle.
func TestAnyTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sentence()
		for i := range s.Tokens {
			s.Tokens[i].Head = rapid.IntRange(-1, len(s.Tokens)-1).Draw(t, "head")
			s.Tokens[i].Confidence = rapid.Float32Range(0, 1).Draw(t, "confidence")
		}
		c := claim(s, rapid.IntRange(0, 7).Draw(t, "subject"), rapid.IntRange(0, 7).Draw(t, "object"))
		c.Subject.Head.Start += rapid.IntRange(0, 1).Draw(t, "elsewhere")
		if got := Of(s, c); !(0 <= got && got <= 1) {
			t.Fatalf("confidence %g", got)
		}
	})
}

// The table has a weight for each feature, so that a change of features cannot
// be committed without a new fit.
func TestTable(t *testing.T) {
	var names []string
	for line := range strings.Lines(table) {
		if name, _, ok := strings.Cut(line, "\t"); ok {
			names = append(names, name)
		}
	}
	if !slices.Equal(names, Names()) {
		t.Errorf("weights.tsv has %q, the features are %q: run whom-train confidence", names, Names())
	}
}

func TestReadErrors(t *testing.T) {
	for _, tt := range []struct{ reason, table, want string }{
		{"no number", "bias\tmuch\n", `line 1: "much" is no number`},
		{"no weight", "# weights\nbias\n", `line 2: "" is no number`},
	} {
		if _, err := read(tt.table); err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %q", tt.reason, err, tt.want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	s := sentence()
	c := claim(s, 3, 6)
	for b.Loop() {
		Of(s, c)
	}
}
