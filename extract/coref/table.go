package coref

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/whomgraph/whom/extract/english/pronoun"
)

//go:embed nouns.tsv
var nounTable string

//go:embed weights.tsv
var weightTable string

// A noun is a row of nouns.tsv.
type noun struct {
	index int // from 1; pronouns have indexes too
	kind  Type
}

// A model is the tables: nouns with their kinds, and the weights of features.
type model struct {
	nouns   map[string]noun
	words   []string // by index
	layout  *layout
	weights []float32
}

var tables = sync.OnceValue(func() *model {
	m := readNouns(nounTable)
	if err := m.readWeights(weightTable); err != nil {
		panic(fmt.Sprintf("coref: weights.tsv: %v", err))
	}
	return m
})

// readNouns reads lines of a noun and its kind; # begins a comment. Pronouns
// come first, as features treat them as words too.
func readNouns(table string) *model {
	m := &model{nouns: make(map[string]noun), words: []string{""}}
	for _, p := range lexicalPronouns {
		m.addNoun(p, Unknown)
	}
	for _, line := range strings.Split(table, "\n") {
		word, kind, ok := strings.Cut(line, "\t")
		if !ok || line[0] == '#' {
			continue
		}
		m.addNoun(word, Type(max(0, slices.Index(typeNames, kind))))
	}
	return m
}

func (m *model) addNoun(word string, kind Type) {
	if _, ok := m.nouns[word]; ok {
		return
	}
	m.nouns[word] = noun{len(m.words), kind}
	m.words = append(m.words, word)
}

// lexicalPronouns are those that features tell apart by their form.
var lexicalPronouns = append(pronoun.Forms(), strings.Fields("this that these those here there one some all both each other something someone")...)

func (m *model) pronounOf(lower string) int { return m.nouns[lower].index }

// readWeights reads lines of a feature, in the cells that [FeatureName] gives,
// and its weight; # begins a comment. Features that are no more count nothing.
func (m *model) readWeights(table string) error {
	m.layout = layoutOf(len(m.words))
	m.weights = make([]float32, m.layout.size)
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return fmt.Errorf("line %d: %d cells, want 5", n+1, len(cells))
		}
		w, err := strconv.ParseFloat(cells[4], 32)
		if err != nil {
			return fmt.Errorf("line %d: %q is no number", n+1, cells[4])
		}
		if id, known := m.find(cells); known {
			m.weights[id] = float32(w)
		}
	}
	return nil
}

// find returns the number of the feature that the cells name.
func (m *model) find(cells []string) (id int32, ok bool) {
	f, block := slices.Index(formNames, cells[0]), slices.Index(against, cells[1])
	n := slices.IndexFunc(templates, func(t template) bool { return t.name == cells[2] })
	if f < 0 || block < 0 || n < 0 || block >= templates[n].blocks() {
		return 0, false
	}
	value := m.nouns[cells[3]].index
	if templates[n].values != nil {
		value = slices.Index(templates[n].values, cells[3]) + 1
	}
	return m.layout.id(n, block, form(f), value, len(m.words)), value > 0
}

// Features returns how many features there are.
func Features() int { return tables().layout.size }

// FeatureName says what a feature is, in four cells parted by tabs: the form of
// the mention, the kind of what it takes up, the template and its value.
func FeatureName(id int) string { return tables().layout.name(id, tables().words) }
