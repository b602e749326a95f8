package confidence

import (
	"math"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A feature is a number, most from 0 to 1, that tells something of a claim.
type feature struct {
	name string
	of   func(*view) float64
}

var features = []feature{
	{"bias", func(*view) float64 { return 1 }},

	{"parser: least sure arc", func(v *view) float64 { return min(v.toSubject.least, v.toObject.least) }},
	{"parser: log of all arcs", func(v *view) float64 { return max(-5, v.toSubject.log+v.toObject.log) }},
	{"parser: verb's own arc", func(v *view) float64 { return float64(v.token(v.verb).Confidence) }},
	{"rule: arcs to the subject beyond one", func(v *view) float64 { return float64(min(4, max(0, v.toSubject.arcs-1))) }},
	{"rule: arcs to the object beyond one", func(v *view) float64 { return float64(min(4, max(0, v.toObject.arcs-1))) }},
	{"rule: distance of the subject", func(v *view) float64 { return v.distance(v.subject) }},
	{"rule: distance of the object", func(v *view) float64 { return v.distance(v.object) }},

	{"predicate: noun", func(v *view) float64 { return is(v.token(v.verb).UPOS != "VERB") }},
	{"predicate: finite", tag("VBD", "VBZ", "VBP")},
	{"predicate: gerund", tag("VBG")},
	{"predicate: participle", tag("VBN")},
	{"predicate: root", rel("root")},
	{"predicate: complement", rel("ccomp", "xcomp")},
	{"predicate: of a noun", rel("acl", "acl:relcl", "amod")},
	{"predicate: coordinated", rel("conj")},
	{"predicate: passive without agent", func(v *view) float64 { return is(strings.HasPrefix(v.claim.Predicate.Lemma, "be ")) }},
	{"predicate: with preposition", func(v *view) float64 {
		return is(strings.Contains(strings.TrimPrefix(v.claim.Predicate.Lemma, "be "), " "))
	}},
	{"predicate: symmetric", func(v *view) float64 { return is(v.claim.Symmetric) }},

	{"subject: name", func(v *view) float64 { return is(v.claim.Subject.Mention == graph.NameMention) }},
	{"subject: pronoun resolved", func(v *view) float64 { return is(resolved(&v.claim.Subject)) }},
	{"subject: pronoun unresolved", func(v *view) float64 { return is(v.token(v.subject).UPOS == "PRON" && !resolved(&v.claim.Subject)) }},
	{"subject: of the verb", func(v *view) float64 {
		return is(strings.HasPrefix(v.token(v.subject).Rel, "nsubj") && v.token(v.subject).Head == v.verb)
	}},
	{"subject: coordinated", func(v *view) float64 { return is(v.token(v.subject).Rel == "conj") }},
	{"subject: length", func(v *view) float64 { return length(&v.claim.Subject) }},

	{"object: none", func(v *view) float64 { return is(v.claim.Object == nil) }},
	{"object: clause", func(v *view) float64 { return is(v.claim.Object != nil && v.claim.Object.Claim != "") }},
	{"object: name", func(v *view) float64 { return is(v.claim.Object != nil && v.claim.Object.Mention == graph.NameMention) }},
	{"object: of the verb", func(v *view) float64 { return is(v.token(v.object).Rel == "obj" && v.token(v.object).Head == v.verb) }},
	{"object: coordinated", func(v *view) float64 { return is(v.token(v.object).Rel == "conj") }},
	{"object: length", func(v *view) float64 { return length(v.claim.Object) }},

	{"claim: denied", func(v *view) float64 { return is(v.claim.Polarity == graph.Denied) }},
	{"claim: asserted", func(v *view) float64 { return is(v.claim.Modality == graph.Asserted) }},
	{"claim: speakers", func(v *view) float64 { return float64(min(3, len(v.claim.Attribution))) }},
	{"claim: arguments", func(v *view) float64 { return float64(min(4, len(v.claim.Args))) }},
	{"sentence: length", func(v *view) float64 { return math.Log(float64(len(v.sentence.Tokens))) }},
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func tag(tags ...string) func(*view) float64 {
	return func(v *view) float64 {
		return is(v.token(v.verb).UPOS == "VERB" && slices.Contains(tags, v.token(v.verb).XPOS))
	}
}

func rel(names ...string) func(*view) float64 {
	return func(v *view) float64 { return is(slices.Contains(names, v.token(v.verb).Rel)) }
}

// resolved tells whether the participant is a word that stands for a name.
func resolved(a *graph.Argument) bool { return a.Antecedent != nil }

// distance is the logarithm of the words from the verb.
func (v *view) distance(n int) float64 {
	if n == none {
		return 0
	}
	d := n - v.verb
	return math.Log(float64(max(1, d, -d)))
}

// length is the logarithm of the words of a participant.
func length(a *graph.Argument) float64 {
	if a == nil {
		return 0
	}
	return math.Log(float64(max(1, len(strings.Fields(a.Text)))))
}
