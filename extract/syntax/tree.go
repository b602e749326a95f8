package syntax

// A Tree is an index of a sentence's dependencies, made once and read often.
// It does not change with the sentence.
type Tree struct {
	tokens   []Token
	start    []int // the children of i are children[start[i]:start[i+1]]
	children []int
	spans    [][2]int // first and last token below each token, itself included
}

// Tree indexes the tree of s, in time linear in its tokens. Tokens whose heads
// run in a circle hang below no root, and are each a subtree of their own.
func (s *Sentence) Tree() *Tree {
	t := &Tree{tokens: s.Tokens, start: make([]int, len(s.Tokens)+1)}
	for _, token := range s.Tokens {
		if token.Head != Root {
			t.start[token.Head+1]++
		}
	}
	for i := range s.Tokens {
		t.start[i+1] += t.start[i]
	}
	t.fillChildren()
	t.fillSpans()
	return t
}

func (t *Tree) fillChildren() {
	t.children = make([]int, t.start[len(t.tokens)])
	next := append([]int(nil), t.start...)
	for i, token := range t.tokens {
		if token.Head != Root {
			t.children[next[token.Head]] = i
			next[token.Head]++
		}
	}
}

// fillSpans widens each token's span by those of its children, lowest first.
func (t *Tree) fillSpans() {
	t.spans = make([][2]int, len(t.tokens))
	var order []int // heads before their children
	for i := range t.tokens {
		t.spans[i] = [2]int{i, i}
		if t.tokens[i].Head == Root {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, t.Children(order[k])...)
	}
	for k := len(order) - 1; k >= 0; k-- {
		if head := t.tokens[order[k]].Head; head != Root {
			span, below := &t.spans[head], t.spans[order[k]]
			span[0], span[1] = min(span[0], below[0]), max(span[1], below[1])
		}
	}
}

// Root returns the token whose head is [Root], the first if there are
// several, and -1 if there is none.
func (t *Tree) Root() int {
	for i := range t.tokens {
		if t.tokens[i].Head == Root {
			return i
		}
	}
	return -1
}

// Children returns the tokens whose head is i, in order. The caller must not
// change the slice.
func (t *Tree) Children(i int) []int { return t.children[t.start[i]:t.start[i+1]] }

// Child returns the first child of i with one of the relations, -1 if there
// is none. A relation without subtype (nsubj) stands for itself alone, not for
// nsubj:pass.
func (t *Tree) Child(i int, relations ...string) int {
	for _, c := range t.Children(i) {
		for _, relation := range relations {
			if t.tokens[c].Rel == relation {
				return c
			}
		}
	}
	return -1
}

// Subtree returns the first and the last token of the subtree below i, itself
// included. In a tree with crossing arcs, tokens between them may belong
// elsewhere: see [Tree.Within].
func (t *Tree) Subtree(i int) (first, last int) { return t.spans[i][0], t.spans[i][1] }

// Within tells whether token i is head or stands anywhere below it.
func (t *Tree) Within(i, head int) bool {
	for steps := 0; i != Root && steps <= len(t.tokens); steps++ {
		if i == head {
			return true
		}
		i = t.tokens[i].Head
	}
	return false
}
