package export

import (
	"bufio"
	"encoding/json"
	"strings"
)

// An object writes a JSON object member by member.
type object struct {
	out    *bufio.Writer
	opened bool
}

// member writes a name and a value that is JSON.
func (o *object) member(name, value string) {
	if o.opened {
		o.out.WriteByte(',')
	} else {
		o.out.WriteByte('{')
	}
	o.opened = true
	o.out.WriteString(jsonString(name))
	o.out.WriteByte(':')
	o.out.WriteString(value)
}

func (o *object) text(name, value string) { o.member(name, jsonString(value)) }

// close ends an object that has a member.
func (o *object) close() { o.out.WriteByte('}') }

func jsonString(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(clean(s)) // strings can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}

// writeMembers writes the columns that a row has; numbers and truth values are
// written the same in JSON.
func writeMembers[T any](o *object, columns []column[T], row *T) {
	for i, value := range values(columns, row) {
		if columns[i].kind == "string" {
			value = jsonString(value)
		}
		o.member(columns[i].name, value)
	}
}
