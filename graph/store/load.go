package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/whomgraph/whom/graph"
)

// Load puts documents, however many, in little memory. It goes through them
// twice: all are checked before the first is kept, so that an error in what is
// given (ErrInvalid, or one that the sequence yields) leaves the store as it is.
// Then each document is kept whole, some at a time, as Put does.
//
// Two documents of one id with different content are refused.
func (s *Store) Load(ctx context.Context, all iter.Seq2[graph.Extraction, error]) error {
	if err := checkAll(all); err != nil {
		return s.wrap(err)
	}
	var waiting []graph.Extraction
	for x, err := range all {
		if err != nil {
			return s.wrap(err)
		}
		if waiting = append(waiting, x); len(waiting) == putAtOnce {
			if err := s.Put(ctx, waiting...); err != nil {
				return err
			}
			waiting = nil
		}
	}
	return s.Put(ctx, waiting...)
}

// putAtOnce is how many documents Load hands to Put.
const putAtOnce = 256

// checkAll checks documents one by one, and that no two are at odds.
func checkAll(all iter.Seq2[graph.Extraction, error]) error {
	seen := make(map[string][sha256.Size]byte)
	for x, err := range all {
		if err != nil {
			return err
		}
		x := arranged(x)
		if err := check(x); err != nil {
			return err
		}
		text, err := json.Marshal(x)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(text)
		if first, ok := seen[x.Document.ID]; ok && first != sum {
			return fmt.Errorf("document %q %w: it is given twice with different content", x.Document.ID, ErrInvalid)
		}
		seen[x.Document.ID] = sum
	}
	return nil
}
