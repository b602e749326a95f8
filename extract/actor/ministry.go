package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// readMinistries finds ministries with their country that are no names to the model:
// “Russia's foreign ministry”, “the Thai ministry of defence”.
func (d *Document) readMinistries(s int) {
	for i := range d.sentences[s].Tokens {
		if d.lemma(s, i) != "ministry" || strings.HasSuffix(d.token(s, i).XPOS, "S") {
			continue
		}
		first, last := d.ministryAt(s, i)
		adjective := d.tables.adjectiveOf[d.countryBeside(s, first, last)]
		if adjective == "" || d.isTaken(s, first, last) || portfolioOf(d.text(s, first, last)) == "" {
			continue
		}
		d.mark(mention{sentence: s, first: first, last: last, nominal: d.token(s, i).UPOS == "NOUN", entity: d.bodyOf(adjective, d.text(s, first, last), d.countryBeside(s, first, last))})
	}
}

// ministryAt returns the first and last token of “foreign ministry” and of “ministry
// of foreign affairs”.
func (d *Document) ministryAt(s, i int) (first, last int) {
	tokens := d.sentences[s].Tokens
	if i > 0 && portfolios[strings.ToLower(tokens[i-1].Form)] {
		return i - 1, i
	}
	if i+2 < len(tokens) && tokens[i+1].Form == "of" && portfolios[strings.ToLower(tokens[i+2].Form)] {
		if i+3 < len(tokens) && strings.EqualFold(tokens[i+3].Form, "affairs") {
			return i, i + 3
		}
		return i, i + 2
	}
	return i, i
}

// joinMinistry gives a ministry that no country is named with to that of
// [Document.countryOf], and another body that every country has to the only one.
func (d *Document) joinMinistry(m *mention) {
	e := d.entities[m.entity]
	if e.kind != graph.Organization || e.country != "" {
		return
	}
	country := ""
	if portfolio := portfolioOf(e.name); portfolio != "" {
		country = d.countryOf(portfolio)
	} else if isStateBody(e.name) {
		country = d.onlyCountry()
	}
	if adjective := d.tables.adjectiveOf[country]; adjective != "" {
		m.entity = d.bodyOf(adjective, e.name, country)
	}
}

var (
	houses = wordSet("assembly bank cabinet congress court duma forces force guard army navy parliament police senate")
	// told are the words before them that most countries have too.
	told = wordSet("air armed central coast constitutional federal high legislative national supreme")
)

// isStateBody reports whether a name is that of a body of the state which most
// countries have: “National Assembly”, “House of Representatives”.
func isStateBody(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	last := len(words) - 1
	if last < 0 {
		return false
	}
	if last > 1 && (words[0] == "house" || words[0] == "chamber") {
		return words[1] == "of"
	}
	return houses[words[last]] && !slices.ContainsFunc(words[:last], func(w string) bool { return !told[w] })
}

// learnCountry gives a minister, a deputy, or who speaks for a ministry, the same
// country.
func (d *Document) learnCountry(e *entity) {
	if e.kind != graph.Person || e.country != "" {
		return
	}
	role := strings.ToLower(e.role)
	for word, rest, ok := strings.Cut(role, " "); ok && lesser[word]; word, rest, ok = strings.Cut(role, " ") {
		role = rest
	}
	if portfolio := cmp.Or(portfolioIn(role, "minister"), portfolioIn(role, "ministry")); portfolio != "" {
		e.country = d.countryOf(portfolio)
	}
}

// portfolioIn returns what an office that begins so is for: “foreign” of “foreign
// minister”.
func portfolioIn(role, after string) string {
	words := strings.Fields(strings.ToLower(role))
	if len(words) < 2 || words[1] != after {
		return ""
	}
	return canonical(words[0])
}

// countryOf returns the country of the ministry that a document means which names
// it without one: that of its only minister, else the only state named.
func (d *Document) countryOf(portfolio string) string {
	minister := none
	for i, e := range d.entities {
		if e.kind == graph.Person && portfolioIn(e.role, "minister") == portfolio {
			if minister != none {
				return "" // whose is the ministry, whose is abroad?
			}
			minister = i
		}
	}
	if minister != none && d.entities[minister].country != "" {
		return d.entities[minister].country
	}
	return d.onlyCountry()
}

// portfolioOf returns what a ministry without a country is for: “foreign” of
// “Foreign Ministry” and of “Ministry of Foreign Affairs”, “defense” also of “Ministry
// of Defence”.
func portfolioOf(name string) string {
	words := strings.Fields(strings.ToLower(name))
	portfolio := ""
	switch {
	case len(words) == 2 && words[1] == "ministry":
		portfolio = words[0]
	case len(words) > 2 && words[0] == "ministry" && (words[1] == "of" || words[1] == "for"):
		rest := slices.DeleteFunc(words[2:], func(w string) bool { return w == "the" || w == "affairs" })
		if len(rest) == 1 {
			portfolio = rest[0]
		}
	}
	return canonical(portfolio)
}

// commonName returns the one name of a ministry, however it is called: “Defense
// Ministry”; and that of any other body.
func commonName(name string) string {
	if portfolio := portfolioOf(name); portfolio != "" {
		return strings.ToUpper(portfolio[:1]) + portfolio[1:] + " Ministry"
	}
	return name
}

// canonical returns the one form of a portfolio, or "" for what is none.
func canonical(portfolio string) string {
	if !portfolios[portfolio] {
		return ""
	}
	return cmp.Or(sameAs[portfolio], portfolio)
}

// sameAs gives what portfolios are called otherwise.
var sameAs = map[string]string{"defence": "defense", "internal": "interior", "labour": "labor"}

var portfolios = wordSet(`agriculture culture defence defense economy education energy environment finance foreign health home information
	interior internal justice labor labour oil tourism trade transport`)

// onlyCountry returns the country of the only state that the document names, if no
// body that it names is of another, or "".
func (d *Document) onlyCountry() string {
	country := ""
	for _, m := range d.found {
		e := d.entities[m.entity]
		switch {
		case e.kind != graph.State && e.kind != graph.Organization || e.country == country || e.country == "":
		case country != "":
			return ""
		default:
			country = e.country
		}
	}
	return country
}
