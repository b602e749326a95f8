package actor

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// readKnown finds countries, their adjectives and well-known bodies by the
// longest form of the tables that has at least so many words. Forms of several
// words go before the model's names, of which they are often torn parts.
func (d *Document) readKnown(s, words int) {
	tokens := d.sentences[s].Tokens
	for first := 0; first < len(tokens); first++ {
		if d.mentions[s][first] != none || !isUpper(tokens[first].Form) {
			continue
		}
		for last := min(first+d.tables.longest, len(tokens)) - 1; last >= first+words-1; last-- {
			if d.isTaken(s, first, last) || first == last && d.insideName(s, first) {
				continue
			}
			what, adjective := d.knownForm(s, first, last)
			if what.name == "" || adjective && d.isContinental(s, first, last) || first < last && d.isWithinBody(s, first, last, what.country) || d.isOfAnother(s, first, last, what.country) {
				continue
			}
			d.mark(mention{sentence: s, first: first, last: last, adjective: adjective, entity: d.knownEntity(what)})
			first = last
			break
		}
	}
}

// continental are words after which an adjective is not that of the country.
var continental = map[string]map[string]bool{"American": wordSet("Central Latin North South"), "Irish": wordSet("Northern")}

// isContinental reports whether the word before an adjective makes it that of more
// or less than a country: “South American”, “Northern Irish”.
func (d *Document) isContinental(s, first, last int) bool {
	return first == last && first > 0 && continental[d.token(s, first).Form][d.token(s, first-1).Form]
}

// knownForm returns what the tables say of a form, and whether it stands as an
// adjective. A name of one word must be tagged as such or look like “M23”, one of
// several must begin and end in capitals: parsers take “Rapid Support Forces” for
// plain nouns.
func (d *Document) knownForm(s, first, last int) (what known, adjective bool) {
	form, end := d.text(s, first, last), d.token(s, last)
	isName := end.UPOS == "PROPN" || end.UPOS != "PRON" && strings.ContainsAny(form, "0123456789")
	if what, adjective = d.tables.adjectives[form]; adjective && !isName {
		return what, true
	}
	if what, ok := d.tables.names[form]; ok && (isName || first < last && isUpper(end.Form)) {
		return what, false
	}
	return what, adjective
}

// isWithinBody reports whether a known form is only part of what the model
// holds for the name of a body: “Democratic Party” in “Social Democratic Party”,
// “United States” in “United States Navy”. The country of the form itself may
// stand before or after it.
func (d *Document) isWithinBody(s, first, last int, country string) bool {
	return slices.ContainsFunc(d.sentences[s].Names, func(n syntax.Name) bool {
		return n.Type == syntax.OrganizationName && n.First <= first && last <= n.Last &&
			!(d.isCountry(s, n.First, first-1, country) && d.isCountry(s, last+1, n.Last, country))
	})
}

// isCountry reports whether there are no words but those of the country.
func (d *Document) isCountry(s, first, last int, country string) bool {
	for first <= last && slices.Contains([]string{"DET", "ADP", "PART", "PUNCT"}, d.token(s, first).UPOS) {
		first++
	}
	for first <= last && slices.Contains([]string{"PART", "PUNCT"}, d.token(s, last).UPOS) {
		last--
	}
	if first > last {
		return true
	}
	form := d.text(s, first, last)
	return country != "" && (d.tables.adjectives[form].country == country || d.tables.names[form].country == country)
}

// insideName reports whether a city's name is the last word of a longer name:
// Bamako in “Radio Bamako”.
func (d *Document) insideName(s, i int) bool {
	if i == 0 || !d.tables.names[d.token(s, i).Form].capital || d.token(s, i-1).UPOS != "PROPN" {
		return false
	}
	return d.token(s, i-1).Head == i || d.token(s, i).Head == i-1
}

func isUpper(s string) bool { return s != "" && s != strings.ToLower(s) }

func (d *Document) lookUp(form string) (known, bool) {
	if what, ok := d.tables.names[form]; ok {
		return what, true
	}
	if what, ok := d.tables.names[strings.ReplaceAll(form, "’", "'")]; ok {
		return what, true
	}
	if what, ok := d.tables.folded[strings.ToLower(form)]; ok {
		return what, true
	}
	// Pages that lost their apostrophes write “Russias” for “Russia's”.
	what, ok := d.tables.names[strings.TrimSuffix(form, "s")]
	return what, ok && len(form) > 4 && what.kind == graph.State
}

// countryIn returns the country whose name or adjective stands in a name.
func (d *Document) countryIn(s, first, last int) string {
	for i := first; i <= last; i++ {
		form := d.token(s, i).Form
		if what, ok := d.tables.adjectives[form]; ok {
			return what.country
		}
		if what, ok := d.tables.names[form]; ok && what.kind == graph.State && !what.capital {
			return what.country
		}
	}
	return ""
}

func (d *Document) knownEntity(what known) int {
	return d.entityFor(string(what.kind)+":"+graph.Slug(what.name), what.name, what.kind, what.country)
}
