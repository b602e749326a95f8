package graph

import (
	"slices"
	"strings"
)

// NameKey folds a name for looking it up: its Slug, without a leading article.
func NameKey(name string) string {
	key := Slug(name)
	for _, article := range []string{"the-", "a-", "an-"} {
		if rest, ok := strings.CutPrefix(key, article); ok {
			return rest
		}
	}
	return key
}

// Keys lists the NameKeys by which the actor is found, sorted: those of its id,
// its name, its aliases and, for a person, the last word of the name.
func (a *Actor) Keys() []string {
	keys := []string{strings.TrimPrefix(a.ID, "actor:"), NameKey(a.Name)}
	for _, alias := range a.Aliases {
		keys = append(keys, NameKey(alias.Text))
	}
	if words := strings.Fields(a.Name); a.Type == Person && len(words) > 1 {
		keys = append(keys, NameKey(words[len(words)-1]))
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}
