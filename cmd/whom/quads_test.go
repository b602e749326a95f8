package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph/quads"
	"github.com/whomgraph/whom/graph/store"
)

// A claim of the articles of testdata takes a dozen quads at most, on average: the
// main ones and those about it.
func TestADozenQuadsAClaim(t *testing.T) {
	out := t.TempDir()
	call(t, io.Discard, "build", filepath.Join("..", "..", "testdata", "articles"), "-o", out)
	about, claims := 0, 0
	err := withStore(filepath.Join(out, storeName), func(s *store.Store) error {
		for q, err := range s.Scan(t.Context()) {
			if err != nil {
				return err
			}
			if isClaim(q.Subject) || isClaim(q.Label) {
				about++
			}
			if q.Object == quads.ClaimType {
				claims++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if claims < 500 || about > 12*claims {
		t.Errorf("%d quads make %d claims", about, claims)
	}
	t.Logf("%.1f quads a claim", float64(about)/float64(claims))
}

func isClaim(v quad.Value) bool {
	iri, ok := v.(quad.IRI)
	return ok && strings.HasPrefix(string(iri), "claim:")
}
