package export_test

import (
	"bytes"
	"encoding/json"
	"io"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// rowsOf makes a line of JSON of each row of a Parquet file.
func rowsOf(t *testing.T, file []byte) []byte {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	reader := parquet.NewReader(f)
	defer reader.Close()
	var lines bytes.Buffer
	for range f.NumRows() {
		row := make(map[string]any)
		if err := reader.Read(&row); err != nil && err != io.EOF {
			t.Fatal(err)
		}
		line, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	return lines.Bytes()
}
