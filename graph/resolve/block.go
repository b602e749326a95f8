package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// Block names the group of entities with which an entity is resolved. It
// depends on the slug of its name alone:
//
//	Sergei Lavrov, Lavrov                           lavrov, the last word
//	Organization for … in Europe, OSCE              osce, the initials
//	Supreme Court, Port of Odesa                    the whole name
//
// Initials, from three on, are those of names that end in a common noun
// (ministry, forces) or hold a word such as “of”. A name without a letter or
// digit has no slug and stands for itself, by a hash behind an underscore, which
// no slug has.
func Block(e *graph.Entity) string { return blockOf(e.Name) }

func blockOf(name string) string {
	words := words(name)
	if len(words) == 0 {
		sum := sha256.Sum256([]byte(name))
		return "_" + hex.EncodeToString(sum[:4])
	}
	if phrase, other := generic(words); phrase != nil && len(other) < 3 {
		return strings.Join(phrase, "-")
	}
	last := len(words) - 1
	for last > 0 && generations[words[last]] {
		last--
	}
	if !nouns[words[last]] && !slices.ContainsFunc(words[:last], isParticle) {
		return words[last]
	}
	if short := initials(words); len(short) > 2 {
		return short
	}
	return strings.Join(words, "-")
}

// initials returns the first letters of the words that have one in an acronym.
func initials(words []string) string {
	var b strings.Builder
	for _, word := range words {
		if !isParticle(word) {
			for _, r := range word {
				b.WriteRune(r)
				break
			}
		}
	}
	return b.String()
}

func isParticle(word string) bool { return particles[word] }

var (
	generations = set(`jr sr junior senior ii iii iv`)
	particles   = set(`of for and the in on to at against with from by`)

	// nouns end the names of bodies and places, never those of persons.
	nouns = respelled(`
academy administration affairs agency airlines airport alliance army arena assembly association attack authority bank base basin battalion bay
beach board bridge brigade broadcasting building bureau cabinet camp canal capital cartel cathedral center centre chamber championship church city
club coalition coast college command commission committee commonwealth company conference confederation congress corporation corps corridor
coun council county court creek cup defence defense department desert directorate district division duma election embassy emirate
empire enclave exchange expressway federation festival finance fleet force forces foundation front fund games gang garrison general government
governorate group guard guards gulf harbour harbor headquarters heights highway holdings hospital hotel house inc industries institute island
islands journal jury justice knesset krai lab laboratory lake league legislature library ltd mall market marine ministry mission monument mosque
motors mountain mountains movement museum navy network news nations oblast ocean office organisation organization palace pact panel parish park
parliament partners party peninsula plant platform plaza police policy port power press prison prosecutor province railway range rebels refinery region
regiment registry reich republic reserve resistance river road school sea secretariat security senate service services shelf ship shrine society
square squad staff state states station steel store strait street strip studios summit supreme syndicate system systems taskforce team
television temple territory times tower town treasury treaty tribunal troops tunnel union unit university valley vanguard village volcano
water wing works zone`)
)

func set(list string) map[string]bool {
	out := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		out[word] = true
	}
	return out
}

func respelled(list string) map[string]bool {
	out := make(map[string]bool)
	for word := range set(list) {
		out[respell(word)] = true
	}
	return out
}
