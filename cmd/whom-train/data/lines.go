package data

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/whomgraph/whom/graph"
)

// Lines reads a file of JSON Lines.
func Lines[T any](read func(name string) ([]byte, error), name string) ([]T, error) {
	file, err := read(name)
	if err != nil {
		return nil, err
	}
	lines, err := Decode[T](file)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", name, err)
	}
	return lines, nil
}

// Decode decodes JSON Lines; empty ones are passed over.
func Decode[T any](file []byte) ([]T, error) {
	var out []T
	number := 0
	for line := range bytes.Lines(file) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		out = append(out, v)
	}
	return out, nil
}

// An Item is one of Wikipedia's current events: a day's news in a few sentences.
type Item struct {
	Date  string    `json:"date"`
	Text  string    `json:"text"`
	Links []Stretch `json:"links"` // labelled with the page
}

// CurrentEvents reads all items, in the order that gives them their numbers.
func CurrentEvents(d *Files) ([]Item, error) {
	return Lines[Item](d.Read, "data/text/current-events.jsonl")
}

// A Stretch is a part of a text with a label, [begin, end, label] in JSON.
type Stretch struct {
	Span  graph.Span
	Label string
}

// UnmarshalJSON reads the array.
func (s *Stretch) UnmarshalJSON(b []byte) error {
	cells := []any{&s.Span.Start, &s.Span.End, &s.Label}
	if err := json.Unmarshal(b, &cells); err != nil || len(cells) != 3 {
		return fmt.Errorf("%s is not [begin, end, label]", b)
	}
	return nil
}
