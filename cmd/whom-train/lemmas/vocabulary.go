package lemmas

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed vocabulary.txt
var vocabularyText string

// vocabulary is what vocabulary.txt holds, by section.
type vocabulary struct {
	irregular [][3][]string       // base, past, participle, each with its variants
	doubling  map[string]bool     // bases that double their last letter
	verbs     []string            // bases that need not be in a treebank
	plurals   map[string][]string // plurals of a noun
	demonyms  []string            // adjectives with a capital
}

// readVocabulary reads the sections of vocabulary.txt.
func readVocabulary(text string) (*vocabulary, error) {
	v := &vocabulary{doubling: map[string]bool{}, plurals: map[string][]string{}}
	section := ""
	for i, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		if err := v.add(section, words); err != nil {
			return nil, fmt.Errorf("reading vocabulary: line %d: %w", i+1, err)
		}
	}
	return v, nil
}

func (v *vocabulary) add(section string, words []string) error {
	switch section {
	case "irregular verbs":
		if len(words) != 3 {
			return fmt.Errorf("%d words instead of base, past and participle", len(words))
		}
		v.irregular = append(v.irregular, [3][]string{variants(words[0]), variants(words[1]), variants(words[2])})
	case "doubling verbs":
		for _, w := range words {
			v.doubling[w] = true
		}
		v.verbs = append(v.verbs, words...)
	case "verbs":
		v.verbs = append(v.verbs, words...)
	case "plurals":
		if len(words) != 2 {
			return fmt.Errorf("%d words instead of singular and plural", len(words))
		}
		v.plurals[words[0]] = variants(words[1])
	case "demonyms":
		v.demonyms = append(v.demonyms, words...)
	default:
		return fmt.Errorf("unknown section %q", section)
	}
	return nil
}

func variants(s string) []string { return strings.Split(s, "/") }

// inflect returns the regular forms of a verb by tag.
func (v *vocabulary) inflect(base string) map[string]string {
	stem, past := base, "ed"
	switch {
	case strings.HasSuffix(base, "e"):
		past = "d"
	case consonantY(base):
		stem, past = base[:len(base)-1], "ied"
	case v.doubles(base):
		stem += base[len(base)-1:]
	case strings.HasSuffix(base, "c"):
		stem += "k"
	}
	third := withS(base)
	if n := len(base); n > 1 && base[n-1] == 'o' && !vowel(base[n-2]) {
		third = base + "es"
	}
	return map[string]string{"VBZ": third, "VBD": stem + past, "VBN": stem + past, "VBG": v.gerund(base)}
}

func (v *vocabulary) gerund(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !hasSuffix(base, "ee", "oe", "ye"):
		return base[:len(base)-1] + "ing"
	case v.doubles(base):
		return base + base[len(base)-1:] + "ing"
	case strings.HasSuffix(base, "c"):
		return base + "king"
	}
	return base + "ing"
}

// doubles tells whether the last letter of a verb is doubled before -ed and
// -ing: if it is listed, or one syllable with one vowel before one consonant.
func (v *vocabulary) doubles(base string) bool {
	n := len(base)
	if v.doubling[base] {
		return true
	}
	if n < 3 || vowel(base[n-1]) || strings.IndexByte("wxyh", base[n-1]) >= 0 || !vowel(base[n-2]) {
		return false
	}
	for i := range n - 2 {
		if vowel(base[i]) && !(base[i] == 'u' && i > 0 && base[i-1] == 'q') {
			return false
		}
	}
	return true
}

// withS adds the s of plurals and of the third person.
func withS(base string) string {
	switch {
	case consonantY(base):
		return base[:len(base)-1] + "ies"
	case hasSuffix(base, "s", "x", "z", "ch", "sh"):
		return base + "es"
	}
	return base + "s"
}

func consonantY(s string) bool {
	n := len(s)
	return n > 1 && s[n-1] == 'y' && !vowel(s[n-2])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func hasSuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}
