package english

import (
	"strings"

	"github.com/whomgraph/whom/extract/syntax"
)

// Split cuts text into sentences and words, without tags or trees: every Head
// is [syntax.Root].
//
// Words follow the treebanks EWT and GUM of Universal Dependencies (do+n't,
// it+'s, can+not, well+-+known), and Joined marks those that are written as
// one. Offsets are bytes of text; tokens stand in order, do not overlap, leave
// out nothing but space, and Form is the text between Start and End. This
// holds for any bytes at all.
//
// A blank line always ends a sentence. A single line break is a space, unless
// the line before it is plainly a heading or the one after it a list item.
//
// The cost is linear in the text, about a second for a million words.
func Split(text string) []syntax.Sentence {
	l := lexer{text: text, pieces: make([]piece, 0, len(text)/5+1)}
	var ends []int // indexes after the last piece of each sentence
	for start, end := nextParagraph(text, 0); start < len(text); start, end = nextParagraph(text, end) {
		first := len(l.pieces)
		l.paragraph(start, end)
		ends = l.sentenceEnds(first, ends)
	}
	return sentences(text, l.pieces, ends)
}

// sentences turns pieces into tokens, which share one array.
func sentences(text string, pieces []piece, ends []int) []syntax.Sentence {
	tokens := make([]syntax.Token, 0, len(pieces)+len(ends))
	result := make([]syntax.Sentence, 0, len(ends))
	first := 0
	for _, end := range ends {
		from := len(tokens)
		for _, p := range pieces[first:end] {
			tokens = p.appendTokens(tokens, text)
		}
		s := tokens[from:len(tokens):len(tokens)]
		result = append(result, syntax.Sentence{Start: s[0].Start, End: s[len(s)-1].End, Tokens: s})
		first = end
	}
	return result
}

func (p piece) appendTokens(tokens []syntax.Token, text string) []syntax.Token {
	end := p.end
	if p.parted {
		end--
	}
	tokens = append(tokens, syntax.Token{Start: p.start, End: end, Form: text[p.start:end], Head: syntax.Root, Joined: p.joined})
	if p.parted {
		tokens = append(tokens, syntax.Token{Start: end, End: p.end, Form: text[end:p.end], Head: syntax.Root})
	}
	return tokens
}

// nextParagraph returns the next stretch of text without a blank line, from
// its first byte that is no space; start is len(text) if there is none.
func nextParagraph(text string, from int) (start, end int) {
	start = skipSpace(text, from, len(text))
	for end = start; end < len(text); {
		newline := strings.IndexByte(text[end:], '\n')
		if newline < 0 {
			return start, len(text)
		}
		gap := end + newline
		end = skipSpace(text, gap, len(text))
		if end == len(text) || strings.Count(text[gap:end], "\n") > 1 {
			return start, gap
		}
	}
	return start, end
}

// A kind says what a piece is, as far as cutting sentences needs to know.
type kind uint8

const (
	word         kind = iota
	number            // 1,000 or 10:30
	stop              // . ! ? … or a run of them
	abbreviation      // a word with its full stop: U.S., Sen.
	opener            // a bracket or quote that opens
	closer            // a bracket or quote that closes
	mark              // other punctuation and symbols
	link              // a URL, address, file name, handle or hashtag
	smiley            // an emoticon or emoji
	line              // a row of dashes, stars or the like
	bullet            // • and its kin
)

// A piece is a token in the making.
type piece struct {
	start, end int
	kind       kind
	joined     bool // written as one word with the next piece
	parted     bool // an abbreviation whose full stop becomes a token
}

// lexer cuts a text into pieces, a paragraph at a time.
type lexer struct {
	text   string
	pieces []piece
	begin  int // where the paragraph begins
	finish int // and where it ends
	double int // straight double quotes of the paragraph that are open
	single int // single quotes that are open
}

// form is the text of piece i.
func (l *lexer) form(i int) string { return l.text[l.pieces[i].start:l.pieces[i].end] }

func (l *lexer) add(start, end int, k kind) int {
	l.pieces = append(l.pieces, piece{start: start, end: end, kind: k})
	return end
}

// paragraph cuts the text from start to end, which holds no blank line.
func (l *lexer) paragraph(start, end int) {
	l.begin, l.finish, l.double, l.single = start, end, 0, 0
	for i := start; i < end; {
		j := skipWord(l.text, i, end)
		l.chunk(i, j)
		i = skipSpace(l.text, j, end)
	}
}

// chunk cuts a stretch without space.
func (l *lexer) chunk(start, end int) {
	links := mayHoldLink(l.text[start:end])
	for i := start; i < end; {
		if links {
			if j := linkEnd(l.text, i, end); j > i {
				i = l.add(i, j, link)
				continue
			}
		}
		if wordStart(l.text, i, start, end) {
			i = l.word(i, end)
		} else {
			i = l.punctuation(start, i, end)
		}
	}
}
