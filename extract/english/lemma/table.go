package lemma

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// A Table knows lemmas. It is safe for concurrent use once it is filled.
type Table struct {
	exceptions map[word]string
	suffixes   map[suffix]edit
}

// word is a form as the table keeps it, with its tags.
type word struct{ form, upos, xpos string }

type suffix struct{ ending, xpos string }

// edit says how many bytes to take from a form's end, and what to put there.
type edit struct {
	strip int
	add   string
}

// longestSuffix is how many bytes a suffix may have.
const longestSuffix = 6

// NewTable returns an empty table, which lowers and no more.
func NewTable() *Table {
	return &Table{exceptions: map[word]string{}, suffixes: map[suffix]edit{}}
}

// AddException sets the lemma of a form with these tags.
func (t *Table) AddException(form, upos, xpos, lemma string) {
	t.exceptions[word{key(form, upos, xpos), upos, xpos}] = lemma
}

// AddSuffix sets what happens to forms with this tag and ending: strip bytes
// are taken off, and add is put on. The ending has six bytes at most.
func (t *Table) AddSuffix(ending, xpos string, strip int, add string) {
	t.suffixes[suffix{ending, xpos}] = edit{strip, add}
}

// Lemma returns the lemma of a form with its universal tag and its Penn
// Treebank tag. Where the two do not go together (NOUN, VBD), the second
// decides. It takes well under a microsecond.
func (t *Table) Lemma(form, upos, xpos string) string {
	k := key(form, upos, xpos)
	if lemma, ok := t.exceptions[word{k, upos, xpos}]; ok {
		return lemma
	}
	if usual := inflected[xpos]; usual != "" && usual != upos {
		if lemma, ok := t.exceptions[word{k, usual, xpos}]; ok {
			return lemma
		}
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(k, p); ok && inflected[xpos] == "VERB" && len(rest) >= shortestBase {
			if lemma, ok := t.exceptions[word{rest, upos, xpos}]; ok {
				return p + lemma
			}
		}
	}
	return t.Regular(form, upos, xpos)
}

// shortestBase is how long a verb behind a prefix is.
const shortestBase = 5

// prefixes make verbs of verbs, with the same endings: “misquoted” as “quoted”.
// What is left of a shorter one is mostly no verb: “relies” is no “lies”.
var prefixes = []string{"counter", "mis", "over", "out", "under", "re", "un", "dis", "pre", "co"}

// Regular is Lemma without the exceptions.
func (t *Table) Regular(form, upos, xpos string) string {
	k := key(form, upos, xpos)
	if xpos == "CD" && strings.IndexByte(k, ',') > 0 {
		return strings.ReplaceAll(k, ",", "")
	}
	if inflected[xpos] == "" {
		return k
	}
	for n := min(longestSuffix, len(k)-1); n > 0; n-- {
		if e, ok := t.suffixes[suffix{k[len(k)-n:], xpos}]; ok {
			return k[:len(k)-e.strip] + e.add
		}
	}
	return k
}

// inflected are the tags of forms with endings, and the universal tags that
// they usually go with.
var inflected = map[string]string{"NNS": "NOUN", "NNPS": "PROPN", "VBZ": "VERB", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB",
	"JJR": "ADJ", "JJS": "ADJ", "RBR": "ADV", "RBS": "ADV"}

// key is a form as the table keeps it: in lower case unless it is a name, with
// straight apostrophes.
func key(form, upos, xpos string) string {
	if upos != "PROPN" && xpos != "NNP" && xpos != "NNPS" {
		form = strings.ToLower(form)
	}
	if len(form) <= len("n’t") { // only clitics need it
		form = strings.ReplaceAll(form, "’", "'")
	}
	return form
}

// Write writes the table as lines of four columns parted by tabs, in byte
// order. An exception is form, universal tag, Penn Treebank tag and lemma. A
// suffix has an empty column, the ending, the Penn Treebank tag, and the number
// of bytes to take off, a digit, with what to put on:
//
//		ied	VBD	3y
//	went	VERB	VBD	go
//
// The table that package english embeds has some 3,000 lines in 70 kB.
func (t *Table) Write(w io.Writer) error {
	var lines []string
	for k, lemma := range t.exceptions {
		lines = append(lines, strings.Join([]string{k.form, k.upos, k.xpos, lemma}, "\t"))
	}
	for k, e := range t.suffixes {
		lines = append(lines, strings.Join([]string{"", k.ending, k.xpos, strconv.Itoa(e.strip) + e.add}, "\t"))
	}
	sort.Strings(lines)
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// Read reads what [Table.Write] wrote. An error names the line.
func Read(r io.Reader) (*Table, error) {
	t := NewTable()
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		if err := t.addLine(strings.Split(lines.Text(), "\t")); err != nil {
			return nil, fmt.Errorf("reading lemmas: line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading lemmas: %w", err)
	}
	return t, nil
}

func (t *Table) addLine(columns []string) error {
	if len(columns) != 4 {
		return fmt.Errorf("%d columns instead of 4, parted by tabs", len(columns))
	}
	if columns[0] != "" {
		t.AddException(columns[0], columns[1], columns[2], columns[3])
		return nil
	}
	ending, change := columns[1], columns[3]
	if change == "" || len(ending) > longestSuffix || change[0] < '0' || int(change[0]-'0') > len(ending) {
		return fmt.Errorf("suffix %q: cannot be changed by %q", ending, change)
	}
	t.AddSuffix(ending, columns[2], int(change[0]-'0'), change[1:])
	return nil
}
