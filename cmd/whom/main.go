// Command whom reads news articles and keeps, for each thing an article says,
// who did what to whom, who says so, and where it stands in the text.
//
//	whom build articles -o out
//	whom claims 'NATO rejects ?' --db out/whom.db
//
// Results go to the standard output, all else to the standard error. The exit
// code is 0 for done, 1 for failed, 2 for wrong usage and, with --strict, 3 where
// nothing was extracted.
//
// Each subcommand is a file of its name, with more beside it (build_summary.go) where
// it is long. They share
//
//   - usage.go, choice.go, filter.go, network_flags.go: arguments and flags
//   - input.go, ingest.go, spool.go: reading of articles and other files
//   - contents.go, deciding.go: a store that is read, or decided about
//   - listing.go, terminal.go, shell.go: tables, progress, words of a shell
//   - staging.go: files that appear when all of them is written
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/store"
)

const (
	codeFailed  = 1
	codeUsage   = 2
	codeNothing = 3
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends at once
	return execute(ctx, newRoot(storeName))
}

// execute runs a command and says what went wrong.
func execute(ctx context.Context, root *cobra.Command) (code int) {
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	var s *status
	if !errors.As(err, &s) {
		s = usage(err) // all others are cobra's, about words that it could not use
	}
	if s.err != nil {
		fmt.Fprintln(os.Stderr, "whom:", oneLine(s.err))
	}
	if s.code == codeUsage {
		fmt.Fprintf(os.Stderr, "See '%s --help'.\n", cmd.CommandPath())
	}
	return s.code
}

// options are the flags of all commands.
type options struct {
	db string
}

// newRoot makes the command; where no flag says another, it works on the store
// at db.
func newRoot(db string) *cobra.Command {
	root := &cobra.Command{
		Use:   "whom",
		Short: "Who did what to whom, and who says so, from news articles",
		Long: `whom reads news articles and keeps, for each thing an article says, who did
what to whom, who says so, whether it is denied, and where it stands in the
text: as a graph in a store that it makes and asks without any server.

WHOM_CACHE=MEGABYTES in the environment says how much memory a command takes at
most to keep what it reads of a store in a directory: 256, where it says nothing.`,
		Example: `  whom build articles -o out
  whom claims 'NATO rejects ?' --db out/whom.db
  whom show 'Sergey Lavrov' --db out/whom.db`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: refuseEmpty,
	}
	o := &options{}
	root.PersistentFlags().StringVar(&o.db, "db", db, "store, a `DIRECTORY` or postgres://user@host:port/name")
	root.PersistentFlags().Lookup("db").DefValue = store.Printable(db)
	for _, cmd := range []*cobra.Command{
		buildCommand(), addCommand(o), removeCommand(o), checkCommand(o), docsCommand(o), claimsCommand(o), actorsCommand(o),
		showCommand(o), mergeCommand(o), splitCommand(o), renameCommand(o), aliasesCommand(o), decisionsCommand(o), undoCommand(o),
		sampleCommand(o), reviewCommand(o), rankCommand(o), communitiesCommand(o), compareCommand(o), exportCommand(o),
		disputesCommand(o), pathCommand(o), queryCommand(o), evaluateCommand(o), replCommand(o), parseCommand(), versionCommand(),
	} {
		cmd.RunE = failing(cmd.RunE)
		root.AddCommand(cmd)
	}
	root.SetFlagErrorFunc(flagError)
	refuseUnknown(root)
	return root
}

// storesHere names a store that a build has made below the working directory.
func storesHere() string {
	found, _ := filepath.Glob(filepath.Join("*", storeName)) // it fails only for a bad pattern
	if len(found) == 0 {
		return ""
	}
	return ", as " + shellWord(found[0])
}

// failing marks the errors of a command's work, to tell them from those of
// wrong usage.
func failing(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := run(cmd, args)
		var s *status
		switch {
		case err == nil || errors.As(err, &s):
			return err
		case errors.Is(err, context.Canceled):
			err = errors.New("interrupted")
		case errors.Is(err, store.ErrNoStore) && strings.Contains(err.Error(), strconv.Quote(storeName)):
			err = fmt.Errorf("%w, or name one with --db%s", err, storesHere())
		}
		return &status{codeFailed, err}
	}
}
