package main

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/extract/english/encoder"
)

func quantizeCommand() *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:   "quantize",
		Short: "Write a trained model with int8 weights, as it is embedded",
		Long: `Quantize reads model.safetensors, config.json, labels.json and vocab.txt from
a directory and writes the file that extract/english/encoder embeds.`,
		Example: "  whom-train quantize --from out/english",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return data.Replace(to, func(out io.Writer) error { return encoder.Quantize(out, from) })
		},
	}
	cmd.Flags().StringVar(&from, "from", filepath.FromSlash("out/english"), "directory of the trained model")
	cmd.Flags().StringVar(&to, "to", filepath.FromSlash("extract/english/encoder/english.safetensors"), "file to write")
	return cmd
}
