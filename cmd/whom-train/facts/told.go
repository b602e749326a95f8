package facts

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/claims"
	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

// exportedClaims reads the claims as whom exports them, which is all that the
// facts are compared with: names are those of actors over all documents.
func exportedClaims(documents []graph.Document) ([]exportedClaim, error) {
	extractions, err := forest.Extract(documents)
	if err != nil {
		return nil, err
	}
	var entities []graph.Entity
	var found []graph.Claim
	for _, x := range extractions {
		entities = append(entities, x.Entities...)
		found = append(found, x.Claims...)
	}
	file, err := writeClaims(documents, entities, found)
	if err != nil {
		return nil, err
	}
	return data.Decode[exportedClaim](file)
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
		claims.Mood(c.Symmetric, c.Polarity, c.Modality, speakers)
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
