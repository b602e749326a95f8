package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleysql "github.com/cayleygraph/cayley/graph/sql/postgres"
	"github.com/cayleygraph/quad"
)

// administer runs statements on the server, in the schema of an address.
func administer(t *testing.T, address string, statements ...string) {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func addressOf(s *Store) string { return s.db.(*server).address }

// odd are values that PostgreSQL or Cayley's columns cannot have as they are.
var odd = []quad.Value{
	quad.IRI("actor:a"), quad.BNode("b"), quad.String(""), quad.String("a\x00b"), quad.String(`a\x00b`), quad.String("\xff\xfe"),
	quad.String("\t\n\\N\\.\r"), quad.String(strings.Repeat("long ", 1<<16)), quad.TypedString{Value: "a\x00", Type: "rdf:JSON"},
	quad.TypedString{Value: "2022-01-31", Type: "xsd:date"}, quad.LangString{Value: "Київ 🙂", Lang: "uk"}, quad.IRI("a\x00b"),
	quad.Int(7), quad.Float(0.1), quad.Bool(false),
}

// rewritten writes quads by the backend itself.
func rewritten(t *testing.T, s *Store, add, remove []quad.Quad) error {
	t.Helper()
	return s.db.write(t.Context(), func(*reader) (_, _ []quad.Quad, err error) { return add, remove, nil })
}

// Unmodified Cayley reads what is written, each quad by each of its ends, and
// where it writes the same itself, to the same tables, has the same counts.
func TestCayleyReadsPostgres(t *testing.T) {
	s := onPostgres(t, news()...)
	var all []quad.Quad
	for i, v := range odd {
		all = append(all, quad.Quad{Subject: quad.IRI(fmt.Sprint("s", i%3)), Predicate: quad.IRI("p"), Object: v, Label: quad.IRI(fmt.Sprint("claim:", i))},
			quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v})
	}
	if err := rewritten(t, s, all, nil); err != nil {
		t.Fatal(err)
	}
	if err := rewritten(t, s, nil, all[:7]); err != nil {
		t.Fatal(err)
	}
	all = collect(t, s.Scan(t.Context()))
	qs, err := cayley.NewQuadStore(cayleysql.Type, addressOf(s), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer qs.Close()
	got := quadsOf(t, qs, qs.QuadsAllIterator())
	sameLines(t, "read by Cayley", sortedLines(got), sortedLines(all))
	for _, q := range all {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil && !slices.Contains(quadsFrom(t, qs, d, v), q) {
				t.Errorf("%v is not found by its %v", q, d)
			}
		}
	}
	plain, other := onPostgres(t, news()...), onPostgres(t)
	own, err := cayley.NewQuadStore(cayleysql.Type, addressOf(other), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer own.Close()
	for _, q := range collect(t, plain.Scan(t.Context())) {
		if err := own.ApplyDeltas([]cayley.Delta{{Quad: q, Action: cayley.Add}}, cayley.IgnoreOpts{}); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "counts", counted(t, plain), counted(t, other))
}

func sortedLines(quads []quad.Quad) []string {
	out := make([]string, len(quads))
	for i, q := range quads {
		out[i] = fmt.Sprintf("%#v", q)
	}
	return sorted(out)
}

// The graph for queries is the same as in Pebble, by each iterator.
func TestGraphOfPostgres(t *testing.T) {
	s, want := onPostgres(t, collection(4)...), filled(t, collection(4)...)
	qs, other := s.QuadStore(), want.QuadStore()
	all := quadsOf(t, qs, qs.QuadsAllIterator())
	sameLines(t, "all quads", sortedLines(all), sortedLines(quadsOf(t, other, other.QuadsAllIterator())))
	same(t, "nodes", sorted(namesOf(t, qs)), sorted(namesOf(t, other)))
	seen := make(map[quad.Value]bool)
	for _, q := range all[:200] {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil && !seen[v] {
				seen[v] = true
				sameLines(t, fmt.Sprint(d, " ", v), sortedLines(quadsFrom(t, qs, d, v)), sortedLines(quadsFrom(t, other, d, v)))
			}
		}
	}
	if qs.ValueOf(quad.IRI("nobody")) != nil || qs.NameOf(nil) != nil {
		t.Error("there is something that is not there")
	}
	st, err := qs.Stats(t.Context(), true)
	if err != nil || st.Quads.Size != int64(len(all)) || st.Nodes.Size != int64(len(namesOf(t, qs))) {
		t.Errorf("stats %+v, %v", st, err)
	}
	// Another document, which the graph of before does not have.
	if err := s.Put(t.Context(), article("new", "Sorin:person resign")); err != nil {
		t.Fatal(err)
	}
	if n := len(quadsOf(t, qs, qs.QuadsAllIterator())); n != len(all) {
		t.Errorf("the graph of before has %d quads, had %d", n, len(all))
	}
	if later := s.QuadStore(); len(quadsOf(t, later, later.QuadsAllIterator())) <= len(all) {
		t.Error("the graph of now lacks the new quads")
	}
}

func namesOf(t *testing.T, qs cayley.QuadStore) (names []string) {
	t.Helper()
	it := qs.NodesAllIterator()
	defer it.Close()
	for it.Next(t.Context()) {
		names = append(names, fmt.Sprintf("%#v", qs.NameOf(it.Result())))
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	return names
}

func TestOneWritesToPostgres(t *testing.T) {
	s := onPostgres(t, news()...)
	_, err := Open(addressOf(s))
	if want := "in use by process " + strconv.Itoa(os.Getpid()); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), want) {
		t.Errorf("got error %v, want one that says %q", err, want)
	}
	if _, err := Create(addressOf(s)); !errors.Is(err, ErrExists) {
		t.Errorf("made again: %v", err)
	}
	r := reading(t, s)
	want := lines(t, s)
	if err := s.Put(t.Context(), article("new", "Sorin:person resign")); err != nil {
		t.Fatal(err)
	}
	sameLines(t, "a reader of before", lines(t, r), want)
	sameLines(t, "a reader of now", lines(t, reading(t, s)), lines(t, s))
	if err := r.Put(t.Context(), article("new", "Sorin:person resign")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader writes: %v", err)
	}
	address := addressOf(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	cmd, out := start(t, "hold "+address)
	if !out.Scan() {
		t.Fatal("the other process did not open the store")
	}
	if _, err := Open(address); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(cmd.Process.Pid)) {
		t.Errorf("open in process %d: got error %v", cmd.Process.Pid, err)
	}
}

// reading opens a store on a server to read it.
func reading(t *testing.T, s *Store) *Store {
	t.Helper()
	r, err := OpenReadOnly(addressOf(s))
	return with(t, nil, r, err)
}

func TestPostgresRefuses(t *testing.T) {
	marked := func(format int) []string {
		return []string{`CREATE TABLE whom (program TEXT, format INT)`, fmt.Sprintf(`INSERT INTO whom VALUES ('whom', %d)`, format)}
	}
	tests := []struct {
		why        string
		statements []string
		want       error
		says       string
	}{
		{"nothing", nil, ErrNoStore, "make it with"},
		{"tables of another program", []string{`CREATE TABLE nodes (x INT)`}, ErrForeign, "choose another"},
		{"a table of another program", []string{`CREATE TABLE customers (x INT)`}, ErrForeign, "choose another"},
		{"a graph of Cayley's that is no store", []string{`CREATE TABLE nodes (x INT)`, `CREATE TABLE quads (x INT)`}, ErrForeign, "choose another"},
		{"another program's table of that name", []string{`CREATE TABLE whom (x INT)`}, ErrForeign, "choose another"},
		{"one that is empty", []string{`CREATE TABLE whom (program TEXT, format INT)`}, ErrForeign, "choose another"},
		{"a newer store", marked(99), ErrVersion, "use a newer program"},
		{"an older store", marked(0), ErrVersion, "build it again"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			address := emptyServer(t)
			administer(t, address, test.statements...)
			for what, open := range map[string]func(string) (*Store, error){"Open": Open, "OpenReadOnly": OpenReadOnly} {
				if _, err := open(address); !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
					t.Errorf("%s: got error %v", what, err)
				}
			}
			if _, err := Create(address); test.statements != nil && !errors.Is(err, ErrExists) {
				t.Errorf("Create: got error %v", err)
			}
		})
	}
}

func TestPostgresThatIsNotThere(t *testing.T) {
	server, err := url.Parse(emptyServer(t))
	if err != nil {
		t.Fatal(err)
	}
	administer(t, server.String(), `CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`)
	at := func(name, parameters string) string {
		return "postgres://postgres@/" + name + "?host=" + server.Query().Get("host") + parameters
	}
	tests := []struct {
		why, address string
		want         error
		says         string
	}{
		{"no server", "postgres://reader:secret@127.0.0.1:1/news", ErrServer, `store "postgres://reader@127.0.0.1:1/news": no connection`},
		{"no database", at("nothing", ""), ErrNoStore, "createdb"},
		{"no schema", at("postgres", "&search_path=nothing"), ErrNoStore, "search_path"},
		{"a database of another encoding", at("latin", ""), nil, "ENCODING 'UTF8'"},
		{"a password with a slash", "postgres://reader:sec/ret@host/news", errAddress, "PGPASSWORD"},
		{"a password with a hash sign", "postgres://reader:12#34@host/news", errAddress, "PGPASSWORD"},
		{"a password with a question mark", "postgres://reader:12?34@host/news", errAddress, "PGPASSWORD"},
		{"a parameter that is none", "postgres://reader:secret@host/news?sslmode=secret", errAddress, "PGPASSWORD"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			for what, open := range map[string]func(string) (*Store, error){"Create": Create, "Open": Open, "OpenReadOnly": OpenReadOnly} {
				_, err := open(test.address)
				if err == nil || test.want != nil && !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
					t.Errorf("%s: got error %v", what, err)
				} else if said := err.Error(); strings.Contains(said, "secret") || strings.Contains(said, "34") || strings.Contains(said, "ret@") {
					t.Errorf("%s: the password shows in %v", what, err)
				}
			}
		})
	}
}

func TestPrintable(t *testing.T) {
	for path, want := range map[string]string{
		"out/whom.db":                     "out/whom.db",
		"postgres://ann:secret@host/news": "postgres://ann@host/news",
		"postgresql://ann@host:5433/news?sslmode=require&password=secret&search_path=week": "postgresql://ann@host:5433/news?search_path=week",
		"postgres://ann:se/cret@host/news":                                                 "postgres://…",
		"postgres://host/news":                                                             "postgres://host/news",
	} {
		if got := Printable(path); got != want {
			t.Errorf("%s is shown as %s, want %s", path, got, want)
		}
	}
}

// A write that contradicts the graph is refused, whole.
func TestPostgresRejects(t *testing.T) {
	s := onPostgres(t)
	a, b := quad.MakeIRI("a", "p", "b", ""), quad.MakeIRI("a", "p", "b", "label")
	if err := rewritten(t, s, []quad.Quad{a}, nil); err != nil {
		t.Fatal(err)
	}
	for why, test := range map[string]struct{ add, remove []quad.Quad }{
		"a quad that is there":     {[]quad.Quad{b, a}, nil},
		"a quad that is not there": {[]quad.Quad{quad.MakeIRI("c", "p", "b", "")}, []quad.Quad{b}},
	} {
		if err := rewritten(t, s, test.add, test.remove); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: got error %v", why, err)
		}
		same(t, why, collect(t, s.Scan(t.Context())), []quad.Quad{a})
	}
}

func TestVerifyFindsFaultsOfPostgresAndRepairMendsThem(t *testing.T) {
	tests := []struct{ why, statement, says string }{
		{"a value is gone", `DELETE FROM nodes WHERE value_string = 'actor:sorin'`, "nodes: 1 values of quads are not there"},
		{"a value is of no quad", `INSERT INTO nodes (hash, refs, value_string) VALUES ('\x00', 1, 'x')`, "nodes: 1 values are of no quad"},
		{"uses are miscounted", `UPDATE nodes SET refs = refs + 1 WHERE value_string = 'actor:sorin'`, "nodes: 1 values have another count"},
		{"a value is another", `UPDATE nodes SET value_string = 'x' WHERE value_string = 'actor:sorin'`, "has not the hash of what it is"},
		{"a value is of no kind", `UPDATE nodes SET value_string = NULL WHERE value_string = 'actor:sorin'`, "has not the hash of what it is"},
		{"a quad is gone", `DELETE FROM quads WHERE horizon = (SELECT min(horizon) FROM quads)`, "values have another count"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			s := onPostgres(t, sound()...)
			want := lines(t, s)
			administer(t, addressOf(s), test.statement)
			if faults := verified(t, s); !strings.Contains(strings.Join(faults, "\n"), test.says) {
				t.Errorf("found %q", faults)
			}
			if lost, err := s.Repair(t.Context()); err != nil || len(lost) > 0 {
				t.Fatalf("lost %q, %v", lost, err)
			}
			if faults := verified(t, s); len(faults) > 0 {
				t.Errorf("after the repair: %q", faults)
			}
			sameLines(t, "after the repair", lines(t, s), want)
		})
	}
}
