package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// A choice is a flag that takes one of some words.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "WORD" }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.words, value) {
		return fmt.Errorf("want one of %s", strings.Join(c.words, ", "))
	}
	c.value = value
	return nil
}

// positive is a flag that takes a whole number from 1 on.
type positive int64

func (p *positive) String() string { return strconv.FormatInt(int64(*p), 10) }
func (p *positive) Type() string   { return "NUMBER" }

func (p *positive) Set(value string) error {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 1 {
		return errors.New("want a whole number from 1 on")
	}
	*p = positive(n)
	return nil
}

// addLimit gives a command the flag that says how many to list.
func addLimit(cmd *cobra.Command, limit *positive, about string) {
	cmd.Flags().VarP(limit, "limit", "n", about)
}

// aboutAll is what a limit does that is not set.
const aboutAll = "how many to list (default all)"

// first returns so many of a list, or all where there is no limit.
func first[T any](limit positive, list []T) []T {
	if limit == 0 {
		return list
	}
	return list[:min(int(limit), len(list))]
}

// addChoice gives a command a flag, and the shell its words to complete.
func addChoice(cmd *cobra.Command, name, short, value, about string, words ...string) *choice {
	c := &choice{value, words}
	cmd.Flags().VarP(c, name, short, about+": "+strings.Join(words, ", "))
	// It fails only for a flag that is not there.
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	return c
}
