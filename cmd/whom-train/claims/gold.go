package claims

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/graph"
)

// A goldSentence is a row of the hand-annotated claims of testdata/gold, whose
// README says what the fields mean.
type goldSentence struct {
	Item        int         `json:"item"`   // line of the text file
	Source      string      `json:"source"` // else a treebank and its sentence
	SentID      string      `json:"sent_id"`
	Sentence    graph.Span  `json:"sentence"`
	Split       string      `json:"split"`
	Claims      []goldClaim `json:"claims"`
	Antecedents []reference `json:"antecedents"`

	document graph.Document
}

// A goldClaim is one claim that a reader takes from the sentence.
type goldClaim struct {
	Subject    *graph.Span    `json:"s"`
	Predicate  graph.Span     `json:"p"`
	Object     *graph.Span    `json:"o"`
	SubjectRef *graph.Span    `json:"s_ref"`
	ObjectRef  *graph.Span    `json:"o_ref"`
	Lemma      string         `json:"lemma"`
	Polarity   graph.Polarity `json:"polarity"`
	Modality   graph.Modality `json:"modality"`
	Speakers   []graph.Span   `json:"speakers"` // outermost first
	Symmetric  bool           `json:"symmetric"`
}

// A reference says what a pronoun stands for.
type reference struct {
	Span graph.Span `json:"span"`
	Of   graph.Span `json:"of"`
}

// readGold reads the sentences of all files with their texts, each sentence
// once: as the first file has it, and for development where any file says so.
func readGold(d *data.Files) ([]goldSentence, error) {
	var all []goldSentence
	for _, name := range []string{"claims-a", "claims-b", "claims-a-questions", "claims-c"} {
		rows, err := data.Lines[goldSentence](d.Own, "testdata/gold/"+name+".jsonl")
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	all = withoutDoubles(all)
	return all, addTexts(d, all)
}

func withoutDoubles(sentences []goldSentence) []goldSentence {
	type key struct {
		item   int
		sentID string
		span   graph.Span
	}
	first := make(map[key]int)
	var out []goldSentence
	for _, s := range sentences {
		k := key{s.Item, s.SentID, s.Sentence}
		i, double := first[k]
		switch {
		case !double:
			first[k] = len(out)
			out = append(out, s)
		case s.Split == "dev":
			out[i].Split = "dev"
		}
	}
	return out
}

// addTexts gives every sentence the document that its offsets count in.
func addTexts(d *data.Files, sentences []goldSentence) error {
	items, err := data.CurrentEvents(d)
	if err != nil {
		return err
	}
	banks := make(map[string]map[string]string)
	for i := range sentences {
		s := &sentences[i]
		switch {
		case s.Source != "":
			if banks[s.Source] == nil {
				if banks[s.Source], err = treebankTexts(d, s.Source); err != nil {
					return err
				}
			}
			s.document = graph.Document{ID: s.SentID, Text: banks[s.Source][s.SentID]}
		case s.Item < len(items):
			s.document = graph.Document{ID: fmt.Sprintf("item-%d", s.Item), Text: items[s.Item].Text, Published: items[s.Item].Date}
		}
		if s.Sentence.Text(&s.document) == "" {
			return fmt.Errorf("gold sentence %d %s: no text at %v", s.Item, s.SentID, s.Sentence)
		}
	}
	return nil
}

// treebankTexts returns the text of each sentence of a treebank by its id.
func treebankTexts(d *data.Files, name string) (map[string]string, error) {
	file, err := d.Read("data/" + name)
	if err != nil {
		return nil, err
	}
	texts, id := make(map[string]string), ""
	for line := range strings.Lines(string(file)) {
		line = strings.TrimRight(line, "\r\n")
		if v, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			id = v
		} else if v, ok := strings.CutPrefix(line, "# text = "); ok {
			texts[id] = v
		}
	}
	return texts, nil
}

// mentions returns where the participant at a span may be named: there, where
// the claim's own reference says, and where any pronoun there refers to.
func (s *goldSentence) mentions(span, ref *graph.Span) []graph.Span {
	if span == nil {
		return nil
	}
	all := []graph.Span{*span}
	if ref != nil {
		all = append(all, *ref)
	}
	for _, a := range s.Antecedents {
		if a.Span == *span {
			all = append(all, a.Of)
		}
	}
	return all
}

// systemClaims returns the claims of the document's extraction that stand in
// the sentence.
func (s *goldSentence) systemClaims(claims []graph.Claim) []graph.Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c graph.Claim) bool { return !s.Sentence.Overlaps(c.Predicate.Span) })
}
