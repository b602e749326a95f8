package extract_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/extract"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store"
)

// The main job as a library: the README shows this program.
func Example_library() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "whom")
	check(err)
	defer os.RemoveAll(dir)

	x, err := extract.New(extract.Options{})
	check(err)
	article, err := x.Extract(graph.Document{ID: "envoy", Text: "Norway rejected the demand, and Peru denied that it had met the envoy. The envoy resigned."})
	check(err)
	s, err := store.Create(filepath.Join(dir, "whom.db"))
	check(err)
	defer s.Close()
	check(s.Put(ctx, article))
	view, err := s.View(ctx)
	check(err)
	data, err := export.New(view, []graph.Document{article.Document}, article.Claims)
	check(err)
	check(export.ClaimsGraphML(io.Discard, data))
	for _, c := range data.Claims {
		fmt.Println(c.Polarity, view.Node(c.Document, &c.Subject).Name, c.Predicate.Label(), c.ObjectText())
	}
	// Output:
	// affirmed Norway rejects the demand
	// affirmed Peru denies it had met the envoy
	// denied Peru meets the envoy
	// affirmed envoy resigns
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
