package language_test

import (
	"fmt"

	"github.com/whomgraph/whom/extract/language"
)

func Example() {
	const text = "NATO rejected the demands.\n\n„Wir haben das nicht anders erwartet“, sagte der Minister nach dem Treffen mit den Kollegen."
	skipped := language.Foreign(text)
	for _, s := range skipped {
		fmt.Println(s.Span, s.Language)
	}
	fmt.Printf("%.30q\n", language.Blank(text, skipped))
	// Output:
	// {28 124} German
	// "NATO rejected the demands.\n\n  "
}
