//go:build consumers

package export_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// gephi is what testdata/gephi/Import.java says that Gephi has of a file.
type gephi struct {
	seen
	Issues   []string // warnings and errors of the import report
	Dynamic  bool
	From, To string // milliseconds since 1970
}

// TestGephi imports every file of the network as Gephi does. A program of the
// project prints what is there then, a line for each file.
func TestGephi(t *testing.T) {
	var paths []string
	for _, dir := range folders() {
		for _, file := range []string{"actors.graphml", "actors.gexf", "actors-csv", "actors.dot", "claims.graphml"} {
			paths = append(paths, filepath.Join(dir, file))
		}
	}
	java := []string{
		"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
		"-cp", filepath.Join(cache, "gephi", "gephi-toolkit-0.10.1-all.jar"), filepath.Join("..", "testdata", "gephi", "Import.java"),
	}
	lines := bytes.Split(bytes.TrimSpace(run(t, nil, "java", append(java, paths...)...)), []byte("\n"))
	if len(lines) != len(paths) {
		t.Fatalf("Gephi tells of %d files, want %d", len(lines), len(paths))
	}
	for i, path := range paths {
		dir, file := filepath.Split(path)
		t.Run(file+" of "+filepath.Base(dir), func(t *testing.T) {
			var g gephi
			if err := json.Unmarshal(lines[i], &g); err != nil {
				t.Fatal(err)
			}
			checkGephi(t, dir, file, &g)
		})
	}
}

func checkGephi(t *testing.T, dir, file string, g *gephi) {
	for _, issue := range g.Issues {
		t.Errorf("Gephi reports %s", issue)
	}
	for _, e := range g.Edges {
		if e["directed"] != true {
			t.Errorf("edge %v is not directed", e)
		}
	}
	want := truth(t, dir, file)
	if file == "actors.dot" { // which has the tied nodes alone, and of which Gephi keeps neither ids nor parallel edges
		pairs := make(map[[2]any]bool)
		for _, e := range want.Edges {
			pairs[[2]any{e["source"], e["target"]}] = true
		}
		tied := stored[filepath.Base(dir)].Network().Tied()
		if len(g.Nodes) != tied || len(g.Edges) != len(pairs) {
			t.Errorf("%d nodes and %d edges, want %d and %d", len(g.Nodes), len(g.Edges), tied, len(pairs))
		}
		return
	}
	if file == "actors.gexf" || file == "actors-csv" {
		checkTimeline(t, want, g)
	}
	g.Edges = without(g.Edges, "type", "directed")
	g.Directed = true // an empty graph has no direction in Gephi
	compare(t, dir, "gephi "+file, g.seen)
}

// checkTimeline compares the time that Gephi's timeline spans.
func checkTimeline(t *testing.T, want seen, g *gephi) {
	first, last := "", ""
	for _, n := range want.Nodes {
		if date, ok := n["first"].(string); ok && (first == "" || date < first) {
			first = date
		}
		if date, ok := n["last"].(string); ok && date > last {
			last = date
		}
	}
	if g.Dynamic != (first != "") {
		t.Errorf("dynamic is %t, the first date %q", g.Dynamic, first)
	}
	if first != "" && (day(t, g.From) != first || day(t, g.To) != last) {
		t.Errorf("the timeline is from %s to %s, want %s to %s", day(t, g.From), day(t, g.To), first, last)
	}
}

func day(t *testing.T, milliseconds string) string {
	ms, err := strconv.ParseFloat(milliseconds, 64)
	if err != nil {
		t.Fatal(err)
	}
	return time.UnixMilli(int64(ms)).UTC().Format(time.DateOnly)
}
