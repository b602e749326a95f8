package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
)

// A Document is one article: its clean text and what is known about it.
// Offsets of every Span count bytes of Text.
type Document struct {
	// ID is the record's own id, else the path below the PATH argument
	// without its extension.
	ID       string `json:"id"`
	Title    string `json:"title,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	URL      string `json:"url,omitempty"`
	Dateline string `json:"dateline,omitempty"` // as printed: "MOSCOW (AP)"
	// Published is an ISO 8601 date, or empty where it is unknown.
	Published string `json:"published,omitempty"`
	// Language is a BCP 47 tag.
	Language string `json:"language,omitempty"`
	// Text is valid UTF-8: the title, then paragraphs, parted by blank lines.
	Text string `json:"text"`
	// SHA256 is the hash of Text in hexadecimal digits.
	SHA256 string `json:"sha256"`
	// Replaced lists the earlier texts under this id, oldest first.
	Replaced []Version `json:"replaced,omitempty"`
}

// A Version remembers a text that a newer text of the same document replaced.
type Version struct {
	SHA256    string `json:"sha256"`
	Published string `json:"published,omitempty"`
}

// Hash returns the SHA-256 of text in hexadecimal digits, as kept in
// Document.SHA256.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// A Span is the half-open range of bytes [Start, End) of a document's clean
// text. Which document is said by the claim or entity that holds the span: all
// of its spans lie in one text.
type Span struct{ Start, End int }

// Text returns the words at the span, or "" where it does not lie in d.
func (s Span) Text(d *Document) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
		return ""
	}
	return d.Text[s.Start:s.End]
}

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// IsZero reports whether the span is absent.
func (s Span) IsZero() bool { return s == Span{} }

// MarshalJSON writes the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(data []byte) error {
	if s.readPlain(data) {
		return nil
	}
	var pair [2]int
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("span %s: want [start, end]: %w", data, err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// readPlain reads a span as MarshalJSON writes it: a claim has a dozen, and
// reading them by the package json takes a quarter of the time for all of it.
func (s *Span) readPlain(data []byte) bool {
	start, end, ok := bytes.Cut(bytes.Trim(data, "[]"), []byte(","))
	from, errFrom := strconv.Atoi(string(start))
	to, errTo := strconv.Atoi(string(end))
	if !ok || errFrom != nil || errTo != nil {
		return false
	}
	s.Start, s.End = from, to
	return true
}
