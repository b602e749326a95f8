package source

import (
	"bufio"
	"bytes"
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
}

// A foreignKind is the error of a file that is of a known kind and no text.
type foreignKind string

func (k foreignKind) Error() string { return "is " + string(k) + ", not text" }
func (k foreignKind) Unwrap() error { return ErrBinary }

// foreign tells by its first bytes what a file is that is no text, or nil.
func foreign(br *bufio.Reader) error {
	head, _ := br.Peek(8) // at the end of a short input it returns what there is
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.bytes)) {
			return s.kind
		}
	}
	return nil
}
