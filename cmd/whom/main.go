// Command whom reads news articles and keeps, for each thing an article says,
// who did what to whom, who says so, and where it stands in the text.
//
//	whom build articles -o out
//	whom claims 'NATO rejects ?' --db out/whom.db
//
// Results go to the standard output, all else to the standard error. The exit
// code is 0 for done, 1 for failed, 2 for wrong usage and, with --strict, 3 where
// nothing was extracted.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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
	return execute(ctx, newRoot())
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

// A status ends the program with an exit code. Its error is nil where all has
// been said.
type status struct {
	code int
	err  error
}

func (s *status) Error() string { return fmt.Sprint(s.err) }

func usage(err error) *status { return &status{codeUsage, err} }

// excluding matches cobra's words about flags of which one excludes the others.
var excluding = regexp.MustCompile(`none of the others can be; \[(.+)\] were all set$`)

// oneLine brings cobra's suggestions into the line of the error, and names the
// flags of which it says that they exclude each other.
func oneLine(err error) string {
	if flags := excluding.FindStringSubmatch(err.Error()); flags != nil {
		return "--" + strings.Join(strings.Fields(flags[1]), " and --") + " do not go together"
	}
	text, words, ok := strings.Cut(err.Error(), "\n\nDid you mean this?\n")
	if !ok {
		return text
	}
	return text + "; did you mean " + strings.Join(strings.Fields(words), " or ") + "?"
}

// needs is for commands that work on at least one argument.
func needs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}

// takes is for commands that work on so many arguments.
func takes(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return fmt.Errorf("%s takes %s", cmd.Name(), what)
		}
		return nil
	}
}

const aPath = "a PATH: a file, a folder or - for the standard input"

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no argument such as %q", cmd.Name(), args[0])
	}
	return nil
}

// options are the flags of all commands.
type options struct {
	db string
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "whom",
		Short: "Who did what to whom, and who says so, from news articles",
		Long: `whom reads news articles and keeps, for each thing an article says, who did
what to whom, who says so, whether it is denied, and where it stands in the
text: as a graph in a store that it makes and asks without any server.`,
		Example: `  whom build articles -o out
  whom claims 'NATO rejects ?' --db out/whom.db
  whom show 'Sergey Lavrov' --db out/whom.db`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: refuseEmpty,
	}
	o := &options{}
	root.PersistentFlags().StringVar(&o.db, "db", "whom.db", "store, a `DIRECTORY`")
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

// refuseUnknown makes wrong usage of help about what is no command, and of
// completion for what is no shell, for which cobra prints help and succeeds.
func refuseUnknown(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Example = "  whom help claims"
			cmd.Args = func(_ *cobra.Command, topic []string) error {
				of, rest, err := root.Find(topic)
				if err == nil && len(rest) > 0 {
					err = fmt.Errorf("%s has no help about %q", of.CommandPath(), rest[0])
				}
				return err
			}
		case "completion":
			cmd.Example = "  whom completion bash > /etc/bash_completion.d/whom"
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
}

// refuseEmpty fails for a flag with nothing in it, as of a variable of a script
// that is not set, which would ask for everything.
func refuseEmpty(cmd *cobra.Command, _ []string) (err error) {
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if value := flag.Value.String(); value == "" || value == "[]" {
			err = fmt.Errorf("--%s is empty: leave it out or fill it in", flag.Name)
		}
	})
	return err
}

// wants says what flags take, by their types.
var wants = map[string]string{
	"bool":     "want true or false, or nothing",
	"duration": "want a time as 30s or 2m",
	"float64":  "want a number",
	"int":      "want a whole number",
	"int64":    "want a whole number",
}

// flagError says what is wrong with the value of a flag, and what it takes.
func flagError(_ *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	flag := invalid.GetFlag()
	if want := wants[flag.Value.Type()]; want != "" {
		return fmt.Errorf("--%s %q: %s", flag.Name, invalid.GetValue(), want)
	}
	return fmt.Errorf("--%s %q: %w", flag.Name, invalid.GetValue(), errors.Unwrap(err))
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
