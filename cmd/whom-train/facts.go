package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
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

// A factSet is a file of facts and the articles that they are of.
type factSet struct {
	file     func(*data) ([]byte, error)
	articles func(*data) string
}

var (
	committedFacts = factSet{
		file:     func(d *data) ([]byte, error) { return d.own("testdata/articles.gold.jsonl") },
		articles: func(*data) string { return filepath.FromSlash("testdata/articles") },
	}
	sharedFacts = factSet{
		file:     func(d *data) ([]byte, error) { return d.read("gold/seed-claims.jsonl") },
		articles: func(d *data) string { return filepath.Join(d.dir, "articles") },
	}
)

// score measures the claims of the articles by the facts, as gold/score.py does
// for whom's own claims.
func (f factSet) score(d *data) ([]result, error) {
	articles, err := f.match(d)
	if err != nil {
		return nil, err
	}
	var t factTally
	for i := range articles {
		t.add(&articles[i])
	}
	return t.results(), nil
}

// match matches the facts of each article with its claims.
func (f factSet) match(d *data) ([]factMatching, error) {
	file, err := f.file(d)
	if err != nil {
		return nil, err
	}
	facts, err := decodeLines[fact](file)
	if err != nil {
		return nil, fmt.Errorf("reading facts: %w", err)
	}
	documents, err := readArticles(f.articles(d))
	if err != nil {
		return nil, err
	}
	claims, err := exportedClaims(documents)
	if err != nil {
		return nil, err
	}
	var out []factMatching
	for _, doc := range documents {
		m := factMatching{document: doc}
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

// exportedClaims reads the claims as whom exports them, which is all that the
// facts are compared with: names are those of actors over all documents.
func exportedClaims(documents []graph.Document) ([]exportedClaim, error) {
	trees, err := newForest()
	if err != nil {
		return nil, err
	}
	extractions, err := trees.extract(documents)
	if err != nil {
		return nil, err
	}
	var entities []graph.Entity
	var claims []graph.Claim
	for _, x := range extractions {
		entities = append(entities, x.Entities...)
		claims = append(claims, x.Claims...)
	}
	file, err := writeClaims(documents, entities, claims)
	if err != nil {
		return nil, err
	}
	return decodeLines[exportedClaim](file)
}

func writeClaims(documents []graph.Document, entities []graph.Entity, claims []graph.Claim) ([]byte, error) {
	all, err := export.New(graph.NewView(resolve.Actors(entities)), documents, claims)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := export.JSONL(&file, all); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// An exportedClaim has those fields of the interchange format that name
// somebody or something.
type exportedClaim struct {
	Document  string         `json:"document"`
	Subject   exportedSide   `json:"subject"`
	Object    *exportedSide  `json:"object"`
	Args      []exportedSide `json:"args"`
	Predicate struct {
		Lemma string `json:"lemma"`
		Label string `json:"label"`
		Text  string `json:"text"`
	} `json:"predicate"`
	Symmetric   bool           `json:"symmetric"`
	Polarity    graph.Polarity `json:"polarity"`
	Modality    graph.Modality `json:"modality"`
	Attribution []exportedSide `json:"attribution"`
	Place       *exportedSide  `json:"place"`
	Evidence    exportedSide   `json:"evidence"`
}

type exportedSide struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text"`
	Of   string `json:"of"`
}

// names returns all ways in which a participant names itself: the actor's name,
// the words of the text, the actor that it belongs to.
func (s *exportedSide) names() []string {
	var out []string
	add := func(name string) {
		if name != "" {
			out = append(out, name)
		}
	}
	add(s.Name)
	add(s.Text)
	if slug, ok := strings.CutPrefix(s.ID, "actor:"); ok && s.Name == "" {
		add(strings.ReplaceAll(slug, "-", " "))
	}
	add(strings.ReplaceAll(s.Of[strings.LastIndex(s.Of, ":")+1:], "-", " "))
	return out
}

// A toldClaim is a claim as the names and words to look for facts in.
type toldClaim struct {
	subject, object, args, attribution []string
	predicate                          string
	symmetric, denied                  bool
	modality                           string // as of a fact
	line                               string // for people
}

func (c *exportedClaim) told() toldClaim {
	t := toldClaim{
		subject:   c.Subject.names(),
		predicate: c.Predicate.Lemma + " " + c.Predicate.Label + " " + c.Predicate.Text,
		symmetric: c.Symmetric, denied: c.Polarity == graph.Denied, modality: factModality(c.Modality),
		line: fmt.Sprintf("%s | %s (%s)", strings.Join(c.Subject.names(), "/"), c.Predicate.Text, c.Predicate.Lemma),
	}
	if c.Object != nil {
		t.object = c.Object.names()
	}
	for i := range c.Args {
		t.args = append(t.args, c.Args[i].names()...)
	}
	if c.Place != nil {
		t.args = append(t.args, c.Place.Text)
	}
	var speakers []string
	for i := range c.Attribution {
		t.attribution = append(t.attribution, c.Attribution[i].names()...)
		speakers = append(speakers, c.Attribution[i].Text)
	}
	t.line += " | " + strings.Join(t.object, "/") + " | " + strings.Join(t.args, "/") +
		mood(c.Symmetric, c.Polarity, c.Modality, speakers)
	return t
}

// factModality is the coarser modality of facts.
func factModality(m graph.Modality) string {
	switch m {
	case graph.Asserted:
		return "asserted"
	case graph.Planned, graph.Demanded:
		return "future"
	default:
		return "possible"
	}
}

// misses prints the facts that no claim tells and those told otherwise.
func (f factSet) misses(d *data, w io.Writer) error {
	articles, err := f.match(d)
	if err != nil {
		return err
	}
	for i := range articles {
		articles[i].print(w)
	}
	return nil
}
