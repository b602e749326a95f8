package encoder

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A tiny model has all parts of a real one, with random weights from a fixed seed.
var tinyConfig = config{
	Hidden: 32, Layers: 2, Heads: 2, Intermediate: 48, Positions: 72, Epsilon: epsilon, Activation: activation,
	CaseDim: 16, Arc: 16, Label: 16, LeakyReLU: 0.1, CLS: 3, SEP: 4, Unknown: 2, MaxPieces: maxPieces,
}

var tinyLabels = labels{
	Relations: []string{"nsubj", "obj", "root"},
	UPOS:      []string{"NOUN", "VERB"},
	XPOS:      []string{"NN", "VBZ", "."},
	Names:     []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"},
	Kinds:     []string{"O", "B-person", "I-person"},
}

// Quantizing leaves out the first two pieces.
const tinyVocab = "[unused0]\nщ\n[UNK]\n[CLS]\n[SEP]\na\nb\n##a\n##b\nab\n##c\n.\n"

// writeTiny writes a tiny trained model and returns its directory.
func writeTiny(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	marshal := func(v any) []byte {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	write("config.json", marshal(tinyConfig))
	write("labels.json", marshal(tinyLabels))
	write("vocab.txt", []byte(tinyVocab))
	var file bytes.Buffer
	if err := tinyTensors(t).writeTo(&file); err != nil {
		t.Fatal(err)
	}
	write("model.safetensors", file.Bytes())
	return dir
}

func tinyTensors(t testing.TB) *tensorWriter {
	rng := rand.New(rand.NewPCG(1, 2))
	w := newTensorWriter(map[string]string{})
	add := func(name string, shape ...int) {
		size := 1
		for _, s := range shape {
			size *= s
		}
		x := make([]float32, size)
		for i := range x {
			x[i] = float32(rng.NormFloat64()) / 4
		}
		if err := w.add(name, x, shape...); err != nil {
			t.Fatal(err)
		}
	}
	linear := func(name string, out, in int) { add(name+".weight", out, in); add(name+".bias", out) }
	norm := func(name string) { add(name+".weight", tinyConfig.Hidden); add(name+".bias", tinyConfig.Hidden) }
	c, l, h := tinyConfig, tinyLabels, tinyConfig.Hidden
	add("enc.word.weight", strings.Count(tinyVocab, "\n"), h)
	add("enc.pos.weight", c.Positions, h)
	add("enc.case.weight", int(shapes), h)
	add("enc.typ", h)
	add("enc.tbe.weight", 3, h)
	norm("enc.ln")
	for _, p := range []string{"enc.layers.0.", "enc.layers.1."} {
		linear(p+"qkv", 3*h, h)
		linear(p+"o", h, h)
		norm(p + "ln1")
		linear(p+"f1", c.Intermediate, h)
		linear(p+"f2", h, c.Intermediate)
		norm(p + "ln2")
	}
	add("mix", c.Layers+1)
	add("case.weight", int(shapes), c.CaseDim)
	linear("m_arc", 2*c.Arc, c.words())
	linear("m_lab", 2*c.Label, c.words())
	add("Ua", c.Arc, c.Arc)
	add("ba", c.Arc)
	add("Ul", c.Label+1, len(l.Relations)*(c.Label+1))
	linear("h_upos", len(l.UPOS), c.words())
	linear("h_xpos", len(l.XPOS), c.words())
	linear("h_ner", len(l.Names), c.words())
	linear("h_kind", len(l.Kinds), c.words())
	return w
}

// tinyFile is the tiny model quantized.
func tinyFile(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Quantize(&out, writeTiny(t)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var tinyOnce struct {
	sync.Once
	model *Model
}

// tiny is the tiny model, quantized and loaded once.
func tiny(t testing.TB) *Model {
	t.Helper()
	tinyOnce.Do(func() {
		m, err := Load(tinyFile(t))
		if err != nil {
			t.Fatal(err)
		}
		tinyOnce.model = m
	})
	return tinyOnce.model
}
