package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// The files of a bundle: each line of them is the JSON of a graph.Document,
// graph.Entity, graph.Claim or graph.Decision. Claims name entities, not actors,
// which are computed from entities and decisions; so do descriptions, which are
// claims of what somebody or something is. Documents are sorted by id; entities,
// claims and descriptions stand in the order of their documents.
const (
	DocumentsFile    = "documents.jsonl"
	EntitiesFile     = "entities.jsonl"
	ClaimsFile       = "claims.jsonl"
	DescriptionsFile = "descriptions.jsonl"
	DecisionsFile    = "decisions.jsonl"
)

// Documents writes the documents file of a bundle.
func Documents(ctx context.Context, w io.Writer, s Source) error {
	return writeLines(w, s.Documents(ctx))
}

// Entities writes the entities file of a bundle.
func Entities(ctx context.Context, w io.Writer, s Source) error {
	return writeLines(w, s.Entities(ctx))
}

// Claims writes the claims file of a bundle.
func Claims(ctx context.Context, w io.Writer, s Source) error { return writeLines(w, s.Claims(ctx)) }

// Descriptions writes the descriptions file of a bundle.
func Descriptions(ctx context.Context, w io.Writer, s Source) error {
	return writeLines(w, s.Descriptions(ctx))
}

// Decisions writes the decisions file of a bundle.
func Decisions(ctx context.Context, w io.Writer, s Source) error {
	all, err := s.Decisions(ctx)
	if err != nil {
		return err
	}
	return writeLines(w, withoutErrors(all))
}

func withoutErrors[T any](all []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, item := range all {
			if !yield(item, nil) {
				return
			}
		}
	}
}

func writeLines[T any](w io.Writer, all iter.Seq2[T, error]) error {
	out := bufio.NewWriter(w)
	enc := newEncoder(out)
	for item, err := range all {
		if err != nil {
			return err
		}
		if err := enc.Encode(item); err != nil {
			return fmt.Errorf("writing a line of a bundle: %w", err)
		}
	}
	return out.Flush()
}

func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}
