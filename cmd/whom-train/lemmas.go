package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/lemmas"
	"github.com/whomgraph/whom/extract/syntax"
)

func lemmasCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "lemmas TREEBANK.conllu...",
		Short: "Learn the table of lemmas",
		Long: `Lemmas learns exceptions and suffix rules for lemmas from treebanks and from the
vocabulary in this program. The same treebanks give the same bytes.`,
		Example: "  whom-train lemmas ewt-train.conllu gum-train.conllu",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, treebanks []string) error {
			var sentences []syntax.Sentence
			for _, path := range treebanks {
				s, err := data.Trees(os.ReadFile, path)
				if err != nil {
					return err
				}
				sentences = append(sentences, s...)
			}
			table, err := lemmas.Learn(sentences)
			if err != nil {
				return err
			}
			var text bytes.Buffer
			if err := table.Write(&text); err != nil {
				return err
			}
			return os.WriteFile(file, text.Bytes(), 0o644)
		},
	}
	cmd.Flags().StringVar(&file, "file", filepath.FromSlash("extract/english/lemmas.tsv"), "table of lemmas")
	return cmd
}
