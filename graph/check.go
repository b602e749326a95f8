package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Modalities lists them all.
var Modalities = []Modality{Asserted, Planned, Possible, Demanded, Conditional, Questioned}

// Check refuses a document without id, whose words are not UTF-8, whose day is
// none, or whose hash is not that of its text.
func (d *Document) Check() error {
	for _, text := range []string{d.ID, d.Title, d.Outlet, d.URL, d.Dateline, d.Language, d.Text} {
		if !utf8.ValidString(text) {
			return fmt.Errorf("%.40q is not valid UTF-8", text)
		}
	}
	_, err := time.Parse(time.DateOnly, d.Published)
	switch {
	case d.ID == "":
		return errors.New("the document has no id")
	case d.Published != "" && err != nil:
		return fmt.Errorf("published %.40q is no day: want YYYY-MM-DD", d.Published)
	case d.SHA256 != Hash(d.Text):
		return errors.New("sha256 is not that of the text")
	}
	return nil
}

// Check refuses an entity that says what no entity can, or whose words do not
// stand in the document at their spans.
func (e *Entity) Check(d *Document) error {
	switch {
	case !strings.HasPrefix(e.ID, "entity:"+d.ID+"/"):
		return fmt.Errorf("id %q does not begin with entity:%s/", e.ID, d.ID)
	case e.Name == "":
		return errors.New("it has no name")
	case !utf8.ValidString(e.Name + e.Role):
		return fmt.Errorf("%.40q is not valid UTF-8", e.Name+e.Role)
	case !slices.Contains(ActorTypes, e.Type):
		return fmt.Errorf("type %q: want one of %s", e.Type, joinTypes())
	case !isCountryCode(e.Country):
		return fmt.Errorf("country %q: want three capital letters of ISO 3166-1, such as RUS", e.Country)
	}
	for i, m := range e.Mentions {
		if err := checkMention(d, &m); err != nil {
			return fmt.Errorf("mentions[%d]: %w", i, err)
		}
	}
	return nil
}

func checkMention(d *Document, m *Mention) error {
	if err := checkWords(d, m.Text, m.Span); err != nil {
		return err
	}
	if !m.Span.Contains(m.Head) {
		return fmt.Errorf("head %v does not lie in span %v", m.Head, m.Span)
	}
	return checkKind(m.Kind)
}

func checkKind(kind MentionKind) error {
	if !slices.Contains([]MentionKind{NameMention, NominalMention, PronounMention}, kind) {
		return fmt.Errorf("mention %q: want name, nominal or pronoun", kind)
	}
	return nil
}

// checkWords holds words against the text at their span.
func checkWords(d *Document, words string, s Span) error {
	if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
		return fmt.Errorf("span [%d,%d] does not lie in the %d bytes of document %q", s.Start, s.End, len(d.Text), d.ID)
	}
	if there := d.Text[s.Start:s.End]; there != words {
		return fmt.Errorf("text %.60q is not what document %q has at [%d,%d], %.60q", words, d.ID, s.Start, s.End, there)
	}
	return nil
}

// Check refuses a claim that says what no claim can, whose words do not stand in
// the document at their spans, or whose id is not that of what it says.
func (c *Claim) Check(d *Document) error {
	if err := c.checkFields(d); err != nil {
		return err
	}
	id := ClaimID(c)
	if strings.HasPrefix(c.ID, descriptionPrefix) {
		id = DescriptionID(c)
	}
	if c.ID != id {
		return fmt.Errorf("id %q: what it says has the id %s", c.ID, id)
	}
	return nil
}

func (c *Claim) checkFields(d *Document) error {
	if err := c.checkWords(d); err != nil {
		return err
	}
	switch {
	case c.Document != d.ID:
		return fmt.Errorf("document %q: want %q", c.Document, d.ID)
	case c.Sentence < 0:
		return fmt.Errorf("sentence %d: want 0 or more", c.Sentence)
	case !slices.Contains(Modalities, c.Modality):
		return fmt.Errorf("modality %q: want one of asserted, planned, possible, demanded, conditional, questioned", c.Modality)
	case !(c.Confidence >= 0 && c.Confidence <= 1):
		return fmt.Errorf("confidence %v: want 0 to 1", c.Confidence)
	case c.Predicate.Lemma == "" || !utf8.ValidString(c.Predicate.Lemma):
		return fmt.Errorf("predicate: lemma %.40q is no verb", c.Predicate.Lemma)
	}
	return checkPolarity(c.Polarity)
}

func checkPolarity(p Polarity) error {
	if p != Affirmed && p != Denied {
		return fmt.Errorf("polarity %q: want affirmed or denied", p)
	}
	return nil
}

// checkWords holds all words of a claim against the text.
func (c *Claim) checkWords(d *Document) error {
	named := func(what string, err error) error {
		if err != nil {
			err = fmt.Errorf("%s: %w", what, err)
		}
		return err
	}
	errs := []error{
		named("subject", c.Subject.check(d)),
		named("predicate", checkWords(d, c.Predicate.Text, c.Predicate.Span)),
		named("evidence", checkWords(d, c.Evidence.Text(d), c.Evidence)),
		named("object", c.Object.check(d)),
		named("place", c.Place.check(d)),
	}
	if c.Time != nil {
		errs = append(errs, named("time", checkWords(d, c.Time.Text, c.Time.Span)))
	}
	for i := range c.Args {
		errs = append(errs, named(fmt.Sprintf("args[%d]", i), c.Args[i].check(d)))
	}
	for i := range c.Attribution {
		s := &c.Attribution[i]
		what := fmt.Sprintf("attribution[%d]", i)
		errs = append(errs, named(what, s.Argument.check(d)), named(what, checkPolarity(s.Polarity)))
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *Argument) check(d *Document) error {
	if a == nil {
		return nil
	}
	if err := checkWords(d, a.Text, a.Span); err != nil {
		return err
	}
	if a.Mention != "" {
		if err := checkKind(a.Mention); err != nil {
			return err
		}
	}
	if a.Antecedent != nil {
		if err := checkWords(d, a.Antecedent.Text, a.Antecedent.Span); err != nil {
			return fmt.Errorf("antecedent: %w", err)
		}
	}
	if a.Thing != nil && a.Thing.Lemma == "" {
		return errors.New("the thing has no lemma")
	}
	return nil
}
