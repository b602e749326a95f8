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

// Disputes finds the claims that contradict each other. A claim takes part if
// its object is an actor or a thing and its modality asserted or planned: what
// is feared, demanded or asked is not said to be so, and “must not” does not
// deny that it is. A dispute needs a claim on either side that come from different documents or
// different innermost speakers, the outlet being one. The two orders of a
// symmetric claim are the same. Most documents come first, then most claims,
// then the order of subject, predicate and object.
func Disputes(view *graph.View, claims []graph.Claim) []Dispute {
	groups := make(map[[3]string]*Dispute)
	for _, c := range slices.SortedFunc(slices.Values(claims), compareClaims) {
		addAccount(groups, view, &c)
	}
	var disputes []Dispute
	for _, d := range groups {
		if d.contested(view) {
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

// contested reports whether two sources differ. Where each side has one source
// and it is the same, nobody contradicts anybody but himself.
func (d *Dispute) contested(view *graph.View) bool {
	sources := make(map[[2]string]bool)
	for _, c := range slices.Concat(d.Affirmed, d.Denied) {
		sources[[2]string{c.Document, speaker(view, &c)}] = true
	}
	return len(d.Affirmed) > 0 && len(d.Denied) > 0 && len(sources) > 1
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
