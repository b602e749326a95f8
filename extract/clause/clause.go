package clause

import (
	"slices"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// Propositions returns what the sentences of one document say, in the order of
// the text: the acts, and apart from them what somebody or something is. The
// text is the document's clean text, in which the sentences' offsets count.
func Propositions(text string, sentences []syntax.Sentence) (acts, descriptions []Proposition) {
	w := &walker{done: make(map[key]bool)}
	q := &quotes{text: text}
	var pending []*tree // sentences of a quotation whose speaker comes later
	var turn *Speaker   // who speaks in a transcript
	trees := make([]*tree, len(sentences))
	for i := range sentences {
		trees[i] = mended(newTree(&sentences[i], i))
	}
	w.trees = trees
	for i, t := range trees {
		if t.root() < 0 {
			continue
		}
		if q.newLine(t.Start) {
			turn = nil
		}
		if before := q.speaker; q.newParagraph(t.Start) && !q.paragraph(trees[i:]) {
			w.flush(pending, before)
			pending = nil
		}
		inside := q.step(t)
		if l := t.label(); l != nil && t.isCapitals(l.phrase) && !t.isAgency(l.phrase) {
			turn = new(l.speaker())
		} else if turn != nil && !inside {
			w.sentence(t, []Speaker{*turn})
			continue
		}
		var next *tree
		if i+1 < len(trees) {
			next = trees[i+1]
		}
		switch {
		case t.isBareTag() && len(pending) > 0 && !q.open && pending[len(pending)-1].index == i-1:
			w.flush(pending, w.bareTag(t, pending))
			pending = nil
		case inside:
			pending = append(pending, t)
			if !q.open && (next == nil || !next.isBareTag()) {
				w.flush(pending, q.speaker)
				pending = nil
			}
		default:
			speaker := w.sentence(t, nil)
			if speaker == nil {
				speaker = w.leading(t, next, q.open)
			}
			if speaker == nil && next != nil && startsQuoted(next) {
				speaker = w.teller(next)
			}
			if speaker != nil {
				q.speaker = speaker
			}
			w.flush(pending, q.speaker)
			pending = nil
		}
	}
	w.flush(pending, q.speaker)
	places := order(w.found)
	return ordered(w.found, places), ordered(w.descriptions, places)
}

// sentence walks one sentence, said by the speakers, and returns the one to
// whom it ascribes a quotation, or nil.
func (w *walker) sentence(t *tree, speakers []Speaker) *Speaker {
	w.tree, w.left = t, accounts*len(t.Tokens)
	before := len(w.found)
	if label := t.label(); label != nil {
		w.labelled(label, speakers)
	} else {
		w.clause(t.root(), context{speakers: speakers, modality: graph.Asserted})
	}
	w.quoted(before)
	w.disputed(before)
	for i := before; i < len(w.found); i++ {
		p := &w.found[i]
		if p.Clausal && (complementVerbs[p.Predicate.Lemma].finite.speaks || t.goesOn(p.Predicate.Token)) && t.quotedNear(p.Object) {
			return &Speaker{Phrase: p.Subject, Verb: p.Predicate.Lemma, Polarity: graph.Affirmed, Saying: i}
		}
	}
	return nil
}

// flush walks the sentences that stood open until their speaker was found.
func (w *walker) flush(pending []*tree, speaker *Speaker) {
	for _, t := range pending {
		var speakers []Speaker
		if speaker != nil {
			speakers = []Speaker{*speaker}
		}
		w.sentence(t, speakers)
	}
}

// quotedNear reports whether quotation marks stand in or beside the phrase.
func (t *tree) quotedNear(p *Phrase) bool {
	for i := max(0, p.First-1); i <= min(p.Last+2, len(t.Tokens)-1); i++ {
		if isQuote(t.Tokens[i].Form) {
			return true
		}
	}
	return false
}

// order returns the place of each act when they are sorted by sentence, those
// of one sentence as they are; and of None, None.
func order(acts []Proposition) map[int]int {
	sorted := make([]int, len(acts))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return acts[a].Sentence - acts[b].Sentence })
	places := map[int]int{None: None}
	for place, i := range sorted {
		places[i] = place
	}
	return places
}

// ordered sorts propositions by sentence, keeping their order within it, and
// renumbers what they say of acts.
func ordered(found []Proposition, places map[int]int) []Proposition {
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b Proposition) int { return a.Sentence - b.Sentence })
	for i := range sorted {
		p := &sorted[i]
		p.Said = places[p.Said]
		p.Speakers = slices.Clone(p.Speakers) // shared with other propositions
		for j := range p.Speakers {
			p.Speakers[j].Saying = places[p.Speakers[j].Saying]
		}
	}
	return sorted
}
