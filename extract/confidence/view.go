package confidence

import (
	"math"

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
	depth := map[int]int{}
	for i, d := v.verb, 0; i != syntax.Root && d <= len(v.sentence.Tokens); i, d = v.sentence.Tokens[i].Head, d+1 {
		depth[i] = d
	}
	meet := n
	for range v.sentence.Tokens {
		if _, ok := depth[meet]; ok || meet == syntax.Root {
			break
		}
		p.add(&v.sentence.Tokens[meet])
		meet = v.sentence.Tokens[meet].Head
	}
	for i, d := v.verb, depth[meet]; d > 0; i, d = v.sentence.Tokens[i].Head, d-1 {
		p.add(&v.sentence.Tokens[i])
	}
	return p
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
