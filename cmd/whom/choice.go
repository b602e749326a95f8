package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// A choice is a flag that takes one of some words.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "word" }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.words, value) {
		return fmt.Errorf("want one of %s", strings.Join(c.words, ", "))
	}
	c.value = value
	return nil
}

// addChoice gives a command a flag, and the shell its words to complete.
func addChoice(cmd *cobra.Command, name, short, value, about string, words ...string) *choice {
	c := &choice{value, words}
	cmd.Flags().VarP(c, name, short, about+": "+strings.Join(words, ", "))
	// It fails only for a flag that is not there.
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	return c
}
