package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ReadCoNLLU reads sentences in CoNLL-U: what [WriteCoNLLU] writes, and any
// treebank of Universal Dependencies. Columns and comments that [Sentence]
// has no field for are dropped, and so are empty nodes (8.1). The words of a
// multiword token (1-2) are marked Joined.
//
// Where tokens have no TokenRange, offsets count in the text that the file
// describes: forms with a space after each unless SpaceAfter=No, sentences
// parted in the same way, paragraphs and documents (newpar, newdoc) by two
// bytes. Trees are not checked beyond heads that exist. An error names the
// line.
func ReadCoNLLU(r io.Reader) ([]Sentence, error) {
	in := bufio.NewReader(r)
	var p reader
	for number := 1; ; number++ {
		line, err := in.ReadString('\n')
		if err == nil || err == io.EOF {
			err = p.line(strings.TrimRight(line, "\r\n"), err == io.EOF)
		}
		if err == io.EOF {
			return p.sentences, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// reader is what is known after some of the lines.
type reader struct {
	sentences []Sentence
	current   Sentence
	names     []string // the NER value of each token of current
	kinds     []string // the Kind value
	at        int      // offset of the next token, if it has no TokenRange
	group     multiword
	ranged    bool // current has a sent_range
	paragraph bool // a paragraph or document begins here
}

// multiword is the multiword token that the next words belong to.
type multiword struct {
	last int  // number of its last word
	glue bool // no space after it
}

// line takes in one line; after the last one it returns io.EOF.
func (p *reader) line(line string, last bool) (err error) {
	switch {
	case line == "":
		err = p.end()
	case strings.Contains(line, "\r"):
		err = fmt.Errorf("a carriage return inside the line")
	case line[0] == '#':
		err = p.comment(line[1:])
	default:
		err = p.row(strings.Split(line, "\t"))
	}
	if err == nil && last {
		err = p.end()
		if err == nil {
			err = io.EOF
		}
	}
	return err
}

func (p *reader) comment(comment string) error {
	key, value, _ := strings.Cut(comment, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch strings.Fields(key + " .")[0] {
	case "newpar", "newdoc":
		p.paragraph = len(p.sentences) > 0
	case "sent_range":
		start, end, err := parseRange(value)
		if err != nil {
			return err
		}
		p.current.Start, p.current.End, p.ranged = start, end, true
	}
	return nil
}

func (p *reader) row(columns []string) error {
	if len(columns) != 10 {
		return fmt.Errorf("%d columns instead of 10, parted by tabs", len(columns))
	}
	id := columns[0]
	if strings.Contains(id, ".") {
		return nil
	}
	number := len(p.current.Tokens) + 1
	if first, last, ok := strings.Cut(id, "-"); ok {
		return p.multiword(first, last, number, columns[9])
	}
	if id != strconv.Itoa(number) {
		return fmt.Errorf("word %q where word %d should follow", id, number)
	}
	return p.word(columns, number)
}

func (p *reader) multiword(first, last string, number int, misc string) error {
	n, err := strconv.Atoi(last)
	if err != nil || first != strconv.Itoa(number) || n <= number || number <= p.group.last {
		return fmt.Errorf("multiword token %q where one from word %d should follow", first+"-"+last, number)
	}
	p.group = multiword{n, field(misc, "SpaceAfter") == "No"}
	return nil
}

func (p *reader) word(columns []string, number int) error {
	head, err := parseHead(columns[6])
	if err != nil {
		return err
	}
	if columns[1] == "" {
		return fmt.Errorf("word %d has no form", number)
	}
	t := Token{Form: columns[1], Lemma: orEmpty(columns[2]), UPOS: orEmpty(columns[3]), XPOS: orEmpty(columns[4]),
		Head: head, Rel: orEmpty(columns[7]), Joined: number < p.group.last}
	if t.Form == "_" && columns[2] == "_" {
		t.Lemma = "_"
	}
	if err := p.misc(&t, columns[9], number); err != nil {
		return err
	}
	p.current.Tokens = append(p.current.Tokens, t)
	p.names = append(p.names, field(columns[9], "NER"))
	p.kinds = append(p.kinds, field(columns[9], "Kind"))
	return nil
}

// misc takes confidence and offsets from the last column, or computes them.
func (p *reader) misc(t *Token, misc string, number int) error {
	if value := field(misc, "Conf"); value != "" {
		f, err := strconv.ParseFloat(value, 32)
		if err != nil || !(f >= 0 && f <= 1) {
			return fmt.Errorf("confidence %q is not a number from 0 to 1", value)
		}
		t.Confidence = float32(f)
	}
	if p.paragraph && number == 1 {
		p.at = p.lastEnd() + 2
	}
	t.Start, t.End = p.at, p.at+len(t.Form)
	if value := field(misc, "TokenRange"); value != "" {
		var err error
		if t.Start, t.End, err = parseRange(value); err != nil {
			return err
		}
	}
	glue := field(misc, "SpaceAfter") == "No"
	if number <= p.group.last {
		glue = t.Joined || p.group.glue
	}
	p.at = t.End
	if !glue {
		p.at++
	}
	return nil
}

// lastEnd is where the last token of the sentence before ends.
func (p *reader) lastEnd() int {
	tokens := p.sentences[len(p.sentences)-1].Tokens
	return tokens[len(tokens)-1].End
}

// end closes the current sentence, if there is one.
func (p *reader) end() error {
	s := p.current
	if len(s.Tokens) == 0 {
		p.current, p.ranged = Sentence{}, false
		return nil
	}
	if p.group.last > len(s.Tokens) {
		return fmt.Errorf("multiword token up to word %d in a sentence of %d", p.group.last, len(s.Tokens))
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head >= len(s.Tokens) {
			return fmt.Errorf("word %d has head %d in a sentence of %d", i+1, s.Tokens[i].Head+1, len(s.Tokens))
		}
	}
	if !p.ranged {
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
	}
	s.Names, s.Kinds = namesOf(p.names), namesOf(p.kinds)
	*p = reader{sentences: append(p.sentences, s), at: p.at}
	return nil
}

// namesOf reads names from tags in the BIO scheme. An I that continues
// nothing begins a name.
func namesOf(tags []string) []Name {
	var names []Name
	for i, tag := range tags {
		position, kind, ok := strings.Cut(tag, "-")
		if !ok || !validType(kind) {
			continue
		}
		if n := len(names) - 1; position == "I" && n >= 0 && names[n].Last == i-1 && names[n].Type == NameType(kind) {
			names[n].Last = i
			continue
		}
		names = append(names, Name{First: i, Last: i, Type: NameType(kind)})
	}
	return names
}

// field returns the value of key in a MISC column, empty if it is not there.
func field(misc, key string) string {
	for misc != "" {
		var pair string
		pair, misc, _ = strings.Cut(misc, "|")
		if value, ok := strings.CutPrefix(pair, key); ok && strings.HasPrefix(value, "=") {
			return value[1:]
		}
	}
	return ""
}

func parseHead(column string) (int, error) {
	if column == "_" {
		return Root, nil
	}
	n, err := strconv.ParseUint(column, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("head %q is not the number of a word", column)
	}
	return int(n) - 1, nil
}

func parseRange(value string) (start, end int, err error) {
	first, last, _ := strings.Cut(value, ":")
	a, err1 := strconv.ParseUint(first, 10, 31)
	b, err2 := strconv.ParseUint(last, 10, 31)
	if err1 != nil || err2 != nil || b < a {
		return 0, 0, fmt.Errorf("range %q is not start:end in bytes below 2 GiB", value)
	}
	return int(a), int(b), nil
}

func orEmpty(column string) string {
	if column == "_" {
		return ""
	}
	return column
}
