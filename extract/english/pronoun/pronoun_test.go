package pronoun_test

import (
	"fmt"
	"testing"

	"github.com/whomgraph/whom/extract/english/pronoun"
)

func ExampleOf() {
	p, ok := pronoun.Of("Herself")
	fmt.Println(ok, p.Person, p.Plural, string(p.Gender), p.Use == pronoun.Reflexive)
	// Output: true 3 false f true
}

func TestOf(t *testing.T) {
	for _, test := range []struct {
		reason, form string
		want         pronoun.Pronoun
		ok           bool
	}{
		{"capitals do not count", "I", pronoun.Pronoun{Person: 1}, true},
		{"of things", "its", pronoun.Pronoun{Person: 3, Gender: 'n', Use: pronoun.Possessive}, true},
		{"cut short", "'em", pronoun.Pronoun{Person: 3, Plural: true}, true},
		{"pointing", "this", pronoun.Pronoun{}, false},
		{"asking", "who", pronoun.Pronoun{}, false},
		{"no word", "", pronoun.Pronoun{}, false},
	} {
		if got, ok := pronoun.Of(test.form); got != test.want || ok != test.ok {
			t.Errorf("%s: Of(%q) is %+v, %v, want %+v, %v", test.reason, test.form, got, ok, test.want, test.ok)
		}
	}
	for form, want := range map[string]bool{"Their": true, "we": false, "it": false, "the": false} {
		if got := pronoun.IsThey(form); got != want {
			t.Errorf("IsThey(%q) is %v, want %v", form, got, want)
		}
	}
}
