package encoder

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// The quantized file is a tensor file with these tensors; names of layers are
// those that newModel asks for:
//
//	word, position     I8   [rows, hidden]              by rows, with
//	  .scale           F32  [rows]
//	layer .weight      I8   [out/16, in/4, 16, 4]       as kernel.Pack writes
//	  .scale, .bias    F32  [out]
//	  .sum             I32  [out]                       sums of the weights
//	base, mix, shape   F32
//	norms              F32  .weight, .bias
//	vocabulary         U8                               one piece a line
//
// out is rounded up to whole panels of 16. Among the strings of its header are
// format, config and labels (both in JSON) and a checksum of each tensor. A number
// is its int8 times the row's scale. The English model takes 23.6 MB, of which the
// word pieces have 10.9, the six layers 10.9.

const (
	formatKey, format    = "format", "whom encoder 1"
	configKey, labelsKey = "config", "labels"
	vocabularyName       = "vocabulary"
	weightSuffix         = ".weight"
	scaleSuffix          = ".scale"
	biasSuffix           = ".bias"
	sumSuffix            = ".sum"
	wordTable            = "word"
)

// Quantize writes the trained model in a directory (see LoadSafetensors) to out,
// in the format that Load reads.
func Quantize(out io.Writer, dir string) error {
	t, err := readTrained(dir)
	if err != nil {
		return err
	}
	q := &quantizer{trained: t}
	q.prune()
	configJSON, err := json.Marshal(q.config)
	if err != nil {
		return fmt.Errorf("quantizing the model in %q: %w", dir, err)
	}
	q.file = newTensorWriter(map[string]string{formatKey: format, configKey: string(configJSON), labelsKey: t.labelsJSON})
	if _, err := newModel(t.config, t.labels, t.vocab, q); err != nil {
		return fmt.Errorf("quantizing the model in %q: %w", dir, err)
	}
	if err := q.finish(); err != nil {
		return fmt.Errorf("quantizing the model in %q: %w", dir, err)
	}
	return q.file.writeTo(out)
}

// A quantizer writes the weights that a model asks for. The small tensors follow
// the large ones, which keeps these aligned.
type quantizer struct {
	*trained
	file   *tensorWriter
	rest   []func() error
	pieces int   // of the trained vocabulary
	kept   []int // pieces of it
}

func (q *quantizer) later(name string, values any, shape ...int) {
	q.rest = append(q.rest, func() error { return q.file.add(name, values, shape...) })
}

func (q *quantizer) finish() error {
	q.later(vocabularyName, []uint8(q.vocab), len(q.vocab))
	for _, add := range q.rest {
		if err := add(); err != nil {
			return err
		}
	}
	return nil
}

func (q *quantizer) vector(name string, size int) ([]float32, error) {
	x, err := q.trained.vector(name, size)
	if err == nil {
		q.later(name, x, size)
	}
	return x, err
}

func (q *quantizer) table(name string, rows, width int) (table, error) {
	trainedRows := rows
	if name == wordTable {
		trainedRows = q.pieces
	}
	t, err := q.trained.table(name, trainedRows, width)
	if err != nil {
		return nil, err
	}
	vectors := t.(*denseTable).vectors
	if name == wordTable {
		vectors = rowsOf(vectors, width, q.kept)
	}
	int8s, scales := quantizeRows(vectors, rows, width)
	q.later(name+scaleSuffix, scales, rows)
	return t, q.file.add(name+weightSuffix, int8s, rows, width)
}

// rowsOf copies some rows of a matrix.
func rowsOf(x []float32, width int, rows []int) []float32 {
	out := make([]float32, 0, len(rows)*width)
	for _, r := range rows {
		out = append(out, x[r*width:][:width]...)
	}
	return out
}

func (q *quantizer) linear(name string, in, out int) (linear, error) {
	l, err := q.trained.linear(name, in, out)
	if err != nil {
		return nil, err
	}
	d := l.(*dense)
	rows := make([]float32, len(d.weights))
	kernel.Portable().Transpose(rows, d.inputs, d.weights, d.outputs, d.inputs, d.outputs)
	int8s, scales := quantizeRows(rows, d.outputs, d.inputs)
	q.later(name+scaleSuffix, scales, d.outputs)
	q.later(name+biasSuffix, d.bias, d.outputs)
	q.later(name+sumSuffix, rowSums(int8s, d.outputs, d.inputs), d.outputs)
	packed := kernel.Pack(int8s, d.outputs, d.inputs)
	return l, q.file.add(name+weightSuffix, packed, packedShape(d.inputs, d.outputs)...)
}

func packedShape(in, out int) []int {
	return []int{out / kernel.Panel, in / kernel.Group, kernel.Panel, kernel.Group}
}

// quantizeRows quantizes each row symmetrically, its greatest number being 127.
func quantizeRows(x []float32, rows, width int) ([]int8, []float32) {
	q, scales := make([]int8, len(x)), make([]float32, rows)
	for i := range rows {
		row := x[i*width:][:width]
		limit := 0.0
		for _, v := range row {
			limit = max(limit, math.Abs(float64(v)))
		}
		scales[i] = float32(max(limit, 1e-8) / math.MaxInt8)
		for j, v := range row {
			r := math.RoundToEven(float64(v) / float64(scales[i]))
			q[i*width+j] = int8(min(max(r, -math.MaxInt8), math.MaxInt8))
		}
	}
	return q, scales
}

func rowSums(q []int8, rows, width int) []int32 {
	sums := make([]int32, rows)
	for i := range sums {
		for _, v := range q[i*width:][:width] {
			sums[i] += int32(v)
		}
	}
	return sums
}
