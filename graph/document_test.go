package graph

import (
	"encoding/json"
	"testing"
)

func TestSpanFromJSON(t *testing.T) {
	tests := []struct {
		reason, text string
		want         Span
		fails        bool
	}{
		{"as it is written", "[3,14]", Span{3, 14}, false},
		{"nothing", "[0,0]", Span{}, false},
		{"what no document has, which Check tells", "[-1,2]", Span{-1, 2}, false},
		{"as other programs write it", "[ 3,\n14 ]", Span{3, 14}, false},
		{"a number of another form", "[3,1e1]", Span{}, true},
		{"words", `["3","14"]`, Span{}, true},
		{"an object", `{"start":3,"end":14}`, Span{}, true},
		{"beyond all numbers", "[3,99999999999999999999]", Span{}, true},
	}
	for _, tt := range tests {
		var got Span
		if err := json.Unmarshal([]byte(tt.text), &got); got != tt.want || (err != nil) != tt.fails {
			t.Errorf("%s: %s is %v, %v", tt.reason, tt.text, got, err)
		}
	}
}
