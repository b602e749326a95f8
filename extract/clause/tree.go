package clause

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// A tree is a sentence with its children listed, and the questions that the
// rules ask of it.
type tree struct {
	*syntax.Sentence
	deps  *syntax.Tree
	index int   // of the sentence in the document
	names []int // for each token the index of its name, or None
}

func newTree(s *syntax.Sentence, index int) *tree {
	t := &tree{Sentence: s, deps: s.Tree(), index: index, names: make([]int, len(s.Tokens))}
	for i := range t.names {
		t.names[i] = None
	}
	for n, name := range s.Names {
		for i := name.First; i <= name.Last; i++ {
			t.names[i] = n
		}
	}
	return t
}

func (t *tree) root() int        { return t.deps.Root() }
func (t *tree) kids(i int) []int { return t.deps.Children(i) }

func (t *tree) upos(i int) string  { return t.Tokens[i].UPOS }
func (t *tree) xpos(i int) string  { return t.Tokens[i].XPOS }
func (t *tree) lower(i int) string { return strings.ToLower(t.Tokens[i].Form) }

func (t *tree) lemma(i int) string { return t.Tokens[i].Base() }

// rel returns the relation of i to its head: that of the root is root, whatever a
// tree from elsewhere calls it.
func (t *tree) rel(i int) string {
	if t.Tokens[i].Head < 0 {
		return "root"
	}
	return t.Tokens[i].Rel
}

// children returns the children of i with one of the relations.
func (t *tree) children(i int, rels ...string) []int {
	var found []int
	for _, k := range t.kids(i) {
		if slices.Contains(rels, t.rel(k)) {
			found = append(found, k)
		}
	}
	return found
}

// child returns the first child of i with one of the relations, or None.
func (t *tree) child(i int, rels ...string) int { return t.deps.Child(i, rels...) }

func (t *tree) has(i int, rels ...string) bool { return t.child(i, rels...) != None }

// marker returns the lemma of the word that introduces a clause or noun: its
// mark or case, with the words fixed to it (“because of”), or "".
func (t *tree) marker(i int) string {
	k := t.child(i, "mark", "case")
	if k == None || t.lower(k) == "'s" || t.lower(k) == "’s" {
		return ""
	}
	words := []string{t.lower(k)}
	if k > 0 && t.lower(k) == "of" && t.lower(k-1) == "ahead" {
		words[0] = "ahead of"
	}
	for _, f := range t.children(k, "fixed") {
		words = append(words, t.lower(f))
	}
	for k++; k < i && t.Tokens[k].Head == i && t.rel(k) == "case"; k++ {
		words = append(words, t.lower(k)) // “along with”
	}
	return strings.Join(words, " ")
}

// participants returns the noun i and those coordinated with it, in order, without
// what has a preposition that i lacks: “banned the march and, in May, a film”.
func (t *tree) participants(i int) []int {
	all := []int{i}
	for _, k := range t.children(i, "conj") {
		if t.upos(k) == "NUM" && t.isTime(k) && !t.isTime(i) {
			continue // “a 35-hour week by 2027 rather than 2029”
		}
		if apart := t.has(k, "case") && t.child(k, "case") < k && !t.has(i, "case"); t.upos(k) != "VERB" && !apart {
			all = append(all, t.participants(k)...)
		}
	}
	return all
}

// isPredicate reports whether the token heads a clause: a verb, or a noun or
// adjective with a copula.
func (t *tree) isPredicate(i int) bool {
	return t.upos(i) == "VERB" || t.has(i, "cop", "nsubj", "nsubj:pass") || t.upos(i) == "AUX" && t.rel(i) != "aux" && t.rel(i) != "cop"
}

// extent returns the first and last token of the subtree of i.
func (t *tree) extent(i int) (first, last int) { return t.deps.Subtree(i) }

// firstOf returns the first word below i.
func (t *tree) firstOf(i int) int {
	first, _ := t.extent(i)
	return first
}

// isGerund reports whether i is a verb in -ing; the two tags may disagree.
func (t *tree) isGerund(i int) bool {
	if p := t.child(i, "aux:pass"); p != None && t.lower(p) == "being" {
		return true
	}
	if a := t.child(i, "aux", "cop"); a != None && (t.lower(a) == "having" || t.lower(a) == "being" && t.rel(a) == "cop") {
		return true // “of having lied”, “of being guilty”
	}
	return t.xpos(i) == "VBG" || t.upos(i) == "VERB" && strings.HasSuffix(t.lower(i), "ing") && t.xpos(i) == "NN"
}

// isParticiple reports whether i is a verb in -ed, past tense included, for
// taggers mix up the two.
func (t *tree) isParticiple(i int) bool { return t.xpos(i) == "VBN" || t.xpos(i) == "VBD" }

// isBehind reports whether the words below i begin with a mark, or right behind it.
func (t *tree) isBehind(mark string, i int) bool {
	first := t.firstOf(i)
	return t.Tokens[first].Form == mark || first > 0 && t.Tokens[first-1].Form == mark
}

func (t *tree) isFinite(i int) bool {
	if t.has(i, "nsubj", "nsubj:pass", "expl") && t.marker(i) != "to" && !t.isInfinitive(i) {
		return true
	}
	return slices.Contains([]string{"VBZ", "VBP", "VBD", "MD"}, t.xpos(i)) && !t.isInfinitive(i)
}

// isInfinitive reports whether the clause of i is marked by “to”.
func (t *tree) isInfinitive(i int) bool {
	for _, k := range t.children(i, "mark") {
		if t.lower(k) == "to" {
			return true
		}
	}
	return false
}

// isName reports whether the token is part of a name or a proper noun.
func (t *tree) isName(i int) bool { return t.names[i] != None || t.upos(i) == "PROPN" }
