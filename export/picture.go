package export

import (
	"math"
	"unicode/utf8"

	"github.com/whomgraph/whom/graph/network"
)

// pictured is how many nodes a picture shows.
const pictured = 500

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
	p := &picture{index: make(map[string]int)}
	strength := d.Network.Strength()
	for _, i := range d.Network.Top(len(d.Network.Nodes), strength) {
		if strength[i] == 0 {
			continue
		}
		if p.tied++; len(p.nodes) < pictured {
			n := &d.Network.Nodes[i]
			p.index[n.ID] = len(p.nodes)
			p.nodes = append(p.nodes, newDrawn(n, i, strength[i]))
		}
	}
	p.takeEdges(d.Network.Edges)
	p.arrange()
	return p
}

// newDrawn gives the circle an area in proportion to the strength, up to a
// bound.
func newDrawn(n *network.Node, index int, strength float64) drawn {
	radius := min(4+3*math.Sqrt(strength), 26)
	return drawn{Node: n, index: index, strength: strength, radius: radius, font: 10 + radius/5}
}

// takeEdges takes the edges between nodes of the picture; what holds both ways
// once.
func (p *picture) takeEdges(edges []network.Edge) {
	type key struct{ source, target, class, prefix, claim string }
	symmetric := make(map[key]bool)
	for i := range edges {
		e := &edges[i]
		if _, ok := p.index[e.Source]; !ok {
			continue
		}
		if _, ok := p.index[e.Target]; !ok {
			continue
		}
		if e.Symmetric && symmetric[key{e.Target, e.Source, e.Class, e.Prefix, e.Claims[0]}] {
			continue
		}
		symmetric[key{e.Source, e.Target, e.Class, e.Prefix, e.Claims[0]}] = e.Symmetric
		p.shown = append(p.shown, e)
	}
}

func (p *picture) arrange() {
	boxes := make([]box, len(p.nodes))
	for i, n := range p.nodes {
		label := 0.6 * n.font * float64(utf8.RuneCountInString(clean(n.Name)))
		boxes[i] = box{max(2*n.radius, label), 2*n.radius + 1.4*n.font}
	}
	links := make([][2]int, len(p.shown))
	for i, e := range p.shown {
		links[i] = [2]int{p.index[e.Source], p.index[e.Target]}
	}
	for i, at := range arrange(boxes, links) {
		n := &p.nodes[i]
		n.center = place{tenth(at.x), tenth(at.y - boxes[i].height/2 + n.radius)}
		p.size.width = max(p.size.width, at.x+boxes[i].width/2)
		p.size.height = max(p.size.height, at.y+boxes[i].height/2)
	}
}

func tenth(x float64) float64 { return math.Round(10*x) / 10 }
