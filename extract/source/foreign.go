package source

import (
	"bufio"
	"bytes"
	"fmt"
	"regexp"
)

// signatures are the first bytes by which files of other kinds are known.
var signatures = []struct {
	bytes string
	kind  foreignKind
}{
	{"\x89PNG\r\n\x1A\n", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive (as are .docx, .odt and .epub)"},
	{"\x1F\x8B", "a GZIP archive"},
	{"{\\rtf", "an RTF document"},
}

// markup are the first characters, in lower case, of what is text with more than
// the article in it.
var markup = []struct {
	begins string
	kind   foreignKind
}{
	{"<!doctype html", "an HTML page"},
	{"<html", "an HTML page"},
	{"<?xml", "an XML document"},
}

// A foreignKind is the error of a file that is of a known kind and no text.
type foreignKind string

func (k foreignKind) Error() string { return "is " + string(k) + ", not text" }
func (k foreignKind) Unwrap() error { return ErrBinary }

// errArray is of a file of records in one JSON array.
var errArray = fmt.Errorf("%w: the file is a JSON array, not JSON Lines; write one object a line, as jq -c '.[]' does", ErrRecord)

// array matches the beginning of a JSON array of objects, as no article begins.
var array = regexp.MustCompile(`^\[\s*\{`)

// foreign tells by its beginning what a file is that is no text and no JSON
// Lines, or nil.
func foreign(br *bufio.Reader) error {
	head, _ := br.Peek(1 << 10) // at the end of a short input it returns what there is
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.bytes)) {
			return s.kind
		}
	}
	head = afterSpace(head)
	for _, m := range markup {
		if bytes.HasPrefix(bytes.ToLower(head), []byte(m.begins)) {
			return m.kind
		}
	}
	if array.Match(head) {
		return errArray
	}
	return nil
}

// afterSpace returns what follows a byte order mark and white space.
func afterSpace(head []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
}
