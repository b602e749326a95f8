package graph_test

import (
	"testing"

	"github.com/whomgraph/whom/graph"
)

func TestSlug(t *testing.T) {
	tests := []struct{ why, name, want string }{
		{"words are joined by hyphens", "Pavel Sorin", "pavel-sorin"},
		{"accents go", "Zoë Müller-Ångström", "zoe-muller-angstrom"},
		{"also those written as marks of their own", "Zoe\u0308", "zoe"},
		{"an abbreviation is one word", "U.S. Congress", "us-congress"},
		{"an apostrophe parts no word", "O’Brien's", "obriens"},
		{"other scripts stay", "Москва 2", "москва-2"},
		{"marks at the ends leave no hyphen", "“NATO”!", "nato"},
		{"no letter, no slug", "—", ""},
		{"malformed bytes are no letters", "a\xffb", "a-b"},
	}
	for _, test := range tests {
		if got := graph.Slug(test.name); got != test.want {
			t.Errorf("%s: the slug of %q is %q, want %q", test.why, test.name, got, test.want)
		}
	}
}
