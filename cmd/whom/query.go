package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/query"
)

func queryCommand(o *options) *cobra.Command {
	timeout, memory := 30*time.Second, positive(1024)
	cmd := &cobra.Command{
		Use:   "query TEXT",
		Short: "Ask the graph in a language of Cayley's: Gizmo, GraphQL or MQL",
		Long: `Query asks the quads of the store, which 'go doc ./graph/quads' describes: an
actor is named actor:…, what is done verb:…, what is denied denied:…. Each result
is a line of JSON. TEXT may be - for the standard input. Also

  whom query -l graphql '{ nodes(id: <actor:nato>) { id, <skos:prefLabel> } }'
  whom query -l mql '[{"id": null, "<whom:country>": "RUS"}]'

The query runs in a process of its own, which gives it nothing but the store, and
is ended when it takes too long or too much memory.`,
		Example: `  whom query -l gizmo 'g.V(g.IRI("actor:nato")).out(g.IRI("verb:reject")).all()'
  whom query -l gizmo --timeout 5s 'g.emit(g.V().count())'`,
		Args: needs("a TEXT: a query, or - for the standard input"),
	}
	language := addChoice(cmd, "language", "l", "gizmo", "of the query", query.Languages...)
	cmd.Flags().DurationVar(&timeout, "timeout", timeout, "end it after this `TIME`")
	cmd.Flags().Var(&memory, "memory", "end it when it takes more megabytes")
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		if timeout <= 0 {
			return usage(fmt.Errorf("--timeout %q: want a time as 30s or 2m", timeout))
		}
		text := strings.Join(words, " ")
		if text == "-" {
			all, err := io.ReadAll(cmd.InOrStdin())
			if err != nil {
				return fmt.Errorf("reading the query: %w", err)
			}
			text = string(all)
		}
		if strings.TrimSpace(text) == "" {
			return usage(errors.New("query needs a TEXT that is not empty"))
		}
		ctx, stop := context.WithTimeout(cmd.Context(), timeout)
		defer stop()
		return askChild(ctx, cmd.OutOrStdout(), text, "--db", o.db, evaluateName,
			"--language", language.value, "--memory", memory.String(), "--timeout", (timeout + time.Second).String())
	}
	return cmd
}

// askChild runs this program again to answer a query, and ends it with ctx.
func askChild(ctx context.Context, out io.Writer, text string, args ...string) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding this program, to run the query by itself: %w", err)
	}
	child := exec.CommandContext(ctx, program, args...)
	child.Args[0] = os.Args[0]
	child.WaitDelay = time.Second
	var diagnostics bytes.Buffer
	child.Stdin, child.Stdout, child.Stderr = strings.NewReader(text), out, &diagnostics
	err = child.Run()
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return errors.New("the query was ended: it took longer than --timeout gives it")
	case ctx.Err() != nil:
		return ctx.Err()
	case strings.Contains(diagnostics.String(), "out of memory"):
		return errors.New("the query was ended: it took more memory than there is")
	}
	line, _, _ := strings.Cut(diagnostics.String(), "\n")
	if line = strings.TrimPrefix(line, "whom: "); line == "" {
		line = err.Error()
	}
	return errors.New(line)
}
