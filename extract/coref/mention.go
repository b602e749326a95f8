package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
)

// None stands for an absent entity, mention or token.
const None = -1

// A Type is what kind of thing a mention is of.
type Type uint8

const (
	Unknown Type = iota
	Person
	Organization
	Place
	Thing
	Abstract
	Event
	Time
)

var typeNames = []string{"unknown", "person", "organization", "place", "thing", "abstract", "event", "time"}

func (t Type) String() string { return typeNames[t] }

// A Name is a name that is known: the tokens First to Last of a sentence.
type Name struct {
	Sentence, First, Last int
	Entity                int // names of one entity have the same
	Type                  Type
	Gender                byte // 'm', 'f' or 0
	Medium                bool // of a newspaper, agency or station
}

// A Mention is one place where a text speaks of something.
type Mention struct {
	Sentence, Head int
	First, Last    int // the noun with what describes it
	Entity         int // of the name, or None
	Joint          bool
	attributes
}

// attributes are what features ask of a mention.
type attributes struct {
	form      form
	kind      Type
	gender    byte
	number    number
	role      role
	noun      int      // index into the table of nouns, 0 for none
	lemma     string   // of the head
	words     []string // in lower case, without articles and possessors
	possessor int      // token, or None
	quotation int      // number of the quotation around it, or 0
	said      bool     // subject of a verb of saying
	told      bool     // a medium or reporters, to whom something is said
}

// A number is singular or plural.
type number uint8

const (
	anyNumber number = iota
	singular
	plural
)

// A Text is the mentions of one document, and how they are linked.
type Text struct {
	Mentions   []Mention // in the order in which they are resolved
	Antecedent []int     // of each mention the one it takes up, or None

	sentences  []syntax.Sentence
	trees      []*syntax.Tree
	kinds      map[string]Type
	quotes     [][]int // of each token the number of its quotation
	speakers   []int   // of each quotation the mention of who says it, or None
	paragraphs []int   // of each sentence the number of its paragraph
	dialogue   bool    // paragraphs are as short as turns of a talk
	chains     []chain
	chainOf    []int            // of each mention so far
	byWord     map[string][]int // latest mentions with a word
}

// Read finds the mentions of a document, in time linear in its length. What
// kinds says of a noun, by its lemma, counts where nouns.tsv does not have it.
func Read(sentences []syntax.Sentence, trees []*syntax.Tree, names []Name, kinds map[string]Type) *Text {
	t := &Text{sentences: sentences, trees: trees, kinds: kinds, quotes: quotations(sentences), paragraphs: paragraphs(sentences), byWord: make(map[string][]int)}
	at := make([]map[int]*Name, len(sentences)) // the name at each token
	for i := range names {
		n := &names[i]
		if at[n.Sentence] == nil {
			at[n.Sentence] = make(map[int]*Name)
		}
		for k := n.First; k <= n.Last; k++ {
			at[n.Sentence][k] = n
		}
	}
	for s := range sentences {
		for i := range sentences[s].Tokens {
			t.readToken(s, i, at[s])
		}
	}
	t.sort()
	t.findSpeakers()
	t.dialogue = isDialogue(sentences, t.paragraphs)
	t.Antecedent = make([]int, len(t.Mentions))
	t.chainOf = make([]int, len(t.Mentions))
	return t
}

// readToken adds the mentions whose head is token i of sentence s.
func (t *Text) readToken(s, i int, names map[int]*Name) {
	if n := names[i]; n != nil {
		if i == t.headOf(s, n.First, n.Last) {
			t.add(Mention{Sentence: s, Head: i, First: n.First, Last: n.Last, Entity: n.Entity}, n)
			t.addJoint(s, i)
		}
		return
	}
	if !t.isMention(s, i) {
		return
	}
	first, last := t.extent(s, i)
	t.add(Mention{Sentence: s, Head: i, First: first, Last: last, Entity: None}, nil)
	t.addJoint(s, i)
}

// headOf returns the token of a name whose head lies outside it.
func (t *Text) headOf(s, first, last int) int {
	for i := first; i <= last; i++ {
		if h := t.token(s, i).Head; h < first || h > last {
			return i
		}
	}
	return first
}

// isMention reports whether a token that is no name is the head of a mention.
func (t *Text) isMention(s, i int) bool {
	w := t.token(s, i)
	switch w.Rel {
	case "flat", "fixed", "goeswith", "nmod:desc", "case", "cc", "mark", "discourse":
		return false
	case "expl":
		return false
	}
	switch w.UPOS {
	case "NOUN", "PROPN":
		return !t.isAdverbial(s, i)
	case "PRON":
		return w.XPOS != "WP" && w.XPOS != "WDT" && w.XPOS != "WP$" && w.XPOS != "EX" && !t.isEmpty(s, i)
	case "NUM":
		return w.Rel != "nummod" && w.Rel != "compound"
	case "DET":
		return strings.HasPrefix(w.Rel, "nsubj") || w.Rel == "obj" || w.Rel == "obl" || w.Rel == "nmod"
	case "ADV":
		return w.Base() == "here" || w.Base() == "there"
	}
	return false
}

// manners are nouns that with “in” before them tell how: “in public”.
var manners = set("addition advance brief detail effect fact full general particular part person principle private public return short turn vain")

// isAdverbial reports whether a noun tells how something is done.
func (t *Text) isAdverbial(s, i int) bool {
	return i > 0 && manners[t.token(s, i).Base()] && strings.EqualFold(t.token(s, i-1).Form, "in") && t.token(s, i-1).Head == i
}

// isEmpty reports whether “it” stands for nothing: for what is said after it, “it
// is feared that …”, “make it easy to …”, or for no more than the time, “it is
// Tuesday”.
func (t *Text) isEmpty(s, i int) bool {
	w := t.token(s, i)
	if !strings.EqualFold(w.Form, "it") || w.Head < 0 {
		return false
	}
	switch w.Rel {
	case "nsubj:pass":
		return t.trees[s].Child(w.Head, "ccomp", "csubj", "csubj:pass") >= 0
	case "nsubj":
		return t.trees[s].Child(w.Head, "cop") >= 0 && t.kindOf(t.token(s, w.Head).Base()) == Time
	case "obj":
		how := t.trees[s].Child(w.Head, "xcomp")
		return how > i && t.token(s, how).UPOS == "ADJ" && t.trees[s].Child(how, "xcomp", "ccomp", "csubj", "advcl") >= 0
	}
	return false
}

// describing are the relations of what belongs to a noun's mention.
var describing = []string{"det", "amod", "nummod", "compound", "flat", "nmod:poss", "nmod:desc", "nmod", "nmod:unmarked", "acl", "acl:relcl", "det:predet", "fixed", "goeswith"}

// extent returns the tokens of a noun with what describes it.
func (t *Text) extent(s, head int) (first, last int) {
	first, last = head, head
	for _, k := range t.trees[s].Children(head) {
		if slices.Contains(describing, t.token(s, k).Rel) {
			a, b := t.trees[s].Subtree(k)
			first, last = min(first, a), max(last, b)
		}
	}
	return first, last
}

// addJoint adds the coordination whose first noun is at head: what “they” takes
// up.
func (t *Text) addJoint(s, head int) {
	if t.token(s, head).Rel == "conj" {
		return
	}
	first, last := t.extent(s, head)
	joint := false
	for _, k := range t.trees[s].Children(head) {
		if w := t.token(s, k); w.Rel == "conj" && (w.UPOS == "NOUN" || w.UPOS == "PROPN" || w.UPOS == "PRON") && t.trees[s].Child(k, "cc") >= 0 {
			_, last = t.extent(s, k)
			joint = true
		}
	}
	if joint {
		t.add(Mention{Sentence: s, Head: head, First: first, Last: last, Entity: None, Joint: true}, nil)
	}
}

func (t *Text) add(m Mention, n *Name) {
	t.describe(&m, n)
	t.Mentions = append(t.Mentions, m)
}

// sort puts the mentions in the order of their heads, a coordination where it
// ends.
func (t *Text) sort() {
	slices.SortStableFunc(t.Mentions, func(a, b Mention) int {
		return cmp.Or(a.Sentence-b.Sentence, a.place()-b.place(), a.Last-a.First-(b.Last-b.First))
	})
}

// place is the token at which a mention is complete.
func (m *Mention) place() int {
	if m.Joint {
		return m.Last
	}
	return m.Head
}

// IsPronoun reports whether a mention is a pronoun.
func (m *Mention) IsPronoun() bool { return m.form.isPronoun() }

// IsThirdPerson reports whether a mention is a pronoun that takes up something
// said before and can be an actor: he, it, they, himself.
func (m *Mention) IsThirdPerson() bool {
	return m.form == heForm || m.form == itForm || m.form == theyForm || m.form == reflexiveForm
}

// IsPlural reports whether a mention is of several.
func (m *Mention) IsPlural() bool { return m.number == plural }

// Kind returns what kind of thing the mention is of, by its own words.
func (m *Mention) Kind() Type { return m.kind }

func (t *Text) token(s, i int) *syntax.Token { return &t.sentences[s].Tokens[i] }

// quotations numbers what stands between quotation marks, from 1, and gives all
// other tokens 0.
func quotations(sentences []syntax.Sentence) [][]int {
	out := make([][]int, len(sentences))
	number, open := 0, false
	for s := range sentences {
		out[s] = make([]int, len(sentences[s].Tokens))
		for i, w := range sentences[s].Tokens {
			switch w.Form {
			case "“", "``":
				open = true
				number++
			case "”", "''":
				open = false
			case `"`:
				if open = !open && w.XPOS != "''" || open && w.XPOS == "``"; open {
					number++
				}
			}
			if open {
				out[s][i] = number
			}
		}
	}
	return out
}

// findSpeakers finds who says what stands between quotation marks: the subject of
// a verb of saying beside them, in a sentence of the quotation, else who says the
// quotation that ends in the sentence before.
func (t *Text) findSpeakers() {
	before := None
	for s := range t.sentences {
		beside := t.speakerIn(s)
		for _, q := range t.quotes[s] {
			for len(t.speakers) <= q {
				t.speakers = append(t.speakers, before)
			}
			if q > 0 && beside != None {
				t.speakers[q] = beside
			}
		}
		before = t.lastSpeaker(s)
	}
}

// lastSpeaker returns the speaker of the last quotation in a sentence, or None.
func (t *Text) lastSpeaker(s int) int {
	for i := len(t.quotes[s]) - 1; i >= 0; i-- {
		if q := t.quotes[s][i]; q > 0 {
			return t.speakers[q]
		}
	}
	return None
}

// Speaker returns the mention of who says the quotation in which a token stands, or
// None.
func (t *Text) Speaker(sentence, token int) int {
	if q := t.quotes[sentence][token]; q > 0 {
		return t.speakers[q]
	}
	return None
}

// Quotation returns the number of the quotation in which a token stands, from 1, or
// 0 where it stands in none.
func (t *Text) Quotation(sentence, token int) int { return t.quotes[sentence][token] }

// speakerIn returns the mention of who says something in a sentence, outside
// quotation marks, or None.
func (t *Text) speakerIn(s int) int {
	for i := range t.sentences[s].Tokens {
		w := t.token(s, i)
		if t.quotes[s][i] > 0 || !strings.HasPrefix(w.Rel, "nsubj") || w.Head < 0 || t.quotes[s][w.Head] > 0 || !clause.Says(t.token(s, w.Head).Base()) {
			continue
		}
		if m := t.At(s, i); m != None {
			return m
		}
	}
	return None
}

// paragraphs numbers the paragraphs: a new one begins after more than one byte
// of space.
func paragraphs(sentences []syntax.Sentence) []int {
	out := make([]int, len(sentences))
	for s := 1; s < len(sentences); s++ {
		out[s] = out[s-1]
		if sentences[s].Start-sentences[s-1].End > 1 {
			out[s]++
		}
	}
	return out
}

// turnWords is how many words the paragraphs of a dialogue have on average at
// most.
const turnWords = 25

func isDialogue(sentences []syntax.Sentence, paragraphs []int) bool {
	words := 0
	for i := range sentences {
		words += len(sentences[i].Tokens)
	}
	return len(paragraphs) > 0 && words <= turnWords*(paragraphs[len(paragraphs)-1]+1)
}
