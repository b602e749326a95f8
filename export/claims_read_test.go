package export_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/graphtest"
)

// Extraction and Actor make a shelf what ReadClaims needs.
func (s shelf) Extraction(document string) (graph.Extraction, error) {
	for _, x := range s.all {
		if x.Document.ID == document {
			return x, nil
		}
	}
	return graph.Extraction{}, fmt.Errorf("no document %q", document)
}

func (s shelf) Actor(entity string) string {
	if a := s.view.Actor(entity); a != nil {
		return a.ID
	}
	return ""
}

// Claims that are written and read again by documents that have none are the
// same, but for heads, which the format does not have.
func TestReadClaimsReadsWhatJSONLWrites(t *testing.T) {
	story := graphtest.News()
	var want, got bytes.Buffer
	if err := export.JSONL(&want, data(t, story)); err != nil {
		t.Fatal(err)
	}
	s := shelved(story)
	for i := range s.all {
		s.all[i].Claims, s.all[i].Descriptions = nil, nil
	}
	all, err := export.ReadClaims("x", bytes.NewReader(want.Bytes()), s)
	if err != nil {
		t.Fatal(err)
	}
	var claims []graph.Claim
	for _, x := range all {
		claims = append(claims, x.Claims...)
	}
	d, err := export.New(s.view, story.Documents(), claims)
	if err != nil {
		t.Fatal(err)
	}
	if err := export.JSONL(&got, d); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("got\n%s\nwant\n%s", got.Bytes(), want.Bytes())
	}
}

// Whatever is read, what is accepted stands in its document.
func FuzzReadClaims(f *testing.F) {
	s := shelved(graphtest.News())
	var seed bytes.Buffer
	d, err := export.New(s.view, graphtest.News().Documents(), graphtest.News().Claims())
	if err != nil {
		f.Fatal(err)
	}
	if err := export.JSONL(&seed, d); err != nil {
		f.Fatal(err)
	}
	for line := range bytes.Lines(seed.Bytes()) {
		f.Add(line)
	}
	f.Add([]byte(`{"document":"alpha/001","subject":{"id":"actor:x"}}`))
	f.Fuzz(func(t *testing.T, input []byte) {
		all, err := export.ReadClaims("x", bytes.NewReader(input), s)
		if err != nil {
			return
		}
		for _, x := range all {
			for _, c := range x.Claims {
				if err := c.Check(&x.Document); err != nil {
					t.Errorf("%s: %v", c.ID, err)
				}
			}
		}
	})
}
