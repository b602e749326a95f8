package main

import "slices"

// mentionKey names one mention of a system: its span.
type mentionKey struct{ sentence, first, last int }

func (m corefMention) key() mentionKey { return mentionKey{m.sentence, m.first, m.last} }

// An alignment gives the gold mention of each of the system's that has one.
type alignment map[mentionKey]corefMention

// alignMentions pairs mentions with the same head one to one: those of equal
// span first, then those that overlap most.
func alignMentions(gold, system []corefMention) alignment {
	out := make(alignment)
	spans := make(map[mentionKey]bool, len(gold))
	for _, m := range gold {
		spans[m.key()] = true
	}
	type place struct{ sentence, head int }
	type sides struct{ gold, system []corefMention }
	var order []place
	rest := make(map[place]*sides)
	at := func(m corefMention) *sides {
		p := place{m.sentence, m.head}
		if rest[p] == nil {
			rest[p] = &sides{}
			order = append(order, p)
		}
		return rest[p]
	}
	for _, m := range system {
		if spans[m.key()] {
			i := slices.IndexFunc(gold, m.sameSpan)
			out[m.key()] = gold[i]
		} else {
			at(m).system = append(at(m).system, m)
		}
	}
	for _, m := range gold {
		if _, taken := out[m.key()]; !taken {
			at(m).gold = append(at(m).gold, m)
		}
	}
	for _, p := range order {
		alignByOverlap(out, rest[p].gold, rest[p].system)
	}
	return out
}

// fine is the unit in which shares are given to [assign], which takes integers.
const fine = 1 << 40

func alignByOverlap(out alignment, gold, system []corefMention) {
	weights := make([][]int, len(gold))
	for i, g := range gold {
		for _, m := range system {
			shared := min(g.last, m.last) - max(g.first, m.first) + 1
			weights[i] = append(weights[i], shared*2*fine/(g.last-g.first+m.last-m.first+2))
		}
	}
	for i, j := range assign(weights) {
		if j >= 0 {
			out[system[j].key()] = gold[i]
		}
	}
}

// namedTypes are the types of the gold mentions that an actor can have.
var namedTypes = []string{"person", "place", "organization"}

// A scope is what the measures are taken over.
type scope struct {
	name string
	// of returns the chains of both sides that are in the scope.
	of func(d *corefDocument, gold, system [][]corefMention) (inGold, inSystem [][]corefMention)
}

// The scope named has the gold chains with a proper name of a person, place or
// organization, and forgives pronouns and nouns that a system puts in although
// they belong to no such chain. Strict does not.
var scopes = []scope{
	{"all", func(_ *corefDocument, gold, system [][]corefMention) ([][]corefMention, [][]corefMention) {
		return gold, system
	}},
	{"named", func(d *corefDocument, gold, system [][]corefMention) ([][]corefMention, [][]corefMention) {
		s := newNamedScope(d, gold, system)
		return s.gold, s.kept(system)
	}},
	{"strict", func(d *corefDocument, gold, system [][]corefMention) ([][]corefMention, [][]corefMention) {
		s := newNamedScope(d, gold, system)
		return s.gold, keepChains(system, func(c []corefMention) bool { return slices.ContainsFunc(c, s.inScope) })
	}},
}

type namedScope struct {
	doc       *corefDocument
	gold      [][]corefMention
	chains    map[string]bool // of the gold, by their ids
	linked    alignment       // with mentions of chains
	unchained alignment       // of the rest, with mentions that are alone
}

func newNamedScope(d *corefDocument, gold, system [][]corefMention) *namedScope {
	s := &namedScope{doc: d, chains: make(map[string]bool)}
	inChain := make(map[mentionKey]bool)
	for _, c := range gold {
		for _, m := range c {
			inChain[m.key()] = true
		}
		if slices.ContainsFunc(c, func(m corefMention) bool { return d.isProper(m) && slices.Contains(namedTypes, m.kind) }) {
			s.gold = append(s.gold, c)
			s.chains[c[0].chain] = true
		}
	}
	found := slices.Concat(system...)
	s.linked = alignMentions(slices.Concat(gold...), found)
	alone := slices.DeleteFunc(slices.Clone(d.mentions), func(m corefMention) bool { return inChain[m.key()] })
	s.unchained = alignMentions(alone, slices.DeleteFunc(found, func(m corefMention) bool {
		_, ok := s.linked[m.key()]
		return ok
	}))
	return s
}

func (d *corefDocument) isProper(m corefMention) bool {
	return d.sentences[m.sentence].Tokens[m.head].UPOS == "PROPN"
}

// partner returns the gold mention of a system's, and whether it has one.
func (s *namedScope) partner(m corefMention) (corefMention, bool) {
	if g, ok := s.linked[m.key()]; ok {
		return g, true
	}
	g, ok := s.unchained[m.key()]
	return g, ok
}

// isNamed reports whether a mention is one of a gold chain with a name.
func (s *namedScope) isNamed(m corefMention) bool {
	g, ok := s.linked[m.key()]
	return ok && s.chains[g.chain]
}

func (s *namedScope) inScope(m corefMention) bool {
	g, ok := s.partner(m)
	return s.isNamed(m) || s.doc.isProper(m) && (!ok || slices.Contains(namedTypes, g.kind))
}

// kept returns of each chain the names and what belongs to a chain with a name,
// without chains that are all of other things.
func (s *namedScope) kept(system [][]corefMention) [][]corefMention {
	var out [][]corefMention
	for _, c := range system {
		keep := slices.DeleteFunc(slices.Clone(c), func(m corefMention) bool { return !s.isNamed(m) && !s.doc.isProper(m) })
		foreign := !slices.ContainsFunc(keep, s.isNamed) && !slices.ContainsFunc(keep, func(m corefMention) bool {
			g, ok := s.partner(m)
			return !ok || slices.Contains(namedTypes, g.kind)
		})
		if !foreign {
			out = append(out, keep)
		}
	}
	return keepChains(out, func(c []corefMention) bool { return len(c) > 1 })
}

func keepChains(chains [][]corefMention, keep func([]corefMention) bool) [][]corefMention {
	var out [][]corefMention
	for _, c := range chains {
		if keep(c) {
			out = append(out, c)
		}
	}
	return out
}
