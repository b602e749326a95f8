package export

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/whomgraph/whom/graph/network"
)

// svgHead is what every picture begins with, after its size. Colours are
// those that eyes of all kinds tell apart (Okabe and Ito, 2008).
const svgHead = `<title>Network of actors</title>
<style>
:root { color-scheme: light dark; --page: #fff; --ink: #1a1a1a; --line: #8a8f98; --denied: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --page: #16181d; --ink: #e8e8e8; --line: #767c88; --denied: #ff7b6b; } }
svg { background: var(--page); }
text { font-family: system-ui, sans-serif; fill: var(--ink); text-anchor: middle; paint-order: stroke; stroke: var(--page); stroke-width: 3px; stroke-linejoin: round; }
.tie { fill: none; stroke: var(--line); stroke-opacity: .8; marker-end: url(#verb); }
.tie.both { marker-start: url(#verb); }
.tie.planned { stroke-dasharray: 9 4; }
.tie.denied { stroke: var(--denied); stroke-dasharray: 5 4; marker-end: url(#denied); }
.tie.possible { stroke-dasharray: 1.5 4; }
marker path { fill: var(--line); }
#denied path { fill: var(--denied); }
.label { font-size: 8px; fill-opacity: .8; }
circle { stroke: var(--page); stroke-width: 1.5; fill: #999; }
.person { fill: #e69f00; } .state { fill: #0072b2; } .organization { fill: #009e73; } .group { fill: #cc79a7; } .role { fill: #d55e00; } .place { fill: #56b4e9; }
</style>
<defs>
<marker id="verb" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"/></marker>
<marker id="denied" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"/></marker>
</defs>
`

const (
	margin      = 24
	labeledTies = 150 // more have labels only where the mouse is
)

// ActorsSVG draws the network: the 500 strongest nodes that have edges, a line
// for all edges from one node to another, as wide as there are documents,
// labelled with the heaviest. A line that holds both ways has two heads. The 150
// strongest nodes have their names. Titles say more where the mouse is. It needs no other program: the layout is this
// package's own.
func ActorsSVG(w io.Writer, d *Data) error {
	p := d.picture()
	out := bufio.NewWriter(w) // keeps the first error until Flush
	width, height := p.size.width+2*margin, p.size.height+2*margin
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" role="img" style="max-width:100%%;height:auto" width="%.0f" height="%.0f" viewBox="%d %d %.0f %.0f">`+"\n",
		width, height, -margin, -margin, width, height)
	out.WriteString(svgHead)
	ties := p.ties(d.Network())
	for i := range ties {
		drawTie(out, &ties[i], len(ties) <= labeledTies)
	}
	for i := range p.nodes {
		drawNode(out, &p.nodes[i], i < named)
	}
	out.WriteString("</svg>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing SVG: %w", err)
	}
	return nil
}

// A drawnTie is a tie drawn as a line.
type drawnTie struct {
	network.Tie
	source, target *drawn
	returned       bool // there is a line the other way
}

// ties are those between nodes of the picture, the strongest first.
func (p *picture) ties(net *network.Network) []drawnTie {
	var ties []drawnTie
	pairs := make(map[[2]string]bool)
	for _, t := range net.Ties() {
		source, ok := p.index[t.Source]
		target, too := p.index[t.Target]
		if ok && too {
			ties = append(ties, drawnTie{Tie: t, source: &p.nodes[source], target: &p.nodes[target]})
			pairs[[2]string{t.Source, t.Target}] = true
		}
	}
	for i := range ties {
		ties[i].returned = pairs[[2]string{ties[i].Target, ties[i].Source}]
	}
	return ties
}

func drawTie(out *bufio.Writer, t *drawnTie, labeled bool) {
	heaviest := t.Edges[0]
	class := "tie " + heaviest.Kind()
	if slices.ContainsFunc(t.Edges, func(e *network.Edge) bool { return e.Symmetric }) {
		class += " both"
	}
	from, bend, to := t.path()
	fmt.Fprintf(out, `<path class="%s" stroke-width="%.1f" d="M%.1f %.1fQ%.1f %.1f %.1f %.1f">`,
		class, min(1+math.Log2(float64(t.Weight)), 6), from.x, from.y, bend.x, bend.y, to.x, to.y)
	writeTitle(out, t.title())
	out.WriteString("</path>\n")
	if !labeled {
		return
	}
	label := heaviest.Label()
	if more := len(t.Edges) - 1; more > 0 {
		label += fmt.Sprintf(" +%d", more)
	}
	fmt.Fprintf(out, `<text class="label" x="%.1f" y="%.1f">`, (from.x+2*bend.x+to.x)/4, (from.y+2*bend.y+to.y)/4+3)
	escape(out, label)
	out.WriteString("</text>\n")
}

func (t *drawnTie) title() string {
	title := clean(t.source.Name) + " → " + clean(t.target.Name)
	for _, e := range t.Edges {
		title += fmt.Sprintf("\n%s (%d)", e.Label(), e.Weight)
	}
	return title
}

// path ends at the circles of both nodes. It is bent where another line leads
// back.
func (t *drawnTie) path() (from, bend, to place) {
	a, b := t.source.center, t.target.center
	x, y := b.x-a.x, b.y-a.y
	length := max(math.Hypot(x, y), 1)
	x, y = x/length, y/length
	bow := 0.0
	if t.returned {
		bow = 0.12 * length
	}
	bend = place{(a.x+b.x)/2 - bow*y, (a.y+b.y)/2 + bow*x}
	return toward(a, bend, t.source.radius+1), bend, toward(b, bend, t.target.radius+1)
}

// toward is the place at a distance from a on the way to b.
func toward(a, b place, distance float64) place {
	length := max(math.Hypot(b.x-a.x, b.y-a.y), 1)
	return place{a.x + (b.x-a.x)*distance/length, a.y + (b.y-a.y)*distance/length}
}

func drawNode(out *bufio.Writer, n *drawn, named bool) {
	fmt.Fprintf(out, `<circle class="%s" cx="%.1f" cy="%.1f" r="%.1f">`, n.Type, n.center.x, n.center.y, n.radius)
	writeTitle(out, fmt.Sprintf("%s\n%s %s\nstrength %.0f, documents %d", clean(n.Name), n.Type, n.Country, n.strength, n.Documents))
	out.WriteString("</circle>\n")
	if !named {
		return
	}
	fmt.Fprintf(out, `<text font-size="%.1f" x="%.1f" y="%.1f">`, n.font, n.center.x, n.center.y+n.radius+n.font)
	escape(out, n.Name)
	out.WriteString("</text>\n")
}

func writeTitle(out *bufio.Writer, text string) {
	out.WriteString("<title>")
	escape(out, text)
	out.WriteString("</title>")
}
