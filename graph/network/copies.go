package network

import (
	"cmp"
	"context"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"github.com/whomgraph/whom/graph"
)

const (
	// shingleWords is how many words in a row are compared.
	shingleWords = 5
	// sampling keeps one shingle in so many.
	sampling = 4
	// leastShingles is how many of these a text needs to be compared.
	leastShingles = 4
	// copied is the share of a text's shingles that make it a copy.
	copied = 0.5
)

// originals finds documents that have one text, as those of outlets that print
// the same agency. It maps each to the longest, of those alike to the first by
// id. A document is a copy where half of its shingles, five words in a row, are
// those of an original that is as long or longer: Broder's containment, by a
// fixed sample of their hashes (Compression and Complexity of Sequences, 1997).
// It takes time and memory in proportion to the words, and fails for a context that
// is over.
func originals(ctx context.Context, documents []graph.Document) (map[string]string, error) {
	longest := slices.SortedFunc(slices.Values(documents), func(a, b graph.Document) int {
		return cmp.Or(len(b.Text)-len(a.Text), strings.Compare(a.ID, b.ID))
	})
	original := make(map[string]string, len(documents))
	sameText := make(map[string]string)
	first := make(map[uint64]string) // the original that has a shingle
	for i := range longest {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d := &longest[i]
		if of, ok := sameText[d.Text]; ok {
			original[d.ID] = of
			continue
		}
		shingles := sketch(d.Text)
		of := cmp.Or(mostShared(shingles, first), d.ID)
		original[d.ID], sameText[d.Text] = of, of
		if of != d.ID {
			continue
		}
		for _, h := range shingles {
			if _, ok := first[h]; !ok {
				first[h] = d.ID
			}
		}
	}
	return original, nil
}

// mostShared returns the original of which a text is a copy, "" where there is
// none.
func mostShared(shingles []uint64, first map[uint64]string) string {
	if len(shingles) < leastShingles {
		return ""
	}
	shared := make(map[string]int)
	best := ""
	for _, h := range shingles {
		of, ok := first[h]
		if !ok {
			continue
		}
		shared[of]++
		if n := shared[of] - shared[best]; best == "" || n > 0 || n == 0 && of < best {
			best = of
		}
	}
	if float64(shared[best]) < copied*float64(len(shingles)) {
		return ""
	}
	return best
}

// sketch returns the hashes of a sample of a text's shingles, sorted, each once.
// Case and punctuation do not count.
func sketch(text string) []uint64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	hashes := make([]uint64, len(words))
	for i, word := range words {
		h := fnv.New64a()
		h.Write([]byte(word))
		hashes[i] = h.Sum64()
	}
	var out []uint64
	var bytes [8 * shingleWords]byte
	for i := 0; i+shingleWords <= len(hashes); i++ {
		for j, h := range hashes[i : i+shingleWords] {
			binary.LittleEndian.PutUint64(bytes[8*j:], h)
		}
		h := fnv.New64a()
		h.Write(bytes[:])
		if sum := h.Sum64(); sum%sampling == 0 {
			out = append(out, sum)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
