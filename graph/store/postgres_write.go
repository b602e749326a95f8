package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/lib/pq/pqerror"

	"github.com/whomgraph/whom/graph"
)

// change runs f in one transaction of the connection that has the lock, which is
// taken again where it was lost: nothing is remembered of what was read before.
// Statements are run to their end, for a connection is lost with one that is
// canceled.
func (s *server) change(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.enter(); err != nil {
		return err
	}
	if s.fixed != nil {
		return ErrReadOnly
	}
	tx, err := s.beginWrite(context.WithoutCancel(ctx))
	if err != nil {
		return explain(err)
	}
	if err := cmp.Or(f(tx), ctx.Err()); err != nil {
		_ = tx.Rollback() // its error, if there is one, is that of the connection
		return err
	}
	defer s.written()
	err = explain(tx.Commit())
	if errors.Is(err, ErrServer) {
		err = fmt.Errorf("%w, look what is kept: %w", ErrWrite, err)
	}
	return err
}

var repeatable = sql.TxOptions{Isolation: sql.LevelRepeatableRead}

func (s *server) beginWrite(ctx context.Context) (*sql.Tx, error) {
	if s.writer != nil {
		if tx, err := s.writer.BeginTx(ctx, &repeatable); err == nil {
			return tx, nil
		}
		_ = drop(s.writer) // it was lost
		s.writer = nil
	}
	err := s.lock(ctx)
	for wait := time.Millisecond; errors.Is(err, ErrInUse) && wait < maxWait; wait *= 2 {
		time.Sleep(wait) // the server may not know yet that the connection was lost
		err = s.lock(ctx)
	}
	if err != nil {
		return nil, err
	}
	return s.writer.BeginTx(ctx, &repeatable)
}

// maxWait is the longest that is waited before a lost lock is asked for again.
const maxWait = time.Second

func (s *server) write(ctx context.Context, f func(*reader) (add, remove []quad.Quad, err error)) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		add, remove, err := f(&reader{ctx: ctx, graph: &sqlLookup{tx: tx}})
		if err != nil || len(add)+len(remove) == 0 {
			return err
		}
		return (&sqlWriter{ctx, tx}).write(add, remove)
	})
}

// replace reads in a transaction of its own, which sees what the other removes.
func (s *server) replace(ctx context.Context, f func(*reader) (source, []graph.Decision, error)) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		l := &sqlLoader{sqlWriter: sqlWriter{ctx, tx}}
		// Not TRUNCATE, after which a reader of before would see nothing.
		if _, err := l.exec(`DELETE FROM quads; DELETE FROM nodes`); err != nil {
			return explain(err)
		}
		return s.read(ctx, func(r *reader) error {
			all, decisions, err := f(r)
			if err != nil {
				return err
			}
			if err := loadAll(ctx, l, all, decisions); err != nil {
				return err
			}
			return l.flush()
		})
	})
}

// sqlLoader is a loader that writes some thousand quads at once.
type sqlLoader struct {
	sqlWriter
	waiting []quad.Quad
}

const loadAtOnce = 20_000

func (l *sqlLoader) add(group []quad.Quad) error {
	l.waiting = append(l.waiting, minus(group, nil)...)
	if len(l.waiting) < loadAtOnce {
		return nil
	}
	return l.flush()
}

func (l *sqlLoader) flush() error {
	if len(l.waiting) == 0 {
		return nil
	}
	err := l.write(l.waiting, nil)
	l.waiting = l.waiting[:0]
	return err
}

// sqlWriter writes quads and the counts of their values in a transaction. What
// changes is copied to tables of the session first, and goes from there to the
// graph by a statement for each table.
type sqlWriter struct {
	ctx context.Context
	tx  *sql.Tx
}

// write adds and removes quads: the counts tell which values stay.
func (w *sqlWriter) write(add, remove []quad.Quad) error {
	return explain(w.change(add, remove))
}

func (w *sqlWriter) change(add, remove []quad.Quad) error {
	if _, err := w.exec(`CREATE TEMP TABLE IF NOT EXISTS changed_nodes (LIKE nodes) ON COMMIT DELETE ROWS;
		CREATE TEMP TABLE IF NOT EXISTS removed_quads (subject_hash BYTEA, predicate_hash BYTEA, object_hash BYTEA, label_hash BYTEA) ON COMMIT DELETE ROWS;
		TRUNCATE changed_nodes, removed_quads`); err != nil {
		return err
	}
	if err := w.count(add, remove); err != nil {
		return err
	}
	if err := w.copy(`COPY removed_quads (subject_hash, predicate_hash, object_hash, label_hash) FROM STDIN`, remove); err != nil {
		return err
	}
	gone, err := w.exec(`DELETE FROM quads q USING removed_quads r WHERE q.subject_hash = r.subject_hash
		AND q.predicate_hash = r.predicate_hash AND q.object_hash = r.object_hash AND COALESCE(q.label_hash, '') = COALESCE(r.label_hash, '')`)
	if err != nil {
		return err
	}
	if n, err := gone.RowsAffected(); err != nil || int(n) != len(remove) {
		return errors.Join(err, damaged(fmt.Errorf("%d quads to be removed are not there", len(remove)-int(n))))
	}
	err = w.copy(`COPY quads (subject_hash, predicate_hash, object_hash, label_hash) FROM STDIN`, add)
	if is(err, pqerror.UniqueViolation) {
		err = damaged(errors.New("a quad to be added is there already"))
	}
	return err
}

// count brings the counts of values up to date. A value that no quad has any more
// leaves.
func (w *sqlWriter) count(add, remove []quad.Quad) error {
	uses := make(map[quad.Value]int)
	tally(uses, add, 1)
	tally(uses, remove, -1)
	if err := w.copyNodes(uses); err != nil {
		return err
	}
	if _, err := w.exec(`INSERT INTO nodes SELECT * FROM changed_nodes ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs;
		DELETE FROM nodes n USING changed_nodes c WHERE n.hash = c.hash AND n.refs = 0`); err != nil {
		return err
	}
	var wrong int
	err := w.tx.QueryRow(`SELECT count(*) FROM changed_nodes JOIN nodes n USING (hash) WHERE n.refs < 0`).Scan(&wrong)
	if err == nil && wrong > 0 {
		err = damaged(fmt.Errorf("the counts of %d values are too low", wrong))
	}
	return err
}

// tally adds n to the count of each value for each quad that has it.
func tally(uses map[quad.Value]int, quads []quad.Quad, n int) {
	for _, q := range quads {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				uses[v] += n
			}
		}
	}
}

func (w *sqlWriter) exec(statements string) (sql.Result, error) {
	if err := w.ctx.Err(); err != nil {
		return nil, err
	}
	return w.tx.Exec(statements)
}

func (w *sqlWriter) copyNodes(uses map[quad.Value]int) error {
	return w.copyRows(`COPY changed_nodes (hash, refs, `+valueColumns+`) FROM STDIN`, func(row func(...any) error) error {
		for v, n := range uses {
			if n == 0 {
				continue
			}
			hash := cayley.HashOf(v)
			cells, err := encodeValue(v)
			if err != nil {
				return err
			}
			if err := row(slices.Concat([]any{hash[:], n}, cells)...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *sqlWriter) copy(statement string, quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	return w.copyRows(statement, func(row func(...any) error) error {
		for _, q := range quads {
			var ends [4]any
			for i, d := range quad.Directions {
				if v := q.Get(d); v != nil {
					hash := cayley.HashOf(v)
					ends[i] = hash[:]
				}
			}
			if err := row(ends[:]...); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyRows sends the rows that f gives to the one table of a COPY.
func (w *sqlWriter) copyRows(statement string, f func(row func(...any) error) error) (err error) {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	stmt, err := w.tx.Prepare(statement)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stmt.Close()) }()
	err = f(func(cells ...any) error {
		_, err := stmt.Exec(cells...)
		return err
	})
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}
