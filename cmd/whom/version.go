package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom"
)

func versionCommand() *cobra.Command {
	var licenses bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version, or the licences of the data within",
		Example: `  whom version
  whom version --licenses`,
		Args:    noArguments,
		PreRunE: withoutStore,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if licenses {
				return writeLicenses(cmd.OutOrStdout())
			}
			return writeVersion(cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&licenses, "licenses", false, "print the licence of each embedded file")
	return cmd
}

func writeVersion(out io.Writer) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fmt.Errorf("this program was built without a version")
	}
	_, err := fmt.Fprintf(out, "whom %s, %s\n", info.Main.Version, info.GoVersion)
	return err
}

func writeLicenses(out io.Writer) error {
	licenses, err := whom.Licenses()
	if err != nil {
		return err
	}
	for _, l := range licenses {
		if _, err := fmt.Fprintf(out, "%s\n\n%s\n", l.File, l.Text); err != nil {
			return err
		}
	}
	return nil
}
