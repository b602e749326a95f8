package coref_test

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/coref"
	"github.com/whomgraph/whom/extract/syntax"
)

// read makes sentences of rows: form, lemma, UPOS, XPOS, head (from 1, 0 = root),
// relation; an empty row ends a sentence.
func read(t testing.TB, rows ...string) ([]syntax.Sentence, []*syntax.Tree) {
	t.Helper()
	var b strings.Builder
	number := 0
	for _, row := range rows {
		f := strings.Fields(row)
		if len(f) == 0 {
			b.WriteString("\n")
			number = 0
			continue
		}
		number++
		b.WriteString(strings.Join([]string{itoa(number), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
	}
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var trees []*syntax.Tree
	for i := range sentences {
		trees = append(trees, sentences[i].Tree())
	}
	return sentences, trees
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

var (
	acme  = coref.Name{Sentence: 0, First: 0, Last: 0, Entity: 0, Type: coref.Organization}
	maria = coref.Name{Sentence: 0, First: 0, Last: 0, Entity: 0, Type: coref.Person, Gender: 'f'}
	peter = coref.Name{Sentence: 0, First: 2, Last: 2, Entity: 1, Type: coref.Person, Gender: 'm'}
	later = coref.Name{Sentence: 1, First: 0, Last: 0, Entity: 0, Type: coref.Person, Gender: 'f'}
)

func TestResolve(t *testing.T) {
	met := []string{"Maria maria PROPN NNP 2 nsubj", "met meet VERB VBD 0 root", "Peter peter PROPN NNP 2 obj", ""}
	for _, test := range []struct {
		reason   string
		rows     []string
		names    []coref.Name
		sentence int
		token    int
		want     string // the first word of the chain, or "" for a new one
	}{
		{"she is the woman", append(met, "She she PRON PRP 2 nsubj", "left leave VERB VBD 0 root"), []coref.Name{maria, peter}, 1, 0, "Maria"},
		{"he is the man", append(met, "He he PRON PRP 2 nsubj", "left leave VERB VBD 0 root"), []coref.Name{maria, peter}, 1, 0, "Peter"},
		{"it is no person", append(met, "It it PRON PRP 2 nsubj", "rained rain VERB VBD 0 root"), []coref.Name{maria, peter}, 1, 0, ""},
		{"names of one entity are one", append(met, "Maria maria PROPN NNP 2 nsubj", "left leave VERB VBD 0 root"), []coref.Name{maria, peter, later}, 1, 0, "Maria"},
		{"its is the company that acts", []string{
			"Acme acme PROPN NNP 2 nsubj", "sold sell VERB VBD 0 root", "its its PRON PRP$ 4 nmod:poss", "ships ship NOUN NNS 2 obj"}, []coref.Name{acme}, 0, 2, "Acme"},
		{"an object is not its verb's subject", []string{
			"Acme acme PROPN NNP 2 nsubj", "sold sell VERB VBD 0 root", "it it PRON PRP 2 obj"}, []coref.Name{acme}, 0, 2, ""},
		{"nor that of a verb before", []string{
			"Acme acme PROPN NNP 2 nsubj", "built build VERB VBD 0 root", "and and CCONJ CC 4 cc", "sold sell VERB VBD 2 conj", "it it PRON PRP 4 obj"}, []coref.Name{acme}, 0, 4, ""},
		{"a noun again", []string{
			"Workers worker NOUN NNS 2 nsubj", "left leave VERB VBD 0 root", "the the DET DT 4 det", "factory factory NOUN NN 2 obj", "",
			"The the DET DT 2 det", "factory factory NOUN NN 3 nsubj", "burned burn VERB VBD 0 root"}, nil, 1, 1, "factory"},
		{"a predicate", []string{
			"Acme acme PROPN NNP 4 nsubj", "is be AUX VBZ 4 cop", "a a DET DT 4 det", "company company NOUN NN 0 root"}, []coref.Name{acme}, 0, 3, "Acme"},
		{"he is no event", []string{
			"The the DET DT 2 det", "election election NOUN NN 3 nsubj", "began begin VERB VBD 0 root", "",
			"He he PRON PRP 2 nsubj", "left leave VERB VBD 0 root"}, nil, 1, 0, ""},
		{"nor what a noun's ending shows to be an idea", []string{
			"Tariff tariff NOUN NN 2 compound", "harmonization harmonization NOUN NN 3 nsubj", "began begin VERB VBD 0 root", "",
			"He he PRON PRP 2 nsubj", "left leave VERB VBD 0 root"}, nil, 1, 0, ""},
		{"nor that of the verb above, who is understood", []string{
			"Acme acme PROPN NNP 2 nsubj", "tried try VERB VBD 0 root", "to to PART TO 4 mark", "sell sell VERB VB 2 xcomp", "it it PRON PRP 4 obj"}, []coref.Name{acme}, 0, 4, ""},
		{"nor the noun of whose relative clause it is part", []string{
			"Workers worker NOUN NNS 2 nsubj", "built build VERB VBD 0 root", "a a DET DT 4 det", "ship ship NOUN NN 2 obj", "that that PRON WDT 6 nsubj", "carries carry VERB VBZ 4 acl:relcl", "it it PRON PRP 6 obj"}, nil, 0, 6, ""},
		{"what a noun is for is not the noun", []string{
			"Workers worker NOUN NNS 2 nsubj", "saw see VERB VBD 0 root", "no no DET DT 4 det", "reason reason NOUN NN 2 obj", "to to PART TO 6 mark", "cross cross VERB VB 4 acl", "it it PRON PRP 6 obj"}, nil, 0, 6, ""},
		{"who speaks is I, not she", append(met, "\" `` PUNCT `` 3 punct", "She she PRON PRP 3 nsubj", "left leave VERB VBD 6 ccomp", "\" '' PUNCT '' 3 punct", "Maria maria PROPN NNP 6 nsubj", "said say VERB VBD 0 root"),
			[]coref.Name{maria, peter, {Sentence: 1, First: 4, Last: 4, Entity: 0, Type: coref.Person, Gender: 'f'}}, 1, 1, ""},
		{"they are no idea", []string{
			"The the DET DT 2 det", "evidence evidence NOUN NN 3 nsubj", "grew grow VERB VBD 0 root", "",
			"They they PRON PRP 2 nsubj", "left leave VERB VBD 0 root"}, nil, 1, 0, ""},
		{"nor one woman", []string{
			"His his PRON PRP$ 2 nmod:poss", "wife wife NOUN NN 3 nsubj", "called call VERB VBD 0 root", "",
			"They they PRON PRP 2 nsubj", "left leave VERB VBD 0 root"}, nil, 1, 0, ""},
		{"it is no day", []string{
			"Workers worker NOUN NNS 2 nsubj", "left leave VERB VBD 0 root", "on on ADP IN 4 case", "Friday friday NOUN NN 2 obl", "",
			"It it PRON PRP 2 nsubj", "burned burn VERB VBD 0 root"}, nil, 1, 0, ""},
		{"its is whose thing it is part of", []string{
			"Workers worker NOUN NNS 2 nsubj", "saw see VERB VBD 0 root", "Acme acme PROPN NNP 5 nmod:poss", "'s 's PART POS 3 case", "sale sale NOUN NN 2 obj", "of of ADP IN 8 case", "its its PRON PRP$ 8 nmod:poss", "ships ship NOUN NNS 5 nmod"},
			[]coref.Name{{Sentence: 0, First: 2, Last: 2, Entity: 0, Type: coref.Organization}}, 0, 6, "Acme"},
		{"presidents of two are two", []string{
			"Peru peru PROPN NNP 3 nmod:poss", "'s 's PART POS 1 case", "president president NOUN NN 4 nsubj", "left leave VERB VBD 0 root", "",
			"Chile chile PROPN NNP 3 nmod:poss", "'s 's PART POS 1 case", "president president NOUN NN 4 nsubj", "stayed stay VERB VBD 0 root"},
			[]coref.Name{{Sentence: 0, First: 0, Last: 0, Entity: 0, Type: coref.Place}, {Sentence: 1, First: 0, Last: 0, Entity: 1, Type: coref.Place}}, 1, 2, ""},
		{"there that only fills a place is no mention", []string{
			"There there PRON EX 2 expl", "was be VERB VBD 0 root", "rain rain NOUN NN 2 nsubj"}, nil, 0, 2, ""},
	} {
		sentences, trees := read(t, test.rows...)
		text := coref.Read(sentences, trees, test.names, nil)
		text.Resolve()
		m := text.At(test.sentence, test.token)
		if m == coref.None {
			t.Errorf("%s: no mention", test.reason)
			continue
		}
		got := ""
		for a := text.Antecedent[m]; a != coref.None; a = text.Antecedent[a] {
			first := text.Mentions[a]
			got = sentences[first.Sentence].Tokens[first.Head].Form
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.reason, got, test.want)
		}
	}
}

// What only fills a place is no mention.
func TestExpletive(t *testing.T) {
	for _, test := range []struct {
		reason string
		rows   []string
	}{
		{"it is clear that …", []string{"It it PRON PRP 3 expl", "is be AUX VBZ 3 cop", "clear clear ADJ JJ 0 root"}},
		{"it is feared that …", []string{"It it PRON PRP 3 nsubj:pass", "is be AUX VBZ 3 aux:pass", "feared fear VERB VBN 0 root", "they they PRON PRP 5 nsubj", "left leave VERB VBD 3 ccomp"}},
		{"it is Tuesday", []string{"It it PRON PRP 3 nsubj", "is be AUX VBZ 3 cop", "Tuesday tuesday PROPN NNP 0 root"}},
	} {
		sentences, trees := read(t, test.rows...)
		if at := coref.Read(sentences, trees, nil, nil).At(0, 0); at != coref.None {
			t.Errorf("%s: mention %d, want none", test.reason, at)
		}
	}
}

// TestWalk holds what every walk keeps, whatever it chooses: antecedents come
// before, options are new or earlier mentions, and names of two entities are
// never one.
func TestWalk(t *testing.T) {
	sentences, trees := read(t,
		"Maria maria PROPN NNP 2 nsubj", "met meet VERB VBD 0 root", "Peter peter PROPN NNP 2 obj", "",
		"Maria maria PROPN NNP 2 nsubj", "thanked thank VERB VBD 0 root", "him he PRON PRP 2 obj", "and and CCONJ CC 5 cc", "friends friend NOUN NNS 3 conj")
	text := coref.Read(sentences, trees, []coref.Name{maria, peter, later}, nil)
	for _, pick := range []string{"first", "last"} {
		text.Walk(func(i int, options []coref.Option) int {
			for k, o := range options {
				if (k == 0) != (o.Antecedent == coref.None) || o.Antecedent >= i {
					t.Errorf("option %d of mention %d is mention %d", k, i, o.Antecedent)
				}
				if len(o.Features) == 0 {
					t.Errorf("option %d of mention %d has no feature", k, i)
				}
			}
			if pick == "last" {
				return len(options) - 1
			}
			return 0
		})
		a, b, c := text.At(0, 0), text.At(0, 2), text.At(1, 0)
		if text.Entity(a) != 0 || text.Entity(b) != 1 || text.Entity(c) != 0 {
			t.Errorf("%s options: entities %d, %d, %d", pick, text.Entity(a), text.Entity(b), text.Entity(c))
		}
	}
}

func TestFeatureNamesDiffer(t *testing.T) {
	seen := make(map[string]int)
	for id := range coref.Features() {
		name := coref.FeatureName(id)
		if before, ok := seen[name]; ok {
			t.Fatalf("features %d and %d are both %q: a line of weights.tsv could be either's", before, id, name)
		}
		seen[name] = id
	}
}

func FuzzRead(f *testing.F) {
	f.Add("1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\t_\n\n", 0)
	f.Add("1\tA\ta\tPROPN\tNNP\t_\t0\troot\t_\t_\n2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_\n3\tB\tb\tPROPN\tNNP\t_\t1\tconj\t_\t_\n\n", 1)
	f.Fuzz(func(t *testing.T, conllu string, name int) {
		sentences, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
		if err != nil {
			return
		}
		var trees []*syntax.Tree
		var names []coref.Name
		for i := range sentences {
			trees = append(trees, sentences[i].Tree())
			if name >= 0 && name < len(sentences[i].Tokens) {
				names = append(names, coref.Name{Sentence: i, First: name, Last: name, Type: coref.Person})
			}
		}
		text := coref.Read(sentences, trees, names, nil)
		text.Resolve()
		for i, a := range text.Antecedent {
			if a >= i {
				t.Fatalf("mention %d takes up mention %d", i, a)
			}
		}
	})
}
