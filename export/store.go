package export

import (
	"context"
	"io"
	"iter"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// A Source is what the formats of a whole store are streamed from: a store, of
// which no more than a document is in memory at a time.
type Source interface {
	Documents(context.Context) iter.Seq2[graph.Document, error] // sorted by id
	Entities(context.Context) iter.Seq2[graph.Entity, error]    // by document
	Claims(context.Context) iter.Seq2[graph.Claim, error]       // by document
	Descriptions(context.Context) iter.Seq2[graph.Claim, error] // by document
	Decisions(context.Context) ([]graph.Decision, error)
	Scan(context.Context) iter.Seq2[quad.Quad, error] // all quads, in the store's order
}

// A StoreFormat is one way to write a Source: as one file or as a folder of
// several.
type StoreFormat struct {
	Name  string // as the user asks for it
	File  string // usual name of the file or folder
	About string // one line
	Parts []StorePart
}

// A StorePart is a file of a format.
type StorePart struct {
	File  string
	Write func(context.Context, io.Writer, Source) error
}

// IsFolder reports whether the format is a folder of files.
func (f StoreFormat) IsFolder() bool { return len(f.Parts) > 1 }

// StoreFormats lists the formats that hold a store whole, sorted by name.
func StoreFormats() []StoreFormat {
	return []StoreFormat{
		{"bundle", "bundle", "all that a store holds, to be added to another", []StorePart{
			{DocumentsFile, Documents}, {EntitiesFile, Entities}, {ClaimsFile, Claims}, {DescriptionsFile, Descriptions}, {DecisionsFile, Decisions},
		}},
		{"jsonld", "quads.jsonld", "all quads as JSON-LD", []StorePart{{"quads.jsonld", JSONLD}}},
		{"nquads", "quads.nq", "all quads as N-Quads, the claims as named graphs", []StorePart{{"quads.nq", NQuads}}},
		{"openie", "tuples.tsv", "a tuple a line, as open information extraction has them", []StorePart{{"tuples.tsv", OpenIE}}},
	}
}

// StoreFormatNamed finds a format of StoreFormats by its name.
func StoreFormatNamed(name string) (StoreFormat, bool) {
	for _, f := range StoreFormats() {
		if f.Name == name {
			return f, true
		}
	}
	return StoreFormat{}, false
}
