package clause

// emitBlame records that somebody is behind something or responsible for it,
// which is no description but says who did it. It returns the index of the
// first proposition, or None.
func (w *walker) emitBlame(f frame, c context) int {
	p, done := w.blame(f)
	if done == None {
		return None
	}
	first := None
	for _, s := range f.subjects {
		for _, o := range w.participants(done) {
			q := w.proposition(f, c)
			q.Predicate, q.Subject, q.Args = p, w.phrase(s), nil
			object := w.phrase(o)
			q.Object = &object
			first = earliest(first, w.add(q))
		}
	}
	return first
}

// blame returns the words that blame the subject, and for what; or None.
func (w *walker) blame(f frame) (p Predicate, done int) {
	cop := w.child(f.verb, "cop")
	if cop == None {
		return p, None
	}
	p = Predicate{Token: cop, First: cop, Last: cop}
	if k := w.child(f.verb, "case"); k != None && w.lower(k) == "behind" {
		p.Last, p.Lemma = max(cop, k), "be behind"
		return p, f.verb
	}
	for _, k := range w.children(f.verb, "obl") {
		if w.marker(k) == "for" && w.lower(f.verb) == "responsible" {
			p.Last, p.Lemma = max(cop, f.verb), "be responsible for"
			return p, k
		}
	}
	return p, None
}
