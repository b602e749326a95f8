package encoder

import (
	"github.com/whomgraph/whom/extract/english/encoder/kernel"
	"github.com/whomgraph/whom/extract/syntax"
)

// unlikely is the score of an arc that may not be.
const unlikely = -1e9

// decode turns the vectors of the root and of n words into their analysis, with
// the biaffine heads of Dozat and Manning 2017. Node 0 is the root, node i+1 the
// word i.
func (m *Model) decode(r *run, vectors []float32, n int) Analysis {
	a := Analysis{Words: make([]Word, n)}
	if n == 0 {
		return a
	}
	outputs := grow(&r.outputs, (n+1)*m.heads.out())
	m.heads.apply(r, outputs, vectors, m.config.words(), n+1, m.leak)
	arcs := m.arcScores(r, outputs, n)
	heads := bestTree(arcs)
	for i := range a.Words {
		h := heads[i+1]
		a.Words[i].Head = h - 1 // the root's is syntax.Root
		a.Words[i].Confidence = m.arcProbability(r, arcs[i+1], i+1, h)
	}
	m.setRelations(r, a.Words, outputs)
	m.setTags(&a, outputs)
	return a
}

// leak applies the leaky rectifier to the part of a row that goes into arcs and
// relations.
func (m *Model) leak(row []float32) {
	m.kernels.Leak(row[:2*m.config.Arc+2*m.config.Label], m.config.LeakyReLU)
}

// arcScores returns the scores by dependent and head.
func (m *Model) arcScores(r *run, outputs []float32, n int) [][]float32 {
	width, arc := m.heads.out(), m.config.Arc
	stride := kernel.RoundUp(n+1, kernel.Lanes)
	dependents := grow(&r.inner, n*m.arc.out())
	m.arc.apply(r, dependents, outputs[width:], width, n, nil)
	heads := grow(&r.keys, arc*stride)
	m.kernels.Transpose(heads, stride, outputs[arc:], width, n+1, arc)
	scores := grow(&r.attention, n*stride)
	m.kernels.MatMul(scores, stride, dependents, m.arc.out(), heads, stride, n, stride, arc)
	rows := make([][]float32, n+1)
	for d := 1; d <= n; d++ {
		rows[d] = scores[(d-1)*stride:][:n+1]
	}
	return rows
}

// arcProbability returns the probability of one head among all.
func (m *Model) arcProbability(r *run, scores []float32, dependent, head int) float32 {
	row := grow(&r.row, kernel.RoundUp(len(scores), kernel.Lanes))
	copy(row, scores)
	row[dependent] = unlikely
	m.kernels.Softmax(row, len(scores), 1)
	return row[head]
}

// setRelations sets the relations of words whose heads are known and multiplies
// their confidences by the relations' probabilities.
func (m *Model) setRelations(r *run, words []Word, outputs []float32) {
	width, label := m.heads.out(), m.config.Label
	stride := m.labels.relationStride()
	products := grow(&r.inner, len(words)*m.relation.out())
	m.relation.apply(r, products, outputs[width+2*m.config.Arc:], width, len(words), nil)
	head := make([]float32, label+1)
	head[label] = 1
	row := grow(&r.row, stride)
	for i := range words {
		w := &words[i]
		if w.Head == syntax.Root {
			w.Rel = rootLabel
			continue
		}
		copy(head, outputs[(w.Head+1)*width+2*m.config.Arc+label:][:label])
		m.kernels.MatMul(row, stride, head, label+1, products[i*m.relation.out():], stride, 1, stride, label+1)
		row[m.root] = unlikely
		best := greatest(row[:len(m.labels.Relations)])
		m.kernels.Softmax(row, len(m.labels.Relations), 1)
		w.Rel = m.labels.Relations[best]
		w.Confidence *= row[best]
	}
}

// setTags sets parts of speech and names.
func (m *Model) setTags(a *Analysis, outputs []float32) {
	width, n := m.heads.out(), len(a.Words)
	var parts [4][][]float32
	from := 2*m.config.Arc + 2*m.config.Label
	for p, size := range m.headSizes()[2:] {
		parts[p] = make([][]float32, n)
		for i := range n {
			parts[p][i] = outputs[(i+1)*width+from:][:size]
		}
		from += size
	}
	for i := range a.Words {
		a.Words[i].UPOS = m.labels.UPOS[greatest(parts[0][i])]
		a.Words[i].XPOS = m.labels.XPOS[greatest(parts[1][i])]
	}
	a.Names = m.names.names(parts[2])
	if len(m.labels.Kinds) > 0 {
		a.Kinds = m.kinds.names(parts[3])
	}
}

// greatest returns the index of the greatest score, the first of equal ones.
func greatest(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}
