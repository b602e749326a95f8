package coref

import "strings"

// How syntax makes two mentions one.
var joinNames = []string{"apposition", "predicate", "became", "title", "parenthesis", "conjunct", "listed"}

// join says by which construction the mention and the one before it may be one.
func (c *choice) join() int {
	i, j := c.i, c.j
	if i.Sentence != j.Sentence || i.Joint || j.Joint {
		return 0
	}
	t, w := c.text, c.text.token(i.Sentence, i.Head)
	relation, _, _ := strings.Cut(w.Rel, ":")
	switch {
	case relation == "appos" && w.Head == j.Head:
		return 1
	case t.trees[i.Sentence].Child(i.Head, "cop") >= 0 && t.isSubjectOf(j, i.Head):
		return 2
	case w.Rel == "xcomp" && t.isSubjectOf(j, w.Head):
		return 3
	case relation == "nmod" && w.Head == j.Head && i.Head == j.Last+1:
		return 4
	case relation == "parataxis" && w.Head == j.Head || relation == "dep" && w.Head == j.Head:
		return 5
	case relation == "conj" && w.Head == j.Head:
		return 6
	case relation == "conj" && w.Head >= 0 && t.token(j.Sentence, j.Head).Head == w.Head:
		return 7
	}
	return 0
}

func (t *Text) isSubjectOf(j *Mention, verb int) bool {
	w := t.token(j.Sentence, j.Head)
	return w.Head == verb && strings.HasPrefix(w.Rel, "nsubj")
}

// syntax says how two mentions of one sentence stand to each other in the tree.
func (c *choice) syntax() int {
	i, j := c.i, c.j
	if i.Sentence != j.Sentence {
		return 0
	}
	tree := c.text.trees[i.Sentence]
	a, b := c.text.token(i.Sentence, i.Head), c.text.token(j.Sentence, j.Head)
	switch {
	case i.Head == j.Head:
		return 2
	case tree.Within(i.Head, j.Head):
		return 1
	case tree.Within(j.Head, i.Head):
		return 2
	case a.Head == b.Head:
		return 3
	case b.Head >= 0 && tree.Within(i.Head, b.Head):
		switch {
		case !j.role.isSubject():
			return 6
		case c.clausesUp(b.Head) <= 1:
			return 4
		}
		return 5
	}
	return 7
}

// within says in what the antecedent is embedded that the mention is not: in
// “Ada Lund, of the Institute, said that it …”, the Institute is part of what is
// said of a person.
func (c *choice) within() int {
	i, j := c.i, c.j
	tree, clause := c.text.trees[j.Sentence], 0
	for k := j.Head; ; {
		w := c.text.token(j.Sentence, k)
		if strings.HasPrefix(w.Rel, "acl") {
			clause = 1
		}
		k = w.Head
		if k < 0 || i.Sentence == j.Sentence && tree.Within(i.Head, k) {
			return 0
		}
		if at := c.text.At(j.Sentence, k); at != None && c.text.Mentions[at].Head != j.Head {
			m := &c.text.Mentions[at]
			return (clause*2+flag(m.form != nameForm))*len(typeNames) + int(m.kind) + 1
		}
	}
}

// clausesUp counts the verbs from the mention up to the verb, itself excluded.
func (c *choice) clausesUp(verb int) int {
	n := 0
	for h := c.text.token(c.i.Sentence, c.i.Head).Head; h != verb && h >= 0; h = c.text.token(c.i.Sentence, h).Head {
		if w := c.text.token(c.i.Sentence, h); w.UPOS == "VERB" {
			n++
		}
	}
	return n
}

// bindingRole gives the role of an antecedent in the mention's own clause, or in
// one above it.
func (c *choice) bindingRole() int {
	switch c.syntax() {
	case 3:
		return 1 + int(c.i.role)
	case 4, 5:
		return 1 + len(roleNames) + int(c.i.role)
	}
	return 0
}
