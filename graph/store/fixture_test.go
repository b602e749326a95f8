package store

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/hidal-go/hidalgo/kv"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/store/storetest"
)

// article makes an extraction of lines such as
//
//	Sorin:person sue NATO:organization        two actors
//	Sorin:person sue army@NATO:organization   a thing of an actor
//	Sorin:person sue army                     a thing
//	Sorin:person resign                       no object
//	NATO:organization !sue Sorin:person       denied
//	NATO:organization =meet Sorin:person      symmetric
//	NATO:organization be alliance             a description
//
// that are the text as they are. The last actor before it says a line that
// starts with a quotation mark. “~” in a name is a space.
func article(id string, lines ...string) graph.Extraction {
	text := strings.Join(lines, "\n")
	b := &builder{entities: make(map[string]string)}
	b.x.Document = graph.Document{ID: id, Title: "On " + id, Outlet: "Alpha", Published: "2022-01-31", Text: text, SHA256: graph.Hash(text)}
	at := 0
	for i, line := range lines {
		b.sentence(i, at, line)
		at += len(line) + 1
	}
	for i := range b.x.Claims {
		b.x.Claims[i].ID = graph.ClaimID(&b.x.Claims[i])
	}
	for i := range b.x.Descriptions {
		b.x.Descriptions[i].ID = graph.DescriptionID(&b.x.Descriptions[i])
	}
	slices.SortFunc(b.x.Entities, byID)
	return b.x
}

type builder struct {
	x        graph.Extraction
	entities map[string]string // ids by name and type
	last     *graph.Argument
}

func (b *builder) sentence(n, at int, line string) {
	c := graph.Claim{
		Document: b.x.Document.ID, Sentence: n, Evidence: graph.Span{Start: at, End: at + len(line)},
		Polarity: graph.Affirmed, Modality: graph.Asserted, Confidence: 0.9,
	}
	bare := strings.TrimPrefix(line, `"`)
	if bare != line && b.last != nil {
		c.Attribution = []graph.Speaker{{Argument: *b.last, Verb: "say", Polarity: graph.Affirmed}}
	}
	at += len(line) - len(bare)
	words := strings.Split(bare, " ")
	c.Subject = b.argument(at, words[0])
	at += len(words[0]) + 1
	c.Predicate = graph.Predicate{
		Lemma: strings.TrimLeft(words[1], "!="), Text: words[1], Span: graph.Span{Start: at, End: at + len(words[1])},
	}
	if strings.HasPrefix(words[1], "!") {
		c.Polarity = graph.Denied
	}
	c.Symmetric = strings.HasPrefix(words[1], "=")
	if len(words) > 2 {
		object := b.argument(at+len(words[1])+1, words[2])
		c.Object = &object
	}
	if c.Predicate.Lemma == "be" {
		b.x.Descriptions = append(b.x.Descriptions, c)
	} else {
		b.x.Claims = append(b.x.Claims, c)
	}
}

func (b *builder) argument(start int, word string) graph.Argument {
	a := graph.Argument{Text: word, Span: graph.Span{Start: start, End: start + len(word)}}
	a.Head = a.Span
	thing, owner, owned := strings.Cut(word, "@")
	switch {
	case owned:
		a.Thing = &graph.Thing{Lemma: thing, Owner: b.entity(owner, a.Span)}
	case !strings.Contains(word, ":"):
		a.Thing = &graph.Thing{Lemma: word}
	default:
		a.Entity, a.Mention = b.entity(word, a.Span), graph.NameMention
		b.last = &a
	}
	return a
}

func (b *builder) entity(word string, span graph.Span) string {
	name, kind, _ := strings.Cut(strings.ReplaceAll(word, "~", " "), ":")
	id, ok := b.entities[word]
	if !ok {
		id = graph.EntityID(b.x.Document.ID, span)
		b.entities[word] = id
		b.x.Entities = append(b.x.Entities, graph.Entity{ID: id, Document: b.x.Document.ID, Name: name, Type: graph.ActorType(kind)})
	}
	i := slices.IndexFunc(b.x.Entities, func(e graph.Entity) bool { return e.ID == id })
	e := &b.x.Entities[i]
	e.Mentions = append(e.Mentions, graph.Mention{Text: name, Span: span, Head: span, Kind: graph.NameMention})
	return id
}

// news are documents in which names meet, disagree and repeat.
func news() []graph.Extraction {
	return []graph.Extraction{
		article("alpha/1", "Sorin:person call Holt:person", "NATO:organization reject demand@Russia:state", `"Russia:state attack Ukraine:state`),
		article("alpha/2", "Sorin:person =meet Holt:person", "Holt:person resign", "Georgia:state sign decree"),
		article("beta/1", "NATO:organization !reject demand@Russia:state", "Georgia:unknown accuse Russia:state", "NATO:organization be alliance"),
		article("gamma one", "Georgia:person thank Sorin:person", "N.A.T.O.:organization expand army@Georgia:person"),
	}
}

// collection makes documents of 30 claims each among a few thousand actors,
// some of which are in most documents.
func collection(documents int) []graph.Extraction {
	out := make([]graph.Extraction, documents)
	for d := range out {
		out[d] = collected(d)
	}
	return out
}

func collected(d int) graph.Extraction {
	text := make([]string, 30)
	for i := range text {
		n := (d*31 + i*17) % 5000
		text[i] = fmt.Sprintf("Name~%d:person sue%d State~%d:state", n, n%50, n%20)
		if i%2 == 1 {
			text[i] = fmt.Sprintf(`"State~%d:state send thing%d`, n%20, n)
		}
	}
	return article(fmt.Sprintf("%06d", d), text...)
}

// fresh makes an empty store in a directory, which closes with the test.
func fresh(t testing.TB) *Store { return filled(t) }

// filled makes a store of extractions in a directory, which closes with the test.
func filled(t testing.TB, extractions ...graph.Extraction) *Store {
	t.Helper()
	s, err := Create(t.TempDir())
	return with(t, extractions, s, err)
}

// tester is what testing.T, testing.B and rapid.T share.
type tester interface {
	Helper()
	Context() context.Context
	Cleanup(func())
	Error(args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// A place makes a store of extractions, which closes with the test.
type place func(t tester, extractions ...graph.Extraction) *Store

// onBoth runs a test of what holds for either backend.
func onBoth(t *testing.T, test func(t *testing.T, filled place)) {
	t.Run("pebble", func(t *testing.T) { test(t, inMemory(t)) })
	t.Run("postgres", func(t *testing.T) {
		checkFewer(t)
		test(t, onPostgres)
	})
}

// checkFewer has the properties of a test checked a tenth as often: a store on a
// server takes long to make.
func checkFewer(t *testing.T) {
	checks := flag.Lookup("rapid.checks")
	often := checks.Value.String()
	n, err := strconv.Atoi(often)
	if err == nil {
		err = checks.Value.Set(strconv.Itoa(max(n/10, 1)))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := checks.Value.Set(often); err != nil {
			t.Error(err)
		}
	})
}

// inMemory is a place of Pebble, all but the smallest files of which are in
// memory.
func inMemory(t *testing.T) place {
	dir, made := t.TempDir(), 0
	return func(t tester, extractions ...graph.Extraction) *Store {
		t.Helper()
		made++
		path := filepath.Join(dir, fmt.Sprint(made))
		err := os.Mkdir(path, 0o777)
		if err != nil {
			t.Fatal(err)
		}
		s, err := create(vfs.NewMem(), path)
		return with(t, extractions, s, err)
	}
}

func onPostgres(t tester, extractions ...graph.Extraction) *Store {
	t.Helper()
	s, err := Create(emptyServer(t))
	return with(t, extractions, s, err)
}

// emptyServer is an address where a store can be made.
func emptyServer(t tester) string {
	t.Helper()
	address, err := storetest.Postgres()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// with puts extractions into a store that was made, and closes it with the test.
func with(t tester, extractions []graph.Extraction, s *Store, err error) *Store {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if len(extractions) > 0 {
		put(t, s, extractions...)
	}
	return s
}

func put(t tester, s *Store, extractions ...graph.Extraction) {
	t.Helper()
	if err := s.Put(t.Context(), extractions...); err != nil {
		t.Fatal(err)
	}
}

// lines writes a store's quads.
func lines(t tester, s *Store) []string {
	t.Helper()
	var out []string
	for q, err := range s.Quads(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q.NQuad())
	}
	return out
}

// without gives the lines of a that b does not have.
func without(a, b []string) string {
	var out []string
	for _, line := range a {
		if !slices.Contains(b, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\t")
}

func sameLines(t tester, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("%s: %d quads for %d; too many:\n\t%s\nmissing:\n\t%s", what, len(got), len(want), without(got, want), without(want, got))
	}
}

// reopened closes a store and opens it again.
func reopened(t *testing.T, s *Store) *Store {
	t.Helper()
	err := s.Close()
	if err != nil {
		t.Fatal(err)
	}
	if server, ok := s.db.(*server); ok {
		s, err = Open(server.address)
	} else {
		s, err = open(onPebble(s).db.fs, s.path)
	}
	return with(t, nil, s, err)
}

// onPebble is the backend of a store that is a directory.
func onPebble(s *Store) *embedded { return s.db.(*embedded) }

// counted are the counts that a database keeps: of the uses of each value, by its
// hash, and of the quads.
func counted(t tester, s *Store) map[string]int {
	t.Helper()
	out := make(map[string]int)
	if server, ok := s.db.(*server); ok {
		rows(t, server, func(row *sql.Rows) error {
			var hash []byte
			var n int
			err := row.Scan(&hash, &n)
			out[string(hash)] = n
			return err
		}, `SELECT hash, refs FROM nodes UNION ALL SELECT '', count(*) FROM quads HAVING count(*) > 0`)
		return out
	}
	scanBucket(t, onPebble(s).db, "n", func(hash, value []byte) {
		n, err := decodeIDs(value)
		if err != nil {
			t.Fatal(err)
		}
		out[string(hash)] = int(n[0])
	})
	scanBucket(t, onPebble(s).db, "v", func(hash, _ []byte) {
		if out[string(hash)] == 0 {
			t.Fatalf("value %x is not counted", hash)
		}
	})
	if tx, err := onPebble(s).db.Tx(false); err != nil {
		t.Fatal(err)
	} else {
		defer tx.Close()
		if size, err := tx.Get(t.Context(), kv.SKey(metaBucket, "size")); err == nil && be(size) > 0 {
			out[""] = int(be(size))
		}
	}
	return out
}

// rows reads what a statement gives.
func rows(t tester, s *server, scan func(*sql.Rows) error, statement string) {
	t.Helper()
	if err := s.look(t.Context(), func(l *sqlLookup) error { return l.query(t.Context(), scan, statement) }); err != nil {
		t.Fatal(err)
	}
}
