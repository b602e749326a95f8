package chains

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// A mention is one place where a text mentions something: tokens first to
// last of a sentence, by its head in the gold tree.
type mention struct {
	sentence, first, last, head int
	chain, kind                 string // of the gold file
}

// A goldDocument is a document of GUM: its sentences, and every mention with
// its chain, also those that are alone in theirs.
type goldDocument struct {
	id        string
	sentences []syntax.Sentence
	mentions  []mention
}

// readGold reads the layer Entity of a GUM file: in each word's last column,
// (chain-type-… opens a mention, chain) closes it. A mention that crosses
// sentences ends with its first, and one in parts (7[1/2]) spans them.
func readGold(file string, sentences []syntax.Sentence) ([]goldDocument, error) {
	var r goldReader
	for number, line := range strings.Split(file, "\n") {
		if err := r.line(line, sentences); err != nil {
			return nil, fmt.Errorf("line %d: %w", number+1, err)
		}
	}
	r.finish()
	return r.documents, nil
}

type goldReader struct {
	documents []goldDocument
	read      int // sentences
	word      int // of the current sentence
	open      []mention
	parts     map[string][]mention
}

func (r *goldReader) line(line string, sentences []syntax.Sentence) error {
	id, newDocument := strings.CutPrefix(line, "# newdoc id = ")
	columns := strings.Split(line, "\t")
	switch {
	case newDocument:
		r.finish()
		r.documents = append(r.documents, goldDocument{id: id})
		r.parts = make(map[string][]mention)
	case line == "" && r.word > 0:
		doc := &r.documents[len(r.documents)-1]
		doc.sentences = append(doc.sentences, sentences[r.read])
		r.read++
		r.word = 0
	case len(columns) == 10 && !strings.ContainsAny(columns[0], "-."):
		if len(r.documents) == 0 {
			return fmt.Errorf("a word before any “# newdoc id”")
		}
		for _, pair := range strings.Split(columns[9], "|") {
			if brackets, ok := strings.CutPrefix(pair, "Entity="); ok {
				r.brackets(brackets)
			}
		}
		r.word++
	}
	return nil
}

var bracket = regexp.MustCompile(`\(([^()]+)(\))?|([^()]+)\)`)

func (r *goldReader) brackets(text string) {
	doc := &r.documents[len(r.documents)-1]
	for _, m := range bracket.FindAllStringSubmatch(text, -1) {
		if m[3] != "" {
			r.close(m[3])
			continue
		}
		cells := append(strings.Split(m[1], "-"), "")
		mention := mention{sentence: len(doc.sentences), first: r.word, chain: cells[0], kind: cells[1]}
		r.open = append(r.open, mention)
		if m[2] != "" {
			r.close(cells[0])
		}
	}
}

var partMark = regexp.MustCompile(`\[\d+/(\d+)\]$`)

// close ends the innermost open mention of a chain.
func (r *goldReader) close(chain string) {
	doc := &r.documents[len(r.documents)-1]
	for i := len(r.open) - 1; i >= 0; i-- {
		m := r.open[i]
		if m.chain != chain {
			continue
		}
		r.open = slices.Delete(r.open, i, i+1)
		m.last = r.word
		if m.sentence != len(doc.sentences) {
			m.last = len(doc.sentences[m.sentence].Tokens) - 1
		}
		if of := partMark.FindStringSubmatch(chain); of != nil {
			r.part(m, strings.TrimSuffix(chain, of[0]), of[1])
		} else {
			doc.mentions = append(doc.mentions, m)
		}
		return
	}
}

// part keeps a part of a mention until it has them all.
func (r *goldReader) part(m mention, chain, of string) {
	m.chain = chain
	key := chain + "/" + of
	r.parts[key] = append(r.parts[key], m)
	if parts := r.parts[key]; fmt.Sprint(len(parts)) == of {
		whole := parts[0]
		for _, p := range parts {
			if p.sentence == whole.sentence {
				whole.first, whole.last = min(whole.first, p.first), max(whole.last, p.last)
			}
		}
		delete(r.parts, key)
		r.documents[len(r.documents)-1].mentions = append(r.documents[len(r.documents)-1].mentions, whole)
	}
}

// finish puts the mentions of the last document in order, drops those of a span
// that another has, and finds their heads.
func (r *goldReader) finish() {
	r.open = nil
	if len(r.documents) == 0 {
		return
	}
	doc := &r.documents[len(r.documents)-1]
	slices.SortStableFunc(doc.mentions, func(a, b mention) int {
		return cmp.Or(a.sentence-b.sentence, a.first-b.first, b.last-a.last)
	})
	doc.mentions = slices.CompactFunc(doc.mentions, func(a, b mention) bool { return a.sameSpan(b) })
	for i := range doc.mentions {
		m := &doc.mentions[i]
		m.head = headOf(&doc.sentences[m.sentence], m.first, m.last)
	}
}

func (m mention) sameSpan(other mention) bool {
	return m.sentence == other.sentence && m.first == other.first && m.last == other.last
}

// headOf returns the token of a span that is nearest to the root, the first of
// several.
func headOf(s *syntax.Sentence, first, last int) int {
	best, least := first, len(s.Tokens)+2
	for i := first; i <= last; i++ {
		depth := 0
		for j := i; j != syntax.Root && depth <= len(s.Tokens); j = s.Tokens[j].Head {
			depth++
		}
		if depth < least {
			best, least = i, depth
		}
	}
	return best
}

// chains groups the mentions by chain, in the order of their first ones, and
// leaves out those that are alone.
func (d *goldDocument) chains() [][]mention {
	place := make(map[string]int)
	var all [][]mention
	for _, m := range d.mentions {
		i, ok := place[m.chain]
		if !ok {
			i = len(all)
			place[m.chain] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], m)
	}
	return slices.DeleteFunc(all, func(c []mention) bool { return len(c) < 2 })
}
