package encoder

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// config holds the sizes of a model, under the names of its config.json.
type config struct {
	Hidden       int     `json:"hidden"`
	Layers       int     `json:"layers"`
	Heads        int     `json:"attention_heads"`
	Intermediate int     `json:"intermediate"`
	Positions    int     `json:"max_positions"`
	Epsilon      float64 `json:"layer_norm_eps"`
	Activation   string  `json:"activation"`
	CaseDim      int     `json:"case_dim"`
	Arc          int     `json:"arc"`
	Label        int     `json:"label"`
	LeakyReLU    float32 `json:"leaky_relu"`
	CLS          int     `json:"cls"`
	SEP          int     `json:"sep"`
	Unknown      int     `json:"unk"`
	MaxPieces    int     `json:"max_subwords_per_word"`
}

// labels lists the labels of each task in the order of their scores.
type labels struct {
	Relations []string `json:"rel"`
	UPOS      []string `json:"upos"`
	XPOS      []string `json:"xpos"`
	Names     []string `json:"ner"`
	Kinds     []string `json:"kind"` // none in models without that head
}

const (
	epsilon    = 1e-12
	activation = "gelu (erf)"
	rootLabel  = "root"
	// minPositions leaves room for a word with context on both sides.
	minPositions = 2 + 5*maxPieces
	maxSize      = 1 << 16
)

func parseConfig(configJSON, labelsJSON []byte) (c config, l labels, err error) {
	if err = json.Unmarshal(configJSON, &c); err != nil {
		return c, l, fmt.Errorf("config: %w", err)
	}
	if err = json.Unmarshal(labelsJSON, &l); err != nil {
		return c, l, fmt.Errorf("labels: %w", err)
	}
	if err = c.check(); err != nil {
		return c, l, fmt.Errorf("config: %w", err)
	}
	if err = l.check(); err != nil {
		return c, l, fmt.Errorf("labels: %w", err)
	}
	return c, l, nil
}

func (c *config) check() error {
	for _, s := range []struct {
		name       string
		size, unit int
	}{
		{"hidden", c.Hidden, kernel.Panel}, {"layers", c.Layers, 1}, {"attention_heads", c.Heads, 1},
		{"intermediate", c.Intermediate, kernel.Panel}, {"max_positions", c.Positions, 1},
		{"case_dim", c.CaseDim, kernel.Lanes}, {"arc", c.Arc, kernel.Panel}, {"label", c.Label, kernel.Panel},
	} {
		if s.size <= 0 || s.size > maxSize || s.size%s.unit != 0 {
			return fmt.Errorf("%s is %d: want a multiple of %d up to %d", s.name, s.size, s.unit, maxSize)
		}
	}
	if c.Hidden%c.Heads != 0 || c.Hidden/c.Heads%kernel.Lanes != 0 {
		return fmt.Errorf("hidden %d by %d heads: want heads of a multiple of %d", c.Hidden, c.Heads, kernel.Lanes)
	}
	if c.Positions < minPositions {
		return fmt.Errorf("max_positions is %d: want at least %d", c.Positions, minPositions)
	}
	if c.Epsilon != epsilon || c.Activation != activation || c.MaxPieces != maxPieces {
		return fmt.Errorf("want layer_norm_eps %g, activation %q, max_subwords_per_word %d", epsilon, activation, maxPieces)
	}
	return nil
}

func (l *labels) check() error {
	for _, list := range [][]string{l.Relations, l.UPOS, l.XPOS, l.Names} {
		if len(list) == 0 || len(list) > maxSize {
			return errors.New("want lists rel, upos, xpos and ner")
		}
	}
	for _, r := range l.Relations {
		if r == rootLabel && len(l.Relations) > 1 {
			return nil
		}
	}
	return fmt.Errorf("no relation %q, or nothing else", rootLabel)
}

// The rows of the first linear layer of all heads, in their order.
func (m *Model) headSizes() []int {
	return []int{2 * m.config.Arc, 2 * m.config.Label, len(m.labels.UPOS), len(m.labels.XPOS), len(m.labels.Names), len(m.labels.Kinds)}
}

// words is the width of the vectors that the heads read.
func (c *config) words() int { return c.Hidden + c.CaseDim }

// relationStride is the room for the scores of all relations.
func (l *labels) relationStride() int { return kernel.RoundUp(len(l.Relations), kernel.Lanes) }
