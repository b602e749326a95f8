package whom

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed export/*.license extract/actor/*.license extract/confidence/*.license extract/coref/*.license extract/english/*.license extract/english/encoder/*.license graph/event/*.license
var licenses embed.FS

const licenseSuffix = ".license"

// A License says under which terms an embedded file stands, from what source it
// was made, and what was changed.
type License struct {
	File string // path in the module
	Text string
}

// Licenses returns the licences of all embedded data files, sorted by file.
func Licenses() ([]License, error) {
	var out []License
	err := fs.WalkDir(licenses, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := licenses.ReadFile(path)
		out = append(out, License{strings.TrimSuffix(path, licenseSuffix), string(text)})
		return err
	})
	return out, err
}
