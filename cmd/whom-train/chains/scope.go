package chains

import "slices"

// namedTypes are the types of the gold mentions that an actor can have.
var namedTypes = []string{"person", "place", "organization"}

// A scope is what the measures are taken over.
type scope struct {
	name string
	// of returns the chains of both sides that are in the scope.
	of func(d *goldDocument, gold, system [][]mention) (inGold, inSystem [][]mention)
}

// The scope named has the gold chains with a proper name of a person, place or
// organization, and forgives pronouns and nouns that a system puts in although
// they belong to no such chain. Strict does not.
var scopes = []scope{
	{"all", func(_ *goldDocument, gold, system [][]mention) ([][]mention, [][]mention) {
		return gold, system
	}},
	{"named", func(d *goldDocument, gold, system [][]mention) ([][]mention, [][]mention) {
		s := newNamedScope(d, gold, system)
		return s.gold, s.kept(system)
	}},
	{"strict", func(d *goldDocument, gold, system [][]mention) ([][]mention, [][]mention) {
		s := newNamedScope(d, gold, system)
		return s.gold, keepChains(system, func(c []mention) bool { return slices.ContainsFunc(c, s.inScope) })
	}},
}

type namedScope struct {
	doc       *goldDocument
	gold      [][]mention
	chains    map[string]bool // of the gold, by their ids
	linked    alignment       // with mentions of chains
	unchained alignment       // of the rest, with mentions that are alone
}

func newNamedScope(d *goldDocument, gold, system [][]mention) *namedScope {
	s := &namedScope{doc: d, chains: make(map[string]bool)}
	inChain := make(map[mentionKey]bool)
	for _, c := range gold {
		for _, m := range c {
			inChain[m.key()] = true
		}
		if slices.ContainsFunc(c, func(m mention) bool { return d.isProper(m) && slices.Contains(namedTypes, m.kind) }) {
			s.gold = append(s.gold, c)
			s.chains[c[0].chain] = true
		}
	}
	found := slices.Concat(system...)
	s.linked = alignMentions(slices.Concat(gold...), found)
	alone := slices.DeleteFunc(slices.Clone(d.mentions), func(m mention) bool { return inChain[m.key()] })
	s.unchained = alignMentions(alone, slices.DeleteFunc(found, func(m mention) bool {
		_, ok := s.linked[m.key()]
		return ok
	}))
	return s
}

func (d *goldDocument) isProper(m mention) bool {
	return d.sentences[m.sentence].Tokens[m.head].UPOS == "PROPN"
}

// partner returns the gold mention of a system's, and whether it has one.
func (s *namedScope) partner(m mention) (mention, bool) {
	if g, ok := s.linked[m.key()]; ok {
		return g, true
	}
	g, ok := s.unchained[m.key()]
	return g, ok
}

// isNamed reports whether a mention is one of a gold chain with a name.
func (s *namedScope) isNamed(m mention) bool {
	g, ok := s.linked[m.key()]
	return ok && s.chains[g.chain]
}

func (s *namedScope) inScope(m mention) bool {
	g, ok := s.partner(m)
	return s.isNamed(m) || s.doc.isProper(m) && (!ok || slices.Contains(namedTypes, g.kind))
}

// kept returns of each chain the names and what belongs to a chain with a name,
// without chains that are all of other things.
func (s *namedScope) kept(system [][]mention) [][]mention {
	var out [][]mention
	for _, c := range system {
		keep := slices.DeleteFunc(slices.Clone(c), func(m mention) bool { return !s.isNamed(m) && !s.doc.isProper(m) })
		foreign := !slices.ContainsFunc(keep, s.isNamed) && !slices.ContainsFunc(keep, func(m mention) bool {
			g, ok := s.partner(m)
			return !ok || slices.Contains(namedTypes, g.kind)
		})
		if !foreign {
			out = append(out, keep)
		}
	}
	return keepChains(out, func(c []mention) bool { return len(c) > 1 })
}

func keepChains(chains [][]mention, keep func([]mention) bool) [][]mention {
	var out [][]mention
	for _, c := range chains {
		if keep(c) {
			out = append(out, c)
		}
	}
	return out
}
