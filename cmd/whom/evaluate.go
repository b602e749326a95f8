package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/metrics"
	"time"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

const evaluateName = "evaluate"

// evaluateCommand is the process in which query has a query answered.
func evaluateCommand(o *options) *cobra.Command {
	memory := positive(1024)
	var language string
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:     evaluateName,
		Short:   "Answer the query on the standard input",
		Example: `  echo 'g.emit(g.V().count())' | whom evaluate --language gizmo --timeout 5s`,
		Hidden:  true,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text, err := io.ReadAll(cmd.InOrStdin())
			if err != nil {
				return err
			}
			return withStore(o.db, func(s *store.Store) error {
				go watch(uint64(memory)<<20, timeout)
				enc := json.NewEncoder(cmd.OutOrStdout())
				enc.SetEscapeHTML(false)
				return query.Run(cmd.Context(), s, language, string(text), enc.Encode)
			})
		},
	}
	cmd.Flags().StringVar(&language, "language", "gizmo", "of the query")
	cmd.Flags().Var(&memory, "memory", "megabytes to take at most")
	cmd.Flags().DurationVar(&timeout, "timeout", time.Minute, "when to end, should nobody end this process")
	return cmd
}

// watch ends the process where it takes more bytes than it may, or too long: a
// program in Gizmo cannot be stopped otherwise. It looks often enough that no
// loop can take much more in between.
func watch(limit uint64, timeout time.Duration) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	deadline := time.Now().Add(timeout)
	for range time.Tick(10 * time.Millisecond) {
		metrics.Read(sample)
		switch {
		case sample[0].Value.Uint64() > limit:
			end(fmt.Sprintf("it took more memory than --memory gives it, %d MB", limit>>20))
		case time.Now().After(deadline):
			end("it took longer than --timeout gives it")
		}
	}
}

func end(why string) {
	fmt.Fprintln(os.Stderr, "whom: the query was ended:", why)
	os.Exit(codeFailed)
}
