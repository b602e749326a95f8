package facts

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// aliases brings different words for the same actor to one.
var aliases = func() map[string]string {
	table := map[string]string{
		"russia":         "russia russian russians moscow kremlin russias moscows",
		"united_states":  "american americans washington washingtons usa",
		"ukraine":        "ukraine ukrainian ukrainians kyiv kiev ukraines",
		"united_kingdom": "british britain uk",
		"west":           "western",
		"zelenskyy":      "zelensky zelenskiy",
		"sergei":         "sergey",
		"vasily":         "vassily",
		"nazi":           "nazis",
		"donbass":        "donbas",
		"china":          "chinese",
		"france":         "french",
		"germany":        "german",
		"defense":        "defence",
	}
	out := make(map[string]string)
	for to, from := range table {
		for _, w := range strings.Fields(from) {
			out[w] = to
		}
	}
	return out
}()

// spellings are rewritten, in this order, before a text is cut into words.
var spellings = []struct {
	pattern *regexp.Regexp
	to      string
}{
	{regexp.MustCompile(`\bU\.\s?S\.(?:A\.)?`), " united_states "},
	{regexp.MustCompile(`\bUSA?\b`), " united_states "},
	{regexp.MustCompile(`\bUnited States\b`), " united_states "},
	{regexp.MustCompile(`\bWhite House\b`), " united_states "},
	{regexp.MustCompile(`\bU\.\s?N\b`), " united_nations "},
	{regexp.MustCompile(`\bUN\b`), " united_nations "},
	{regexp.MustCompile(`\bUnited Nations\b`), " united_nations "},
	{regexp.MustCompile(`\bUnited Kingdom\b|\bU\.K\.`), " united_kingdom "},
	{regexp.MustCompile(`\bSoviet Union\b`), " soviet_union "},
	{regexp.MustCompile(`n['’]t\b`), " not "},
	{regexp.MustCompile(`['’]s\b`), " "},
	{regexp.MustCompile(`['’]`), " "},
}

var latinWord = regexp.MustCompile(`[A-Za-z0-9_]+`)

// plainWords cuts a text into words in lower case, with one word for the
// different names of an actor.
func plainWords(text string) []string {
	for _, s := range spellings {
		text = s.pattern.ReplaceAllString(text, s.to)
	}
	words := latinWord.FindAllString(text, -1)
	for i, w := range words {
		w = strings.ToLower(w)
		if to, ok := aliases[w]; ok {
			w = to
		}
		words[i] = w
	}
	return words
}

// irregular gives the lemmas of irregular forms.
var irregular = func() map[string][]string {
	const table = `say said says saying|tell told|give gave given|send sent|speak spoke spoken|meet met|take took taken|bring brought|
seek sought|make made|lose lost|shoot shot|hold held|build built|see saw seen|go went gone goes|leave left|mean meant|put put|
write wrote written|draw drew drawn|fight fought|choose chose chosen|know knew known|strike struck|pay paid|think thought|
have has had having|be is are was were been being am|get got|do did done does|find found|become became|begin began begun|
deny denied denies|carry carried|try tried tries|reply replied|occupy occupied|supply supplied supplies|slap slapped slapping|
plan planned planning|plot plotted plotting|step stepped stepping|whip whipped whipping|commit committed committing|
submit submitted|permit permitted|drown drowned|threat threats threaten threatened threatening threatens|keep kept|hear heard|
feel felt|come came|understand understood|show shown showed|set set|cut cut|hit hit|read read|mobilize mobilise mobilization|
meeting meetings|call calls called calling`
	out := make(map[string][]string)
	for row := range strings.SplitSeq(table, "|") {
		forms := strings.Fields(row)
		for _, f := range forms {
			out[f] = append(out[f], forms[0])
		}
	}
	return out
}()

// lemmas returns the word and all that it may be a form of.
func lemmas(w string) []string {
	out := append([]string{w}, irregular[w]...)
	cut := func(suffix, to string) {
		if stem, ok := strings.CutSuffix(w, suffix); ok {
			out = append(out, stem+to)
		}
	}
	cut("ies", "y")
	cut("es", "")
	if !strings.HasSuffix(w, "ss") {
		cut("s", "")
	}
	cut("ied", "y")
	for _, suffix := range []string{"ed", "ing"} {
		if stem, ok := strings.CutSuffix(w, suffix); ok && len(stem) > 2 {
			out = append(out, stem, stem+"e")
			if stem[len(stem)-1] == stem[len(stem)-2] {
				out = append(out, stem[:len(stem)-1])
			}
		}
	}
	return out
}

// A wordSet is a text for the question which words occur in it, in any form.
type wordSet map[string]bool

func newWordSet(words []string) wordSet {
	s := make(wordSet)
	for _, w := range words {
		for _, l := range lemmas(w) {
			s[l] = true
		}
	}
	return s
}

// hasAll tells whether every word occurs.
func (s wordSet) hasAll(words []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(lemmas(w), func(l string) bool { return s[l] }) {
			return false
		}
	}
	return true
}

// phraseEnd is where the modifiers after a phrase's head begin.
var phraseEnd = regexp.MustCompile(`\b(of|in|on|at|to|for|from|by|with|near|over|about|against|between|after|before|along|into|among|amid|that|who|which|whose|where|as|including)\b|,`)

// headPart cuts a phrase at its first inner preposition, relative pronoun or
// comma.
func headPart(text string) string {
	for _, m := range phraseEnd.FindAllStringIndex(text, -1) {
		if utf8.RuneCountInString(text[:m[0]]) > 2 {
			return text[:m[0]]
		}
	}
	return text
}

var (
	// bodyWords tell the name of a body from that of a person.
	bodyWords = strings.Fields("ministry department embassy council post committee panel troops officials crimea politik novosti states house union countries administration")
	// looseWords may be absent where a longer name is asked for.
	looseWords = strings.Fields("united_states united_nations russia ukraine of the for")
)

// neededWords returns the words of a gold name that must occur: of a person the
// last, of others all but the country.
func neededWords(name string) []string {
	words, raw := plainWords(name), strings.Fields(name)
	if len(raw) == 2 && len(words) == 2 && isUpper(raw[0]) && isUpper(raw[1]) && words[1] != "states" &&
		!slices.ContainsFunc(raw, func(w string) bool { return slices.Contains(bodyWords, strings.ToLower(w)) }) {
		return words[1:]
	}
	if len(raw) == 2 && strings.Contains(raw[1], "-") && isUpper(raw[0]) && isUpper(raw[1]) {
		return words[len(words)-1:]
	}
	core := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(looseWords, w) })
	if len(core) > 0 && len(words) > 1 {
		return core
	}
	return words
}

func isUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// found returns the gold names that occur in any of the texts, of which only
// the head parts are looked at if heads is set.
func found(texts, names []string, heads bool) map[string]bool {
	out := make(map[string]bool)
	for _, t := range texts {
		if heads {
			t = headPart(t)
		}
		set := newWordSet(plainWords(t))
		for _, n := range names {
			if n != "" && n != "*" && set.hasAll(neededWords(n)) {
				out[n] = true
			}
		}
	}
	return out
}

var lemmaWord = regexp.MustCompile(`[a-z_]+`)

// isPredicate tells whether all words of a gold lemma occur in the predicate. A
// lemma that is cut short (mobiliz) stands for all that begin so.
func isPredicate(text string, lemmas []string) bool {
	set := newWordSet(plainWords(strings.ReplaceAll(text, "-", " ")))
	has := func(w string) bool {
		if set[w] {
			return true
		}
		if len(w) < 6 || !strings.HasSuffix(w, "z") {
			return false
		}
		for l := range set {
			if strings.HasPrefix(l, w) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(lemmas, func(lemma string) bool {
		for _, w := range lemmaWord.FindAllString(strings.ToLower(lemma), -1) {
			if !has(w) {
				return false
			}
		}
		return true
	})
}
