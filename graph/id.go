package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// EntityID names an entity by its document and the span of its first mention.
func EntityID(document string, first Span) string {
	return fmt.Sprintf("entity:%s/%d-%d", document, first.Start, first.End)
}

// ClaimID hashes what makes a claim itself: document, spans, lemma, polarity,
// modality and the spans of its speakers. Nothing that another document could
// change goes in.
func ClaimID(c *Claim) string {
	h := sha256.New()
	span := func(s Span) { fmt.Fprintf(h, "%d-%d\x00", s.Start, s.End) }
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00", c.Document, c.Predicate.Lemma, c.Polarity, c.Modality)
	span(c.Subject.Span)
	span(c.Predicate.Span)
	if c.Object != nil {
		span(c.Object.Span)
	}
	fmt.Fprint(h, "says\x00")
	for _, s := range c.Attribution {
		span(s.Span)
		fmt.Fprintf(h, "%s\x00", s.Polarity)
	}
	return "claim:" + hex.EncodeToString(h.Sum(nil)[:8])
}

// DescriptionID hashes what makes a description itself, as ClaimID does for a
// claim.
func DescriptionID(c *Claim) string {
	return descriptionPrefix + strings.TrimPrefix(ClaimID(c), "claim:")
}

const descriptionPrefix = "description:"

// Slug turns a name into the last part of an id: lower case without accents,
// letters and digits of any script, and hyphens between words.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(stripMarks(name)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		case r == '\'' || r == '’' || r == '.': // “U.S.” is one word
		default:
			gap = true
		}
	}
	return b.String()
}

// stripMarks removes accents. Plain ASCII, the usual case, is spared the
// transformer's buffers.
func stripMarks(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
		return name
	}
	strip := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	plain, _, err := transform.String(strip, name)
	if err != nil {
		return name // only malformed input fails, and then its own bytes serve
	}
	return plain
}
