package curate

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// An alias is a decision of a file or a store, and where it stands.
type alias struct {
	decision    graph.Decision
	place       string // "line 3", "decision 7"
	name, actor string // folded
}

func newAlias(d graph.Decision, place string) *alias {
	return &alias{d, place, graph.NameKey(d.Anchor.Surface), graph.NameKey(d.Into.Surface)}
}

// An aliasIndex finds aliases by their own name and by that of their actor.
type aliasIndex struct {
	byName, byActor map[string][]*alias
	ids             map[string]bool // of the store's decisions, as if they had no number
}

func (x *aliasIndex) add(a *alias) {
	x.byName[a.name] = append(x.byName[a.name], a)
	x.byActor[a.actor] = append(x.byActor[a.actor], a)
}

func unnumbered(d graph.Decision) string {
	d.Number = 0
	return d.ID()
}

// ReadAliases makes decisions, without numbers, of a table with the columns
//
//	alias    how documents call somebody
//	actor    whom they mean by it: a name, or the id of an actor
//	type     of the actor, or nothing
//	country  of the actor, as RUS, or nothing
//	from,to  the first and the last day of the documents for which it holds, or nothing
//
// Anchor gives what means the actor of an id. Rows that are among the decisions
// kept already are left out. It fails for names that [graph.CheckName] refuses,
// an unknown id, an alias of itself, two rows for one alias and day, and an alias
// for what is itself an alias.
func ReadAliases(file string, in io.Reader, kept []graph.Decision, anchor func(id string) (graph.Anchor, error)) ([]graph.Decision, error) {
	rows, err := readTable(file, in, "alias", "actor", "type", "country", "from", "to")
	if err != nil {
		return nil, err
	}
	known := indexKept(kept)
	var out []graph.Decision
	for _, r := range rows {
		d, err := readAlias(r, anchor)
		if err != nil {
			return nil, r.errorf("%w", err)
		}
		a := newAlias(d, fmt.Sprintf("line %d", r.line))
		if known.ids[unnumbered(d)] {
			continue
		}
		if err := known.check(a); err != nil {
			return nil, r.errorf("%w", err)
		}
		known.add(a)
		out = append(out, d)
	}
	return out, nil
}

func indexKept(kept []graph.Decision) *aliasIndex {
	x := &aliasIndex{make(map[string][]*alias), make(map[string][]*alias), make(map[string]bool)}
	for _, d := range kept {
		if d.Kind == graph.AliasDecision {
			x.add(newAlias(d, fmt.Sprintf("decision %d", d.Number)))
			x.ids[unnumbered(d)] = true
		}
	}
	return x
}

func readAlias(r row, anchor func(string) (graph.Anchor, error)) (graph.Decision, error) {
	f := r.fields
	d := graph.Decision{
		Number: 1, Kind: graph.AliasDecision, From: f["from"], Until: f["to"],
		Anchor: &graph.Anchor{Surface: f["alias"]},
		Into:   &graph.Anchor{Surface: f["actor"], Type: graph.ActorType(f["type"]), Country: f["country"]},
	}
	for _, column := range []string{"alias", "actor"} {
		if f[column] == "" {
			return d, fmt.Errorf("the %s is missing", column)
		}
		if err := graph.CheckName(f[column]); err != nil {
			return d, err
		}
	}
	if strings.HasPrefix(f["actor"], "actor:") {
		known, err := anchor(f["actor"])
		if err != nil {
			return d, err
		}
		d.Into = &known
	}
	if err := d.Check(); err != nil {
		return d, errors.Unwrap(err) // it has no number yet to be named by
	}
	d.Number = 0
	if graph.NameKey(f["alias"]) == graph.NameKey(d.Into.Surface) {
		return d, fmt.Errorf("%q would be an alias of itself", f["alias"])
	}
	return d, nil
}

// check holds an alias against those before it.
func (x *aliasIndex) check(a *alias) error {
	alias, actor := a.decision.Anchor.Surface, a.decision.Into.Surface
	if o := a.meets(x.byName[a.name]); o != nil {
		return fmt.Errorf("%q is an alias already, of %q by %s", alias, o.decision.Into.Surface, o.place)
	}
	o, from := a.meets(x.byName[a.actor]), a.meets(x.byActor[a.name])
	switch {
	case o != nil && o.actor == a.name:
		return fmt.Errorf("%q and %q would be aliases of each other, by %s", alias, actor, o.place)
	case o != nil:
		return fmt.Errorf("%q is itself an alias, of %q by %s: name that one", actor, o.decision.Into.Surface, o.place)
	case from != nil:
		return fmt.Errorf("%q has an alias itself, %q by %s: let that be one of %q too", alias, from.decision.Anchor.Surface, from.place, actor)
	}
	return nil
}

// meets returns the first alias that holds on a day on which this one does.
func (a *alias) meets(others []*alias) *alias {
	for _, o := range others {
		if meet(&a.decision, &o.decision) {
			return o
		}
	}
	return nil
}

// meet reports whether two aliases hold on one day.
func meet(a, b *graph.Decision) bool {
	return (a.From == "" || b.Until == "" || a.From <= b.Until) && (b.From == "" || a.Until == "" || b.From <= a.Until)
}
