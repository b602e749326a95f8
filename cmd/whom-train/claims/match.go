package claims

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/graph"
)

// A claimPair is a gold claim and the system's claim that tells the same.
type claimPair struct {
	gold   *goldClaim
	system *graph.Claim
}

// A matching is what became of the claims of one sentence.
type matching struct {
	sentence *goldSentence
	pairs    []claimPair
	missed   []*goldClaim   // gold claims that the system has not
	extra    []*graph.Claim // claims that only the system has
}

// match pairs claims one to one, as many as can be; among equal numbers of
// pairs those that agree in polarity, modality and speaker.
func (s *goldSentence) match(claims []graph.Claim) matching {
	m := matching{sentence: s}
	weights := make([][]int, len(s.Claims))
	for i := range weights {
		weights[i] = make([]int, len(claims))
		for j := range claims {
			weights[i][j] = s.weight(&s.Claims[i], &claims[j])
		}
	}
	taken := make([]bool, len(claims))
	for i, j := range score.Assign(weights) {
		if j < 0 {
			m.missed = append(m.missed, &s.Claims[i])
			continue
		}
		taken[j] = true
		m.pairs = append(m.pairs, claimPair{&s.Claims[i], &claims[j]})
	}
	for j := range claims {
		if !taken[j] {
			m.extra = append(m.extra, &claims[j])
		}
	}
	return m
}

func (s *goldSentence) weight(g *goldClaim, c *graph.Claim) int {
	if !s.same(g, c) {
		return 0
	}
	p := claimPair{g, c}
	w := 1000
	for _, right := range []bool{g.Polarity == c.Polarity, g.Modality == c.Modality, s.chainRight(p)} {
		if right {
			w++
		}
	}
	return w
}

// same tells whether a system's claim is the gold claim: the same predicate
// between the same participants.
func (s *goldSentence) same(g *goldClaim, c *graph.Claim) bool {
	if !g.Predicate.Overlaps(c.Predicate.Span) && g.Lemma != c.Predicate.Lemma {
		return false
	}
	subject, object := s.mentions(g.Subject, g.SubjectRef), s.mentions(g.Object, g.ObjectRef)
	switch {
	case touches(subject, &c.Subject) && touches(object, c.Object):
		return true
	case g.Symmetric && touches(subject, c.Object) && touches(object, &c.Subject):
		return true
	default:
		// A passive without an agent has its patient as gold object, and as the
		// system's subject of “be sent”.
		return g.Subject == nil && strings.HasPrefix(c.Predicate.Lemma, "be ") && touches(object, &c.Subject)
	}
}

// touches tells whether the participant stands at one of the places, or is
// absent where there is none.
func touches(places []graph.Span, a *graph.Argument) bool {
	if len(places) == 0 || a == nil {
		return len(places) == 0 && a == nil
	}
	return slices.ContainsFunc(places, func(p graph.Span) bool {
		return p.Overlaps(a.Span) || a.Antecedent != nil && p.Overlaps(a.Antecedent.Span)
	})
}

// speakerRight tells whether both name the same innermost speaker or none.
func (s *goldSentence) speakerRight(p claimPair) bool {
	g, c := p.gold.Speakers, p.system.Attribution
	if len(g) == 0 || len(c) == 0 {
		return len(g) == len(c)
	}
	return s.isSpeaker(g[len(g)-1], &c[len(c)-1])
}

// chainRight tells whether both name the same speakers from the outermost to
// the innermost.
func (s *goldSentence) chainRight(p claimPair) bool {
	g, c := p.gold.Speakers, p.system.Attribution
	if len(g) != len(c) {
		return false
	}
	for i := range g {
		if !s.isSpeaker(g[i], &c[i]) {
			return false
		}
	}
	return true
}

func (s *goldSentence) isSpeaker(at graph.Span, speaker *graph.Speaker) bool {
	return touches(s.mentions(&at, nil), &speaker.Argument)
}
