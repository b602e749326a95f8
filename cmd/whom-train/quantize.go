package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/extract/english/encoder"
)

func quantizeCommand() *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:   "quantize",
		Short: "Write a trained model with int8 weights, as it is embedded",
		Long: `Quantize reads model.safetensors, config.json, labels.json and vocab.txt from
a directory and writes the file that extract/english/encoder embeds.`,
		Example: "  whom-train quantize --from ../shared/models/english --to extract/english/encoder/english.safetensors",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return quantize(from, to) },
	}
	cmd.Flags().StringVar(&from, "from", filepath.Join(sharedDir(), "models", "english"), "directory of the trained model")
	cmd.Flags().StringVar(&to, "to", filepath.FromSlash("extract/english/encoder/english.safetensors"), "file to write")
	return cmd
}

// quantize writes beside the file first, so that a failure leaves it as it was.
func quantize(from, to string) error {
	out, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".*")
	if err != nil {
		return fmt.Errorf("writing a model: %w", err)
	}
	defer os.Remove(out.Name())
	if err := encoder.Quantize(out, from); err != nil {
		out.Close()
		return err
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing a model: %w", err)
	}
	if err := os.Chmod(out.Name(), 0o644); err != nil {
		return fmt.Errorf("writing a model: %w", err)
	}
	return os.Rename(out.Name(), to)
}

// sharedDir is where training and test data are.
func sharedDir() string {
	if dir := os.Getenv("WHOM_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared")
}
