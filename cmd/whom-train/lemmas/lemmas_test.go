package lemmas

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
)

func TestInflect(t *testing.T) {
	v, err := readVocabulary(vocabularyText)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ reason, base, want string }{
		{"plain", "sign", "signs signed signing"},
		{"a final e", "agree", "agrees agreed agreeing"},
		{"an e that goes before ing", "accuse", "accuses accused accusing"},
		{"ie", "die", "dies died dying"},
		{"y after a consonant", "deny", "denies denied denying"},
		{"y after a vowel", "deploy", "deploys deployed deploying"},
		{"a sibilant", "clash", "clashes clashed clashing"},
		{"o after a consonant", "veto", "vetoes vetoed vetoing"},
		{"one syllable doubles", "ban", "bans banned banning"},
		{"two vowels do not", "meet", "meets meeted meeting"},
		{"w does not", "vow", "vows vowed vowing"},
		{"qu is no vowel", "quit", "quits quitted quitting"},
		{"listed as doubling", "expel", "expels expelled expelling"},
		{"not listed", "visit", "visits visited visiting"},
		{"c takes a k", "panic", "panics panicked panicking"},
	}
	for _, test := range tests {
		f := v.inflect(test.base)
		if got := fmt.Sprintf("%s %s %s", f["VBZ"], f["VBD"], f["VBG"]); got != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, got, test.want)
		}
	}
}

func TestReadVocabularyErrors(t *testing.T) {
	tests := []struct{ reason, in, want string }{
		{"two parts of a verb", "[irregular verbs]\ngo went\n", "reading vocabulary: line 2: 2 words instead of base"},
		{"no plural", "[plurals]\nman\n", "reading vocabulary: line 2: 1 words instead of singular"},
		{"no section", "go\n", `reading vocabulary: line 1: unknown section ""`},
	}
	for _, test := range tests {
		_, err := readVocabulary(test.in)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.reason, err, test.want)
		}
	}
}

// corpus makes one sentence of form/lemma/upos/xpos words.
func corpus(words string) []syntax.Sentence {
	var s syntax.Sentence
	for _, w := range strings.Fields(words) {
		p := strings.Split(w, "/")
		s.Tokens = append(s.Tokens, syntax.Token{Form: p[0], Lemma: p[1], UPOS: p[2], XPOS: p[3]})
	}
	return []syntax.Sentence{s}
}

func TestLearn(t *testing.T) {
	sentences := corpus(`him/he/PRON/PRP Him/he/PRON/PRP teh/the/DET/DT fled/flead/VERB/VBD
		talks/talk/NOUN/NNS allies/ally/NOUN/NNS treaties/treaty/NOUN/NNS ended/end/VERB/VBD denied/deny/VERB/VBD tried/try/VERB/VBD
		Sept./September/PROPN/NNP Sept./September/PROPN/NNP Edwards/Edward/PROPN/NNP Edwards/Edward/PROPN/NNP
		Ameri/_/X/GW news/news/NOUN/NN agrees/agree/VERB/VBZ`)
	v := &vocabulary{irregular: [][3][]string{{{"flee"}, {"fled"}, {"fled"}}}, plurals: map[string][]string{"man": {"men"}}, demonyms: []string{"Czech"}}
	table := learn(sentences, v)
	tests := []struct{ reason, form, upos, xpos, want string }{
		{"seen twice", "him", "PRON", "PRP", "he"},
		{"seen once without an ending, perhaps misspelt", "teh", "DET", "DT", "teh"},
		{"the vocabulary above one token", "fled", "VERB", "VBD", "flee"},
		{"a suffix", "deals", "NOUN", "NNS", "deal"},
		{"a longer suffix", "parties", "NOUN", "NNS", "party"},
		{"a form made from a lemma that was seen", "agreed", "VERB", "VBD", "agree"},
		{"a verb made from a noun", "newsing", "VERB", "VBG", "news"},
		{"a month at full length", "Sept.", "PROPN", "NNP", "September"},
		{"a name is not another name", "Edwards", "PROPN", "NNP", "Edwards"},
		{"an irregular plural", "men", "NOUN", "NNS", "man"},
		{"a demonym keeps its capital", "czech", "ADJ", "JJ", "Czech"},
	}
	for _, test := range tests {
		if got := table.Lemma(test.form, test.upos, test.xpos); got != test.want {
			t.Errorf("%s: %s gives %s, want %s", test.reason, test.form, got, test.want)
		}
	}
}

// TestLearnIsDeterministic learns twice: maps are walked in another
// order each time.
func TestLearnIsDeterministic(t *testing.T) {
	v, err := readVocabulary(vocabularyText)
	if err != nil {
		t.Fatal(err)
	}
	var files [2]bytes.Buffer
	for i := range files {
		if err := learn(corpus("left/leave/VERB/VBD left/left/VERB/VBD saw/see/VERB/VBD saw/saw/VERB/VBD"), v).Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].String() != files[1].String() {
		t.Error("the same treebank gives two tables")
	}
}
