package coref

import (
	"slices"
	"strings"
)

// A choice is a mention with one that it may take up, or with none.
type choice struct {
	text  *Text
	i, j  *Mention
	at    int // index of i
	to    int // index of j, or None
	chain *chain
	rank  int // chains that fit and are nearer, or -1 where this does not fit
	fits  bool
}

var sentencesApart = []string{"same", "1", "2", "3", "4-6", "7-12", "13-30", "more"}

var paragraphsApart = []string{"same", "1", "2", "3", "4-5", "more"}

// turnsAgo says how long a chain has had no “I”, or no “you”, in paragraphs.
var turnsAgo = []string{"now", "1", "2", "3", "more", "never"}

// bucket returns the place of n among growing limits, from 1.
func bucket(n int, limits ...int) int {
	for k, limit := range limits {
		if n <= limit {
			return k + 1
		}
	}
	return len(limits) + 1
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

var yes = []string{"yes"}

var templates = []template{
	{name: "new", values: yes, alone: true, of: func(*choice) int { return 1 }},
	{name: "new: noun", alone: true, of: func(c *choice) int { return c.i.noun }},
	{name: "new: role", values: roleNames, alone: true, of: func(c *choice) int { return int(c.i.role) + 1 }},
	{name: "new: kind", values: typeNames, alone: true, of: func(c *choice) int { return int(c.i.kind) + 1 }},
	{name: "new: length", values: []string{"1", "2", "3-4", "5-8", "more"}, alone: true, of: func(c *choice) int { return bucket(c.i.Last-c.i.First+1, 1, 2, 4, 8) }},
	{name: "new: words", values: []string{"0", "1", "2", "3", "more"}, alone: true, of: func(c *choice) int { return bucket(len(c.i.words), 0, 1, 2, 3) }},
	{name: "new: described after", values: yes, alone: true, of: func(c *choice) int { return flag(c.i.Last > c.i.Head) }},
	{name: "new: number", values: []string{"any", "singular", "plural"}, alone: true, of: func(c *choice) int { return int(c.i.number) + 1 }},
	{name: "new: expletive", values: yes, alone: true, of: (*choice).isExpletive},
	{name: "new: word seen", values: []string{"no", "head", "all words", "head and more", "head with other words"}, alone: true, of: (*choice).seen},
	{name: "new: beginning", values: yes, alone: true, of: func(c *choice) int { return flag(c.i.Sentence == 0) }},
	{name: "new: dialogue", values: yes, alone: true, of: func(c *choice) int { return flag(c.text.dialogue) }},
	{name: "new: in quotation", values: yes, alone: true, of: func(c *choice) int { return flag(c.i.quotation > 0) }},
	{name: "new: possessor", values: []string{"none", "name", "pronoun", "noun"}, alone: true, of: (*choice).possessorForm},

	{name: "sentences", values: sentencesApart, of: func(c *choice) int { return bucket(c.i.Sentence-c.j.Sentence, 0, 1, 2, 3, 6, 12, 30) }},
	{name: "mentions", values: []string{"1", "2", "3", "4-5", "6-9", "10-20", "more"}, of: func(c *choice) int { return bucket(c.at-c.to, 1, 2, 3, 5, 9, 20) }},
	{name: "roles", values: pairNames(roleNames, roleNames), of: func(c *choice) int { return int(c.i.role)*int(roleCount) + int(c.j.role) + 1 }},
	{name: "rank", values: []string{"misfit", "1", "2", "3", "4-5", "more"}, of: (*choice).rankBucket},
	{name: "rank, same sentence", values: pairNames([]string{"same", "before"}, []string{"misfit", "1", "2", "3", "4-5", "more"}), of: func(c *choice) int {
		return flag(c.i.Sentence != c.j.Sentence)*6 + c.rankBucket()
	}},
	{name: "number", values: pairNames(numberNames, numberNames), of: func(c *choice) int { return int(c.i.number)*3 + int(c.chainNumber()) + 1 }},
	{name: "gender", values: []string{"same", "differs", "open"}, of: (*choice).genders},
	{name: "kinds", values: pairNames(typeNames, typeNames), of: func(c *choice) int { return int(c.i.kind)*len(typeNames) + int(c.chain.kind) + 1 }},
	{name: "own kinds", values: pairNames(typeNames, typeNames), of: func(c *choice) int { return int(c.i.kind)*len(typeNames) + int(c.j.kind) + 1 }},
	{name: "words", values: wordValues, of: (*choice).compareWords},
	{name: "words of chain", values: []string{"same words", "same head"}, of: (*choice).chainWords},
	{name: "names", values: []string{"one entity", "two entities"}, of: (*choice).entities},
	{name: "joined by", values: joinNames, of: (*choice).join},
	{name: "below", values: []string{"inside it", "around it", "same governor", "subject of a clause above", "subject two clauses above", "above", "same clause chain"}, of: (*choice).syntax},
	{name: "joined by, roles", values: pairNames([]string{"same governor", "clause above"}, roleNames), of: (*choice).bindingRole},
	{name: "chain size", values: []string{"1", "2", "3-5", "6-10", "more"}, of: func(c *choice) int { return bucket(c.chain.size, 1, 2, 5, 10) }},
	{name: "chain has name", values: yes, of: func(c *choice) int { return flag(c.chain.entity != None || c.chain.named) }},
	{name: "latest of chain", values: []string{"yes", "no"}, of: func(c *choice) int { return 2 - flag(c.chain.last == c.to) }},
	{name: "quotation", values: []string{"both outside", "same", "inside and outside", "inside and its speaker", "outside and inside", "two", "speaker and inside"}, of: (*choice).quotations},
	{name: "possessors", values: []string{"same", "two", "antecedent alone"}, of: (*choice).possessors},
	{name: "noun", loose: true, of: func(c *choice) int { return c.i.noun }},
	{name: "noun, name of person", loose: true, of: func(c *choice) int { return c.nounWith(Person) }},
	{name: "noun, name of organization", loose: true, of: func(c *choice) int { return c.nounWith(Organization) }},
	{name: "noun, name of place", loose: true, of: func(c *choice) int { return c.nounWith(Place) }},
	{name: "pronoun taken up", loose: true, of: func(c *choice) int {
		if c.j.form.isPronoun() {
			return c.j.noun
		}
		return 0
	}},
	{name: "same pronoun", values: yes, of: func(c *choice) int { return flag(c.i.form.isPronoun() && c.i.lemma == c.j.lemma) }},
	{name: "form taken up", values: formNames, of: func(c *choice) int { return int(c.j.form) + 1 }},
	{name: "form taken up, paragraphs", values: pairNames([]string{"prose", "dialogue"}, pairNames(formNames, paragraphsApart)), of: func(c *choice) int {
		return (flag(c.text.dialogue)*int(formCount)+int(c.j.form))*len(paragraphsApart) + bucket(c.text.paragraphs[c.i.Sentence]-c.text.paragraphs[c.j.Sentence], 0, 1, 2, 3, 5)
	}},
	{name: "turns", values: pairNames([]string{"prose", "dialogue"}, pairNames(turnsAgo, turnsAgo)), of: (*choice).turns},
	{name: "other names", values: []string{"one word the same", "none"}, of: (*choice).otherNames},
	{name: "rank, paragraphs", values: pairNames([]string{"misfit", "1", "2", "3", "4-5", "more"}, paragraphsApart), of: func(c *choice) int {
		return (c.rankBucket()-1)*len(paragraphsApart) + bucket(c.text.paragraphs[c.i.Sentence]-c.text.paragraphs[c.j.Sentence], 0, 1, 2, 3, 5)
	}},
	{name: "rank, form taken up", values: pairNames([]string{"misfit", "1", "2", "3", "4-5", "more"}, formNames), of: func(c *choice) int {
		return (c.rankBucket()-1)*int(formCount) + int(c.j.form) + 1
	}},
	{name: "within", values: pairNames([]string{"phrase", "clause"}, pairNames([]string{"name", "noun"}, typeNames)), of: (*choice).within},
	{name: "role taken up, sentences", values: pairNames(roleNames, sentencesApart), of: func(c *choice) int {
		return int(c.j.role)*len(sentencesApart) + bucket(c.i.Sentence-c.j.Sentence, 0, 1, 2, 3, 6, 12, 30)
	}},
}

var numberNames = []string{"any", "singular", "plural"}

// pairNames names the pairs of two values.
func pairNames(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+" and "+y)
		}
	}
	return out
}

func (c *choice) isExpletive() int {
	w := c.text.token(c.i.Sentence, c.i.Head)
	return flag(w.Rel == "expl")
}

// seen says which words of the mention came before, in any chain.
func (c *choice) seen() int {
	if c.i.form.isPronoun() {
		return 0
	}
	best := 1
	for _, k := range c.text.byWord[c.i.lemma] {
		switch compareWords(c.i, &c.text.Mentions[k]) {
		case sameWords:
			return 3
		case moreWords:
			best = max(best, 4)
		case otherWords, fewerWords, otherNumber:
			best = max(best, 2)
		}
	}
	return best
}

func (c *choice) possessorForm() int {
	if c.i.possessor < 0 {
		return 1
	}
	switch w := c.text.token(c.i.Sentence, c.i.possessor); w.UPOS {
	case "PROPN":
		return 2
	case "PRON":
		return 3
	}
	return 4
}

func (c *choice) rankBucket() int {
	if !c.fits {
		return 1
	}
	return 1 + bucket(c.rank+1, 1, 2, 3, 5)
}

func (c *choice) chainNumber() number {
	if c.chain.number != anyNumber {
		return c.chain.number
	}
	return c.j.number
}

func (c *choice) genders() int {
	switch {
	case c.i.gender == 0 || c.chain.gender == 0:
		return 3
	case c.i.gender == c.chain.gender:
		return 1
	}
	return 2
}

// What the words of two mentions have in common.
const (
	noWords     = iota
	sameWords   // “the committee”, “the committee”
	fewerWords  // “the committee” after “the budget committee”
	moreWords   // “the budget committee” after “the committee”
	otherWords  // “the budget committee” after “the finance committee”
	otherNumber // “the committees” after “the committee”
	lastWord    // “Lund” after “Ada Lund”, other heads
	someWord
	acronym
)

var wordValues = []string{"same", "same head, fewer", "same head, more", "same head, other", "other number", "same last word", "some word", "acronym"}

func (c *choice) compareWords() int { return compareWords(c.i, c.j) }

func compareWords(i, j *Mention) int {
	if len(i.words) == 0 || len(j.words) == 0 {
		return noWords
	}
	inJ, inI := count(i.words, j.words), count(j.words, i.words)
	sameHead := i.lemma == j.lemma
	switch {
	case inJ == len(i.words) && inI == len(j.words):
		return sameWords
	case sameHead && i.number != j.number:
		return otherNumber
	case sameHead && inJ == len(i.words):
		return fewerWords
	case sameHead && inI == len(j.words):
		return moreWords
	case sameHead:
		return otherWords
	case isAcronym(i, j) || isAcronym(j, i):
		return acronym
	case i.words[len(i.words)-1] == j.words[len(j.words)-1]:
		return lastWord
	case inJ > 0:
		return someWord
	}
	return noWords
}

func count(words, in []string) int {
	n := 0
	for _, w := range words {
		if slices.Contains(in, w) {
			n++
		}
	}
	return n
}

// isAcronym reports whether short is made of the initials of long.
func isAcronym(short, long *Mention) bool {
	if len(short.words) != 1 || len(long.words) < 2 || len(short.words[0]) != len(long.words) {
		return false
	}
	for k, w := range long.words {
		if w[0] != short.words[0][k] {
			return false
		}
	}
	return true
}

func (c *choice) chainWords() int {
	switch {
	case len(c.i.words) == 0:
		return 0
	case slices.Contains(c.chain.phrases, strings.Join(c.i.words, " ")):
		return 1
	case slices.Contains(c.chain.heads, c.i.lemma):
		return 2
	}
	return 0
}

func (c *choice) entities() int {
	switch {
	case c.i.Entity == None || c.chain.entity == None:
		return 0
	case c.i.Entity == c.chain.entity:
		return 1
	}
	return 2
}

// turns says when somebody last spoke of themselves, and was last spoken to:
// those who talk take turns.
func (c *choice) turns() int {
	if c.i.form != iForm && c.i.form != youForm && c.i.form != weForm {
		return 0
	}
	ago := func(f form) int {
		if last := c.chain.turn(f); last != None {
			return bucket(c.text.paragraphs[c.i.Sentence]-last, 0, 1, 2, 3) - 1
		}
		return len(turnsAgo) - 1
	}
	return (flag(c.text.dialogue)*len(turnsAgo)+ago(iForm))*len(turnsAgo) + ago(youForm) + 1
}

// otherNames compares a name with those of a chain.
func (c *choice) otherNames() int {
	if c.i.form != nameForm || !c.chain.named {
		return 0
	}
	for _, w := range c.i.words {
		if slices.Contains(c.chain.nameWords, w) {
			return 1
		}
	}
	return 2
}

func (c *choice) quotations() int {
	switch a, b := c.i.quotation, c.j.quotation; {
	case a == 0 && b == 0:
		return 1
	case a == b:
		return 2
	case b == 0 && c.j.said && c.i.Sentence-c.j.Sentence <= 1:
		return 4
	case b == 0:
		return 3
	case a == 0 && c.i.said && c.i.Sentence == c.j.Sentence:
		return 7
	case a == 0:
		return 5
	}
	return 6
}

// possessors compares whose the two are.
func (c *choice) possessors() int {
	a, b := c.text.possessorChain(c.i), c.text.possessorChain(c.j)
	switch {
	case a == None && b == None:
		return 0
	case a == None:
		return 3
	case a == b:
		return 1
	}
	return 2
}

func (c *choice) nounWith(kind Type) int {
	if c.j.form == nameForm && c.j.kind == kind {
		return c.i.noun
	}
	return 0
}
