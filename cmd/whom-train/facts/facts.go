package facts

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
)

// A fact is one that a reader takes from an article, as testdata/README.md
// describes them.
type fact struct {
	Document    string   `json:"doc"`
	Subjects    []string `json:"s"` // any of these names
	Predicates  []string `json:"p"` // any of these lemmas
	Objects     []string `json:"o"` // any of these words; * is anything
	Denied      bool     `json:"neg"`
	Attribution []string `json:"attr"` // any of these; none: not judged
	Modality    string   `json:"mod"`  // asserted, future or possible
	Kind        string   `json:"kind"` // AA actor–actor, AT actor–thing
}

// A Set is a file of facts and the articles that they are of.
type Set struct {
	facts    func(*data.Files) ([]fact, error)
	articles func(*data.Files) string
}

// Committed has the facts of testdata/articles, Shared those of the shared
// articles.
var (
	Committed = Set{
		facts:    func(d *data.Files) ([]fact, error) { return data.Lines[fact](d.Own, "testdata/articles.gold.jsonl") },
		articles: func(*data.Files) string { return filepath.FromSlash("testdata/articles") },
	}
	Shared = Set{
		facts:    func(d *data.Files) ([]fact, error) { return data.Lines[fact](d.Read, "gold/seed-claims.jsonl") },
		articles: func(d *data.Files) string { return d.Path("articles") },
	}
)

// Score measures the claims of the articles by the facts.
func (f Set) Score(d *data.Files) ([]score.Result, error) {
	articles, err := f.match(d)
	if err != nil {
		return nil, err
	}
	var t tally
	for i := range articles {
		t.add(&articles[i])
	}
	return t.results(), nil
}

// Misses prints the facts that no claim tells (-), those told otherwise (~), and
// those told the wrong way round (<).
func (f Set) Misses(d *data.Files, w io.Writer) error {
	articles, err := f.match(d)
	if err != nil {
		return err
	}
	for i := range articles {
		articles[i].print(w)
	}
	return nil
}

// match matches the facts of each article with its claims.
func (f Set) match(d *data.Files) ([]matching, error) {
	facts, err := f.facts(d)
	if err != nil {
		return nil, err
	}
	documents, err := readArticles(f.articles(d))
	if err != nil {
		return nil, err
	}
	claims, err := exportedClaims(documents)
	if err != nil {
		return nil, err
	}
	var out []matching
	for _, doc := range documents {
		m := matching{document: doc}
		for _, g := range facts {
			if g.Document == doc.ID {
				m.facts = append(m.facts, g)
			}
		}
		if len(m.facts) == 0 {
			continue
		}
		for _, c := range claims {
			if c.Document == doc.ID {
				m.claims = append(m.claims, c.told())
			}
		}
		m.match()
		out = append(out, m)
	}
	return out, nil
}

func readArticles(dir string) ([]graph.Document, error) {
	var out []graph.Document
	for doc, err := range source.Read(context.Background(), []string{dir}, source.Options{}) {
		if err != nil {
			return nil, err
		}
		out = append(out, doc)
	}
	slices.SortFunc(out, func(a, b graph.Document) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}
