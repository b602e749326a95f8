package confidence

import (
	"math"
	"slices"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// none stands for an absent token.
const none = -1

// A view is a claim with the tokens that it stands on.
type view struct {
	sentence  *syntax.Sentence
	claim     *graph.Claim
	verb      int
	subject   int // head, or none where it stands in another sentence
	object    int
	toSubject path
	toObject  path
}

func newView(s *syntax.Sentence, c *graph.Claim) *view {
	v := &view{sentence: s, claim: c, verb: max(0, tokenAt(s, c.Predicate.Span)), subject: tokenAt(s, c.Subject.Head), object: none}
	if c.Object != nil {
		v.object = tokenAt(s, c.Object.Head)
	}
	v.toSubject, v.toObject = v.path(v.subject), v.path(v.object)
	return v
}

// tokenAt returns the first token in the span, or none.
func tokenAt(s *syntax.Sentence, span graph.Span) int {
	for i := range s.Tokens {
		if span.Start <= s.Tokens[i].Start && s.Tokens[i].End <= span.End {
			return i
		}
	}
	return none
}

// A path is the arcs between the verb and a participant.
type path struct {
	arcs  int
	least float64 // probability of the least sure arc
	log   float64 // logarithm of the product of all
}

// path follows the arcs from the verb and from n to where they meet.
func (v *view) path(n int) path {
	p := path{least: 1}
	if n == none {
		return p
	}
	above := v.heads(v.verb)
	meet := len(above)
	for _, i := range v.heads(n) {
		if k := slices.Index(above, i); k >= 0 {
			meet = k
			break
		}
		p.add(&v.sentence.Tokens[i])
	}
	for _, i := range above[:meet] {
		p.add(&v.sentence.Tokens[i])
	}
	return p
}

// heads returns i and the tokens above it, up to the root.
func (v *view) heads(i int) []int {
	var out []int
	for i != syntax.Root && len(out) < len(v.sentence.Tokens) {
		out = append(out, i)
		i = v.sentence.Tokens[i].Head
	}
	return out
}

func (p *path) add(t *syntax.Token) {
	sure := max(0.01, float64(t.Confidence))
	p.arcs++
	p.least = min(p.least, sure)
	p.log += math.Log(sure)
}

// token returns a token, the zero one for none.
func (v *view) token(i int) syntax.Token {
	if i == none {
		return syntax.Token{}
	}
	return v.sentence.Tokens[i]
}
