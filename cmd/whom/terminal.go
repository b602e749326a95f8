package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// terminalWidth returns how many columns a terminal has, and 0 for what is
// none.
func terminalWidth(out io.Writer) int {
	file, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// colored reports whether text may be marked: https://no-color.org.
func colored(out io.Writer) bool {
	return isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// A progress is one line on a terminal that each step writes anew; elsewhere it
// is silent.
type progress struct {
	out io.Writer
	on  bool
}

func newProgress(out io.Writer) *progress { return &progress{out, isTerminal(out)} }

func (p *progress) show(format string, args ...any) {
	if p.on {
		fmt.Fprintf(p.out, "\r\x1b[K"+format, args...)
	}
}

// clear takes the line away, for other words to be written.
func (p *progress) clear() { p.show("") }
