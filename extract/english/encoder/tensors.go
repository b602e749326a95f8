package encoder

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"unsafe"
)

// Tensor files are in the format of safetensors
// (https://github.com/huggingface/safetensors): eight bytes that give the length
// of the header, little-endian; the header, a JSON object that gives type, shape
// and place of each tensor and may hold strings under __metadata__; the tensors'
// bytes without gaps. Files of ours have a checksum of each tensor among the
// strings, under crc32c. and the tensor's name.

// A tensorFile is a parsed tensor file. It keeps the file's bytes.
type tensorFile struct {
	tensors  map[string]tensor
	metadata map[string]string
}

type tensor struct {
	Type    string `json:"dtype"`
	Shape   []int  `json:"shape"`
	Offsets [2]int `json:"data_offsets"`
	data    []byte
}

const (
	metadataKey    = "__metadata__"
	checksumPrefix = "crc32c."
	alignment      = 64
)

var typeSizes = map[string]int{"I8": 1, "U8": 1, "F16": 2, "F32": 4, "I32": 4}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func parseTensors(file []byte) (*tensorFile, error) {
	if len(file) < 8 {
		return nil, fmt.Errorf("%d bytes: too short for a tensor file", len(file))
	}
	size := binary.LittleEndian.Uint64(file)
	if size > uint64(len(file)-8) {
		return nil, fmt.Errorf("header of %d bytes in a file of %d", size, len(file))
	}
	header, data := file[8:8+size], file[8+size:]
	raw := map[string]json.RawMessage{}
	if err := json.Unmarshal(header, &raw); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	f := &tensorFile{tensors: make(map[string]tensor, len(raw))}
	if err := f.parseMetadata(raw); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		t, err := f.parseTensor(name, raw[name], data)
		if err != nil {
			return nil, fmt.Errorf("tensor %q: %w", name, err)
		}
		f.tensors[name] = t
	}
	return f, nil
}

func (f *tensorFile) parseMetadata(raw map[string]json.RawMessage) error {
	m, ok := raw[metadataKey]
	delete(raw, metadataKey)
	if !ok {
		return nil
	}
	if err := json.Unmarshal(m, &f.metadata); err != nil {
		return fmt.Errorf("header: %s: %w", metadataKey, err)
	}
	return nil
}

func (f *tensorFile) parseTensor(name string, raw json.RawMessage, data []byte) (t tensor, err error) {
	if err = json.Unmarshal(raw, &t); err != nil {
		return t, err
	}
	size, ok := typeSizes[t.Type]
	if !ok {
		return t, fmt.Errorf("type %q: want I8, U8, F16, F32 or I32", t.Type)
	}
	from, to := t.Offsets[0], t.Offsets[1]
	if from < 0 || from > to || to > len(data) {
		return t, fmt.Errorf("bytes %d to %d of %d: the file is cut off or damaged", from, to, len(data))
	}
	for _, s := range t.Shape {
		if s < 0 || s > len(data) || size > len(data) {
			return t, fmt.Errorf("shape %v does not fit", t.Shape)
		}
		size *= s
	}
	if size != to-from {
		return t, fmt.Errorf("shape %v of %s in %d bytes", t.Shape, t.Type, to-from)
	}
	t.data = data[from:to]
	return t, f.checkSum(name, t.data)
}

func (f *tensorFile) checkSum(name string, data []byte) error {
	want, ok := f.metadata[checksumPrefix+name]
	if got := sum(data); ok && got != want {
		return fmt.Errorf("checksum %s, want %s: the file is damaged", got, want)
	}
	return nil
}

func sum(data []byte) string {
	return strconv.FormatUint(uint64(crc32.Checksum(data, castagnoli)), 16)
}

// tensor returns a tensor of the given shape, of one of the given types.
func (f *tensorFile) tensor(name string, shape []int, types ...string) (tensor, error) {
	t, ok := f.tensors[name]
	if !ok {
		return t, fmt.Errorf("tensor %q is missing", name)
	}
	if !slices.Equal(t.Shape, shape) {
		return t, fmt.Errorf("tensor %q has shape %v, want %v", name, t.Shape, shape)
	}
	if !slices.Contains(types, t.Type) {
		return t, fmt.Errorf("tensor %q has type %s, want one of %v", name, t.Type, types)
	}
	return t, nil
}

// floats returns a tensor as finite float32 numbers.
func (f *tensorFile) floats(name string, shape ...int) ([]float32, error) {
	t, err := f.tensor(name, shape, "F16", "F32")
	if err != nil {
		return nil, err
	}
	var x []float32
	if t.Type == "F16" {
		x = make([]float32, len(t.data)/2)
		for i := range x {
			x[i] = halfFloat(binary.LittleEndian.Uint16(t.data[2*i:]))
		}
	} else {
		x = make([]float32, len(t.data)/4)
		for i := range x {
			x[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.data[4*i:]))
		}
	}
	for i, v := range x {
		if v-v != 0 {
			return nil, fmt.Errorf("tensor %q: number %d is %g", name, i, v)
		}
	}
	return x, nil
}

// halfFloat converts an IEEE 754 binary16 number.
func halfFloat(h uint16) float32 {
	sign, exponent, fraction := uint32(h>>15)<<31, uint32(h>>10&31), uint32(h&1023)
	switch exponent {
	case 0:
		x := float32(fraction) / (1 << 24)
		return math.Float32frombits(math.Float32bits(x) | sign)
	case 31:
		return math.Float32frombits(sign | 255<<23 | fraction<<13)
	}
	return math.Float32frombits(sign | (exponent+127-15)<<23 | fraction<<13)
}

func (f *tensorFile) ints(name string, shape ...int) ([]int32, error) {
	t, err := f.tensor(name, shape, "I32")
	if err != nil {
		return nil, err
	}
	x := make([]int32, len(t.data)/4)
	for i := range x {
		x[i] = int32(binary.LittleEndian.Uint32(t.data[4*i:]))
	}
	return x, nil
}

// int8s returns a tensor in place.
func (f *tensorFile) int8s(name string, shape ...int) ([]int8, error) {
	t, err := f.tensor(name, shape, "I8")
	if err != nil {
		return nil, err
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(t.data))), len(t.data)), nil
}

// A tensorWriter collects tensors for a file, in order.
type tensorWriter struct {
	header map[string]any
	sums   map[string]string
	data   []byte
}

func newTensorWriter(metadata map[string]string) *tensorWriter {
	return &tensorWriter{header: map[string]any{}, sums: maps.Clone(metadata)}
}

// add appends a tensor of int8, uint8, int32 or float32 numbers.
func (w *tensorWriter) add(name string, values any, shape ...int) error {
	begin := len(w.data)
	data, err := binary.Append(w.data, binary.LittleEndian, values)
	if err != nil {
		return fmt.Errorf("tensor %q: %w", name, err)
	}
	types := map[string]string{"[]int8": "I8", "[]uint8": "U8", "[]int32": "I32", "[]float32": "F32"}
	w.data = data
	w.header[name] = tensor{Type: types[fmt.Sprintf("%T", values)], Shape: shape, Offsets: [2]int{begin, len(data)}}
	w.sums[checksumPrefix+name] = sum(data[begin:])
	return nil
}

// writeTo writes the file. Its data begin at a multiple of alignment.
func (w *tensorWriter) writeTo(out io.Writer) error {
	w.header[metadataKey] = w.sums
	header, err := json.Marshal(w.header)
	if err != nil {
		return err
	}
	for (8+len(header))%alignment != 0 {
		header = append(header, ' ')
	}
	file := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	for _, part := range [][]byte{file, header, w.data} {
		if _, err := out.Write(part); err != nil {
			return err
		}
	}
	return nil
}
