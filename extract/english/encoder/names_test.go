package encoder

import (
	"math"
	"reflect"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
	"pgregory.net/rapid"
)

func tagger(t testing.TB) nameTagger {
	tags, err := newNameTagger(tinyLabels.Names)
	if err != nil {
		t.Fatal(err)
	}
	return tags
}

func TestNames(t *testing.T) {
	tags := tagger(t) // O, B-PER, I-PER, B-LOC, I-LOC
	for _, c := range []struct {
		scores [][]float32
		want   []syntax.Name
		reason string
	}{
		{nil, nil, "no words"},
		{[][]float32{{1, 0, 0, 0, 0}}, nil, "no name"},
		{[][]float32{{0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}}, []syntax.Name{{First: 0, Last: 1, Type: "PER"}}, "a name of two words"},
		{[][]float32{{0, 1, 0, 0, 0}, {0, 1, 0, 0, 0}}, []syntax.Name{{First: 0, Last: 0, Type: "PER"}, {First: 1, Last: 1, Type: "PER"}}, "two names side by side"},
		{[][]float32{{0, 0, 9, 0, 0}}, nil, "a first word cannot be inside a name"},
		{[][]float32{{0, 3, 0, 2, 0}, {0, 0, 0, 0, 5}}, []syntax.Name{{First: 0, Last: 1, Type: "LOC"}}, "the second word decides the type of the first"},
	} {
		if got := tags.names(c.scores); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.reason, got, c.want)
		}
	}
}

func TestBestTagsAreBest(t *testing.T) {
	tags := tagger(t)
	var bestOf func(scores [][]float32, before int) float64
	bestOf = func(scores [][]float32, before int) float64 {
		if len(scores) == 0 {
			return 0
		}
		best := math.Inf(-1)
		for tag, s := range scores[0] {
			if before < 0 && !tags.inner[tag] || before >= 0 && tags.mayFollow(before, tag) {
				best = max(best, float64(s)+bestOf(scores[1:], tag))
			}
		}
		return best
	}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Map(rapid.IntRange(-5, 5), func(i int) float32 { return float32(i) })
		scores := rapid.SliceOfN(rapid.SliceOfN(number, len(tags.types), len(tags.types)), 1, 5).Draw(t, "scores")
		sum := 0.0
		for i, tag := range tags.best(scores) {
			sum += float64(scores[i][tag])
		}
		if want := bestOf(scores, -1); sum != want {
			t.Fatalf("score %g, the best %g", sum, want)
		}
	})
}

func TestBadNameTag(t *testing.T) {
	for _, tag := range []string{"", "PER", "E-PER", "B-", "I"} {
		if _, err := newNameTagger([]string{"O", tag}); err == nil {
			t.Errorf("tag %q is taken", tag)
		}
	}
}
