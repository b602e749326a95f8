package export

import (
	"bufio"
	"iter"
	"strconv"
	"strings"
)

// A column is an attribute of nodes or edges.
type column[T any] struct {
	name  string
	kind  string          // boolean, int, double or string
	value func(*T) string // "" where absent
}

// values yields the positions of the columns that have a value for a row, with the
// value.
func values[T any](columns []column[T], row *T) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range columns {
			if value := columns[i].value(row); value != "" && !yield(i, value) {
				return
			}
		}
	}
}

// pointers yields each element without copying it.
func pointers[T any](all []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range all {
			if !yield(&all[i]) {
				return
			}
		}
	}
}

// whileWritten yields the elements until a write to out fails, so that nobody waits
// for what is lost.
func whileWritten[T any](out *bufio.Writer, all iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for x := range all {
			if _, err := out.Write(nil); err != nil || !yield(x) {
				return
			}
		}
	}
}

func integer(n int) string { return strconv.Itoa(n) }

// number has a point always: Gephi takes a column of a table for integers where
// the first rows look so.
func number(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
