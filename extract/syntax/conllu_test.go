package syntax

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// row is a CoNLL-U row with the columns that the reader uses.
func row(id, form, head, rel, misc string) string {
	return strings.Join([]string{id, form, "_", "_", "_", "_", head, rel, "_", misc}, "\t") + "\n"
}

func TestReadOffsets(t *testing.T) {
	tests := []struct {
		reason, in string
		want       []string // form@start-end of each token, sentences parted by |
	}{
		{"forms are parted by a space", row("1", "No", "0", "root", "_") + row("2", "war", "1", "obj", "_"), []string{"No@0-2", "war@3-6"}},
		{"SpaceAfter=No leaves none", row("1", "No", "0", "root", "SpaceAfter=No") + row("2", ".", "1", "punct", "_"), []string{"No@0-2", ".@2-3"}},
		{"other MISC fields around it", row("1", "No", "0", "root", "A=1|SpaceAfter=No|B=2") + row("2", ".", "1", "punct", "_"), []string{"No@0-2", ".@2-3"}},
		{"offsets are bytes", row("1", "“", "2", "punct", "SpaceAfter=No") + row("2", "é", "0", "root", "_"), []string{"“@0-3", "é@3-5"}},
		{"a multiword token has no spaces inside",
			row("1-2", "don't", "_", "_", "_") + row("1", "do", "0", "root", "_") + row("2", "n't", "1", "advmod", "_") + row("3", "go", "1", "xcomp", "_"),
			[]string{"do@0-2", "n't@2-5", "go@6-8"}},
		{"a multiword token says what follows it",
			row("1-2", "don't", "_", "_", "SpaceAfter=No") + row("1", "do", "0", "root", "_") + row("2", "n't", "1", "advmod", "_") + row("3", ".", "1", "punct", "_"),
			[]string{"do@0-2", "n't@2-5", ".@5-6"}},
		{"empty nodes are no tokens", row("1", "No", "0", "root", "_") + row("1.1", "go", "_", "_", "_") + row("2", "war", "1", "obj", "_"), []string{"No@0-2", "war@3-6"}},
		{"sentences are parted by a space", row("1", "No", "0", "root", "_") + "\n" + row("1", "war", "0", "root", "_"), []string{"No@0-2", "|", "war@3-6"}},
		{"or by none", row("1", "No", "0", "root", "SpaceAfter=No") + "\n" + row("1", "war", "0", "root", "_"), []string{"No@0-2", "|", "war@2-5"}},
		{"paragraphs by two bytes", row("1", "No", "0", "root", "_") + "\n# newpar id = p2\n" + row("1", "war", "0", "root", "_"), []string{"No@0-2", "|", "war@4-7"}},
		{"also after SpaceAfter=No", row("1", "No", "0", "root", "SpaceAfter=No") + "\n# newpar\n" + row("1", "war", "0", "root", "_"), []string{"No@0-2", "|", "war@4-7"}},
		{"a first paragraph begins at 0", "# newdoc id = d\n# newpar id = p\n" + row("1", "No", "0", "root", "_"), []string{"No@0-2"}},
		{"newpar_block is no paragraph", row("1", "No", "0", "root", "_") + "\n# newpar_block = p (1 s)\n" + row("1", "war", "0", "root", "_"), []string{"No@0-2", "|", "war@3-6"}},
		{"TokenRange is believed", row("1", "No", "0", "root", "TokenRange=10:12") + row("2", "war", "1", "obj", "_"), []string{"No@10-12", "war@13-16"}},
		{"Windows line ends", "1\tNo\t_\t_\t_\t_\t0\troot\t_\t_\r\n\r\n", []string{"No@0-2"}},
		{"no sentences", "# only a comment\n\n\n", nil},
	}
	for _, test := range tests {
		sentences, err := ReadCoNLLU(strings.NewReader(test.in))
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		if got, want := show(sentences), strings.Join(test.want, " "); got != want {
			t.Errorf("%s: got %s, want %s", test.reason, got, want)
		}
	}
}

func show(sentences []Sentence) string {
	var parts []string
	for i, s := range sentences {
		if i > 0 {
			parts = append(parts, "|")
		}
		for _, token := range s.Tokens {
			parts = append(parts, token.String())
		}
	}
	return strings.Join(parts, " ")
}

func TestReadNames(t *testing.T) {
	tests := []struct {
		reason string
		tags   []string
		want   []Name
	}{
		{"a name of two tokens", []string{"B-PER", "I-PER", "O"}, []Name{{0, 1, PersonName}}},
		{"two names side by side", []string{"B-PER", "B-PER"}, []Name{{0, 0, PersonName}, {1, 1, PersonName}}},
		{"an I of another type begins a name", []string{"B-PER", "I-LOC"}, []Name{{0, 0, PersonName}, {1, 1, PlaceName}}},
		{"an I after a gap begins a name", []string{"B-PER", "O", "I-PER"}, []Name{{0, 0, PersonName}, {2, 2, PersonName}}},
		{"no names", []string{"O", "", "_"}, nil},
		{"a type that is empty is no name", []string{"B-"}, nil},
	}
	for _, test := range tests {
		if got := namesOf(test.tags); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.reason, got, test.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	ok := row("1", "No", "0", "root", "_")
	tests := []struct{ reason, in, want string }{
		{"too few columns", ok + "2\twar\n", "line 2: 2 columns instead of 10"},
		{"numbers that skip", ok + row("3", "war", "1", "obj", "_"), `line 2: word "3" where word 2 should follow`},
		{"a head that is no number", row("1", "No", "x", "root", "_"), `line 1: head "x" is not the number of a word`},
		{"a negative head", row("1", "No", "-1", "root", "_"), `line 1: head "-1" is not the number of a word`},
		{"a head after the end", ok + row("2", "war", "7", "obj", "_") + "\n", "line 3: word 2 has head 7 in a sentence of 2"},
		{"the same without a last blank line", row("1", "war", "7", "obj", "_"), "line 2: word 1 has head 7 in a sentence of 1"},
		{"no form", row("1", "", "0", "root", "_"), "line 1: word 1 has no form"},
		{"a range that is none", row("1", "No", "0", "root", "TokenRange=9"), `line 1: range "9" is not start:end`},
		{"a range that runs backwards", "# sent_range = 9:2\n", `line 1: range "9:2" is not start:end`},
		{"a confidence above 1", row("1", "No", "0", "root", "Conf=3"), `line 1: confidence "3" is not a number from 0 to 1`},
		{"a multiword token out of place", row("2-3", "don't", "_", "_", "_"), `line 1: multiword token "2-3" where one from word 1 should follow`},
		{"a multiword token beyond the end", row("1-2", "don't", "_", "_", "_") + ok + "\n", "line 3: multiword token up to word 2 in a sentence of 1"},
		{"multiword tokens that overlap", row("1-2", "don't", "_", "_", "_") + row("1", "do", "0", "root", "_") + row("2-3", "n't", "_", "_", "_"), `line 3: multiword token "2-3"`},
		{"a carriage return in a line", "1\tN\ro\n", "line 1: a carriage return"},
	}
	for _, test := range tests {
		_, err := ReadCoNLLU(strings.NewReader(test.in))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.reason, err, test.want)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	token := func(change func(*Token)) Sentence {
		t := Token{Form: "No", Head: Root}
		change(&t)
		return Sentence{Tokens: []Token{t}}
	}
	named := func(n Name) Sentence {
		return Sentence{Tokens: []Token{{Form: "No", Head: Root}}, Names: []Name{n}}
	}
	tests := []struct {
		reason string
		s      Sentence
		want   string
	}{
		{"nothing to write", Sentence{}, "writing sentence 1: it has no tokens"},
		{"an empty form", token(func(t *Token) { t.Form = "" }), `writing sentence 1: token 1 "": the form is empty`},
		{"a tab in a tag", token(func(t *Token) { t.UPOS = "\t" }), `writing sentence 1: token 1 "No": "\t" has a tab`},
		{"a head outside", token(func(t *Token) { t.Head = 1 }), `writing sentence 1: token 1 "No": head 2 is outside`},
		{"joined to nothing", token(func(t *Token) { t.Joined = true }), `writing sentence 1: token 1 "No": joined to a next token`},
		{"a confidence above 1", token(func(t *Token) { t.Confidence = 2 }), `writing sentence 1: token 1 "No": confidence 2`},
		{"a name outside", named(Name{0, 1, PersonName}), "writing sentence 1: name 1–2: outside"},
		{"a name without type", named(Name{0, 0, ""}), `writing sentence 1: name 1–1: type ""`},
	}
	for _, test := range tests {
		err := WriteCoNLLU(new(bytes.Buffer), []Sentence{test.s})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.reason, err, test.want)
		}
	}
}

// TestWriteMultiword shows what other readers of the format rely on: ranges
// with the written word, and a text comment that agrees with SpaceAfter.
func TestWriteMultiword(t *testing.T) {
	in := []Sentence{
		{Start: 0, End: 9, Tokens: []Token{
			{0, 2, "do", "do", "AUX", "VBP", 2, "aux", 0.5, true},
			{2, 5, "n't", "not", "PART", "RB", 2, "advmod", 0, false},
			{6, 8, "go", "go", "VERB", "VB", Root, "root", 0, false},
			{8, 9, ".", ".", "PUNCT", ".", 2, "punct", 0, false}}},
		{Start: 9, End: 11, Tokens: []Token{{9, 11, "No", "", "", "", Root, "", 0, false}}},
	}
	want := `# sent_id = 1
# sent_range = 0:9
# text = don't go.
1-2	don't	_	_	_	_	_	_	_	_
1	do	do	AUX	VBP	_	3	aux	_	Conf=0.5|TokenRange=0:2
2	n't	not	PART	RB	_	3	advmod	_	TokenRange=2:5
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No|TokenRange=6:8
4	.	.	PUNCT	.	_	3	punct	_	SpaceAfter=No|TokenRange=8:9

# sent_id = 2
# sent_range = 9:11
# text = No
1	No	_	_	_	_	0	_	_	TokenRange=9:11

`
	var got bytes.Buffer
	if err := WriteCoNLLU(&got, in); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &got, want)
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.Custom(drawSentence)).Draw(t, "sentences")
		var file bytes.Buffer
		if err := WriteCoNLLU(&file, want); err != nil {
			t.Fatal(err)
		}
		got, err := ReadCoNLLU(&file)
		if err != nil {
			t.Fatal(err)
		}
		if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v", got)
		}
	})
}

func drawSentence(t *rapid.T) Sentence {
	n := rapid.IntRange(1, 6).Draw(t, "tokens")
	s := Sentence{Start: rapid.IntRange(0, 99).Draw(t, "start")}
	s.End = s.Start + rapid.IntRange(0, 99).Draw(t, "length")
	at := s.Start
	for i := range n {
		at += rapid.IntRange(0, 2).Draw(t, "gap")
		token := drawToken(t, n)
		token.Start, token.End = at, at+len(token.Form)
		token.Joined = token.Joined && i+1 < n
		at = token.End
		s.Tokens = append(s.Tokens, token)
	}
	s.Names = drawNames(t, n, PersonName, PlaceName, OrganizationName)
	s.Kinds = drawNames(t, n, CountryKind, TitleKind)
	return s
}

func drawNames(t *rapid.T, n int, types ...NameType) (names []Name) {
	for first := rapid.IntRange(0, n).Draw(t, "first"); first < n; first += 1 + rapid.IntRange(0, n).Draw(t, "outside") {
		last := rapid.IntRange(first, n-1).Draw(t, "last")
		names = append(names, Name{first, last, rapid.SampledFrom(types).Draw(t, "type")})
		first = last
	}
	return names
}

func drawToken(t *rapid.T, n int) Token {
	token := Token{
		Form:       rapid.SampledFrom([]string{"a", "_", "#", "“", "1-2", "\xff", "a b", "SpaceAfter=No", "|"}).Draw(t, "form"),
		Lemma:      rapid.SampledFrom([]string{"", "a", "–"}).Draw(t, "lemma"),
		UPOS:       rapid.SampledFrom([]string{"", "VERB"}).Draw(t, "upos"),
		XPOS:       rapid.SampledFrom([]string{"", "VBD", "''"}).Draw(t, "xpos"),
		Rel:        rapid.SampledFrom([]string{"", "nmod:poss"}).Draw(t, "rel"),
		Head:       rapid.IntRange(Root, n-1).Draw(t, "head"),
		Confidence: rapid.Float32Range(0, 1).Draw(t, "confidence"),
		Joined:     rapid.Bool().Draw(t, "joined"),
	}
	if token.Form == "_" {
		token.Lemma = "_" // the format cannot tell an empty lemma from this one
	}
	return token
}

// FuzzReadCoNLLU: whatever is read can be written, and is read again the same.
func FuzzReadCoNLLU(f *testing.F) {
	f.Add("# newpar\n" + row("1", "No", "0", "root", "NER=B-PER|Conf=0.5|SpaceAfter=No") + row("2", ".", "1", "punct", "_"))
	f.Add(row("1-2", "don't", "_", "_", "_") + row("1", "do", "0", "root", "_") + row("2", "n't", "1", "advmod", "TokenRange=1:2"))
	f.Add("1\t_\t_")
	f.Fuzz(func(t *testing.T, in string) {
		first, err := ReadCoNLLU(strings.NewReader(in))
		if err != nil {
			return
		}
		var file bytes.Buffer
		if err := WriteCoNLLU(&file, first); err != nil {
			t.Fatal(err)
		}
		second, err := ReadCoNLLU(&file)
		if err != nil {
			t.Fatal(err)
		}
		if len(first)+len(second) > 0 && !reflect.DeepEqual(first, second) {
			t.Fatalf("first %+v, second %+v", first, second)
		}
	})
}
