package actor

import (
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/graph"
)

// reach is how many sentences back a pronoun's antecedent may stand.
const reach = 3

// pronoun resolves a personal pronoun or possessive. Others, and those for
// which the text gives nobody, mean no one in particular.
func (d *Document) pronoun(s, head int, speakers []clause.Speaker) Reference {
	open := Reference{entity: none, owner: none, kind: graph.PronounMention}
	switch strings.ToLower(d.token(s, head).Form) {
	case "he", "him", "his", "himself":
		return d.person(s, head, 'f', open)
	case "she", "her", "hers", "herself":
		return d.person(s, head, 'm', open)
	case "it", "its", "itself":
		return d.body(s, head, open)
	case "they", "them", "their", "theirs", "themselves":
		return d.body(s, head, open)
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		return d.speaker(speakers, open)
	}
	return open
}

// speaker resolves the first person to the innermost speaker.
func (d *Document) speaker(speakers []clause.Speaker, open Reference) Reference {
	if len(speakers) == 0 {
		return open
	}
	p := speakers[len(speakers)-1].Phrase
	t := d.token(p.Sentence, p.Head)
	if t.XPOS == "PRP" && strings.ContainsAny(strings.ToLower(t.Form)[:1], "iwmou") {
		return open
	}
	ref := d.resolve(p.Sentence, p.Head, speakers[:len(speakers)-1])
	ref.kind = graph.PronounMention
	ref.antecedent = &graph.Antecedent{Text: d.text(p.Sentence, p.First, p.Last), Span: d.span(p.Sentence, p.First, p.Last)}
	return ref
}

// person resolves “he” or “she”: the nearest person before who is not of the
// other gender, subjects of a sentence first.
func (d *Document) person(s, head int, other byte, open Reference) Reference {
	m := d.best(s, head, func(e entity) bool { return e.kind == graph.Person && e.gender != other })
	if m == none {
		return open
	}
	return d.takenUp(m, graph.PronounMention)
}

// body resolves “it” and “they”: the nearest state, organization or group.
func (d *Document) body(s, head int, open Reference) Reference {
	if d.isExpletive(s, head) {
		return open
	}
	m := d.best(s, head, func(e entity) bool {
		return e.kind == graph.State || e.kind == graph.Organization || e.kind == graph.Group
	})
	if m == none {
		return open
	}
	return d.takenUp(m, graph.PronounMention)
}

func (d *Document) isExpletive(s, head int) bool { return d.token(s, head).Rel == "expl" }

// best returns the mention before the token that fits best: a subject in the
// same sentence or the one before, then by nearness.
func (d *Document) best(s, head int, fits func(entity) bool) int {
	best, score := none, 0
	for i := len(d.found) - 1; i >= 0; i-- {
		m := d.found[i]
		if m.sentence > s || m.sentence == s && m.last >= head || s-m.sentence > reach || m.place || !fits(d.entities[m.entity]) {
			continue
		}
		if got := d.weigh(m, s); best == none || got > score {
			best, score = i, got
		}
	}
	return best
}

// weigh ranks an antecedent: nearness in sentences, then its function.
func (d *Document) weigh(m mention, s int) int {
	score := -3 * (s - m.sentence)
	if m.subject {
		score += 4
	}
	if m.adjective {
		score -= 2
	}
	return score
}
