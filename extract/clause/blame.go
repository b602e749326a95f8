package clause

import "slices"

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

// emitRelation records that the subject is in talks, in contact or at war with
// somebody, which is no description but an act of both. It returns the index of the
// first proposition, or None.
func (w *walker) emitRelation(f frame, c context) int {
	cop, kind := w.child(f.verb, "cop"), w.lemma(f.verb)
	lemma := nominalEvents[kind].verb
	if bond := bonds[kind]; bond != "" {
		lemma = bond
	} else if !nominalEvents[kind].symmetric {
		return None
	}
	if m := w.marker(f.verb); cop == None || m != "in" && m != "at" {
		return None
	}
	partners := f.subjects[1:]
	for _, k := range w.children(f.verb, "nmod", "obl") {
		if w.marker(k) == "with" {
			partners = w.participants(k)
		}
	}
	first := None
	for _, s := range f.subjects {
		for _, o := range partners {
			if slices.Contains(f.subjects, o) && o <= s {
				continue
			}
			p := w.proposition(f, c)
			p.Predicate = Predicate{Token: f.verb, First: f.verb, Last: f.verb, Lemma: lemma}
			p.Subject, p.Symmetric, p.Args = w.phrase(s), true, nil
			object := w.phrase(o)
			p.Object = &object
			first = earliest(first, w.add(p))
		}
	}
	return first
}

// bonds gives the lemmas of what somebody is in or at with another, where that is no
// noun of an act.
var bonds = map[string]string{"contact": "be in contact with", "touch": "be in contact with", "odds": "be at odds with"}
