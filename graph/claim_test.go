package graph

import "testing"

func TestObjectText(t *testing.T) {
	tests := []struct {
		reason string
		claim  Claim
		want   string
	}{
		{"the words of the object", Claim{Object: &Argument{Text: "the demand"}}, "the demand"},
		{"an intransitive predicate has none", Claim{}, ""},
	}
	for _, tt := range tests {
		if got := tt.claim.ObjectText(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
