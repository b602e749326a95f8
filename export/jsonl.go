package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// JSONL writes one claim a line in the interchange format that the package
// documentation describes.
func JSONL(w io.Writer, d *Data) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for i := range d.Claims {
		if err := enc.Encode(d.record(&d.Claims[i])); err != nil {
			return fmt.Errorf("writing claim %q: %w", d.Claims[i].ID, err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing claims: %w", err)
	}
	return nil
}

// record is a claim as it is exchanged. The order of the fields is that of the
// keys in the file.
type record struct {
	ID          string         `json:"id"`
	Document    string         `json:"document"`
	Sentence    int            `json:"sentence"`
	Subject     participant    `json:"subject"`
	Predicate   predicate      `json:"predicate"`
	Object      *participant   `json:"object,omitempty"`
	Symmetric   bool           `json:"symmetric"`
	Args        []participant  `json:"args,omitempty"`
	Polarity    graph.Polarity `json:"polarity"`
	Modality    graph.Modality `json:"modality"`
	Attribution []speaker      `json:"attribution,omitempty"`
	Time        *graph.Time    `json:"time,omitempty"`
	Place       *words         `json:"place,omitempty"`
	Evidence    words          `json:"evidence"`
	Confidence  float64        `json:"confidence"`
}

type predicate struct {
	ID    string     `json:"id"`
	Lemma string     `json:"lemma"`
	Label string     `json:"label"`
	Text  string     `json:"text"`
	Span  graph.Span `json:"span"`
}

type participant struct {
	Role       string            `json:"role,omitempty"`
	ID         string            `json:"id,omitempty"`
	Name       string            `json:"name,omitempty"`
	Type       graph.NodeType    `json:"type,omitempty"`
	Mention    graph.MentionKind `json:"mention,omitempty"`
	Text       string            `json:"text"`
	Span       graph.Span        `json:"span"`
	Of         string            `json:"of,omitempty"`
	Antecedent *graph.Antecedent `json:"antecedent,omitempty"`
}

type speaker struct {
	ID         string            `json:"id,omitempty"`
	Name       string            `json:"name,omitempty"`
	Mention    graph.MentionKind `json:"mention,omitempty"`
	Text       string            `json:"text"`
	Verb       string            `json:"verb"`
	Polarity   graph.Polarity    `json:"polarity"`
	Span       graph.Span        `json:"span"`
	Claim      string            `json:"claim,omitempty"`
	Of         string            `json:"of,omitempty"`
	Antecedent *graph.Antecedent `json:"antecedent,omitempty"`
}

type words struct {
	ID   string     `json:"id,omitempty"`
	Text string     `json:"text"`
	Span graph.Span `json:"span"`
}

func (d *Data) record(c *graph.Claim) *record {
	r := &record{
		ID: c.ID, Document: c.Document, Sentence: c.Sentence,
		Subject: d.participant(c, &c.Subject),
		Predicate: predicate{
			ID: c.PredicateID(), Lemma: c.Predicate.Lemma, Label: c.Predicate.Label(),
			Text: c.Predicate.Text, Span: c.Predicate.Span,
		},
		Symmetric: c.Symmetric, Polarity: c.Polarity, Modality: c.Modality, Time: c.Time,
		Evidence: words{Text: d.words(c, c.Evidence), Span: c.Evidence}, Confidence: c.Confidence,
	}
	if c.Object != nil {
		r.Object = new(d.participant(c, c.Object))
	}
	for i := range c.Args {
		r.Args = append(r.Args, d.participant(c, &c.Args[i]))
	}
	for i := range c.Attribution {
		r.Attribution = append(r.Attribution, d.speaker(c, &c.Attribution[i]))
	}
	if c.Place != nil {
		r.Place = &words{ID: placeID(d.View.Node(c.Document, c.Place)), Text: c.Place.Text, Span: c.Place.Span}
	}
	return r
}

func (d *Data) participant(c *graph.Claim, a *graph.Argument) participant {
	p := participant{
		Role: a.Role, Mention: a.Mention, Text: a.Text, Span: a.Span, Antecedent: a.Antecedent,
	}
	n := d.View.Node(c.Document, a)
	if n.ID == "" {
		return p // plain words are all in Text
	}
	p.ID, p.Type, p.Of = n.ID, n.Type, n.Owner
	if n.Type != graph.ClaimNode {
		p.Name = n.Name
	}
	return p
}

func (d *Data) speaker(c *graph.Claim, s *graph.Speaker) speaker {
	p := d.participant(c, &s.Argument)
	return speaker{
		ID: p.ID, Name: p.Name, Mention: p.Mention, Text: p.Text, Verb: s.Verb, Polarity: s.Polarity,
		Span: p.Span, Claim: s.Claim, Of: p.Of, Antecedent: p.Antecedent,
	}
}

// placeID names where something happens: the country that acts and the country
// in which one acts are told apart by their prefix.
func placeID(n graph.Node) string {
	if slug, ok := strings.CutPrefix(n.ID, "actor:"); ok {
		return "place:" + slug
	}
	if n.ID == "" {
		return "place:" + graph.Slug(n.Name)
	}
	return n.ID
}
