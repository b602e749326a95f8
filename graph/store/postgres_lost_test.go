package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/whomgraph/whom/graph"
)

// cut ends all connections to stores.
func cut(t *testing.T, address string) {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for left := 1; left > 0; {
		if err := db.QueryRow(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'whom process %'`).Scan(&left); err != nil {
			t.Fatal(err)
		}
	}
}

// What the connection is lost in is not kept, and said; the next write and read
// find a new one.
func TestLostConnection(t *testing.T) {
	s := onPostgres(t, news()...)
	want := lines(t, s)
	address := addressOf(s)
	q := quad.MakeIRI("a", "p", "b", "")
	lost := map[string]func() error{
		"before a write": func() error {
			cut(t, address)
			return nil
		},
		"in a write": func() error {
			return s.db.write(t.Context(), func(*reader) (_, _ []quad.Quad, err error) {
				cut(t, address)
				return []quad.Quad{q}, nil, nil
			})
		},
		"when a write is to be kept": func() error {
			return s.db.(*server).change(t.Context(), func(tx *sql.Tx) error {
				err := (&sqlWriter{t.Context(), tx}).write([]quad.Quad{q}, nil)
				cut(t, address)
				return err
			})
		},
		"in a scan": func() error {
			return s.db.(*server).look(t.Context(), func(l *sqlLookup) error {
				cut(t, address)
				_, err := l.size(t.Context())
				return err
			})
		},
		"in a load": func() error {
			rounds := 0
			return s.Load(t.Context(), func(yield func(graph.Extraction, error) bool) {
				if rounds++; rounds == 3 {
					cut(t, address)
				}
				given(nil, short(putAtOnce+1)...)(yield)
			})
		},
		"in a query": func() error {
			qs := s.QuadStore()
			it := qs.QuadsAllIterator()
			cut(t, address)
			it.Next(t.Context())
			return errors.Join(it.Err(), it.Close())
		},
		"while a query looks a value up": func() error {
			qs := s.QuadStore()
			it := qs.QuadIterator(quad.Subject, qs.ValueOf(quad.IRI("actor:nato")))
			it.Next(t.Context())
			cut(t, address)
			if v := qs.NameOf(qs.QuadDirection(it.Result(), quad.Object)); v != nil {
				t.Errorf("there is value %v", v)
			}
			it.Next(t.Context())
			return it.Err()
		},
	}
	for when, loses := range lost {
		t.Run(when, func(t *testing.T) {
			err := loses()
			if when == "before a write" {
				err = ErrServer // of which nothing is to be seen
			}
			if !errors.Is(err, ErrServer) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got error %v", err)
			}
			if when == "when a write is to be kept" && !errors.Is(err, ErrWrite) {
				t.Errorf("got error %v, want one that says that it is not known", err)
			}
			if err := s.Put(t.Context(), article("new", "Sorin:person resign")); err != nil {
				t.Errorf("the next write: %v", err)
			}
			if err := s.Remove(t.Context(), "new"); err != nil {
				t.Errorf("the write after it: %v", err)
			}
			sameLines(t, "after it", lines(t, s), want)
		})
	}
}

// A write that is canceled leaves the store open for the next.
func TestCanceledWrite(t *testing.T) {
	s := onPostgres(t, news()...)
	want := lines(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.db.write(ctx, func(*reader) (_, _ []quad.Quad, err error) {
		cancel()
		return []quad.Quad{quad.MakeIRI("a", "p", "b", "")}, nil, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v", err)
	}
	if err := rewritten(t, s, nil, nil); err != nil {
		t.Errorf("the next write: %v", err)
	}
	sameLines(t, "after it", lines(t, s), want)
}

// A process that is killed leaves the store as one that writes to a directory
// does, once the server has ended what it was told.
func TestKilledOnPostgres(t *testing.T) {
	m := newModel(t)
	for n := range max(*kills/4, 1) {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			s := onPostgres(t)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			done := killed(t, addressOf(s), n)
			left, err := Open(addressOf(s))
			for errors.Is(err, ErrInUse) {
				time.Sleep(time.Millisecond)
				left, err = Open(addressOf(s))
			}
			m.compare(t, with(t, nil, left, err), done)
		})
	}
}
