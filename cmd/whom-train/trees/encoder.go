package trees

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/whomgraph/whom/cmd/whom-train/data"
	"github.com/whomgraph/whom/cmd/whom-train/forest"
	"github.com/whomgraph/whom/cmd/whom-train/score"
	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
)

// ScoreEncoder compares float32 and int8 with the output of the program that
// trained the first weights, whose golden file is kept with them, and measures the
// embedded model on treebanks and names.
func ScoreEncoder(d *data.Files) ([]score.Result, error) {
	float, int8s, err := goldenModels(d)
	if err != nil {
		return nil, err
	}
	golden, err := readGolden(d)
	if err != nil {
		return nil, err
	}
	results := compareGolden("float32", golden, forest.Analyze(float, golden))
	results = append(results, compareGolden("int8", golden, forest.Analyze(int8s, golden))...)
	model, err := encoder.English()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"ewt-dev", "gum-dev", "ewt-test", "gum-test"} {
		trees, err := scoreTreebank(d, model, name)
		if err != nil {
			return nil, err
		}
		results = append(results, trees...)
	}
	for _, name := range []string{"uner-ewt-dev", "uner-ewt-test"} {
		names, err := scoreNames(d, model, name)
		if err != nil {
			return nil, err
		}
		results = append(results, names...)
	}
	return results, nil
}

// goldenModels returns the weights of the golden file as they are and quantized.
func goldenModels(d *data.Files) (float, int8s *encoder.Model, err error) {
	if _, err := d.Read("models/english/model.safetensors"); err != nil {
		return nil, nil, err
	}
	dir := d.Path("models/english")
	if float, err = encoder.LoadSafetensors(dir); err != nil {
		return nil, nil, err
	}
	var file bytes.Buffer
	if err := encoder.Quantize(&file, dir); err != nil {
		return nil, nil, err
	}
	int8s, err = encoder.Load(file.Bytes())
	return float, int8s, err
}

// hardRelations are those that claims depend on and parsers get wrong most.
var hardRelations = []string{"ccomp", "acl:relcl", "advcl", "conj", "appos", "parataxis", "nsubj:pass"}

// scoreTreebank measures tags and trees on the words of a treebank.
func scoreTreebank(d *data.Files, model *encoder.Model, name string) ([]score.Result, error) {
	gold, err := data.Trees(d.Read, data.Treebank(name))
	if err != nil {
		return nil, err
	}
	s, err := Compare(gold, forest.Analyze(model, gold))
	if err != nil {
		return nil, fmt.Errorf("treebank %q: %w", name, err)
	}
	var results []score.Result
	for _, r := range []struct {
		name string
		m    measure
	}{{"UPOS", s.upos}, {"XPOS", s.xpos}, {"UAS", s.uas}, {"LAS", s.las}} {
		results = append(results, score.Percent(fmt.Sprintf("int8 %s gold-tokens %s", name, r.name), r.m.F1()))
	}
	for _, relation := range hardRelations {
		results = append(results, score.Percent(fmt.Sprintf("int8 %s gold-tokens F1 of %s", name, relation), s.relations[relation].F1()))
	}
	return results, nil
}

// goldenSentence is a line of the golden file. Heads count from 1; 0 is the root.
type goldenSentence struct {
	Words []string `json:"words"`
	UPOS  []string `json:"upos"`
	XPOS  []string `json:"xpos"`
	Heads []int    `json:"head"`
	Rels  []string `json:"rel"`
	Names []string `json:"ner"`
}

// readGolden reads the golden file as sentences without offsets.
func readGolden(d *data.Files) ([]syntax.Sentence, error) {
	lines, err := data.Lines[goldenSentence](d.Read, "models/english/golden.jsonl")
	if err != nil {
		return nil, err
	}
	var out []syntax.Sentence
	for i := range lines {
		out = append(out, lines[i].sentence())
	}
	return out, nil
}

func (g *goldenSentence) sentence() (s syntax.Sentence) {
	for i, w := range g.Words {
		s.Tokens = append(s.Tokens, syntax.Token{
			Form: w, UPOS: g.UPOS[i], XPOS: g.XPOS[i], Head: g.Heads[i] - 1, Rel: g.Rels[i],
		})
		kind, typ, _ := strings.Cut(g.Names[i], "-")
		switch kind {
		case "B":
			s.Names = append(s.Names, syntax.Name{First: i, Last: i, Type: syntax.NameType(typ)})
		case "I":
			s.Names[len(s.Names)-1].Last = i
		}
	}
	return s
}

// compareGolden returns the shares of words with equal head, relation and tags,
// and of equal names.
func compareGolden(model string, golden, got []syntax.Sentence) []score.Result {
	var words, heads, rels, upos, xpos float64
	var names score.Counts
	for i, s := range golden {
		for j, t := range s.Tokens {
			w := got[i].Tokens[j]
			words++
			heads += equal(w.Head, t.Head)
			rels += equal(w.Rel, t.Rel)
			upos += equal(w.UPOS, t.UPOS)
			xpos += equal(w.XPOS, t.XPOS)
		}
		addNames(&names, s.Names, got[i].Names)
	}
	prefix := model + " golden "
	return []score.Result{
		score.Percent(prefix+"head", heads/words), score.Percent(prefix+"relation", rels/words),
		score.Percent(prefix+"UPOS", upos/words), score.Percent(prefix+"XPOS", xpos/words),
		score.Percent(prefix+"names-F1", names.F1()),
	}
}

func equal[T comparable](a, b T) float64 {
	if a == b {
		return 1
	}
	return 0
}
