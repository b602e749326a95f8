//go:build consumers

package export_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/whomgraph/whom/export"
)

var (
	screenshot = flag.String("screenshot", "", "write a picture of the articles' page, a tie chosen, to this `FILE`")
	darkness   = flag.String("dark-screenshot", "", "the same in dark colours")
)

// A browser has a page open and keeps what is wrong with it.
type browser struct {
	context.Context
	faults []string
}

func open(t *testing.T, file string) *browser {
	t.Helper()
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(stop)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath("chromium"), chromedp.WindowSize(1500, 950))
	ctx, stop = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	b := &browser{Context: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.do(t, chromedp.Navigate("file://"+path))
	return b
}

func (b *browser) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b, steps...); err != nil {
		t.Fatal(err)
	}
}

// ask returns what an expression of the page is.
func ask[T any](t *testing.T, b *browser, expression string) T {
	t.Helper()
	value, err := chromedp.Run(b, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return value
}

func (b *browser) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception.Description))
	case *runtime.EventConsoleAPICalled:
		for _, arg := range e.Args {
			b.faults = append(b.faults, fmt.Sprintf("console.%s: %s", e.Type, arg.Value))
		}
	case *log.EventEntryAdded:
		b.faults = append(b.faults, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if url := e.Request.URL; !strings.HasPrefix(url, "file:") && !strings.HasPrefix(url, "data:") {
			b.faults = append(b.faults, "loads "+url)
		}
	}
}

// TestPage opens the page of each graph from disk.
func TestPage(t *testing.T) {
	for name, d := range stored {
		t.Run(name, func(t *testing.T) {
			b := open(t, filepath.Join(folder, name, "actors.html"))
			if title := ask[string](t, b, "document.title"); title == "" {
				t.Error("the page has no title")
			}
			if len(d.Network().Edges) > 0 {
				countLabels(t, b)
				clickTie(t, b, d)
				findActor(t, b, d)
				hideAll(t, b)
			}
			b.do(t, chromedp.KeyEvent(kb.Escape))
			for _, fault := range b.faults {
				t.Errorf("the browser says: %s", fault)
			}
		})
	}
}

// countLabels compares what the page says of labels that have no room with those that
// show.
func countLabels(t *testing.T, b *browser) {
	all, hidden := ask[int](t, b, `cy.edges().length`), ask[int](t, b, `cy.edges(".crowded").length`)
	want := ""
	if hidden > 0 {
		want = fmt.Sprintf("%d of %d tie", all-hidden, all)
	}
	if hint := ask[string](t, b, `document.getElementById("hint").innerText`); !strings.HasPrefix(hint, want) || hint != "" && want == "" {
		t.Errorf("%d of %d labels are hidden, and the page says %q", hidden, all, hint)
	}
}

// longest is the middle of the longest line on the screen, and its two ends.
const longest = `(() => {
	const length = e => Math.hypot(e.sourceEndpoint().x - e.targetEndpoint().x, e.sourceEndpoint().y - e.targetEndpoint().y);
	const e = cy.edges().max(length).ele, at = e.renderedMidpoint(), box = cy.container().getBoundingClientRect();
	return { x: box.x + at.x, y: box.y + at.y, source: e.data("source"), target: e.data("target") };
})()`

// clickTie clicks on a line: all sentences behind it must be there.
func clickTie(t *testing.T, b *browser, d *export.Data) {
	at := ask[struct {
		X, Y           float64
		Source, Target string
	}](t, b, longest)
	if _, err := chromedp.Call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: at.X, Y: at.Y}); err != nil {
		t.Fatal(err)
	}
	tip := ask[string](t, b, `document.getElementById("tip").innerText`)
	b.do(t, chromedp.MouseClickXY(at.X, at.Y))
	text := ask[string](t, b, `document.getElementById("panel").innerText`)
	quotes := 0
	for _, e := range d.Network().Edges {
		if e.Source != at.Source || e.Target != at.Target {
			continue
		}
		quotes += len(e.Claims)
		if !strings.Contains(spaced(tip), spaced(printable(e.Label()))) {
			t.Errorf("where the mouse is on a line, it says %q, without %q", tip, e.Label())
		}
		if sentence := printable(e.Example); !strings.Contains(spaced(text), spaced(sentence)) || !strings.Contains(text, printable(e.Label())) {
			t.Errorf("%q and %q are not in the panel, which says %q", e.Label(), sentence, text)
		}
	}
	if n := ask[int](t, b, `document.querySelectorAll("blockquote").length`); n < quotes || quotes == 0 {
		t.Errorf("the panel has %d sentences, want %d", n, quotes)
	}
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// findActor goes by the keyboard alone to the actor of greatest strength.
func findActor(t *testing.T, b *browser, d *export.Data) {
	name := ask[string](t, b, `data.actors[0].name`)
	b.do(t, chromedp.KeyEvent(kb.Escape))
	// A key of chromedp would be typed as well, though the page takes it.
	if focus := ask[string](t, b, `document.dispatchEvent(new KeyboardEvent("keydown", { key: "/" })), document.activeElement.id`); focus != "find" {
		t.Errorf("the key / leads to %q", focus)
	}
	for i, word := range strings.Fields(name) {
		if i > 0 {
			word = " " + word
		}
		b.do(t, chromedp.KeyEvent(word))
	}
	b.do(t, chromedp.KeyEvent(kb.Enter))
	if heading := ask[string](t, b, `document.querySelector("#panel h2").innerText`); !strings.Contains(spaced(heading), spaced(name)) {
		t.Errorf("the panel is of %q, want %q", heading, name)
	}
	if ties := ask[int](t, b, `document.querySelectorAll("#panel li button").length`); ties == 0 {
		t.Error("the panel shows no tie of the actor")
	}
}

// hideAll asks for an outlet's acts that there are none of, and takes it back.
func hideAll(t *testing.T, b *browser) {
	const set = `(() => { const act = document.getElementById("act"); act.value = %q; act.dispatchEvent(new Event("input", { bubbles: true })); return cy.edges().length; })()`
	if n := ask[int](t, b, fmt.Sprintf(set, "no such act")); n != 0 {
		t.Errorf("%d ties of an act that there is not", n)
	}
	if n := ask[int](t, b, fmt.Sprintf(set, "")); n == 0 {
		t.Error("the ties do not come back")
	}
}

// strongest chooses the tie in most documents, and is the heading of the panel.
const strongest = `(choose([...shown.values()].sort((a, b) => b.weight - a.weight)[0].id), document.querySelector("#panel h2").innerText)`

// TestPageInTheDark looks at dark colours, and takes the pictures asked for.
func TestPageInTheDark(t *testing.T) {
	b := open(t, filepath.Join(folder, "articles", "actors.html"))
	const color = `getComputedStyle(document.body).backgroundColor`
	light := ask[string](t, b, color)
	if heading := ask[string](t, b, strongest); !strings.Contains(heading, "→") && !strings.Contains(heading, "↔") {
		t.Errorf("the panel of the strongest tie is of %q", heading)
	}
	picture(t, b, *screenshot)
	dark := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}
	if _, err := chromedp.Call(b, emulation.SetEmulatedMedia, dark); err != nil {
		t.Fatal(err)
	}
	if ask[string](t, b, color) == light {
		t.Error("the page is as light in the dark")
	}
	picture(t, b, *darkness)
	for _, fault := range b.faults {
		t.Errorf("the browser says: %s", fault)
	}
}

func picture(t *testing.T, b *browser, file string) {
	if file == "" {
		return
	}
	time.Sleep(time.Second) // for the canvas to be drawn
	png, err := chromedp.Run(b, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		t.Fatal(err)
	}
}
