package english

import "testing"

func TestLemma(t *testing.T) {
	tests := []struct{ reason, form, upos, xpos, want string }{
		{"a regular past", "denied", "VERB", "VBD", "deny"},
		{"an e that comes back", "accused", "VERB", "VBN", "accuse"},
		{"a letter that was doubled", "banned", "VERB", "VBN", "ban"},
		{"one that was not", "called", "VERB", "VBD", "call"},
		{"an irregular past", "sought", "VERB", "VBD", "seek"},
		{"an irregular past with a prefix", "overthrew", "VERB", "VBD", "overthrow"},
		{"a prefix before what no rule knows", "misquoted", "VERB", "VBN", "misquote"},
		{"lay as a past", "lay", "VERB", "VBD", "lie"},
		{"lay as a base", "lay", "VERB", "VB", "lay"},
		{"saw as a past", "saw", "VERB", "VBD", "see"},
		{"found as a past", "found", "VERB", "VBD", "find"},
		{"founded", "founded", "VERB", "VBD", "found"},
		{"left as an adjective", "left", "ADJ", "JJ", "left"},
		{"third person", "vetoes", "VERB", "VBZ", "veto"},
		{"a gerund", "signing", "VERB", "VBG", "sign"},
		{"a gerund that dropped an e", "escalating", "VERB", "VBG", "escalate"},
		{"a gerund of ie", "dying", "VERB", "VBG", "die"},
		{"capitals", "DENIES", "VERB", "VBZ", "deny"},
		{"is", "'s", "AUX", "VBZ", "be"},
		{"the possessive s", "’s", "PART", "POS", "'s"},
		{"not", "n't", "PART", "RB", "not"},
		{"ca of can't", "ca", "AUX", "MD", "can"},
		{"wo of won't", "wo", "AUX", "MD", "will"},
		{"a pronoun", "him", "PRON", "PRP", "he"},
		{"a possessive stays", "his", "PRON", "PRP$", "his"},
		{"a determiner", "those", "DET", "DT", "that"},
		{"a plural", "missiles", "NOUN", "NNS", "missile"},
		{"a plural in ies", "allies", "NOUN", "NNS", "ally"},
		{"a plural in es", "clashes", "NOUN", "NNS", "clash"},
		{"an irregular plural", "women", "NOUN", "NNS", "woman"},
		{"a Greek plural", "crises", "NOUN", "NNS", "crisis"},
		{"a plural that is none", "news", "NOUN", "NN", "news"},
		{"one with two meanings", "headquarters", "NOUN", "NNS", "headquarters"},
		{"a comparative", "larger", "ADJ", "JJR", "large"},
		{"a superlative", "worst", "ADJ", "JJS", "bad"},
		{"a nationality keeps its capital", "Ukrainian", "ADJ", "JJ", "Ukrainian"},
		{"an adjective at the start does not", "Senior", "ADJ", "JJ", "senior"},
		{"a name", "Peskov", "PROPN", "NNP", "Peskov"},
		{"a name in s", "Texas", "PROPN", "NNP", "Texas"},
		{"a people", "Russians", "PROPN", "NNPS", "Russian"},
		{"a month", "Sept.", "PROPN", "NNP", "September"},
		{"a number", "100,000", "NUM", "CD", "100000"},
		{"a quote", "“", "PUNCT", "``", `"`},
	}
	for _, test := range tests {
		if got := Lemma(test.form, test.upos, test.xpos); got != test.want {
			t.Errorf("%s: %s gives %s, want %s", test.reason, test.form, got, test.want)
		}
	}
}
