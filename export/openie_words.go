package export

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/whomgraph/whom/graph"
)

// A sentence is a place of a document with all that it says.
type sentence struct {
	doc    *graph.Document
	span   graph.Span
	claims []graph.Claim
}

// words returns the words at a place, parted by single spaces.
func (s *sentence) words(at graph.Span) string {
	return strings.Join(strings.Fields(at.Text(s.doc)), " ")
}

func (s *sentence) tuple(c *graph.Claim) Tuple {
	relation := s.relation(c)
	t := Tuple{Claim: c, Sentence: s.words(s.span), Relation: s.words(relation)}
	if t.Relation == "" {
		t.Relation = "is" // an apposition
	}
	rest := s.complement(c, relation.End)
	switch {
	case s.isSurfacePassive(c, t.Relation):
		t.Relation += " by"
		t.Arguments = append([]string{s.words(c.Object.Span), s.words(c.Subject.Span)}, s.withPrepositions(circumstances(c))...)
	case strings.ContainsFunc(rest, isWordRune) && c.Subject.Span.Start < c.Predicate.Span.Start:
		link, rest := cutLink(c, rest)
		t.Relation += link
		before := slices.DeleteFunc(others(c), func(p graph.Span) bool {
			return p.End > relation.Start || c.Symmetric && p == c.Object.Span
		})
		t.Arguments = append([]string{s.subject(c, relation), rest}, s.withPrepositions(before)...)
	default: // the verb stands last or first, or an event noun in its place
		t.Arguments = append([]string{s.words(c.Subject.Span)}, s.withPrepositions(others(c))...)
		if c.Object != nil && c.Object.Span.Start > c.Predicate.Span.Start {
			link, object := cutPreposition(t.Arguments[1])
			t.Relation += link
			t.Arguments[1] = object
		}
	}
	return t
}

// others returns the places of all participants but the subject, the object
// first.
func others(c *graph.Claim) []graph.Span {
	if c.Object == nil {
		return circumstances(c)
	}
	return append([]graph.Span{c.Object.Span}, circumstances(c)...)
}

// circumstances returns the places of all but subject and object.
func circumstances(c *graph.Claim) []graph.Span {
	var out []graph.Span
	for _, a := range c.Args {
		out = append(out, a.Span)
	}
	if c.Place != nil {
		out = append(out, c.Place.Span)
	}
	if c.Time != nil {
		out = append(out, c.Time.Span)
	}
	return out
}

// relation returns the place of the predicate with the auxiliaries and adverbs
// before it, of a copula also those after it (“is not”), and of an infinitive
// with the verb that governs it.
func (s *sentence) relation(c *graph.Claim) graph.Span {
	at := c.Predicate.Span
	if at.Start == at.End {
		return at
	}
	if isFormOfBe(c.Predicate.Text) {
		at.End = s.afterAuxiliaries(at.End)
	}
	at.Start = s.beforeAuxiliaries(at.Start)
	if s.words(s.wordBefore(at.Start)) == "to" {
		at.Start = s.governor(c, s.beforeAuxiliaries(s.wordBefore(at.Start).Start))
	}
	return at
}

// governor returns where the verb before the infinitive at start begins: that
// of another claim, or the only word between it and the subject.
func (s *sentence) governor(c *graph.Claim, start int) int {
	verb := s.wordBefore(start)
	claimed := slices.ContainsFunc(s.claims, func(g graph.Claim) bool {
		return g.Predicate.Span.Contains(verb) && g.Predicate.Span.End == verb.End
	})
	from := s.beforeAuxiliaries(verb.Start)
	if claimed || s.wordBefore(from).End == c.Subject.Span.End {
		return from
	}
	return start
}

// beforeAuxiliaries returns where the auxiliaries and adverbs before a place
// begin.
func (s *sentence) beforeAuxiliaries(start int) int {
	for {
		w := s.wordBefore(start)
		if w.IsZero() || !isAuxiliary(w.Text(s.doc)) {
			return start
		}
		start = w.Start
	}
}

// afterAuxiliaries returns where those after a place end.
func (s *sentence) afterAuxiliaries(end int) int {
	for word := range strings.FieldsSeq(s.doc.Text[end:max(end, s.span.End)]) {
		if !isAuxiliary(word) {
			break
		}
		end += strings.Index(s.doc.Text[end:], word) + len(word)
	}
	return end
}

// wordBefore returns the last word of the sentence that ends before a place, or
// the zero span.
func (s *sentence) wordBefore(place int) graph.Span {
	before := strings.TrimRight(s.doc.Text[s.span.Start:max(s.span.Start, place)], " \t\n")
	if before == "" {
		return graph.Span{}
	}
	return graph.Span{Start: s.span.Start + strings.LastIndexAny(before, " \t\n") + 1, End: s.span.Start + len(before)}
}

// subject returns the words of the subject, of both sides where they stand
// before the relation (“A and B met in Rome”), with the prepositional phrases
// between.
func (s *sentence) subject(c *graph.Claim, relation graph.Span) string {
	at := c.Subject.Span
	if c.Symmetric && c.Object != nil && c.Object.Span.End <= relation.Start {
		at.End = max(at.End, c.Object.Span.End)
	}
	between := graph.Span{Start: at.End, End: relation.Start}
	if words := strings.Fields(between.Text(s.doc)); len(words) > 1 && slices.Contains(prepositions, words[0]) &&
		!clauseEnd.MatchString(between.Text(s.doc)) && !s.claimed(between) {
		at.End = between.End
	}
	return s.words(at)
}

// claimed reports whether the predicate of a claim stands at the place.
func (s *sentence) claimed(at graph.Span) bool {
	return slices.ContainsFunc(s.claims, func(c graph.Claim) bool { return c.Predicate.Span.Overlaps(at) })
}

// isSurfacePassive reports whether the patient stands before the verb and the
// agent after it, and either the verb has a form of be or the agent “by”.
func (s *sentence) isSurfacePassive(c *graph.Claim, relation string) bool {
	return c.Object != nil && c.Object.Span.Start < c.Predicate.Span.Start && c.Predicate.Span.Start < c.Subject.Span.Start &&
		(slices.ContainsFunc(strings.Fields(relation), isFormOfBe) || s.words(s.wordBefore(c.Subject.Span.Start)) == "by")
}

// complement returns the words from a place behind the verb to the end of the
// clause behind the claim's participants. Of several objects it keeps the
// claim's own.
func (s *sentence) complement(c *graph.Claim, start int) string {
	at := graph.Span{Start: start, End: start}
	for _, p := range others(c) {
		at.End = max(at.End, p.End)
	}
	at.End = s.clauseEnd(at.End)
	objects := s.objectsAfter(c, at.Start)
	if len(objects) < 2 || c.Object.Span.Start < at.Start {
		return s.words(at)
	}
	if c.Object.Span != objects[len(objects)-1] {
		at.End = c.Object.Span.End
	}
	before := graph.Span{Start: at.Start, End: objects[0].Start}
	return strings.TrimSpace(s.words(before) + " " + s.words(graph.Span{Start: c.Object.Span.Start, End: at.End}))
}

// clauseEnd returns where the clause that holds a place most often ends.
func (s *sentence) clauseEnd(place int) int {
	rest := graph.Span{Start: place, End: max(place, s.span.End)}
	if m := clauseEnd.FindStringIndex(rest.Text(s.doc)); m != nil {
		return place + m[0]
	}
	return rest.End
}

// objectsAfter returns the places of the objects that the subject and predicate
// of a claim have behind a place, in the order of the text.
func (s *sentence) objectsAfter(c *graph.Claim, start int) []graph.Span {
	var out []graph.Span
	for i := range s.claims {
		if o := &s.claims[i]; o.Object != nil && o.Object.Span.Start >= start && o.Predicate.Span == c.Predicate.Span && o.Subject.Span == c.Subject.Span {
			out = append(out, o.Object.Span)
		}
	}
	slices.SortFunc(out, func(a, b graph.Span) int { return a.Start - b.Start })
	return slices.Compact(out)
}

// clauseEnd is what most often ends the clause of a verb.
var clauseEnd = regexp.MustCompile(`\s*[,;:]["”’']?(\s|$)|\s*\.["”’'\s]*$|\s(and|but|which|who|that)(\s|$)`)

// cutLink parts what belongs to the relation from what follows the predicate: a
// preposition, after a form of be also the adjective before it (“is aware of”).
func cutLink(c *graph.Claim, text string) (link, rest string) {
	if first, more, ok := strings.Cut(text, " "); ok && isFormOfBe(c.Predicate.Text) && strings.ToLower(first) == first {
		if preposition, rest := cutPreposition(more); preposition != "" {
			return " " + first + preposition, rest
		}
	}
	return cutPreposition(text)
}

// cutPreposition parts a leading preposition, with a space before it, from what
// it governs.
func cutPreposition(text string) (preposition, rest string) {
	first, rest, found := strings.Cut(text, " ")
	if !found || !slices.Contains(prepositions, strings.ToLower(first)) {
		return "", text
	}
	return " " + first, rest
}

// withPrepositions returns the words at places, each with the preposition before
// them.
func (s *sentence) withPrepositions(places []graph.Span) []string {
	var out []string
	for _, at := range places {
		words := s.words(at)
		if before := s.words(s.wordBefore(at.Start)); slices.Contains(prepositions, strings.ToLower(before)) {
			words = before + " " + words
		}
		out = append(out, words)
	}
	return out
}

var (
	prepositions = strings.Fields(`about above across after against along among around as at before behind below
between by despite during for from in into near of off on onto over through to toward towards under until upon with within without`)
	formsOfBe   = strings.Fields(`be is am are was were been being`)
	auxiliaries = slices.Concat(formsOfBe, strings.Fields(`'s 're 'm has have had having 've do does did
will would shall should may might must can could ca wo 'll 'd not n't never also still already now`))
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isFormOfBe(word string) bool { return slices.Contains(formsOfBe, strings.ToLower(word)) }

// isAuxiliary reports whether the word is an auxiliary, with or without “n't”,
// or an adverb.
func isAuxiliary(word string) bool {
	word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	return slices.Contains(auxiliaries, word) || slices.Contains(auxiliaries, strings.TrimSuffix(word, "n't")) || strings.HasSuffix(word, "ly")
}
