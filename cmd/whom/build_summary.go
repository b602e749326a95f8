package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/extract/source"
	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/network"
)

const (
	topActors   = 10
	topTies     = 10
	topDisputes = 10
	topAccounts = 3 // of each side
)

// A summary is what build says at its end.
type summary struct {
	tally    tally
	contents *contents
	data     *export.Data
	between  []float64 // betweenness of the nodes of its network
	out      string
	formats  []export.Format
	old      *predecessor
}

func writeSummary(w io.Writer, s *summary) error {
	net := s.data.Network()
	fmt.Fprintf(w, "%s, %s.\n", s.tally.line(), count(len(s.contents.view.Actors()), "actor"))
	fmt.Fprintf(w, "Network: %s that act or are acted on, %d of them with ties: %s, of %s.\n",
		count(len(net.Nodes), "actor"), net.Tied(), count(len(net.Ties()), "tie"), count(len(net.Edges), "edge"))
	if s.old != nil {
		fmt.Fprint(w, s.old.lines())
	}
	for _, part := range []func(io.Writer) error{s.actors, s.ties, s.disputes, s.files} {
		if err := part(w); err != nil {
			return err
		}
	}
	return nil
}

func (t tally) line() string {
	failed := ""
	if t.failed > 0 {
		failed = fmt.Sprintf(" (%d failed)", t.failed)
	}
	return fmt.Sprintf("%s read%s: %s, %s", count(t.documents, "document"), failed, count(t.sentences, "sentence"), count(t.claims, "claim"))
}

func (s *summary) actors(w io.Writer) error {
	net := s.data.Network()
	strength := net.Strength()
	node := func(of func(*network.Node) any) func(int) any {
		return func(i int) any { return of(&net.Nodes[i]) }
	}
	return section(w, "Top actors, by the strength of their ties", []column[int]{
		{"name", node(func(a *network.Node) any { return a.Name })},
		{"type", node(func(a *network.Node) any { return a.Type })},
		{"country", node(func(a *network.Node) any { return a.Country })},
		{"strength", func(i int) any { return int(strength[i]) }},
		{"claims", node(func(a *network.Node) any { return a.Claims })},
		{"documents", node(func(a *network.Node) any { return a.Documents })},
		{"betweenness", func(i int) any { return fmt.Sprintf("%11.1f", s.between[i]) }},
	}, net.Top(topActors, strength))
}

func (s *summary) ties(w io.Writer) error {
	ties := s.data.Network().Ties()
	return section(w, "Strongest ties", tieColumns(s.data.Network()), ties[:min(topTies, len(ties))])
}

func (s *summary) disputes(w io.Writer) error {
	all := network.Disputes(s.contents.view, s.contents.claims)
	if len(all) == 0 {
		return nil
	}
	heading(w, "Disputes")
	for _, d := range all[:min(topDisputes, len(all))] {
		first := &d.Affirmed[0]
		fmt.Fprintf(w, "  %s → %s → %s\n", s.contents.name(first, &first.Subject), first.Predicate.Label(), s.contents.name(first, first.Object))
		fmt.Fprintf(w, "    affirmed  %s\n", s.accounts(d.Affirmed))
		fmt.Fprintf(w, "    denied    %s\n", s.accounts(d.Denied))
	}
	if more := len(all) - topDisputes; more > 0 {
		fmt.Fprintf(w, "  and %d more\n", more)
	}
	return nil
}

// accounts names the documents of a side, each with who says so there.
func (s *summary) accounts(claims []graph.Claim) string {
	var list []string
	for i := range claims {
		document := claims[i].Document
		says := cmp.Or(s.contents.says(&claims[i]), s.contents.document(document).Outlet, "its outlet")
		if claims[i].Modality == graph.Planned {
			says += ", planned"
		}
		if account := source.Printable(document) + " (" + says + ")"; !slices.Contains(list, account) {
			list = append(list, account)
		}
	}
	if more := len(list) - topAccounts; more > 0 {
		list = append(list[:topAccounts], fmt.Sprintf("%d more", more))
	}
	return strings.Join(list, ", ")
}

func (s *summary) files(w io.Writer) error {
	files := [][2]string{{filepath.Join(s.out, storeName), "the store"}}
	for _, f := range s.formats {
		files = append(files, [2]string{filepath.Join(s.out, f.File), f.About})
	}
	err := section(w, "Files", []column[[2]string]{
		{"file", func(f [2]string) any { return f[0] }},
		{"holds", func(f [2]string) any { return f[1] }},
	}, files)
	fmt.Fprintf(w, "\nAsk next: whom claims --db %s\n", shellWord(files[0][0]))
	return err
}
