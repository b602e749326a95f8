package main

import "github.com/spf13/cobra"

// commands lists the subcommands, one file each.
func commands() []*cobra.Command {
	return []*cobra.Command{
		chainsCommand(),
		confidenceCommand(),
		corefCommand(),
		evalCommand(),
		lemmasCommand(),
		missesCommand(),
		quantizeCommand(),
		scoreCommand(),
	}
}
