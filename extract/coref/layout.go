package coref

import "fmt"

// A layout gives every feature a number. A feature of a choice is a template, its
// value, the form of the mention that has the choice, and, twice, once for any
// and once for its own, the kind of the mention that it would take up.
type layout struct {
	templates []template
	base      []int
	size      int
}

// A template looks at one side of a choice and gives it a value: 0 is silent.
type template struct {
	name   string
	values []string // names of the values from 1; nil for words
	of     func(*choice) int
	alone  bool // of the mention alone, when it is new
	loose  bool // not apart for kinds of antecedents
}

// against are the kinds of what is taken up, by which features are kept apart;
// the first stands for any.
var against = []string{"any", "name", "definite", "indefinite", "same pronoun", "third person", "other"}

func antecedentKind(i, j *Mention) int {
	switch {
	case j.form == nameForm:
		return 1
	case j.form == definiteForm || j.form == demonstrativeForm || j.form == possessedForm:
		return 2
	case j.form == indefiniteForm || j.form == bareForm || j.form == numberForm || j.form == jointForm:
		return 3
	case i.form == j.form:
		return 4
	case j.form == heForm || j.form == itForm || j.form == theyForm || j.form == reflexiveForm:
		return 5
	}
	return 6
}

func layoutOf(words int) *layout {
	l := &layout{templates: templates, base: make([]int, len(templates))}
	for i := range templates {
		l.base[i] = l.size
		l.size += templates[i].blocks() * int(formCount) * templates[i].count(words)
	}
	return l
}

// blocks is how many kinds of antecedents a template is kept apart for.
func (t *template) blocks() int {
	if t.alone || t.loose {
		return 1
	}
	return len(against)
}

// count is the number of values with the silent one.
func (t *template) count(words int) int {
	if t.values == nil {
		return words
	}
	return len(t.values) + 1
}

// id returns the number of a feature.
func (l *layout) id(template, block int, f form, value, words int) int32 {
	return int32(l.base[template] + (block*int(formCount)+int(f))*l.templates[template].count(words) + value)
}

// name says what a feature is, in four cells.
func (l *layout) name(id int, words []string) string {
	n := 0
	for n+1 < len(l.base) && l.base[n+1] <= id {
		n++
	}
	t := &l.templates[n]
	count := t.count(len(words))
	rest := id - l.base[n]
	value, f, block := rest%count, rest/count%int(formCount), rest/count/int(formCount)
	label := "-"
	switch {
	case t.values == nil:
		label = words[value]
	case value > 0:
		label = t.values[value-1]
	}
	return fmt.Sprintf("%s\t%s\t%s\t%s", formNames[f], against[block], t.name, label)
}
