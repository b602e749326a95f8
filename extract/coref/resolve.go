package coref

import (
	"cmp"
	"slices"
	"strings"
)

// A chain is the mentions that are one thing so far.
type chain struct {
	size, last int // last is the index of its latest mention
	entity     int // of its names, or None
	named      bool
	kind       Type
	gender     byte
	number     number
	heads      []string
	phrases    []string
	nameWords  []string // words of its names
	spoke      int      // paragraph of its latest “I”, or None
	spokenTo   int      // of its latest “you”
}

// turn returns the paragraph of the latest “I” or “you”, or None.
func (c *chain) turn(f form) int {
	if f == iForm {
		return c.spoke
	}
	return c.spokenTo
}

// An Option is one choice of a mention: an earlier mention, or None, and the
// numbers of the features that tell of it.
type Option struct {
	Antecedent int
	Features   []int32
}

// Resolve links every mention to the one it most likely takes up.
func (t *Text) Resolve() {
	weights := tables().weights
	t.Walk(func(i int, options []Option) int {
		if j := t.governing(i); j != None && len(options) == 2 && options[1].Antecedent == j {
			return 1
		}
		return Best(weights, options)
	})
}

// Best returns the option with the greatest sum of weights, the first of equals.
func Best(weights []float32, options []Option) int {
	best, most := 0, Score(weights, options[0])
	for k := 1; k < len(options); k++ {
		if s := Score(weights, options[k]); s > most {
			best, most = k, s
		}
	}
	return best
}

// Score is the sum of the weights of an option's features.
func Score(weights []float32, o Option) float32 {
	var sum float32
	for _, id := range o.Features {
		sum += weights[id]
	}
	return sum
}

// Walk goes through the mentions in order, and lets choose say which option each
// takes. The first option is to be new, the others are mentions before, the
// nearest first. Options are valid during the call only.
func (t *Text) Walk(choose func(mention int, options []Option) int) {
	t.chains = t.chains[:0]
	clear(t.byWord)
	w := walk{text: t, layout: tables().layout}
	for i := range t.Mentions {
		options := w.options(i)
		t.Antecedent[i] = options[choose(i, options)].Antecedent
		t.link(i)
	}
}

// link puts mention i into the chain of its antecedent, else of its entity, else
// into one of its own.
func (t *Text) link(i int) {
	m := &t.Mentions[i]
	if m.Entity != None {
		if c := slices.IndexFunc(t.chains, func(c chain) bool { return c.entity == m.Entity }); c >= 0 {
			if a := t.Antecedent[i]; a == None || t.chainOf[a] != c {
				t.Antecedent[i] = t.chains[c].last
			}
		}
	}
	c := len(t.chains)
	if a := t.Antecedent[i]; a != None {
		c = t.chainOf[a]
	} else {
		t.chains = append(t.chains, chain{entity: None, spoke: None, spokenTo: None})
	}
	t.chainOf[i] = c
	t.chains[c].add(m, i)
	switch m.form {
	case iForm:
		t.chains[c].spoke = t.paragraphs[m.Sentence]
	case youForm:
		t.chains[c].spokenTo = t.paragraphs[m.Sentence]
	}
	for _, w := range m.keys() {
		t.byWord[w] = append(t.byWord[w], i)
	}
}

// keys returns the words by which later mentions find one: its own, and for a
// name of several their initials.
func (m *Mention) keys() []string {
	if m.form != nameForm || len(m.words) < 2 {
		return m.words
	}
	initials := ""
	for _, w := range m.words {
		initials += w[:1]
	}
	return append(slices.Clone(m.words), initials)
}

func (c *chain) add(m *Mention, index int) {
	c.size++
	c.last = index
	if m.Entity != None {
		c.entity = m.Entity
	}
	c.named = c.named || m.form == nameForm
	if c.kind == Unknown || m.Entity != None {
		c.kind = m.kind
	}
	if c.gender == 0 {
		c.gender = m.gender
	}
	if c.number == anyNumber {
		c.number = m.number
	}
	if len(m.words) > 0 {
		if !slices.Contains(c.heads, m.lemma) {
			c.heads = append(c.heads, m.lemma)
		}
		if m.form == nameForm {
			c.nameWords = append(c.nameWords, m.words...)
		}
		if p := strings.Join(m.words, " "); !slices.Contains(c.phrases, p) {
			c.phrases = append(c.phrases, p)
		}
	}
}

// At returns the mention whose head is a token, or None. Of a noun and the
// coordination that begins with it, it is the noun.
func (t *Text) At(sentence, head int) int {
	i, found := slices.BinarySearchFunc(t.Mentions, [2]int{sentence, head}, func(m Mention, at [2]int) int {
		return cmp.Or(m.Sentence-at[0], m.place()-at[1])
	})
	for ; found && i < len(t.Mentions) && t.Mentions[i].Sentence == sentence && t.Mentions[i].place() == head; i++ {
		if !t.Mentions[i].Joint {
			return i
		}
	}
	return None
}

// Entity returns the entity of the names in the chain of a mention, or None.
func (t *Text) Entity(mention int) int { return t.chains[t.chainOf[mention]].entity }

// possessorChain returns the chain of whom the mention belongs to, or None.
func (t *Text) possessorChain(m *Mention) int {
	if m.possessor < 0 {
		return None
	}
	for i := len(t.chains) - 1; i >= 0; i-- {
		if p := &t.Mentions[t.chains[i].last]; p.Sentence == m.Sentence && p.Head == m.possessor {
			return i
		}
	}
	return None
}

// A walk makes the options of one mention after the other.
type walk struct {
	text    *Text
	layout  *layout
	ids     []int32
	out     []Option
	near    []int
	counted []int // chains that fit, nearest first
}

// Nearness of what can be taken up.
const (
	nearMentions = 40 // any mention
	wordMentions = 6  // of the latest with a word of the mention
)

func (w *walk) options(i int) []Option {
	t := w.text
	w.ids, w.out, w.counted = w.ids[:0], w.out[:0], w.counted[:0]
	w.collect(i)
	w.alone(i)
	if owner := t.governing(i); owner != None {
		w.near = append(w.near[:0], owner)
	}
	for _, j := range w.near {
		c := &t.chains[t.chainOf[j]]
		if m := &t.Mentions[i]; m.Entity != None && c.entity != None && c.entity != m.Entity || m.Head == t.Mentions[j].Head && m.Sentence == t.Mentions[j].Sentence {
			continue
		}
		w.pair(i, j)
	}
	// Features share one buffer, which may have moved while it grew.
	at := 0
	for k := range w.out {
		n := len(w.out[k].Features)
		w.out[k].Features = w.ids[at : at+n]
		at += n
	}
	return w.out
}

// collect lists what mention i may take up, nearest first.
func (w *walk) collect(i int) {
	t := w.text
	w.near = w.near[:0]
	from := max(0, i-nearMentions)
	for j := i - 1; j >= from; j-- {
		w.near = append(w.near, j)
	}
	for _, word := range t.Mentions[i].keys() {
		with := t.byWord[word]
		for k := len(with) - 1; k >= max(0, len(with)-wordMentions); k-- {
			if with[k] < from && !slices.Contains(w.near, with[k]) {
				w.near = append(w.near, with[k])
			}
		}
	}
	slices.SortFunc(w.near, func(a, b int) int { return b - a })
}

func (w *walk) alone(i int) {
	c := choice{text: w.text, i: &w.text.Mentions[i], at: i, to: None}
	w.emit(&c, true)
}

func (w *walk) pair(i, j int) {
	t := w.text
	c := choice{text: t, i: &t.Mentions[i], j: &t.Mentions[j], at: i, to: j, chain: &t.chains[t.chainOf[j]]}
	c.fits = c.isFit()
	if c.fits {
		if c.rank = slices.Index(w.counted, t.chainOf[j]); c.rank < 0 {
			c.rank = len(w.counted)
			w.counted = append(w.counted, t.chainOf[j])
		}
	}
	if c.isPossible() {
		w.emit(&c, false)
	}
}

// isFit reports whether nothing speaks against the choice at once: number,
// gender, kind or the same verb.
func (c *choice) isFit() bool {
	if c.i.number != anyNumber && c.chainNumber() != anyNumber && c.i.number != c.chainNumber() {
		return false
	}
	if c.genders() == 2 {
		return false
	}
	if s := c.syntax(); s == 1 || s == 2 || s == 3 {
		return false
	}
	if c.i.form == heForm && c.chain.kind != Person && c.chain.kind != Unknown {
		return false
	}
	if c.i.form == itForm && (c.chain.kind == Person || c.j.form == heForm || c.j.form == iForm) {
		return false
	}
	if !c.i.form.isPronoun() && c.i.kind != Unknown && c.chain.kind != Unknown && c.i.kind != c.chain.kind {
		return false
	}
	return true
}

func (w *walk) emit(c *choice, alone bool) {
	start := len(w.ids)
	words := len(tables().words)
	for n := range w.layout.templates {
		t := &w.layout.templates[n]
		if t.alone != alone {
			continue
		}
		value := t.of(c)
		if value == 0 {
			continue
		}
		w.ids = append(w.ids, w.layout.id(n, 0, c.i.form, value, words))
		if !alone && !t.loose {
			w.ids = append(w.ids, w.layout.id(n, antecedentKind(c.i, c.j), c.i.form, value, words))
		}
	}
	w.out = append(w.out, Option{Antecedent: c.to, Features: w.ids[start:]})
}
