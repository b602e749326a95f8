package encoder

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// LoadSafetensors reads a model as it was trained, with float weights, from a
// directory with model.safetensors, config.json, labels.json and vocab.txt. Such a
// model is several times slower than a quantized one; it is the measure for that.
func LoadSafetensors(dir string) (*Model, error) {
	t, err := readTrained(dir)
	if err != nil {
		return nil, err
	}
	m, err := newModel(t.config, t.labels, t.vocab, t)
	if err != nil {
		return nil, fmt.Errorf("model in %q: %w", dir, err)
	}
	return m, nil
}

// trained is a model's directory. As weights it gives layers under our names,
// several of the trained tensors in one where they read the same vectors.
type trained struct {
	*tensorFile
	config            config
	labels            labels
	labelsJSON, vocab string
}

func readTrained(dir string) (*trained, error) {
	var files [4][]byte
	for i, name := range []string{"config.json", "labels.json", "vocab.txt", "model.safetensors"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("reading a trained model: %w", err)
		}
		files[i] = data
	}
	t := &trained{labelsJSON: string(files[1]), vocab: string(files[2])}
	var err error
	if t.config, t.labels, err = parseConfig(files[0], files[1]); err != nil {
		return nil, fmt.Errorf("model in %q: %w", dir, err)
	}
	if t.tensorFile, err = parseTensors(files[3]); err != nil {
		return nil, fmt.Errorf("reading %q: %w", filepath.Join(dir, "model.safetensors"), err)
	}
	return t, nil
}

func (t *trained) vector(name string, size int) ([]float32, error) {
	switch name {
	case "mix":
		return t.floats("mix", size)
	case "base":
		return t.base()
	case "shape":
		return t.floats("case.weight", int(shapes), t.config.CaseDim)
	}
	name = strings.Replace(name, "norm.", "ln.", 1)
	return t.floats("enc."+name, size)
}

// base adds what every piece gets to the vectors of the shapes: that of the only
// sentence type and that of the unknown treebank.
func (t *trained) base() ([]float32, error) {
	h := t.config.Hidden
	x, err := t.floats("enc.case.weight", int(shapes), h)
	if err != nil {
		return nil, err
	}
	typ, err := t.floats("enc.typ", h)
	if err != nil {
		return nil, err
	}
	treebank, err := t.floats("enc.tbe.weight", 3, h)
	if err != nil {
		return nil, err
	}
	for i := range x {
		x[i] += typ[i%h] + treebank[i%h]
	}
	return x, nil
}

func (t *trained) table(name string, rows, width int) (table, error) {
	names := map[string]string{"word": "enc.word.weight", "position": "enc.pos.weight"}
	x, err := t.floats(names[name], rows, width)
	return &denseTable{width, x}, err
}

func (t *trained) linear(name string, in, out int) (linear, error) {
	d := newDense(in, out)
	var err error
	switch name {
	case "heads":
		err = t.stack(d, 0, "m_arc", 2*t.config.Arc, "m_lab", 2*t.config.Label, "h_upos", len(t.labels.UPOS),
			"h_xpos", len(t.labels.XPOS), "h_ner", len(t.labels.Names), "h_kind", len(t.labels.Kinds))
	case "arc":
		err = t.arcs(d)
	case "relation":
		err = t.relations(d)
	default:
		err = t.stack(d, 0, "enc."+name, out)
	}
	return d, err
}

func newDense(in, out int) *dense {
	out = kernel.RoundUp(out, kernel.Panel)
	return &dense{in, out, make([]float32, in*out), make([]float32, out)}
}

// stack fills the layer from output at on with the named layers, each given with
// its number of outputs.
func (t *trained) stack(d *dense, at int, layers ...any) error {
	for i := 0; i < len(layers); i += 2 {
		name, size := layers[i].(string), layers[i+1].(int)
		if size == 0 { // a head that this model lacks
			continue
		}
		w, err := t.floats(name+".weight", size, d.inputs)
		if err != nil {
			return err
		}
		bias, err := t.floats(name+".bias", size)
		if err != nil {
			return err
		}
		for j := range size {
			d.set(at+j, w[j*d.inputs:][:d.inputs], bias[j])
		}
		at += size
	}
	return nil
}

// set sets one output's weights and bias.
func (d *dense) set(output int, w []float32, bias float32) {
	for i, v := range w {
		d.weights[i*d.outputs+output] = v
	}
	d.bias[output] = bias
}

func (t *trained) arcs(d *dense) error {
	var err error
	if d.weights, err = t.floats("Ua", d.inputs, d.outputs); err != nil {
		return err
	}
	d.bias, err = t.floats("ba", d.outputs)
	return err
}

// relations orders the outputs by the head's number and then by relation, with
// room for whole lanes of relations, so that the scores of all relations are sums
// of neighbouring rows. The dependent's constant is a bias.
func (t *trained) relations(d *dense) error {
	size, count := t.config.Label+1, len(t.labels.Relations)
	stride := t.labels.relationStride()
	u, err := t.floats("Ul", size, count*size)
	if err != nil {
		return err
	}
	for i := range size {
		row := d.bias
		if i < d.inputs {
			row = d.weights[i*d.outputs:][:d.outputs]
		}
		for r := range count {
			for j := range size {
				row[j*stride+r] = u[(i*count+r)*size+j]
			}
		}
	}
	return nil
}
