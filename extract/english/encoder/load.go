package encoder

import (
	"fmt"
	"unsafe"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// Load reads a model that Quantize wrote. It uses data in place, which must not
// change any more; only vocabulary, scales and biases are copied. An error names
// the tensor that is missing, damaged or of another size than the model's
// configuration says.
func Load(data []byte) (*Model, error) {
	f, err := parseTensors(data)
	if err != nil {
		return nil, fmt.Errorf("loading a model: %w", err)
	}
	if got := f.metadata[formatKey]; got != format {
		return nil, fmt.Errorf("loading a model: the format is %q, want %q: quantize the model again", got, format)
	}
	c, l, err := parseConfig([]byte(f.metadata[configKey]), []byte(f.metadata[labelsKey]))
	if err != nil {
		return nil, fmt.Errorf("loading a model: %w", err)
	}
	vocab, ok := f.tensors[vocabularyName]
	if !ok {
		return nil, fmt.Errorf("loading a model: tensor %q is missing", vocabularyName)
	}
	text := unsafe.String(unsafe.SliceData(vocab.data), len(vocab.data))
	m, err := newModel(c, l, text, packed{f})
	if err != nil {
		return nil, fmt.Errorf("loading a model: %w", err)
	}
	return m, nil
}

// packed are the weights of a quantized file.
type packed struct{ *tensorFile }

func (p packed) vector(name string, size int) ([]float32, error) {
	return p.floats(name, size)
}

func (p packed) table(name string, rows, width int) (table, error) {
	vectors, err := p.int8s(name+weightSuffix, rows, width)
	if err != nil {
		return nil, err
	}
	scales, err := p.floats(name+scaleSuffix, rows)
	return &quantizedTable{width, vectors, scales}, err
}

func (p packed) linear(name string, in, out int) (linear, error) {
	out = kernel.RoundUp(out, kernel.Panel)
	q := &quantized{inputs: in, outputs: out}
	var err error
	if q.weights, err = p.int8s(name+weightSuffix, packedShape(in, out)...); err != nil {
		return nil, err
	}
	if q.scales, err = p.floats(name+scaleSuffix, out); err != nil {
		return nil, err
	}
	if q.bias, err = p.floats(name+biasSuffix, out); err != nil {
		return nil, err
	}
	q.sums, err = p.ints(name+sumSuffix, out)
	return q, err
}
