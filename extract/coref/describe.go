package coref

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/english/pronoun"
)

// A form is how a mention is worded, on which it depends what it can take up.
type form uint8

const (
	nameForm form = iota
	definiteForm
	demonstrativeForm
	possessedForm
	indefiniteForm
	bareForm
	numberForm
	jointForm
	heForm
	itForm
	theyForm
	thisForm
	iForm
	weForm
	youForm
	reflexiveForm
	placeForm
	otherForm
	formCount
)

var formNames = []string{"name", "the …", "this …", "his …", "a …", "bare noun", "number", "A and B",
	"he", "it", "they", "this", "I", "we", "you", "reflexive", "here", "other pronoun"}

func (f form) isPronoun() bool { return f >= heForm }

// pointing holds the pronouns and adverbs that are no personal ones, and forms that
// stand for a pronoun after another word.
var pointing = map[string]form{
	"this": thisForm, "that": thisForm, "these": thisForm, "those": thisForm,
	"here": placeForm, "there": placeForm, "'s": weForm, "’s": weForm,
}

// pronounForm says what a pronoun is.
func pronounForm(lower string) form {
	p, ok := pronoun.Of(lower)
	switch {
	case !ok && pointing[lower] != nameForm:
		return pointing[lower]
	case !ok:
		return otherForm
	case p.Person == 3 && p.Use == pronoun.Reflexive:
		return reflexiveForm
	case p.Person == 3 && p.Plural:
		return theyForm
	case p.Person == 3 && p.Gender == 'n':
		return itForm
	case p.Person == 3:
		return heForm
	case p.Person == 2:
		return youForm
	case p.Plural:
		return weForm
	}
	return iForm
}

// A role is the function of a mention in its sentence.
type role uint8

const (
	otherRole role = iota
	mainRole       // subject of the sentence's root
	subjectRole
	objectRole
	obliqueRole
	nounRole
	possessorRole
	appositionRole
	predicateRole
	conjunctRole
	compoundRole
	rootRole
	roleCount
)

var roleNames = []string{"other", "main subject", "subject", "object", "oblique", "of a noun", "possessor", "apposition", "predicate", "conjunct", "compound", "root"}

func (r role) isSubject() bool { return r == mainRole || r == subjectRole }

func (r role) isParticipant() bool { return r.isSubject() || r == objectRole || r == obliqueRole }

func (t *Text) roleOf(s, i int) role {
	w := t.token(s, i)
	relation, _, _ := strings.Cut(w.Rel, ":")
	switch {
	case t.trees[s].Child(i, "cop") >= 0:
		return predicateRole
	case w.Rel == "nmod:poss":
		return possessorRole
	case relation == "root":
		return rootRole
	}
	switch relation {
	case "nsubj":
		if w.Head >= 0 && t.token(s, w.Head).Rel == "root" {
			return mainRole
		}
		return subjectRole
	case "obj", "iobj":
		return objectRole
	case "obl":
		return obliqueRole
	case "nmod":
		return nounRole
	case "appos", "parataxis":
		return appositionRole
	case "xcomp":
		return predicateRole
	case "conj":
		return conjunctRole
	case "compound":
		return compoundRole
	}
	return otherRole
}

// describe fills in the attributes of a mention.
func (t *Text) describe(m *Mention, n *Name) {
	w := t.token(m.Sentence, m.Head)
	m.lemma = w.Base()
	m.role = t.roleOf(m.Sentence, m.Head)
	m.quotation = t.quotes[m.Sentence][m.Head]
	m.possessor = t.trees[m.Sentence].Child(m.Head, "nmod:poss")
	m.form = t.formOf(m)
	m.said = m.role.isSubject() && w.Head >= 0 && clause.Says(t.token(m.Sentence, w.Head).Base())
	switch {
	case m.Joint:
		m.number = plural
		m.kind = t.kindOf(m.lemma)
	case m.form.isPronoun():
		m.pronoun(strings.ToLower(w.Form))
	case n != nil:
		m.kind, m.gender, m.number = n.Type, n.Gender, singular
		if w.XPOS == "NNPS" && n.Type != Place {
			m.number = anyNumber // Americans are several, an airline's Airlines are one
		}
	default:
		m.nominal(w.XPOS, t.kindOf(m.lemma))
		switch {
		case m.kind == Thing && t.isOfficeOf(m):
			m.kind = Person
		case w.UPOS == "PROPN" && (w.Form == "March" || w.Form == "May"):
			m.kind = Time
		}
	}
	m.words = t.contentOf(m)
	m.told = t.isTold(m, n)
}

// isOfficeOf reports whether a noun that may be a thing or an office is somebody of a
// body: “the agency's head”.
func (t *Text) isOfficeOf(m *Mention) bool {
	_, isTitle := t.kinds[m.lemma]
	return isTitle && m.possessor >= 0 && t.kindOf(t.token(m.Sentence, m.possessor).Base()) == Organization
}

func (t *Text) formOf(m *Mention) form {
	w := t.token(m.Sentence, m.Head)
	lower := strings.ToLower(w.Form)
	switch {
	case m.Joint:
		return jointForm
	case w.UPOS == "PRON" || w.UPOS == "ADV" || w.UPOS == "DET":
		return pronounForm(lower)
	case m.Entity != None || w.UPOS == "PROPN":
		return nameForm
	case w.UPOS == "NUM":
		return numberForm
	}
	return t.nounForm(m)
}

func (t *Text) nounForm(m *Mention) form {
	if m.possessor >= 0 {
		return possessedForm
	}
	det := t.trees[m.Sentence].Child(m.Head, "det")
	if det < 0 {
		if t.trees[m.Sentence].Child(m.Head, "nummod") >= 0 {
			return indefiniteForm
		}
		return bareForm
	}
	switch strings.ToLower(t.token(m.Sentence, det).Form) {
	case "the":
		return definiteForm
	case "this", "that", "these", "those":
		return demonstrativeForm
	}
	return indefiniteForm
}

// pronoun sets what a pronoun's own form tells.
func (m *Mention) pronoun(lower string) {
	p, _ := pronoun.Of(lower)
	switch m.form {
	case youForm:
		m.kind = Person
	case placeForm:
		m.kind = Place
	case thisForm:
		m.number = numberOf(lower == "these" || lower == "those")
	case heForm, itForm, theyForm, iForm, weForm, reflexiveForm:
		m.number = numberOf(p.Plural || m.form == weForm)
	}
	if p.Gender == 'm' || p.Gender == 'f' {
		m.kind, m.gender = Person, p.Gender
	} else if m.form == iForm {
		m.kind = Person
	}
	m.noun = tables().pronounOf(lower)
}

func numberOf(several bool) number {
	if several {
		return plural
	}
	return singular
}

// kindOf returns what kind of thing a noun means: by the tables, else by its
// ending.
func (t *Text) kindOf(lemma string) Type {
	if n, ok := tables().nouns[lemma]; ok {
		return n.kind
	}
	if kind := t.kinds[lemma]; kind != Unknown {
		return kind
	}
	switch {
	case times[lemma]:
		return Time
	case people[lemma]:
		return Person
	}
	for _, e := range endings {
		if len(lemma) > len(e.of)+2 && strings.HasSuffix(lemma, e.of) {
			return e.kind
		}
	}
	return Unknown
}

func (m *Mention) nominal(xpos string, kind Type) {
	m.number, m.kind = singular, kind
	if strings.HasSuffix(xpos, "S") {
		m.number = plural
	}
	m.noun = tables().nouns[m.lemma].index
	if gender := GenderOf(m.lemma); gender != 0 {
		m.kind, m.gender = Person, gender
	}
}

// contentOf returns the words by which mentions are compared, in order.
func (t *Text) contentOf(m *Mention) []string {
	if m.form.isPronoun() || m.Joint {
		return nil
	}
	var out []string
	for i := m.First; i <= m.Last; i++ {
		w := t.token(m.Sentence, i)
		if i != m.Head && (w.Head != m.Head && m.Entity == None && w.Rel != "flat" && w.Rel != "compound" || !slices.Contains(comparing, w.Rel) && m.Entity == None) {
			continue
		}
		switch w.UPOS {
		case "DET", "PUNCT", "PRON", "ADP", "PART", "CCONJ":
			continue
		case "NOUN", "NUM":
			out = append(out, w.Base())
		default:
			out = append(out, strings.ToLower(w.Form))
		}
	}
	return out
}

// comparing are the relations of words that tell one thing from another.
var comparing = []string{"amod", "compound", "flat", "nummod", "nmod:desc"}
