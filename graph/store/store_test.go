package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph/store/storetest"
)

// childEnv tells the test program to act as another process: see child.
const childEnv = "WHOM_STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	if task := os.Getenv(childEnv); task != "" {
		if err := child(task); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	code := m.Run()
	if err := storetest.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// child does what a test wants of another process, until it is killed or its
// input ends: "hold PATH" opens a store, "try PATH" says what comes of that, "fill
// PATH" puts documents without end and writes the number of each when it is kept.
func child(task string) error {
	verb, path, _ := strings.Cut(task, " ")
	s, err := Open(path)
	if verb == "try" {
		fmt.Println(err)
		return nil
	}
	if err != nil {
		return err
	}
	if verb == "hold" {
		fmt.Println("open")
		_, err := io.Copy(io.Discard, os.Stdin)
		return errors.Join(err, s.Close())
	}
	return fill(s)
}

// start runs the test program as a child, which ends with the test.
func start(t *testing.T, task string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+task)
	cmd.Stderr = os.Stderr
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
	})
	return cmd, bufio.NewScanner(out)
}

func TestOpenGivesBackWhatWasPut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.db")
	s, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put(t.Context(), news()...); err != nil {
		t.Fatal(err)
	}
	want := lines(t, s)
	for range 2 {
		if err := errors.Join(s.Close(), s.Close()); err != nil {
			t.Fatal(err)
		}
		moved := path + ".moved"
		if err := os.Rename(path, moved); err != nil {
			t.Fatal(err)
		}
		path = moved
		if s, err = Open(path); err != nil {
			t.Fatal(err)
		}
		sameLines(t, "opened again", lines(t, s), want)
	}
	if err := s.Put(t.Context(), article("new", "Sorin:person resign")); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestClosed(t *testing.T) {
	onBoth(t, func(t *testing.T, filled place) {
		s := filled(t, news()...)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Document(t.Context(), "alpha/1"); !errors.Is(err, ErrClosed) {
			t.Errorf("reading: %v", err)
		}
		for _, err := range s.Claims(t.Context()) {
			if !errors.Is(err, ErrClosed) {
				t.Errorf("listing: %v", err)
			}
		}
		if err := s.Put(t.Context(), article("1", "Sorin:person resign")); !errors.Is(err, ErrClosed) {
			t.Errorf("writing: %v", err)
		}
	})
}

// TestHold keeps others out of a store, also while it is moved away, and of a
// damaged one.
func TestHold(t *testing.T) {
	s := filled(t, news()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	release, err := Hold(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(s.Path()); !errors.Is(err, ErrInUse) {
		t.Errorf("open while held: %v", err)
	}
	if _, err := Hold(s.Path()); !errors.Is(err, ErrInUse) {
		t.Errorf("held twice: %v", err)
	}
	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(s.Path(), moved); err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(moved)
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, "after it was held", lines(t, again), lines(t, filled(t, news()...)))
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(moved, graphPath)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{moved: ErrDamaged, s.Path(): ErrNoStore} {
		if _, err := Hold(path); !errors.Is(err, want) {
			t.Errorf("holding %q: %v, want %v", path, err, want)
		}
	}
}

func TestInUse(t *testing.T) {
	s := filled(t, news()...)
	if _, err := Open(s.Path()); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(os.Getpid())) {
		t.Errorf("open in this process: got error %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	cmd, out := start(t, "hold "+s.Path())
	if !out.Scan() {
		t.Fatal("the other process did not open the store")
	}
	if _, err := Open(s.Path()); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(cmd.Process.Pid)) {
		t.Errorf("open in process %d: got error %v", cmd.Process.Pid, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	again, err := Open(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, "after the other process", lines(t, again), lines(t, filled(t, news()...)))
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

// tree lists files with their contents.
func tree(t *testing.T, root string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		fmt.Fprintf(&out, "%s: %q\n", path, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		why   string
		files map[string]string // nil for nothing at the path
		want  error
		says  string
	}{
		{"nothing", nil, ErrNoStore, "whom build"},
		{"an empty directory", map[string]string{}, ErrNoStore, "make it"},
		{"another program's directory", map[string]string{"data.db": "x"}, ErrForeign, "another path"},
		{"another program's file of that name", map[string]string{"whom.json": `{"name":"x"}`}, ErrForeign, "another path"},
		{"a file that is cut off", map[string]string{"whom.json": `{"prog`}, ErrForeign, "another path"},
		{"a newer store", map[string]string{"whom.json": `{"program":"whom","format":99}`}, ErrVersion, "newer program"},
		{"an older store", map[string]string{"whom.json": `{"program":"whom","format":0}`}, ErrVersion, "build it again"},
		{"a store without its graph", map[string]string{"whom.json": fmt.Sprintf(`{"program":"whom","format":%d}`, Format), "graph/x": ""}, ErrDamaged, "build it again"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			for name, text := range test.files {
				writeFile(t, filepath.Join(path, name), text)
			}
			if test.files != nil {
				writeFile(t, filepath.Join(path, "sub", "file"), "kept")
				if len(test.files) == 0 {
					path = filepath.Join(path, "sub", "empty")
					if err := os.Mkdir(path, 0o777); err != nil {
						t.Fatal(err)
					}
				}
			}
			before := tree(t, filepath.Dir(path))
			s, err := Open(path)
			if err == nil {
				_ = s.Close()
			}
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), path) {
				t.Errorf("got error %v", err)
			}
			after := strings.ReplaceAll(tree(t, filepath.Dir(path)), filepath.Join(path, "graph", "LOCK")+": \"\"\n", "")
			if after != before {
				t.Errorf("the directory has changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

func TestOpenOfAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	writeFile(t, path, "words")
	if _, err := Open(path); !errors.Is(err, ErrForeign) {
		t.Errorf("open: got error %v", err)
	}
	if _, err := Create(path); !errors.Is(err, ErrExists) {
		t.Errorf("create: got error %v", err)
	}
	if text, err := os.ReadFile(path); string(text) != "words" {
		t.Errorf("the file is now %q, %v", text, err)
	}
}

func TestCreateRefusesWhatIsThere(t *testing.T) {
	path := t.TempDir()
	writeFile(t, filepath.Join(path, "file"), "kept")
	before := tree(t, path)
	if _, err := Create(path); !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), path) {
		t.Errorf("got error %v", err)
	}
	if after := tree(t, path); after != before {
		t.Errorf("the directory has changed from\n%s\nto\n%s", before, after)
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Whatever happens to a file of a store, it is found, or it changes nothing.
func TestDamagedFiles(t *testing.T) {
	s := filled(t, news()...)
	want := lines(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(s.Path(), "graph", "*"))
	if err != nil || len(files) < 4 {
		t.Fatalf("files %q, %v", files, err)
	}
	damages := map[string]func([]byte) []byte{
		"is missing": func([]byte) []byte { return nil },
		"is empty":   func([]byte) []byte { return []byte{} },
		"is cut off": func(b []byte) []byte { return b[:len(b)/2] },
		"has another byte in the middle": func(b []byte) []byte {
			if len(b) > 0 {
				b[len(b)/2] ^= 0x55
			}
			return b
		},
		"is other words": func(b []byte) []byte { return []byte(strings.Repeat("other words ", len(b)/12+1)) },
	}
	found := 0
	for _, file := range files {
		for what, damage := range damages {
			t.Run(filepath.Base(file)+" "+what, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "x.db")
				if err := os.CopyFS(path, os.DirFS(s.Path())); err != nil {
					t.Fatal(err)
				}
				damageFile(t, filepath.Join(path, "graph", filepath.Base(file)), damage)
				got, err := readAll(t, path)
				if err == nil {
					sameLines(t, "damaged", got, want)
					return
				}
				found++
				if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
					t.Errorf("got error %v", err)
				}
			})
		}
	}
	if found < 5 {
		t.Errorf("only %d damages were found", found)
	}
}

func damageFile(t *testing.T, file string, damage func([]byte) []byte) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if text = damage(text); text == nil {
		err = os.Remove(file)
	} else {
		err = os.WriteFile(file, text, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// readAll reads everything that a store holds.
func readAll(t *testing.T, path string) (all []string, err error) {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for _, err := range s.Claims(t.Context()) {
		if err != nil {
			return nil, err
		}
	}
	for q, err := range s.Quads(t.Context()) {
		if err != nil {
			return nil, err
		}
		all = append(all, q.NQuad())
	}
	return all, nil
}
