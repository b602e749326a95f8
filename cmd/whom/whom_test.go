package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/whomgraph/whom/graph/store"
	"github.com/whomgraph/whom/graph/store/storetest"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect")

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"whom": main})
}

// tests stop the PostgreSQL server when they are done.
type tests struct{ *testing.M }

func (t tests) Run() int {
	code := t.M.Run()
	if err := storetest.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return max(code, 1)
	}
	return code
}

// TestScripts runs testdata/script/*.txtar. In the folder of each are the
// articles of testdata/news and the metadata about.csv.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			if err := os.CopyFS(filepath.Join(env.WorkDir, "news"), os.DirFS(filepath.Join("testdata", "news"))); err != nil {
				return err
			}
			about, err := os.ReadFile(filepath.Join("testdata", "about.csv"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "about.csv"), about, 0o666)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "hold": hold, "postgres": postgres, "spoil": spoil, "quads": writeQuads, "words": writeWords,
		},
	})
}

// exits CODE PROGRAM ARG... runs a program, which must end with the exit code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// postgres NAME... puts addresses of empty places for stores on PostgreSQL into
// variables.
func postgres(ts *testscript.TestScript, _ bool, names []string) {
	for _, name := range names {
		address, err := storetest.Postgres()
		ts.Check(err)
		ts.Setenv(name, address)
	}
}

// hold STORE keeps a store open in this process until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(storeAt(ts, args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(s.Close()) })
}

// spoil DIR writes a quad into a store by Cayley, as no command does.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	qs, err := cayley.NewQuadStore(store.Backend, filepath.Join(ts.MkAbs(args[0]), "graph"), cayley.Options{"no_bloom": true})
	ts.Check(err)
	defer qs.Close()
	foreign := cayley.Delta{Quad: quad.MakeIRI("a", "p", "b", ""), Action: cayley.Add}
	ts.Check(qs.ApplyDeltas([]cayley.Delta{foreign}, cayley.IgnoreOpts{}))
}

// storeAt is a path relative to the script's folder, or an address.
func storeAt(ts *testscript.TestScript, path string) string {
	if store.OnServer(path) {
		return path
	}
	return ts.MkAbs(path)
}

// quads STORE FILE writes all quads of a store into a file.
func writeQuads(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(storeAt(ts, args[0]))
	ts.Check(err)
	defer s.Close()
	var lines strings.Builder
	for q, err := range s.Quads(context.Background()) {
		ts.Check(err)
		lines.WriteString(q.NQuad() + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(lines.String()), 0o666))
}

// words BYTES FILE writes a file of one line of words.
func writeWords(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[0])
	ts.Check(err)
	words := bytes.Repeat([]byte("word "), size/5+1)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), words[:size], 0o666))
}

// TestClosedPipe writes into a pipe that nobody reads, as after “| head”.
func TestClosedPipe(t *testing.T) {
	db := filepath.Join(t.TempDir(), "whom.db")
	if out, err := exec.Command("whom", "add", filepath.Join("testdata", "news"), "--db", db).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, args := range [][]string{{"claims"}, {"claims", "--format", "jsonl"}, {"docs"}, {"actors", "--format", "csv"}, {"export", "-f", "dot"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			reader, writer, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			reader.Close()
			defer writer.Close()
			cmd := exec.Command("whom", append(args, "--db", db)...)
			var diagnostics strings.Builder
			cmd.Stdout, cmd.Stderr = writer, &diagnostics
			if cmd.Run() == nil || diagnostics.Len() > 0 {
				t.Errorf("state %v, diagnostics %q; want an end without a word", cmd.ProcessState, diagnostics.String())
			}
		})
	}
}

// TestInterrupt ends commands that wait for their input and would make a store.
func TestInterrupt(t *testing.T) {
	for _, how := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		for _, args := range [][]string{{"build", "-", "-o", "."}, {"add", "-", "--db", storeName}} {
			t.Run(args[0]+" by "+how.String(), func(t *testing.T) {
				out := filepath.Join(t.TempDir(), "out")
				args[3] = filepath.Join(out, args[3])
				interrupt(t, args, filepath.Join(out, ".whom-*", spoolName), how)
				if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s is left behind: %v", out, err)
				}
			})
		}
	}
}

// interrupt ends a command by a signal once a file is there.
func interrupt(t *testing.T, args []string, file string, how os.Signal) {
	t.Helper()
	cmd := exec.Command("whom", args...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	var diagnostics strings.Builder
	cmd.Stderr = &diagnostics
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		if begun, _ := filepath.Glob(file); len(begun) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(how); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != codeFailed || diagnostics.String() != "whom: interrupted\n" {
		t.Errorf("%v, diagnostics %q", err, diagnostics.String())
	}
}

// A fading context is over when it has been asked so often.
type fading struct {
	context.Context
	left *atomic.Int64
}

func (f fading) Err() error {
	if f.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestInterruptAnywhere ends the making and writing of a network wherever it asks
// whether to go on: nothing is then left, and what was there stays.
func TestInterruptAnywhere(t *testing.T) {
	db := filepath.Join(t.TempDir(), storeName)
	call(t, io.Discard, "add", filepath.Join("testdata", "news"), "--db", db)
	for _, args := range [][]string{
		{"export", "-f", "graphml", "-o", "actors.graphml"}, {"export", "-f", "csv", "-o", "."}, {"export", "-f", "html", "-o", "actors.html"},
		{"export", "-f", "nquads", "-o", "quads.nq"}, {"rank", "--by", "betweenness"}, {"communities"}, {"compare", "--since", "2022-02"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			dir := t.TempDir()
			if last := len(args) - 1; args[0] == "export" {
				args[last] = filepath.Join(dir, args[last])
			}
			for asked, done := int64(0), false; !done; asked += 1 + asked/20 {
				if done = fade(t, asked, append(args, "--db", db)); done && asked < 10 {
					t.Errorf("it has come to its end with %d questions", asked)
				}
				if left, _ := os.ReadDir(dir); !done && len(left) > 0 {
					t.Fatalf("after %d questions %q is left behind", asked, left[0].Name())
				}
			}
		})
	}
}

// fade runs a command in a fading context, and returns whether it came to its end.
func fade(t *testing.T, asked int64, args []string) bool {
	t.Helper()
	ctx := fading{context.Background(), new(atomic.Int64)}
	ctx.left.Store(asked)
	root := newRoot(storeName)
	root.SetArgs(args)
	root.SetOut(io.Discard)
	root.SetErr(io.Discard)
	err := root.ExecuteContext(ctx)
	if err != nil && (ctx.left.Load() >= 0 || err.Error() != "interrupted") {
		t.Fatalf("after %d questions: %v", asked, err)
	}
	return err == nil
}

// TestExamples reads the examples of all commands as the command does.
func TestExamples(t *testing.T) {
	for _, cmd := range append(newRoot(storeName).Commands(), newRoot(storeName)) {
		if cmd.Example == "" {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
		for line := range strings.Lines(cmd.Example) {
			for _, words := range commandsIn(t, line) {
				check(t, words)
			}
		}
	}
}

func check(t *testing.T, words []string) {
	t.Helper()
	cmd, rest, err := newRoot(storeName).Find(words[1:])
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err == nil {
		err = cmd.ValidateRequiredFlags()
	}
	if err != nil || !cmd.Runnable() {
		t.Errorf("example %q: %v", words, err)
	}
}

// commandsIn lets the shell part a line into its words, and returns the calls of
// whom among its commands.
func commandsIn(t *testing.T, line string) (calls [][]string) {
	t.Helper()
	line, _, _ = strings.Cut(line, ">")
	for _, command := range strings.Split(line, "|") {
		out, err := exec.Command("sh", "-c", `printf '%s\n' `+command).Output()
		if err != nil {
			t.Fatalf("%q: %v", command, err)
		}
		words := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
		if words[0] == "whom" {
			calls = append(calls, words)
		}
	}
	return calls
}
