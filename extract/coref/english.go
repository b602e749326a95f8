package coref

import (
	"slices"
	"strings"
)

// Nouns that say whether a person is a woman or a man.
var (
	women = set(`woman girl mother mom mum daughter sister wife widow aunt grandmother niece queen princess lady actress
		congresswoman chairwoman spokeswoman businesswoman policewoman bride girlfriend goddess heroine waitress nun empress
		duchess baroness countess hostess saleswoman stepmother granddaughter mistress madam mrs mrs. ms ms. miss`)
	men = set(`man boy father dad son brother husband widower uncle grandfather nephew king prince gentleman actor
		congressman chairman spokesman businessman policeman groom boyfriend god hero waiter monk emperor duke baron count
		salesman stepfather grandson sir mr mr. guy`)
)

// GenderOf returns whether a noun or title, by its lemma, means a woman, 'f', or a
// man, 'm', or 0.
func GenderOf(lemma string) byte {
	switch lemma = strings.ToLower(lemma); {
	case women[lemma]:
		return 'f'
	case men[lemma]:
		return 'm'
	}
	return 0
}

// times are names of days and months, which no table of nouns has. “May” and
// “March” are left out.
var times = set(`monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
	november december`)

// IsTime reports whether a noun, by its lemma, is the name of a day or month.
func IsTime(lemma string) bool { return times[strings.ToLower(lemma)] }

// media are nouns, and last words of names, of those to whom news is told.
var media = set(`afp agency bbc broadcaster channel daily herald interviewer journal journalist journalists magazine media network news newspaper newspapers
	outlet paper post press radio reporter reporters station television times tv`)

// people are nouns of one person that the tables do not have.
var people = set(`baker butcher claimant clerk colleague cook cousin cyclist designer goalkeeper grandparent heir landlord lodger mate
	newcomer nurse orphan pal passer-by pedestrian pensioner plumber shopkeeper sibling solicitor spouse teenager tenant
	toddler treasurer trustee youngster`)

// endings tell what kind of thing a noun means that no table has.
var endings = []struct {
	of   string
	kind Type
}{
	{"ist", Person}, {"ian", Person}, {"man", Person}, {"woman", Person}, {"person", Person}, {"eer", Person}, {"ster", Person},
	{"tion", Abstract}, {"sion", Abstract}, {"ness", Abstract}, {"ity", Abstract}, {"ism", Abstract}, {"ment", Abstract},
	{"ance", Abstract}, {"ence", Abstract}, {"ship", Abstract}, {"hood", Abstract}, {"ics", Abstract}, {"logy", Abstract},
}

// isAgent reports whether a noun may mean who does something, “skater”, or who holds
// an office, of which the kinds that are given know no more than that they have it.
func (t *Text) isAgent(noun string) bool {
	if _, ok := t.kinds[noun]; ok {
		return true
	}
	return slices.ContainsFunc([]string{"er", "or", "ee", "ant", "ent"}, func(end string) bool { return strings.HasSuffix(noun, end) })
}

func set(words string) map[string]bool {
	s := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
