package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCoNLLU writes sentences in the CoNLL-U format of Universal
// Dependencies 2 (https://universaldependencies.org/format.html), which
// [ReadCoNLLU] reads back unchanged.
//
// What the format has no column for stands in MISC: the byte offsets of each
// token (TokenRange=start:end, as UDPipe writes them), its name (NER=B-PER,
// I-PER; by the finer types Kind=B-country), the parser's confidence (Conf=0.93) and SpaceAfter=No. The comments
// of a sentence are sent_id (counting from 1), sent_range (its byte offsets)
// and text. An empty lemma, tag or relation is written as an underscore.
//
// A sentence without tokens, an empty form, a tab or line break in a column
// and a head or name outside the sentence cannot be written: the error names
// sentence and token, counting from 1, and what came before it is written.
func WriteCoNLLU(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	for i := range sentences {
		s := &sentences[i]
		glued := i+1 < len(sentences) && adjoins(s, &sentences[i+1])
		if err := writeSentence(out, s, i+1, glued); err != nil {
			out.Flush()
			return fmt.Errorf("writing sentence %d: %w", i+1, err)
		}
	}
	return out.Flush()
}

// adjoins tells whether nothing stands between the last token of s and the
// first of next.
func adjoins(s, next *Sentence) bool {
	return len(s.Tokens) > 0 && len(next.Tokens) > 0 &&
		s.Tokens[len(s.Tokens)-1].End == next.Tokens[0].Start
}

// writeSentence writes one sentence; glued tells that the next one follows
// without a space.
func writeSentence(out *bufio.Writer, s *Sentence, number int, glued bool) error {
	if err := check(s); err != nil {
		return err
	}
	fmt.Fprintf(out, "# sent_id = %d\n# sent_range = %d:%d\n# text = %s\n", number, s.Start, s.End, text(s))
	names, kinds := nameTags(s, s.Names), nameTags(s, s.Kinds)
	for i := range s.Tokens {
		if last := lastOfWord(s, i); last > i && (i == 0 || !s.Tokens[i-1].Joined) {
			form := joinedForm(s.Tokens[i : last+1])
			fmt.Fprintf(out, "%d-%d\t%s%s\t%s\n", i+1, last+1, form, strings.Repeat("\t_", 7),
				orUnderscore(spaceAfter(s, last, glued)))
		}
		t := &s.Tokens[i]
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, t.Form, orUnderscore(t.Lemma),
			orUnderscore(t.UPOS), orUnderscore(t.XPOS), t.Head+1, orUnderscore(t.Rel), misc(s, i, names[i], kinds[i], glued))
	}
	return out.WriteByte('\n')
}

// lastOfWord returns the last token of the written word that token i is in.
func lastOfWord(s *Sentence, i int) int {
	for s.Tokens[i].Joined {
		i++
	}
	return i
}

func joinedForm(tokens []Token) string {
	var b strings.Builder
	for i := range tokens {
		b.WriteString(tokens[i].Form)
	}
	return b.String()
}

// misc is the last column of token i: name and kind are its tags or empty.
func misc(s *Sentence, i int, name, kind string, glued bool) string {
	t := &s.Tokens[i]
	fields := make([]string, 0, 5)
	if name != "" {
		fields = append(fields, "NER="+name)
	}
	if kind != "" {
		fields = append(fields, "Kind="+kind)
	}
	if t.Confidence != 0 {
		fields = append(fields, "Conf="+strconv.FormatFloat(float64(t.Confidence), 'g', -1, 32))
	}
	// Inside a multiword token, and at its end, the range says it.
	inside := t.Joined || i > 0 && s.Tokens[i-1].Joined
	if after := spaceAfter(s, i, glued); after != "" && !inside {
		fields = append(fields, after)
	}
	return strings.Join(append(fields, fmt.Sprintf("TokenRange=%d:%d", t.Start, t.End)), "|")
}

// spaceAfter is SpaceAfter=No if the token after i follows without a space.
func spaceAfter(s *Sentence, i int, glued bool) string {
	if i+1 < len(s.Tokens) {
		glued = s.Tokens[i+1].Start == s.Tokens[i].End
	}
	if glued {
		return "SpaceAfter=No"
	}
	return ""
}

// text joins the forms as SpaceAfter says, which is what readers of the
// format expect of the text comment.
func text(s *Sentence) string {
	var b strings.Builder
	for i := range s.Tokens {
		b.WriteString(s.Tokens[i].Form)
		if i+1 < len(s.Tokens) && !s.Tokens[i].Joined && spaceAfter(s, i, false) == "" {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// nameTags gives each token its tag in the BIO scheme, empty outside names.
func nameTags(s *Sentence, names []Name) []string {
	tags := make([]string, len(s.Tokens))
	for _, n := range names {
		tags[n.First] = "B-" + string(n.Type)
		for i := n.First + 1; i <= n.Last; i++ {
			tags[i] = "I-" + string(n.Type)
		}
	}
	return tags
}

func orUnderscore(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// check tells what in s the format cannot hold.
func check(s *Sentence) error {
	if len(s.Tokens) == 0 {
		return fmt.Errorf("it has no tokens")
	}
	for i := range s.Tokens {
		if err := checkToken(s, i); err != nil {
			return fmt.Errorf("token %d %q: %w", i+1, s.Tokens[i].Form, err)
		}
	}
	for _, names := range [][]Name{s.Names, s.Kinds} {
		if err := checkNames(names, len(s.Tokens)); err != nil {
			return err
		}
	}
	return nil
}

// checkNames tells what is wrong with names in a sentence of size tokens.
func checkNames(names []Name, size int) error {
	next := 0
	for _, n := range names {
		if n.First < next || n.Last < n.First || n.Last >= size {
			return fmt.Errorf("name %d–%d: outside the sentence, or not after the name before it", n.First+1, n.Last+1)
		}
		if !validType(string(n.Type)) {
			return fmt.Errorf("name %d–%d: type %q is empty or has a space or bar", n.First+1, n.Last+1, n.Type)
		}
		next = n.Last + 1
	}
	return nil
}

func validType(t string) bool { return t != "" && !strings.ContainsAny(t, "|\t\r\n ") }

func checkToken(s *Sentence, i int) error {
	t := &s.Tokens[i]
	if t.Form == "" {
		return fmt.Errorf("the form is empty")
	}
	for _, column := range []string{t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel} {
		if strings.ContainsAny(column, "\t\r\n") {
			return fmt.Errorf("%q has a tab or line break", column)
		}
	}
	if t.Head < Root || t.Head >= len(s.Tokens) {
		return fmt.Errorf("head %d is outside the sentence", t.Head+1)
	}
	if !(t.Confidence >= 0 && t.Confidence <= 1) {
		return fmt.Errorf("confidence %g is not from 0 to 1", t.Confidence)
	}
	if t.Joined && i == len(s.Tokens)-1 {
		return fmt.Errorf("joined to a next token that is not there")
	}
	return nil
}
