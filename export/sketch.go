package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A cell of a terminal holds two dots by four, the lowest of braille's code points
// none of them (Unicode, block U+2800).
const (
	dotsAcross = 2
	dotsDown   = 4
	noDots     = 0x2800
	// mostDots is how many dots a unit of the picture is wide at most: there names
	// have the room that the layout leaves them.
	mostDots = 0.34
)

// brailleBits are those of the dots of a cell, by row and column.
var brailleBits = [dotsDown][dotsAcross]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// Sketch draws nodes, by their indices in the network, and the ties between them for a
// terminal of so many columns: names at the places that the layout gives them, ties as
// lines of dots. A name that finds no room is a dot, ●.
func Sketch(w io.Writer, d *Data, nodes []int, columns int) error {
	p := d.pictureOf(slices.Sorted(slices.Values(nodes)))
	if len(p.nodes) == 0 {
		return nil
	}
	scale := min(mostDots, float64(columns*dotsAcross)/p.size.width)
	s := newSketch(columns, int(p.size.height*scale)/dotsDown+1)
	at := func(c place) (x, y int) { return int(math.Round(c.x * scale)), int(math.Round(c.y * scale)) }
	for _, t := range p.ties(d.Network()) {
		x, y := at(t.source.center)
		toX, toY := at(t.target.center)
		s.line(x, y, toX, toY)
	}
	for i := range p.nodes {
		x, y := at(p.nodes[i].center)
		s.label(x/dotsAcross, y/dotsDown, clean(p.nodes[i].Name))
	}
	return s.write(w)
}

// A sketch is a picture in cells.
type sketch struct {
	columns, rows int
	dots, letters []rune // by cell
}

func newSketch(columns, rows int) *sketch {
	return &sketch{columns, rows, make([]rune, columns*rows), make([]rune, columns*rows)}
}

// line draws a line of dots from one dot to another (Bresenham 1965).
func (s *sketch) line(x, y, toX, toY int) {
	across, down := max(toX-x, x-toX), min(toY-y, y-toY)
	stepX, stepY := cmp.Compare(toX, x), cmp.Compare(toY, y)
	for off := across + down; ; {
		s.dot(x, y)
		if x == toX && y == toY {
			return
		}
		twice := 2 * off
		if twice >= down {
			off += down
			x += stepX
		}
		if twice <= across {
			off += across
			y += stepY
		}
	}
}

func (s *sketch) dot(x, y int) {
	column, row := x/dotsAcross, y/dotsDown
	if x >= 0 && y >= 0 && column < s.columns && row < s.rows {
		s.dots[row*s.columns+column] |= brailleBits[y%dotsDown][x%dotsAcross]
	}
}

// label writes a name around a cell, a row lower or higher where others stand there.
func (s *sketch) label(column, row int, name string) {
	for _, text := range []string{name, "●"} {
		length := utf8.RuneCountInString(text)
		if length > s.columns {
			continue
		}
		first := max(0, min(column-length/2, s.columns-length))
		for _, off := range []int{0, 1, -1} {
			if at := row + off; at >= 0 && at < s.rows && s.isFree(at, first, length) {
				copy(s.letters[at*s.columns+first:], []rune(text))
				return
			}
		}
	}
}

// isFree reports whether no letters stand in the cells, or right beside them.
func (s *sketch) isFree(row, first, length int) bool {
	from, to := max(0, first-1), min(s.columns, first+length+1)
	return !slices.ContainsFunc(s.letters[row*s.columns+from:row*s.columns+to], func(r rune) bool { return r != 0 })
}

func (s *sketch) write(w io.Writer) error {
	out := bufio.NewWriter(w)
	for row := range s.rows {
		var line strings.Builder
		for i := row * s.columns; i < (row+1)*s.columns; i++ {
			switch {
			case s.letters[i] != 0:
				line.WriteRune(s.letters[i])
			case s.dots[i] != 0:
				line.WriteRune(noDots + s.dots[i])
			default:
				line.WriteByte(' ')
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("drawing the network: %w", err)
	}
	return nil
}
