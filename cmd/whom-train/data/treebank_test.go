package data

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/syntax"
)

func TestText(t *testing.T) {
	const file = "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\t_\t_\t_\t_\t0\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t0\t_\t_\t_\n3\t.\t_\t_\t_\t_\t0\t_\t_\t_\n\n" +
		"1\tNo\t_\t_\t_\t_\t0\t_\t_\t_\n2\twar\t_\t_\t_\t_\t0\t_\t_\t_\n\n# newpar\n1\tNo\t_\t_\t_\t_\t0\t_\t_\t_\n"
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Text(sentences), "don't. No war\n\nNo"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
