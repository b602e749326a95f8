package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whomgraph/whom/graph"
)

// scoreClaims compares the claims of hand-annotated sentences with the system's.
// Each is read with the whole text that it comes from.
func scoreClaims(d *data) ([]result, error) {
	matchings, err := matchGold(d)
	if err != nil {
		return nil, err
	}
	var results []result
	for _, split := range []string{"dev", "test"} {
		results = append(results, goldScores(split, matchings)...)
	}
	return results, nil
}

// matchGold reads the gold sentences and matches each.
func matchGold(d *data) ([]matching, error) {
	sentences, err := readGold(d)
	if err != nil {
		return nil, err
	}
	trees, err := newForest()
	if err != nil {
		return nil, err
	}
	documents := make([]graph.Document, len(sentences))
	for i := range sentences {
		documents[i] = sentences[i].document
	}
	extractions, err := trees.extract(documents)
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
func goldScores(split string, matchings []matching) []result {
	t := tally{kinds: map[string]*measure{}, polarity: confusion{}, modality: confusion{}}
	for i := range matchings {
		if matchings[i].sentence.Split == split {
			t.add(&matchings[i])
		}
	}
	results := t.results()
	for i := range results {
		results[i].name = split + " " + results[i].name
	}
	return results
}

// A tally counts over sentences.
type tally struct {
	sentences          int
	claims             measure
	kinds              map[string]*measure // gold claims by polarity and modality, matched or not
	polarity, modality confusion           // of the matched claims
	speaker, chain     measure             // of the matched claims with a gold speaker
	judged             []judged            // the system's claims
	unsaid, invented   int                 // matched claims without one, and with one only of the system's
}

func (t *tally) add(m *matching) {
	t.sentences++
	t.claims.gold += len(m.pairs) + len(m.missed)
	t.claims.system += len(m.pairs) + len(m.extra)
	t.claims.correct += len(m.pairs)
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
			t.kinds[kind] = new(measure)
		}
		t.kinds[kind].addIf(true, matched)
	}
}

func (t *tally) addSpeaker(s *goldSentence, p claimPair) {
	if len(p.gold.Speakers) == 0 {
		t.unsaid++
		t.invented += len(p.system.Attribution[:min(1, len(p.system.Attribution))])
		return
	}
	t.speaker.gold++
	if s.speakerRight(p) {
		t.speaker.correct++
	}
	if s.chainRight(p) {
		t.chain.correct++
	}
}

func (t *tally) results() []result {
	counts := []result{
		{"sentences", float64(t.sentences)},
		{"gold-claims", float64(t.claims.gold)},
		{"system-claims", float64(t.claims.system)},
		{"matched-claims", float64(t.claims.correct)},
	}
	results := append(counts,
		result{"precision", 100 * t.claims.precision()},
		result{"recall", 100 * t.claims.recall()},
		result{"F1", 100 * t.claims.f1()},
	)
	for _, kind := range slices.Sorted(maps.Keys(t.kinds)) {
		results = append(results, result{"recall of " + kind, 100 * t.kinds[kind].recall()})
	}
	results = append(results, t.polarity.results("polarity", graph.Affirmed, graph.Denied)...)
	results = append(results, t.modality.results("modality",
		graph.Asserted, graph.Planned, graph.Possible, graph.Demanded, graph.Conditional, graph.Questioned)...)
	return append(results,
		result{"matched-claims-with-speaker", float64(t.speaker.gold)},
		result{"speaker accuracy", 100 * t.speaker.recall()},
		result{"speaker-chain accuracy", 100 * ratio(t.chain.correct, t.speaker.gold)},
		result{"speaker false", 100 * ratio(t.invented, t.unsaid)},
		result{"confidence calibration-error", 100 * calibrationError(t.judged)},
		result{"confidence area", 100 * area(t.judged)},
	)
}

// A confusion counts pairs of gold and system labels.
type confusion map[[2]string]int

func (c confusion) add(gold, system string) { c[[2]string{gold, system}]++ }

// of returns the counts of one label.
func (c confusion) of(label string) measure {
	var m measure
	for pair, n := range c {
		if pair[0] == label {
			m.gold += n
		}
		if pair[1] == label {
			m.system += n
		}
		if pair == [2]string{label, label} {
			m.correct += n
		}
	}
	return m
}

// results are the accuracy, the F1 of each label and the mean of those over the
// labels that gold claims have.
func (c confusion) results(name string, labels ...any) []result {
	var right, all, seen int
	var sum float64
	var each []result
	for _, label := range labels {
		m := c.of(fmt.Sprint(label))
		right += m.correct
		all += m.gold
		if m.gold > 0 {
			seen++
			sum += m.f1()
		}
		each = append(each, result{fmt.Sprintf("%s %v F1", name, label), 100 * m.f1()})
	}
	return append([]result{
		{name + " accuracy", 100 * ratio(right, all)},
		{name + " macro-F1", 100 * sum / float64(max(1, seen))},
	}, each...)
}
