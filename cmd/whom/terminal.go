package main

import (
	"fmt"
	"io"
	"os"
	"time"

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

// share shows how much of something is done, and the time left. It is nil where
// nothing shows.
func (p *progress) share(what string) func(done float64) {
	if !p.on {
		return nil
	}
	begun, shown := time.Now(), time.Now()
	return func(done float64) {
		if time.Since(shown) < 100*time.Millisecond {
			return
		}
		shown = time.Now()
		left := time.Duration(float64(time.Since(begun)) / done * (1 - done))
		p.show("%s: %d%%, %s left", what, int(100*done), left.Round(time.Second))
	}
}

// clear takes the line away, for other words to be written.
func (p *progress) clear() { p.show("") }
