package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// DecisionKind is what a decision does.
type DecisionKind string

const (
	MergeDecision  DecisionKind = "merge"  // Anchor and Into are one actor
	SplitDecision  DecisionKind = "split"  // what Anchor means in its document is an actor of its own
	RenameDecision DecisionKind = "rename" // Anchor is called Name
	AliasDecision  DecisionKind = "alias"  // who is called Anchor's surface, from From to Until, is Into
	ReviewDecision DecisionKind = "review" // a claim is right, wrong or corrected
)

// A Decision is what a user says about actors or about a claim. It is input of
// package resolve as the documents are, so that it survives adding them again.
//
// Decisions hold in the order of their numbers, each for the actors as those
// before it left them: where two contradict each other, the later one has its
// way. Two of one number, which stores filled apart can bring together, follow
// each other by their ids.
type Decision struct {
	Number int          `json:"number"` // from 1 on
	Kind   DecisionKind `json:"kind"`
	// Anchor says whom all but a review are about.
	Anchor *Anchor `json:"anchor,omitempty"`
	// Into is the actor with whom a merge or alias joins.
	Into *Anchor `json:"into,omitempty"`
	Name string  `json:"name,omitempty"` // of a rename
	// From and Until bound, with themselves, the days of the documents for which
	// an alias holds. An empty one is no bound.
	From   string  `json:"from,omitempty"`
	Until  string  `json:"until,omitempty"`
	Review *Review `json:"review,omitempty"`
}

// An Anchor means an actor by what documents say, never by an id, which another
// document may change.
type Anchor struct {
	Surface string `json:"surface"` // a name, in any of its spellings
	// Type and Country narrow it down; an empty one fits all.
	Type    ActorType `json:"type,omitempty"`
	Country string    `json:"country,omitempty"`
	// Document restricts it to what one document calls so; empty is all.
	Document string `json:"document,omitempty"`
}

// Judgement is what a coder says of a claim.
type Judgement string

const (
	Right     Judgement = "right"
	Wrong     Judgement = "wrong"
	Corrected Judgement = "corrected" // not as it stands, but as Correction says
)

// Judgements lists them all.
var Judgements = []Judgement{Right, Wrong, Corrected}

// A Review is one coder's judgement of a claim. Of two by one coder the later
// decision counts.
type Review struct {
	Claim      string    `json:"claim"` // its id, which hangs on the words of its document alone
	Document   string    `json:"document"`
	Judgement  Judgement `json:"judgement"`
	Correction string    `json:"correction,omitempty"`
	Coder      string    `json:"coder,omitempty"`
}

// ID names a decision by all that it says, its number included.
func (d *Decision) ID() string {
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings and numbers always are JSON
	}
	sum := sha256.Sum256(text)
	return "decision:" + hex.EncodeToString(sum[:8])
}

// Subject returns what means the actor that a decision makes or names: that into
// which it joins another, else the one it is about; nil for a review.
func (d *Decision) Subject() *Anchor {
	if d.Into != nil {
		return d.Into
	}
	return d.Anchor
}

// SortDecisions brings decisions into the order in which they hold.
func SortDecisions(decisions []Decision) {
	slices.SortFunc(decisions, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), strings.Compare(a.ID(), b.ID()))
	})
}

// Check refuses a decision that says nothing or contradicts itself.
func (d *Decision) Check() error {
	if err := d.check(); err != nil {
		return fmt.Errorf("decision %d, %s: %w", d.Number, d.Kind, err)
	}
	return nil
}

func (d *Decision) check() error {
	if d.Number < 1 {
		return errors.New("its number is not 1 or more")
	}
	if d.Kind == ReviewDecision {
		return d.Review.check()
	}
	if err := d.Anchor.check(); err != nil {
		return err
	}
	switch d.Kind {
	case MergeDecision:
		return d.checkInto()
	case AliasDecision:
		return cmp.Or(d.checkInto(), checkInterval(d.From, d.Until))
	case RenameDecision:
		return CheckName(d.Name)
	case SplitDecision:
		if d.Anchor.Document == "" {
			return errors.New("it names no document")
		}
		return nil
	}
	return fmt.Errorf("%q is no kind of decision", d.Kind)
}

func (d *Decision) checkInto() error {
	if err := d.Into.check(); err != nil {
		return err
	}
	if *d.Anchor == *d.Into {
		return fmt.Errorf("%q would be joined with itself", d.Anchor.Surface)
	}
	return nil
}

func (a *Anchor) check() error {
	if a == nil {
		return errors.New("it does not say which actor")
	}
	if a.Type != "" && !slices.Contains(ActorTypes, a.Type) {
		return fmt.Errorf("%q is no type of actor: want one of %s", a.Type, joinTypes())
	}
	if !isCountryCode(a.Country) {
		return fmt.Errorf("%q is no country: want three capital letters of ISO 3166-1, such as RUS", a.Country)
	}
	if a.Surface == "" || !utf8.ValidString(a.Surface) {
		return fmt.Errorf("%.40q is no name", a.Surface)
	}
	return nil
}

func (r *Review) check() error {
	switch {
	case r == nil || r.Claim == "":
		return errors.New("it does not say which claim")
	case !slices.Contains(Judgements, r.Judgement):
		return fmt.Errorf("%q is no judgement: want right, wrong or corrected", r.Judgement)
	case r.Judgement == Corrected && r.Correction == "":
		return errors.New("it is corrected, but does not say how")
	}
	return nil
}

func joinTypes() string {
	var words []string
	for _, t := range ActorTypes {
		words = append(words, string(t))
	}
	return strings.Join(words, ", ")
}

func isCountryCode(code string) bool {
	return code == "" || len(code) == 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func checkInterval(from, until string) error {
	for _, day := range []string{from, until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return fmt.Errorf("%q is no day: want YYYY-MM-DD", day)
		}
	}
	if from != "" && until != "" && until < from {
		return fmt.Errorf("it ends on %s, before it begins on %s", until, from)
	}
	return nil
}

// maxName is the most characters that a name given by a user may have.
const maxName = 200

// CheckName refuses what cannot be the name of an actor: nothing that has a
// letter or digit, more than 200 characters, and characters that a listing could
// not show as they are, which control it or are written from right to left.
func CheckName(name string) error {
	switch n := utf8.RuneCountInString(name); {
	case !utf8.ValidString(name):
		return fmt.Errorf("the name %.40q is not valid UTF-8", name)
	case n > maxName:
		return fmt.Errorf("the name %.40q… has %d characters: at most %d can be kept", name, n, maxName)
	case Slug(name) == "":
		return fmt.Errorf("the name %q has neither letter nor digit", name)
	case strings.TrimSpace(name) != name:
		return fmt.Errorf("the name %q begins or ends with a space", name)
	}
	for _, r := range name {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return fmt.Errorf("the name %.40q has a control character, %U", name, r)
		}
		if turns(r) {
			return fmt.Errorf("the name %.40q has a character that is written from right to left or turns the direction, %U", name, r)
		}
	}
	return nil
}

// turns reports whether a character is of a right-to-left
// script, or a mark of direction, by the Unicode Bidirectional Algorithm (UAX #9).
func turns(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return false
}
