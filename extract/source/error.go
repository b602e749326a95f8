package source

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What can be wrong with a document, for errors.Is.
var (
	ErrEmpty     = errors.New("no article text")
	ErrBinary    = errors.New("not a text file")
	ErrEncoding  = errors.New("not UTF-8")
	ErrTooLarge  = errors.New("too large")
	ErrRecord    = errors.New("bad record")
	ErrMeta      = errors.New("bad metadata")
	ErrDuplicate = errors.New("two texts under one id")
	ErrNoFiles   = errors.New("no file to read")
)

// An Error says which document could not be read, and why. Its text reads
// “file:line: what is wrong; what to do”.
type Error struct {
	File string // as it was named, "-" for the standard input
	Line int    // counted from 1; 0 where the error is about the whole file
	Byte int64  // offset in the file, counted from 0; -1 where no byte is at fault
	Err  error
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return Printable(e.File) + ":" + strconv.Itoa(e.Line) + ": " + e.Err.Error()
	}
	return Printable(e.File) + ": " + e.Err.Error()
}

// Printable returns a name on one line: what does not print in it, such as a
// line end, a control character or a byte that is not UTF-8, becomes an escape
// of Go.
func Printable(name string) string {
	var b strings.Builder
	for name != "" {
		r, size := utf8.DecodeRuneInString(name)
		if r == utf8.RuneError && size == 1 || r != ' ' && !strconv.IsPrint(r) {
			b.WriteString(strings.Trim(strconv.Quote(name[:size]), `"`))
		} else {
			b.WriteString(name[:size])
		}
		name = name[size:]
	}
	return b.String()
}

// Unwrap returns the cause, which wraps one of the package's errors or one of
// the operating system's.
func (e *Error) Unwrap() error { return e.Err }
