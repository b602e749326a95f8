package syntax

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// withHeads is a sentence of which only the tree matters.
func withHeads(heads ...int) *Sentence {
	s := &Sentence{}
	for _, h := range heads {
		s.Tokens = append(s.Tokens, Token{Head: h})
	}
	return s
}

func TestTree(t *testing.T) {
	// 0←1←3 (root), 2→3, 4→2: an arc from 2 to 4 crosses that from 3 to its head.
	s := withHeads(1, 3, 3, Root, 2)
	s.Tokens[2].Rel = "nsubj:pass"
	tree := s.Tree()
	if got := tree.Root(); got != 3 {
		t.Errorf("root %d, want 3", got)
	}
	if got := tree.Children(3); !reflect.DeepEqual(got, []int{1, 2}) {
		t.Errorf("children of 3: %v, want 1 and 2, in order", got)
	}
	if first, last := tree.Subtree(2); first != 2 || last != 4 {
		t.Errorf("subtree of 2: %d–%d, want 2–4", first, last)
	}
	if got := tree.Child(3, "nsubj", "nsubj:pass"); got != 2 {
		t.Errorf("child of 3: %d, want 2", got)
	}
	if got := tree.Child(3, "nsubj"); got != -1 {
		t.Errorf("child of 3: %d, but a subtype is another relation", got)
	}
}

func TestTreeOfDamagedSentences(t *testing.T) {
	tests := []struct {
		reason string
		heads  []int
		root   int
	}{
		{"no tokens", nil, -1},
		{"a circle has no root", []int{1, 0}, -1},
		{"a token that is its own head", []int{0}, -1},
		{"the first of two roots", []int{1, Root, Root}, 1},
	}
	for _, test := range tests {
		tree := withHeads(test.heads...).Tree()
		if got := tree.Root(); got != test.root {
			t.Errorf("%s: root %d, want %d", test.reason, got, test.root)
		}
	}
}

// TestTreeAgreesWithHeads compares the index with the heads themselves.
func TestTreeAgreesWithHeads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "tokens")
		heads := make([]int, n)
		order := rapid.Permutation(seq(n)).Draw(t, "order") // each one's head stands before it
		for k, i := range order {
			heads[i] = Root
			if k > 0 {
				heads[i] = order[rapid.IntRange(0, k-1).Draw(t, "head")]
			}
		}
		tree := withHeads(heads...).Tree()
		for i := range n {
			first, last := i, i
			var children []int
			for j := range n {
				if heads[j] == i {
					children = append(children, j)
				}
				below := false
				for k := j; k != Root; k = heads[k] {
					below = below || k == i
				}
				if below {
					first, last = min(first, j), max(last, j)
				}
				if tree.Within(j, i) != below {
					t.Fatalf("Within(%d, %d) is %v", j, i, !below)
				}
			}
			if got := tree.Children(i); len(got)+len(children) > 0 && !reflect.DeepEqual(got, children) {
				t.Fatalf("children of %d: %v, want %v", i, got, children)
			}
			if a, b := tree.Subtree(i); a != first || b != last {
				t.Fatalf("subtree of %d: %d–%d, want %d–%d", i, a, b, first, last)
			}
		}
	})
}

func seq(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = i
	}
	return s
}
