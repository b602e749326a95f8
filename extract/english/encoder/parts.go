package encoder

// A part is a sentence, or a part of an overlong one, as the encoder reads it:
// [CLS], pieces of words, [SEP]. rows are the positions that the heads want: that
// of [CLS], then the first piece of each word of the part.
type part struct {
	sentence int
	ids      []int32
	shapes   []shape // by piece
	rows     []int
	words    []shape // by row
}

// A piecedWord is a word's pieces and shape.
type piecedWord struct {
	pieces []int32
	shape  shape
}

// parts calls yield for each part of a sentence: one, if it fits the model.
func (m *Model) parts(words []string, yield func(part)) {
	if len(words) == 0 {
		return
	}
	room := m.config.Positions - 2
	context := room / 5
	s := &slider{vocabulary: m.vocabulary, words: words}
	if s.fill(0, room) == len(words) {
		yield(s.part(0, 0, len(words), len(words)))
		return
	}
	for from := 0; from < len(words); {
		to := s.fill(from, room-2*context)
		yield(s.part(s.back(from, context), from, to, s.fill(to, context)))
		from = to
	}
}

// A slider holds the pieces of the words around a part.
type slider struct {
	vocabulary *vocabulary
	words      []string
	base       int // of the first word in pieced
	pieced     []piecedWord
}

// at returns word i, which lies after all that were dropped.
func (s *slider) at(i int) piecedWord {
	for s.base+len(s.pieced) <= i {
		w := s.words[s.base+len(s.pieced)]
		s.pieced = append(s.pieced, piecedWord{s.vocabulary.pieces(nil, w), shapeOf(w)})
	}
	return s.pieced[i-s.base]
}

// fill returns the end of the words from one on that have at most room pieces.
func (s *slider) fill(from, room int) int {
	for ; from < len(s.words); from++ {
		if room -= len(s.at(from).pieces); room < 0 {
			break
		}
	}
	return from
}

// back returns the begin of the words up to one that have at most room pieces,
// and drops what lies before.
func (s *slider) back(to, room int) int {
	for to > s.base {
		if room -= len(s.at(to - 1).pieces); room < 0 {
			break
		}
		to--
	}
	s.pieced = append([]piecedWord(nil), s.pieced[to-s.base:]...)
	s.base = to
	return to
}

// part makes a part of the words from first to last, with those from begin to end
// as their context.
func (s *slider) part(begin, first, last, end int) part {
	p := part{ids: []int32{s.vocabulary.cls}, shapes: []shape{marker}, rows: []int{0}, words: []shape{marker}}
	for i := begin; i < end; i++ {
		w := s.at(i)
		if first <= i && i < last {
			p.rows = append(p.rows, len(p.ids))
			p.words = append(p.words, w.shape)
		}
		for _, id := range w.pieces {
			p.ids = append(p.ids, id)
			p.shapes = append(p.shapes, w.shape)
		}
	}
	p.ids = append(p.ids, s.vocabulary.sep)
	p.shapes = append(p.shapes, marker)
	return p
}
