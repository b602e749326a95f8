package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

var (
	// ranks are the words of an office that do not tell of which body it is.
	ranks = respelled(`
minister secretary deputy vice first acting interim caretaker incumbent current assistant under chief head director general chair chairman
chairwoman spokesman spokeswoman spokesperson press official senior permanent the his her its their new top and on`)

	// holders make a role an office of state.
	holders = respelled(`minister secretary president premier chancellor king queen prime ambassador spokesman spokeswoman spokesperson envoy governor`)

	// institutions are the words of a body that do not tell of what it is.
	institutions = respelled(`ministry department office secretariat affairs external`)

	// past parts an office that somebody held from one that he holds.
	past = respelled(`former ex ousted late then deposed jailed elect candidate outgoing`)
)

// seats gives, per row, a country, the seat by which its government is known, and
// the offices that belong to it, or the portfolio of the ministry in it.
var seats = []struct {
	country, seat string
	offices       []string
}{
	{"RUS", "kremlin", []string{"president"}},
	{"USA", "white-house", []string{"president"}},
	{"USA", "pentagon", []string{"defense"}},
	{"GBR", "downing-street", []string{"prime"}},
	{"GBR", "foreign-office", []string{"foreign"}},
	{"FRA", "elysee", []string{"president"}},
	{"FRA", "quai-d-orsay", []string{"foreign"}},
	{"KOR", "blue-house", []string{"president"}},
}

// portfolio returns the sorted words that tell of which body an office is:
// foreign of “Deputy Foreign Minister”. It is nil for what is no office of state
// or no longer held.
func portfolio(role string) []string {
	var out []string
	office := false
	for _, word := range words(role) {
		switch {
		case past[word]:
			return nil
		case holders[word]:
			office = true
		}
		if !ranks[word] && !particles[word] && !institutions[word] {
			out = append(out, word)
		}
	}
	if !office {
		return nil
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// bodies are the organizations of countries, by country.
type bodies map[string][]body

type body struct {
	id    string
	words []string // of all forms, without those of institutions
	size  int      // entities
}

func bodiesOf(actors []graph.Actor) bodies {
	out := make(bodies)
	for _, a := range actors {
		if a.Type != graph.Organization || a.Country == "" {
			continue
		}
		names := map[string]bool{a.Name: true}
		for _, alias := range a.Aliases {
			names[alias.Text] = true
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if tells := tellingWords(a.Country, name); len(tells) > 0 {
				out[a.Country] = append(out[a.Country], body{a.ID, tells, len(a.Entities)})
			}
		}
	}
	return out
}

// tellingWords are those of a ministry's name without “ministry”; for the seat of
// a government they are its offices too. Other bodies have none.
func tellingWords(country, name string) []string {
	all := words(name)
	slug := strings.Join(all, "-")
	var out []string
	for _, word := range all {
		if !institutions[word] && !particles[word] {
			out = append(out, word)
		}
	}
	for _, s := range seats {
		if s.country == country && strings.Join(words(s.seat), "-") == slug {
			for _, office := range s.offices {
				out = append(out, respell(office))
			}
			return out
		}
	}
	// “State Department” loses its last word as a region does.
	if !slices.ContainsFunc(strings.Split(graph.Slug(name), "-"), func(word string) bool { return institutions[respell(word)] }) {
		return nil
	}
	return out
}

// of returns the id of the body of a country to which an office belongs, or "":
// one that has all words of the portfolio and fewest others; of several the one
// that most entities are.
func (b bodies) of(role, country string) string {
	office := portfolio(role)
	best, bestID, size := 3, "", 0 // up to two more words: those of the country
	if len(office) == 0 {
		return ""
	}
	for _, body := range b[country] {
		more := 0
		for _, word := range body.words {
			if !slices.Contains(office, word) {
				more++
			}
		}
		lacks := slices.ContainsFunc(office, func(word string) bool { return !slices.Contains(body.words, word) })
		if !lacks && (more < best || more == best && body.size > size) {
			best, bestID, size = more, body.id, body.size
		}
	}
	return bestID
}
