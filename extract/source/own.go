package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// errOwn is of a file that is no input, but an output.
var errOwn = fmt.Errorf("%w: the file holds what whom made of articles, not articles; name those, or give an export to 'whom add --bundle' or 'whom add --claims'", ErrRecord)

// ownPrefixes begin the ids of what is made of documents.
var ownPrefixes = []string{"claim:", "description:", "entity:", "actor:", "decision:"}

// isOwnRecord reports whether a line is a record of an export, a bundle or a
// listing: it has no text, and the id of something made of documents, or the hash
// of one.
func isOwnRecord(line []byte) bool {
	var r struct {
		fields
		SubjectID string `json:"subject_id"`
		SHA256    string `json:"sha256"`
	}
	if json.Unmarshal(bytes.TrimPrefix(line, []byte("\uFEFF")), &r) != nil || r.Text != "" {
		return false
	}
	return r.SubjectID != "" || r.SHA256 != "" || slices.ContainsFunc(ownPrefixes, func(prefix string) bool {
		return strings.HasPrefix(string(r.ID), prefix)
	})
}

// isOwn reports whether a file of a folder is an output: by its first record or,
// for the other files of a bundle, by that of its entities.
func isOwn(file string, limit int64) bool {
	if formats[strings.ToLower(filepath.Ext(file))] != jsonLines {
		return false
	}
	if slices.Contains([]string{"documents.jsonl", "decisions.jsonl", "descriptions.jsonl"}, filepath.Base(file)) &&
		beginsOwn(filepath.Join(filepath.Dir(file), "entities.jsonl"), limit) {
		return true
	}
	return beginsOwn(file, limit)
}

func beginsOwn(name string, limit int64) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	lines := lineReader{br: bufio.NewReader(file), limit: limit}
	return lines.next() && isOwnRecord(lines.line)
}
