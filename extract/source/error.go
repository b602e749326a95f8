package source

import (
	"errors"
	"strconv"
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
		return e.File + ":" + strconv.Itoa(e.Line) + ": " + e.Err.Error()
	}
	return e.File + ": " + e.Err.Error()
}

// Unwrap returns the cause, which wraps one of the package's errors or one of
// the operating system's.
func (e *Error) Unwrap() error { return e.Err }
