package export

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestArrange draws graphs of any shape: boxes must not overlap, all must lie in
// the first quadrant, and twice the same must come out.
func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 25).Draw(t, "nodes")
		boxes := make([]box, n)
		for i := range boxes {
			boxes[i] = box{rapid.Float64Range(5, 120).Draw(t, "width"), rapid.Float64Range(5, 40).Draw(t, "height")}
		}
		var links []link
		for range rapid.IntRange(0, 2*n).Draw(t, "links") {
			end := rapid.IntRange(0, n-1)
			links = append(links, link{end.Draw(t, "from"), end.Draw(t, "to"), rapid.Float64Range(0, 150).Draw(t, "label")})
		}
		places := arrange(boxes, links)
		if !slices.Equal(places, arrange(boxes, links)) {
			t.Error("the same graph has other places")
		}
		for i, p := range places {
			if math.IsNaN(p.x+p.y) || p.x < boxes[i].width/2-1e-6 || p.y < boxes[i].height/2-1e-6 {
				t.Errorf("box %d is at %v", i, p)
			}
			for j, q := range places[:i] {
				if math.Abs(p.x-q.x) < (boxes[i].width+boxes[j].width)/2 && math.Abs(p.y-q.y) < (boxes[i].height+boxes[j].height)/2 {
					t.Errorf("boxes %d and %d overlap, at %v and %v", i, j, p, q)
				}
			}
		}
	})
}
