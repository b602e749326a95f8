package network

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Dispute is what some affirm and others deny: claims of the same subject,
// predicate and object.
type Dispute struct {
	Subject, Object  graph.Node
	Predicate        string        // lemma
	Affirmed, Denied []graph.Claim // each sorted by document, position and id
	// Documents counts the distinct documents of both sides.
	Documents int
}

// Disputes finds the claims that contradict each other: an affirmed and a
// denied one
//
//   - of one subject and one object, each an actor or the same thing, and one
//     lemma of the predicate; the two orders of a symmetric claim are the same;
//   - asserted or planned: what is feared, demanded or asked is not said to be
//     so, and “must not” does not deny that it is;
//   - from different documents or different innermost speakers, the outlet being
//     one: nobody disputes with himself;
//   - of times that overlap, where both have one that is known;
//   - not about different third parties: to send arms to one is not to send them
//     to another.
//
// A claim that contradicts none of the other side is left out. Most documents
// come first, then most claims, then the order of subject, predicate and object.
// It takes time in proportion to the claims, and to the products of both sides.
func Disputes(view *graph.View, claims []graph.Claim) []Dispute {
	groups := make(map[[3]string]*Dispute)
	for _, c := range slices.SortedFunc(slices.Values(claims), compareClaims) {
		addAccount(groups, view, &c)
	}
	var disputes []Dispute
	for _, d := range groups {
		if d.keepContested(view); len(d.Affirmed) > 0 {
			d.Documents = d.countDocuments()
			disputes = append(disputes, *d)
		}
	}
	slices.SortFunc(disputes, compareDisputes)
	return disputes
}

func addAccount(groups map[[3]string]*Dispute, view *graph.View, c *graph.Claim) {
	if c.Object == nil || !states(c.Modality) {
		return
	}
	subject, object := view.Node(c.Document, &c.Subject), view.Node(c.Document, c.Object)
	if subject.ID == "" || object.ID == "" || object.Type == graph.ClaimNode {
		return
	}
	if c.Symmetric && object.ID < subject.ID {
		subject, object = object, subject
	}
	key := [3]string{subject.ID, c.Predicate.Lemma, object.ID}
	d := groups[key]
	if d == nil {
		d = &Dispute{Subject: subject, Object: object, Predicate: c.Predicate.Lemma}
		groups[key] = d
	}
	if c.Polarity == graph.Denied {
		d.Denied = append(d.Denied, *c)
	} else {
		d.Affirmed = append(d.Affirmed, *c)
	}
}

func states(m graph.Modality) bool {
	return m == graph.Asserted || m == graph.Planned
}

// keepContested leaves the claims of each side that contradict one of the other.
func (d *Dispute) keepContested(view *graph.View) {
	affirmed, denied := newStances(view, d.Affirmed), newStances(view, d.Denied)
	d.Affirmed, d.Denied = against(affirmed, denied), against(denied, affirmed)
}

func against(side, other []stance) []graph.Claim {
	var kept []graph.Claim
	for i := range side {
		if slices.ContainsFunc(other, side[i].contradicts) {
			kept = append(kept, *side[i].claim)
		}
	}
	return kept
}

// A stance is a claim of one side with what tells whether it is about the same.
type stance struct {
	claim        *graph.Claim
	source       [2]string           // document and speaker
	thirdParties map[string][]string // ids of actors by the words that lead to them
	when         period
}

func (s stance) contradicts(o stance) bool {
	return s.source != o.source && s.when.overlaps(o.when) && !differ(s.thirdParties, o.thirdParties)
}

// differ reports whether words that both have lead to no actor of both.
func differ(a, b map[string][]string) bool {
	for words, actors := range a {
		others := b[words]
		shared := slices.ContainsFunc(actors, func(id string) bool { return slices.Contains(others, id) })
		if len(others) > 0 && !shared {
			return true
		}
	}
	return false
}

func newStances(view *graph.View, claims []graph.Claim) []stance {
	out := make([]stance, len(claims))
	for i := range claims {
		c := &claims[i]
		s := stance{claim: c, source: [2]string{c.Document, speaker(view, c)}, thirdParties: make(map[string][]string)}
		for _, r := range view.Relations(c)[1:] {
			s.thirdParties[r.Suffix] = append(s.thirdParties[r.Suffix], r.Object.ID)
		}
		if c.Time != nil {
			s.when = newPeriod(c.Time.Value)
		}
		out[i] = s
	}
	return out
}

// speaker names the innermost speaker of a claim, "" for the outlet.
func speaker(view *graph.View, c *graph.Claim) string {
	if len(c.Attribution) == 0 {
		return ""
	}
	n := view.Node(c.Document, &c.Attribution[len(c.Attribution)-1].Argument)
	return cmp.Or(n.ID, "words:"+n.Name)
}

func (d *Dispute) countDocuments() int {
	documents := make(set)
	for _, c := range slices.Concat(d.Affirmed, d.Denied) {
		documents.add(c.Document)
	}
	return len(documents)
}

func compareClaims(a, b graph.Claim) int {
	return cmp.Or(
		strings.Compare(a.Document, b.Document),
		a.Predicate.Span.Start-b.Predicate.Span.Start,
		strings.Compare(a.ID, b.ID),
	)
}

func compareDisputes(a, b Dispute) int {
	claims := func(d Dispute) int { return len(d.Affirmed) + len(d.Denied) }
	return cmp.Or(
		b.Documents-a.Documents,
		claims(b)-claims(a),
		strings.Compare(a.Subject.ID, b.Subject.ID),
		strings.Compare(a.Predicate, b.Predicate),
		strings.Compare(a.Object.ID, b.Object.ID),
	)
}
