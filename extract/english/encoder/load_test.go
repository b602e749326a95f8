package encoder

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// header returns a file's header and where its data begin.
func header(t testing.TB, file []byte) (map[string]json.RawMessage, int) {
	t.Helper()
	size := int(binary.LittleEndian.Uint64(file))
	h := map[string]json.RawMessage{}
	if err := json.Unmarshal(file[8:8+size], &h); err != nil {
		t.Fatal(err)
	}
	return h, 8 + size
}

// withHeader returns a file with another header before its data.
func withHeader(t testing.TB, file []byte, h map[string]json.RawMessage) []byte {
	t.Helper()
	_, begin := header(t, file)
	text, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text, file[begin:])
}

// wantError checks that loading fails with an error that has the words.
func wantError(t *testing.T, file []byte, reason string, words ...string) {
	t.Helper()
	_, err := Load(file)
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("%s: error %v, want one with %q", reason, err, w)
		}
	}
}

func TestDamagedTensorIsNamed(t *testing.T) {
	file := tinyFile(t)
	h, begin := header(t, file)
	for name, raw := range h {
		if name == metadataKey {
			continue
		}
		var place tensor
		if err := json.Unmarshal(raw, &place); err != nil {
			t.Fatal(err)
		}
		quoted := fmt.Sprintf("%q", name)
		damaged := slices.Clone(file)
		damaged[begin+place.Offsets[0]] ^= 1
		wantError(t, damaged, "a bit turned", quoted, "checksum")
		wantError(t, file[:begin+place.Offsets[1]-1], "cut off", "cut off")

		without, _ := header(t, file)
		delete(without, name)
		wantError(t, withHeader(t, file, without), "left out", quoted, "missing")

		size := place.Offsets[1] - place.Offsets[0]
		for _, other := range []string{
			fmt.Sprintf(`{"dtype":"U8","shape":[%d],"data_offsets":[%d,%d]}`, size+1, place.Offsets[0], place.Offsets[1]),
			fmt.Sprintf(`{"dtype":"U8","shape":[%d],"data_offsets":[%d,%d]}`, size, place.Offsets[1], place.Offsets[0]),
			fmt.Sprintf(`{"dtype":"X1","shape":[%d],"data_offsets":[%d,%d]}`, size, place.Offsets[0], place.Offsets[1]),
			`{"dtype":"U8","shape":[-1,-4],"data_offsets":[0,4]}`,
			`{"dtype":"U8","shape":[0,99],"data_offsets":[-1,-1]}`,
			`{"dtype":"U8","shape":[1000,1000,1000,1000,1000,1000,1000],"data_offsets":[0,4]}`,
			`[]`,
		} {
			changed, _ := header(t, file)
			changed[name] = json.RawMessage(other)
			wantError(t, withHeader(t, file, changed), other, quoted)
		}
	}
}

func TestBadFiles(t *testing.T) {
	file := tinyFile(t)
	metadata := func(key, value string) []byte {
		h, _ := header(t, file)
		var m map[string]string
		if err := json.Unmarshal(h[metadataKey], &m); err != nil {
			t.Fatal(err)
		}
		m[key] = value
		text, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		h[metadataKey] = text
		return withHeader(t, file, h)
	}
	change := func(key, old, new string) []byte {
		h, _ := header(t, file)
		var m map[string]string
		if err := json.Unmarshal(h[metadataKey], &m); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(m[key], old) {
			t.Fatalf("no %s in %s", old, m[key])
		}
		return metadata(key, strings.Replace(m[key], old, new, 1))
	}
	for _, c := range []struct {
		file   []byte
		words  string
		reason string
	}{
		{nil, "too short", "empty"},
		{[]byte("hello, world"), "header", "another kind of file"},
		{[]byte("\x02\x00\x00\x00\x00\x00\x00\x00[]"), "header", "a header that is no object"},
		{metadata(formatKey, "other"), "quantize", "another format"},
		{metadata(configKey, ""), "config", "no configuration"},
		{metadata(labelsKey, "7"), "labels", "no labels"},
		{change(configKey, `"hidden":32`, `"hidden":33`), "hidden", "a width that kernels cannot handle"},
		{change(configKey, `"hidden":32`, `"hidden":64`), `tensor "word`, "another width than the tensors have"},
		{change(configKey, `"attention_heads":2`, `"attention_heads":3`), "heads", "heads of unequal width"},
		{change(configKey, `"max_positions":72`, `"max_positions":3`), "max_positions", "no room for a word"},
		{change(configKey, `gelu (erf)`, `relu`), "gelu", "another activation"},
		{change(configKey, `"layers":2`, `"layers":3`), `tensor "layers.2.qkv.weight" is missing`, "more layers than tensors"},
		{change(configKey, `"cls":1`, `"cls":-1`), "vocabulary", "a marker outside the vocabulary"},
		{change(labelsKey, `"root"`, `"r"`), "root", "no root relation"},
		{change(labelsKey, `["NOUN","VERB"]`, `[]`), "upos", "no parts of speech"},
		{change(labelsKey, `I-PER`, `PER`), "PER", "a tag that is not BIO"},
	} {
		wantError(t, c.file, c.reason, c.words)
	}
}

func TestNotFinite(t *testing.T) {
	w := newTensorWriter(map[string]string{})
	if err := w.add("x", []float32{1, float32(math.NaN())}, 2); err != nil {
		t.Fatal(err)
	}
	f := &tensorFile{tensors: map[string]tensor{"x": {Type: "F32", Shape: []int{2}, data: w.data}}}
	if _, err := f.floats("x", 2); err == nil || !strings.Contains(err.Error(), `"x"`) {
		t.Errorf("error %v", err)
	}
}

func TestHalfFloat(t *testing.T) {
	for bits, want := range map[uint16]float64{
		0x3c00: 1, 0xc000: -2, 0x7bff: 65504, 0x0001: math.Ldexp(1, -24), 0x0400: math.Ldexp(1, -14), 0x3555: 0.333251953125, 0x7c00: math.Inf(1),
	} {
		if got := halfFloat(bits); float64(got) != want {
			t.Errorf("%#04x is %g, want %g", bits, got, want)
		}
	}
	if got := halfFloat(0x8000); got != 0 || !math.Signbit(float64(got)) {
		t.Errorf("0x8000 is %g, want -0", got)
	}
}

func TestLoadSafetensors(t *testing.T) {
	dir := writeTiny(t)
	float, err := LoadSafetensors(dir)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("a ab abba Ab ABC b. x")
	checkAnalysis(t, words, float.Analyze([][]string{words})[0])
	// The same vectors within the error of 7-bit activations.
	r, q := &run{kernels: float.kernels}, tiny(t)
	var p []part
	float.parts(words, func(next part) { p = append(p, next) })
	want := slices.Clone(float.encode(r, p))
	p = p[:0] // the quantized model numbers pieces otherwise
	q.parts(words, func(next part) { p = append(p, next) })
	for i, v := range q.encode(&run{kernels: q.kernels}, p) {
		if math.Abs(float64(v-want[i])) > 0.1 {
			t.Errorf("number %d is %g, quantized %g", i, want[i], v)
		}
	}
	for _, name := range []string{"model.safetensors", "config.json"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		if _, err := LoadSafetensors(dir); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: error %v", name, err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	file := tinyFile(f)
	_, begin := header(f, file)
	f.Add(file[:begin])
	f.Add(file)
	f.Fuzz(func(t *testing.T, file []byte) {
		if m, err := Load(file); err == nil {
			words := []string{"a", "ab", "x"}
			checkAnalysis(t, words, m.Analyze([][]string{words})[0])
		}
	})
}
