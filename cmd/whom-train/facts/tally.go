package facts

import (
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/score"
)

// A tally counts over articles. Its keys are the names in the score file.
type tally struct {
	claims, words, turned        int
	kind                         map[string]*score.Counts
	polarity, denied, modality   score.Counts // of matched facts, but denied of all
	source, sourceOfMatchedFacts score.Counts
}

func (t *tally) add(m *matching) {
	t.claims += len(m.claims)
	t.words += len(strings.Fields(m.document.Text))
	for i := range m.facts {
		f := &m.facts[i]
		if m.turned(f) {
			t.turned++
		}
		var c *toldClaim
		if j := m.claimOf[i]; j >= 0 {
			c = &m.claims[j]
		}
		t.count(f, c)
	}
}

func (t *tally) count(f *fact, c *toldClaim) {
	if t.kind == nil {
		t.kind = map[string]*score.Counts{"AA": {}, "AT": {}, "all": {}}
	}
	matched := c != nil
	t.kind[f.Kind].AddIf(true, matched)
	t.kind["all"].AddIf(true, matched)
	t.polarity.AddIf(matched, matched && f.Denied == c.denied)
	t.denied.AddIf(f.Denied, matched && c.denied)
	t.modality.AddIf(matched, matched && f.Modality == c.modality)
	t.source.AddIf(len(f.Attribution) > 0, matched && f.saidBy(c))
	t.sourceOfMatchedFacts.AddIf(len(f.Attribution) > 0 && matched, matched && f.saidBy(c))
}

func (t *tally) results() []score.Result {
	var out []score.Result
	for _, kind := range slices.Sorted(maps.Keys(t.kind)) {
		out = append(out, score.Percent("recall "+kind, t.kind[kind].Recall()))
	}
	return append(out,
		score.Percent("matched polarity", t.polarity.Recall()),
		score.Percent("denials right", t.denied.Recall()),
		score.Percent("source right", t.source.Recall()),
		score.Percent("matched source right", t.sourceOfMatchedFacts.Recall()),
		score.Percent("matched modality", t.modality.Recall()),
		score.Number("direction errors", t.turned),
		score.Number("claims", t.claims),
		score.Percent("claims per 100 words", score.Ratio(t.claims, t.words)),
	)
}
