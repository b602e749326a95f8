package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/syntax"
)

// scoreEncoder compares float32 and int8 with the output of the program that
// trained the first weights, whose golden file is kept with them, and measures the
// embedded model on treebanks and names.
func scoreEncoder(d *data) ([]result, error) {
	float, int8s, err := goldenModels(d)
	if err != nil {
		return nil, err
	}
	golden, err := readGolden(d)
	if err != nil {
		return nil, err
	}
	results := compareGolden("float32", golden, analyzeAll(float, golden))
	results = append(results, compareGolden("int8", golden, analyzeAll(int8s, golden))...)
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
func goldenModels(d *data) (float, int8s *encoder.Model, err error) {
	if _, err := d.read("models/english/model.safetensors"); err != nil {
		return nil, nil, err
	}
	dir := filepath.Join(d.dir, "models", "english")
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
func scoreTreebank(d *data, model *encoder.Model, name string) ([]result, error) {
	file, err := d.read("data/treebank/" + name + ".conllu")
	if err != nil {
		return nil, err
	}
	gold, err := syntax.ReadCoNLLU(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("reading treebank %q: %w", name, err)
	}
	s, err := evaluate(gold, withAnalyses(gold, analyzeAll(model, gold)))
	if err != nil {
		return nil, fmt.Errorf("treebank %q: %w", name, err)
	}
	var results []result
	for _, r := range []struct {
		name string
		m    measure
	}{{"UPOS", s.upos}, {"XPOS", s.xpos}, {"UAS", s.uas}, {"LAS", s.las}} {
		results = append(results, result{fmt.Sprintf("int8 %s gold-tokens %s", name, r.name), 100 * r.m.f1()})
	}
	for _, relation := range hardRelations {
		results = append(results, result{fmt.Sprintf("int8 %s gold-tokens F1 of %s", name, relation), 100 * s.relations[relation].f1()})
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
func readGolden(d *data) ([]syntax.Sentence, error) {
	file, err := d.read("models/english/golden.jsonl")
	if err != nil {
		return nil, err
	}
	var out []syntax.Sentence
	for line := range strings.Lines(string(file)) {
		var g goldenSentence
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			return nil, fmt.Errorf("golden sentence %d: %w", len(out)+1, err)
		}
		out = append(out, g.sentence())
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
func compareGolden(model string, golden []syntax.Sentence, got []encoder.Analysis) []result {
	var words, heads, rels, upos, xpos float64
	var names measure
	for i, s := range golden {
		for j, t := range s.Tokens {
			w := got[i].Words[j]
			words++
			heads += equal(w.Head, t.Head)
			rels += equal(w.Rel, t.Rel)
			upos += equal(w.UPOS, t.UPOS)
			xpos += equal(w.XPOS, t.XPOS)
		}
		names.add(s.Names, got[i].Names)
	}
	prefix := model + " golden "
	return []result{
		{prefix + "head", 100 * heads / words}, {prefix + "relation", 100 * rels / words},
		{prefix + "UPOS", 100 * upos / words}, {prefix + "XPOS", 100 * xpos / words},
		{prefix + "names-F1", 100 * names.f1()},
	}
}

func equal[T comparable](a, b T) float64 {
	if a == b {
		return 1
	}
	return 0
}

// add counts the names of one sentence.
func (m *measure) add(gold, system []syntax.Name) {
	m.gold += len(gold)
	m.system += len(system)
	for _, g := range gold {
		for _, s := range system {
			if g == s {
				m.correct++
			}
		}
	}
}

// analyzeAll analyzes the words of the sentences on all cores.
func analyzeAll(m *encoder.Model, sentences []syntax.Sentence) []encoder.Analysis {
	out := make([]encoder.Analysis, len(sentences))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	const size = 64
	for from := 0; from < len(sentences); from += size {
		to := min(from+size, len(sentences))
		group.Go(func() error {
			copy(out[from:to], m.Analyze(forms(sentences[from:to])))
			return nil
		})
	}
	group.Wait()
	return out
}

func forms(sentences []syntax.Sentence) [][]string {
	out := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, t := range s.Tokens {
			out[i] = append(out[i], t.Form)
		}
	}
	return out
}

// withAnalyses returns the sentences with analyses in place of their own.
func withAnalyses(sentences []syntax.Sentence, analyses []encoder.Analysis) []syntax.Sentence {
	out := make([]syntax.Sentence, len(sentences))
	for i, s := range sentences {
		s.Tokens = append([]syntax.Token(nil), s.Tokens...)
		for j, w := range analyses[i].Words {
			t := &s.Tokens[j]
			t.UPOS, t.XPOS, t.Head, t.Rel = w.UPOS, w.XPOS, w.Head, w.Rel
		}
		s.Names = analyses[i].Names
		out[i] = s
	}
	return out
}
