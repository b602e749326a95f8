package trees

import (
	"reflect"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
)

func TestReadIOB2(t *testing.T) {
	const file = "# newdoc id = x\n# sent_id = 1\n1\tEl\tB-LOC\n2\tPaso\tI-LOC\n3\tBob\tB-PER\n\n# sent_id = 2\n1\tno\tO\n2\tUN\tI-ORG\n"
	got, err := readIOB2(file)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]syntax.Name{
		{{First: 0, Last: 1, Type: "LOC"}, {First: 2, Last: 2, Type: "PER"}},
		{{First: 1, Last: 1, Type: "ORG"}},
	}
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d", len(got), len(want))
	}
	for i, s := range got {
		if !reflect.DeepEqual(s.Names, want[i]) {
			t.Errorf("sentence %d: names %v, want %v", i, s.Names, want[i])
		}
	}
	if _, err := readIOB2("1\tword\n"); err == nil {
		t.Error("no error for a line without a tag")
	}
}
