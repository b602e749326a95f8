package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

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

// withoutStore is for commands that ask no store.
func withoutStore(cmd *cobra.Command, _ []string) error {
	if cmd.Flags().Changed("db") {
		return fmt.Errorf("%s asks no store: leave --db out", cmd.Name())
	}
	return nil
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
