package claims

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/graph"
)

// Score compares the claims of hand-annotated sentences with the system's.
// Each is read with the whole text that it comes from.
func Score(d *data.Files) ([]score.Result, error) {
	matchings, err := matchGold(d)
	if err != nil {
		return nil, err
	}
	var results []score.Result
	for _, split := range []string{"dev", "test"} {
		results = append(results, goldScores(split, matchings)...)
	}
	return results, nil
}

// matchGold reads the gold sentences and matches each.
func matchGold(d *data.Files) ([]matching, error) {
	sentences, err := readGold(d)
	if err != nil {
		return nil, err
	}
	documents := make([]graph.Document, len(sentences))
	for i := range sentences {
		documents[i] = sentences[i].document
	}
	extractions, err := forest.Extract(documents)
	if err != nil {
		return nil, err
	}
	out := make([]matching, len(sentences))
	for i := range sentences {
		s := &sentences[i]
		out[i] = s.match(s.systemClaims(extractions[i].Claims))
	}
	return out, nil
}

// goldScores are the measures of one half of the gold sentences.
func goldScores(split string, matchings []matching) []score.Result {
	t := tally{kinds: map[string]*score.Counts{}, polarity: confusion{}, modality: confusion{}}
	for i := range matchings {
		if matchings[i].sentence.Split == split {
			t.add(&matchings[i])
		}
	}
	results := t.results()
	for i := range results {
		results[i].Name = split + " " + results[i].Name
	}
	return results
}

// A tally counts over sentences.
type tally struct {
	sentences          int
	claims             score.Counts
	kinds              map[string]*score.Counts // gold claims by polarity and modality, matched or not
	polarity, modality confusion                // of the matched claims
	speaker, chain     score.Counts             // of the matched claims with a gold speaker
	judged             []judged                 // the system's claims
	unsaid, invented   int                      // matched claims without one, and with one only of the system's
}

func (t *tally) add(m *matching) {
	t.sentences++
	t.claims.Gold += len(m.pairs) + len(m.missed)
	t.claims.System += len(m.pairs) + len(m.extra)
	t.claims.Correct += len(m.pairs)
	for _, g := range m.missed {
		t.addKind(g, false)
	}
	for _, c := range m.extra {
		t.judged = append(t.judged, judged{c.Confidence, false})
	}
	for _, p := range m.pairs {
		t.judged = append(t.judged, judged{p.system.Confidence, true})
		t.addKind(p.gold, true)
		t.polarity.add(string(p.gold.Polarity), string(p.system.Polarity))
		t.modality.add(string(p.gold.Modality), string(p.system.Modality))
		t.addSpeaker(m.sentence, p)
	}
}

func (t *tally) addKind(g *goldClaim, matched bool) {
	for _, kind := range []string{string(g.Polarity), string(g.Modality)} {
		if t.kinds[kind] == nil {
			t.kinds[kind] = new(score.Counts)
		}
		t.kinds[kind].AddIf(true, matched)
	}
}

func (t *tally) addSpeaker(s *goldSentence, p claimPair) {
	if len(p.gold.Speakers) == 0 {
		t.unsaid++
		t.invented += len(p.system.Attribution[:min(1, len(p.system.Attribution))])
		return
	}
	t.speaker.AddIf(true, s.speakerRight(p))
	t.chain.AddIf(true, s.chainRight(p))
}

func (t *tally) results() []score.Result {
	counts := []score.Result{
		score.Number("sentences", t.sentences),
		score.Number("gold-claims", t.claims.Gold),
		score.Number("system-claims", t.claims.System),
		score.Number("matched-claims", t.claims.Correct),
	}
	results := append(counts,
		score.Percent("precision", t.claims.Precision()),
		score.Percent("recall", t.claims.Recall()),
		score.Percent("F1", t.claims.F1()),
	)
	for _, kind := range slices.Sorted(maps.Keys(t.kinds)) {
		results = append(results, score.Percent("recall of "+kind, t.kinds[kind].Recall()))
	}
	results = append(results, t.polarity.results("polarity", graph.Affirmed, graph.Denied)...)
	results = append(results, t.modality.results("modality",
		graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned)...)
	return append(results,
		score.Number("matched-claims-with-speaker", t.speaker.Gold),
		score.Percent("speaker accuracy", t.speaker.Recall()),
		score.Percent("speaker-chain accuracy", t.chain.Recall()),
		score.Percent("speaker false", score.Ratio(t.invented, t.unsaid)),
		score.Percent("confidence calibration-error", calibrationError(t.judged)),
		score.Percent("confidence area", area(t.judged)),
	)
}

// A confusion counts pairs of gold and system labels.
type confusion map[[2]string]int

func (c confusion) add(gold, system string) { c[[2]string{gold, system}]++ }

// of returns the counts of one label.
func (c confusion) of(label string) score.Counts {
	var m score.Counts
	for pair, n := range c {
		if pair[0] == label {
			m.Gold += n
		}
		if pair[1] == label {
			m.System += n
		}
		if pair == [2]string{label, label} {
			m.Correct += n
		}
	}
	return m
}

// results are the accuracy, the F1 of each label and the mean of those over the
// labels that gold claims have.
func (c confusion) results(name string, labels ...any) []score.Result {
	var right, all, seen int
	var sum float64
	var each []score.Result
	for _, label := range labels {
		m := c.of(fmt.Sprint(label))
		right += m.Correct
		all += m.Gold
		if m.Gold > 0 {
			seen++
			sum += m.F1()
		}
		each = append(each, score.Percent(fmt.Sprintf("%s %v F1", name, label), m.F1()))
	}
	return append([]score.Result{
		score.Percent(name+" accuracy", score.Ratio(right, all)),
		score.Percent(name+" macro-F1", sum/float64(max(1, seen))),
	}, each...)
}
