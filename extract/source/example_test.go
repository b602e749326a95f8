package source_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
)

func ExampleRead() {
	records := `{"id":"wire/7","title":"Norland closes border","text":"It did so on Monday.","date":"Jan. 31, 2022"}
{"id":"wire/8"}`
	opts := source.Options{Stdin: strings.NewReader(records)}
	for doc, err := range source.Read(context.Background(), []string{"-"}, opts) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s %s %q\n", doc.ID, doc.Published, doc.Text)
	}
	// Output:
	// wire/7 2022-01-31 "Norland closes border\n\nIt did so on Monday."
	// -:2: bad record: it has no text; a line is one JSON object with text, and perhaps id, title, outlet, date, url
}

func ExampleClean() {
	page := `Norland closes border
Published January 31, 2022

OSTHAVEN, Norland (AP) — Norland closed its border on Monday.

Read more: What Sudmark wants`
	doc, drops, err := source.Clean(graph.Document{ID: "wire/7"}, []byte(page))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Outlet, doc.Published, doc.Dateline)
	fmt.Println(doc.Text)
	for _, drop := range drops {
		fmt.Printf("- %s: %s\n", drop.Rule, drop.Text)
	}
	// Output:
	// Associated Press 2022-01-31 OSTHAVEN, Norland (AP)
	// Norland closes border
	//
	// OSTHAVEN, Norland (AP) —
	//
	// Norland closed its border on Monday.
	// - date: Published January 31, 2022
	// - read-more: Read more: What Sudmark wants
}
