package export

import (
	"iter"
	"math"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph/network"
)

const (
	pictured  = 500  // nodes at most
	named     = 150  // nodes whose names have room, the strongest
	letter    = 0.55 // width of a letter by its height
	edgeFont  = 9
	arrowhead = 10
)

// A picture is what of a network is drawn: its strongest nodes that have edges,
// each with its place, and the edges between them.
type picture struct {
	nodes []drawn
	index map[string]int // of nodes, by id
	shown []*network.Edge
	size  box
	tied  int // nodes that have edges, drawn or not
}

// drawn is a node as a circle with its label below.
type drawn struct {
	*network.Node
	index    int // in Network.Nodes
	strength float64
	center   place
	radius   float64
	font     float64 // size of the label
}

func (d *Data) picture() *picture {
	return d.pictureOf(d.Network().Top(min(pictured, d.Network().Tied()), d.Network().Strength()))
}

// pictureOf is the picture of nodes by their indices in the network.
func (d *Data) pictureOf(nodes []int) *picture {
	p := &picture{index: make(map[string]int), tied: d.Network().Tied()}
	strength := d.Network().Strength()
	for _, i := range nodes {
		n := &d.Network().Nodes[i]
		p.index[n.ID] = len(p.nodes)
		p.nodes = append(p.nodes, newDrawn(n, i, strength[i]))
	}
	p.takeEdges(d.Network().Once())
	p.arrange()
	return p
}

// newDrawn gives the circle an area in proportion to the strength, up to a
// bound.
func newDrawn(n *network.Node, index int, strength float64) drawn {
	radius := min(4+3*math.Sqrt(strength), 26)
	return drawn{Node: n, index: index, strength: strength, radius: radius, font: 10 + radius/5}
}

// takeEdges takes the edges between nodes of the picture.
func (p *picture) takeEdges(edges iter.Seq[*network.Edge]) {
	for e := range edges {
		_, source := p.index[e.Source]
		_, target := p.index[e.Target]
		if source && target {
			p.shown = append(p.shown, e)
		}
	}
}

func (p *picture) arrange() {
	boxes := make([]box, len(p.nodes))
	for i, n := range p.nodes {
		boxes[i] = box{2 * n.radius, 2 * n.radius}
		if i < named {
			label := letter * n.font * float64(utf8.RuneCountInString(clean(n.Name)))
			boxes[i] = box{max(2*n.radius, label), 2*n.radius + 1.4*n.font}
		}
	}
	links := make([]link, len(p.shown))
	for i, e := range p.shown {
		a, b := p.index[e.Source], p.index[e.Target]
		label := edgeFont * letter * float64(utf8.RuneCountInString(clean(e.Label()))+len(" +1"))
		links[i] = link{a, b, p.nodes[a].radius + p.nodes[b].radius + 2*arrowhead + label}
	}
	for i, at := range arrange(boxes, links) {
		n := &p.nodes[i]
		n.center = place{tenth(at.x), tenth(at.y - boxes[i].height/2 + n.radius)}
		p.size.width = max(p.size.width, at.x+boxes[i].width/2)
		p.size.height = max(p.size.height, at.y+boxes[i].height/2)
	}
}

func tenth(x float64) float64 { return math.Round(10*x) / 10 }
