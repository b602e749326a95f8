package store

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph"
)

// check refuses an extraction that contradicts itself: the store could not
// give it back as it is, or could not find it again.
func check(x *graph.Extraction) error {
	if err := checkDocument(x); err != nil {
		return fmt.Errorf("document %q %w: %w", x.Document.ID, ErrInvalid, err)
	}
	return nil
}

func checkDocument(x *graph.Extraction) error {
	d := &x.Document
	for _, text := range []string{d.ID, d.Title, d.Outlet, d.URL, d.Dateline, d.Published, d.Language, d.Text} {
		if !utf8.ValidString(text) {
			return fmt.Errorf("%.40q is not valid UTF-8", text)
		}
	}
	switch {
	case d.ID == "":
		return errors.New("it has no id")
	case d.SHA256 != graph.Hash(d.Text):
		return errors.New("its SHA-256 is not that of its text")
	}
	ids := make(map[string]bool) // of entities and claims
	if err := checkEntities(x, ids); err != nil {
		return err
	}
	return checkClaims(x, ids)
}

func checkEntities(x *graph.Extraction, ids map[string]bool) error {
	for i := range x.Entities {
		e := &x.Entities[i]
		switch {
		case e.Document != x.Document.ID:
			return fmt.Errorf("entity %q is of document %q", e.ID, e.Document)
		case !strings.HasPrefix(e.ID, entityPrefix+x.Document.ID+"/"):
			return fmt.Errorf("entity %q does not have its document in its id", e.ID)
		case ids[e.ID]:
			return fmt.Errorf("entity %q is there twice", e.ID)
		case !utf8.ValidString(e.Name + e.Country + e.Role):
			return fmt.Errorf("entity %q: %.40q is not valid UTF-8", e.ID, e.Name+e.Country+e.Role)
		}
		ids[e.ID] = true
	}
	for i := range x.Entities {
		e := &x.Entities[i]
		if e.Affiliation != "" && !ids[e.Affiliation] {
			return fmt.Errorf("entity %q belongs to %q, which is not there", e.ID, e.Affiliation)
		}
		for _, m := range e.Mentions {
			if !utf8.ValidString(m.Text) {
				return fmt.Errorf("entity %q: mention %.40q is not valid UTF-8", e.ID, m.Text)
			}
		}
	}
	return nil
}

func checkClaims(x *graph.Extraction, ids map[string]bool) error {
	for i := range x.Claims {
		if err := checkClaim(x, &x.Claims[i], graph.ClaimID, ids); err != nil {
			return err
		}
	}
	for i := range x.Descriptions {
		if err := checkClaim(x, &x.Descriptions[i], graph.DescriptionID, ids); err != nil {
			return err
		}
	}
	for _, claims := range [][]graph.Claim{x.Claims, x.Descriptions} {
		for i := range claims {
			if err := checkReferences(&claims[i], ids); err != nil {
				return fmt.Errorf("claim %q: %w", claims[i].ID, err)
			}
		}
	}
	return nil
}

// checkClaim holds a claim or description against its document and the ids so
// far, to which it adds its own.
func checkClaim(x *graph.Extraction, c *graph.Claim, id func(*graph.Claim) string, ids map[string]bool) error {
	switch {
	case c.Document != x.Document.ID:
		return fmt.Errorf("claim %q is of document %q", c.ID, c.Document)
	case c.ID != id(c):
		return fmt.Errorf("claim %q has not the id of what it says, %q", c.ID, id(c))
	case ids[c.ID]:
		return fmt.Errorf("claim %q is there twice", c.ID)
	case c.Predicate.Lemma == "":
		return fmt.Errorf("claim %q has no predicate", c.ID)
	case !utf8.ValidString(c.Predicate.Lemma + c.Predicate.Text):
		return fmt.Errorf("claim %q: predicate %q is not valid UTF-8", c.ID, c.Predicate.Text)
	}
	ids[c.ID] = true
	return nil
}

// checkReferences holds what a claim names against the ids of its document.
func checkReferences(c *graph.Claim, ids map[string]bool) error {
	missing := func(id string) bool { return id != "" && !ids[id] }
	for a := range arguments(c) {
		switch {
		case !utf8.ValidString(a.Text):
			return fmt.Errorf("%.40q is not valid UTF-8", a.Text)
		case missing(a.Entity):
			return fmt.Errorf("%q is entity %q, which is not there", a.Text, a.Entity)
		case missing(a.Claim):
			return fmt.Errorf("%q is claim %q, which is not there", a.Text, a.Claim)
		case a.Thing != nil && missing(a.Thing.Owner):
			return fmt.Errorf("%q is of entity %q, which is not there", a.Text, a.Thing.Owner)
		}
	}
	for _, s := range c.Attribution {
		switch {
		case s.Argument.Claim != "":
			return fmt.Errorf("its speaker %q is a claim", s.Text)
		case missing(s.Claim):
			return fmt.Errorf("claim %q, by which %q says so, is not there", s.Claim, s.Text)
		}
	}
	return nil
}

// arguments yields every participant of a claim.
func arguments(c *graph.Claim) iter.Seq[*graph.Argument] {
	return func(yield func(*graph.Argument) bool) {
		all := []*graph.Argument{&c.Subject}
		for _, a := range []*graph.Argument{c.Object, c.Place} {
			if a != nil {
				all = append(all, a)
			}
		}
		for i := range c.Args {
			all = append(all, &c.Args[i])
		}
		for i := range c.Attribution {
			all = append(all, &c.Attribution[i].Argument)
		}
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}
}
