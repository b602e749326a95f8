package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// server is the backend on PostgreSQL: the tables of Cayley's own, nodes and
// quads, and one that marks them as a store. They are in the first schema of the
// search path, so that a database can have several stores. doc.go says why
// Cayley's own code does not work on them here.
type server struct {
	address string
	pool    *sql.DB
	fixed   *sqlLookup // where the store is only read
	writer  *sql.Conn  // with the lock, elsewhere; nil after a loss

	mu     sync.Mutex
	graph  *sqlGraph // where it was asked for
	stale  bool      // the graph is from before the last write
	closed bool
}

// oldestServer is the version of PostgreSQL that is needed: 13.
const oldestServer = 130000

// What a store on a server is opened for.
type purpose int

const (
	toRead purpose = iota
	toWrite
	toCreate
)

func onServer(address string, purpose purpose) (*Store, error) {
	s, err := openServer(context.Background(), address, purpose)
	if err != nil {
		return nil, wrap(Printable(address), err)
	}
	return &Store{path: Printable(address), db: s}, nil
}

func openServer(ctx context.Context, address string, purpose purpose) (*server, error) {
	config, err := serverConfig(address)
	if err != nil {
		return nil, err
	}
	connector, err := pq.NewConnectorConfig(config)
	if err != nil {
		return nil, errAddress
	}
	s := &server{address: address, pool: sql.OpenDB(connector)}
	s.pool.SetMaxIdleConns(idleConnections)
	if err := s.begin(ctx, purpose); err != nil {
		return nil, errors.Join(explain(err), s.Close())
	}
	return s, nil
}

func (s *server) begin(ctx context.Context, purpose purpose) error {
	err := s.check(ctx)
	switch {
	case purpose == toCreate && errors.Is(err, errEmpty):
		if err := s.lock(ctx); err != nil {
			return err
		}
		return s.initialize(ctx)
	case purpose == toCreate && (err == nil || errors.Is(err, ErrVersion) || errors.Is(err, ErrForeign)):
		return fmt.Errorf("%w: choose another database or schema", ErrExists)
	case err != nil:
		return err
	case purpose == toWrite:
		return s.lock(ctx)
	}
	s.fixed, err = s.snapshot(ctx)
	return err
}

// snapshot begins a transaction that reads one moment, whoever writes meanwhile.
func (s *server) snapshot(ctx context.Context) (l *sqlLookup, err error) {
	err = again(func() error {
		tx, err := s.pool.BeginTx(context.WithoutCancel(ctx), &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
		if err != nil {
			return err
		}
		l = &sqlLookup{tx: tx}
		// The moment is that of the first statement.
		err = l.query(ctx, func(*sql.Rows) error { return nil }, `SELECT`)
		if err != nil {
			l.close()
		}
		return err
	})
	return l, explain(err)
}

// idleConnections is how many the pool keeps.
const idleConnections = 2

// again does what comes first on a connection of the pool, where those that it
// has kept may all have been lost since.
func again(do func() error) (err error) {
	for range idleConnections + 1 {
		var dial *net.OpError
		if err = do(); err == nil || !lost(err) || errors.As(err, &dial) && dial.Op == "dial" {
			return err
		}
	}
	return err
}

// errEmpty is a schema in which nothing of a store is.
var errEmpty = fmt.Errorf("%w: make it with `whom add`", ErrNoStore)

// check holds what is in the schema against what a store has.
func (s *server) check(ctx context.Context) error {
	var version, tables int
	var marked bool
	var encoding string
	var schema sql.NullString
	// The tables of an extension are nobody's.
	err := s.pool.QueryRowContext(ctx, `SELECT current_setting('server_version_num')::int, current_setting('server_encoding'), current_schema(),
		count(*), count(*) FILTER (WHERE relname = 'whom') > 0
		FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p', 'v', 'm', 'f')
		AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')`).
		Scan(&version, &encoding, &schema, &tables, &marked)
	switch {
	case err != nil:
		return err
	case version < oldestServer:
		return fmt.Errorf("the server is PostgreSQL %d: want 13 or later", version/10000)
	case encoding != "UTF8":
		return fmt.Errorf("the database is in %s: make one with ENCODING 'UTF8'", encoding)
	case !schema.Valid:
		return fmt.Errorf("%w: its search_path names no schema that is there", ErrNoStore)
	case !marked && tables == 0:
		return errEmpty
	case !marked:
		return fmt.Errorf("%w: choose another database or schema", ErrForeign)
	}
	return s.checkFormat(ctx)
}

func (s *server) checkFormat(ctx context.Context) error {
	var m mark
	err := s.pool.QueryRowContext(ctx, `SELECT program, format FROM whom`).Scan(&m.Program, &m.Format)
	if is(err, pqerror.UndefinedColumn) || errors.Is(err, sql.ErrNoRows) || err == nil && m.Program != program {
		return fmt.Errorf("%w: choose another database or schema", ErrForeign)
	} else if err != nil {
		return err
	}
	return m.check()
}

// lockClass and the number of the schema name the lock of the one who writes.
const (
	lockClass  = 0x77686f6d // “whom”
	lockSchema = `(SELECT oid::int FROM pg_namespace WHERE nspname = current_schema())`
)

// lock makes this store the one that writes. A connection that is lost loses the
// lock with it.
func (s *server) lock(ctx context.Context) error {
	return again(func() error { return s.tryLock(ctx) })
}

func (s *server) tryLock(ctx context.Context) error {
	conn, err := s.pool.Conn(ctx)
	if err != nil {
		return err
	}
	var mine bool
	err = conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1::int, `+lockSchema+`)`, lockClass).Scan(&mine)
	if err == nil && !mine {
		err = fmt.Errorf("%w by %s: wait until it has ended", ErrInUse, s.holder(ctx))
	}
	if err != nil {
		return errors.Join(err, drop(conn))
	}
	s.writer = conn
	return nil
}

// drop ends a connection, with all that its session has.
func drop(conn *sql.Conn) error {
	err := conn.Raw(func(any) error { return driver.ErrBadConn })
	if err = errors.Join(err, conn.Close()); errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) {
		return nil
	}
	return err
}

// holder says which process has the lock, as far as the server tells.
func (s *server) holder(ctx context.Context) string {
	var name string
	err := s.pool.QueryRowContext(ctx, `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
		WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1::int::oid AND objid::int = `+lockSchema+`
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, lockClass).Scan(&name)
	if who, ok := strings.CutPrefix(name, applicationPrefix); ok && err == nil {
		return "process " + who
	}
	return "another process"
}

// quadStore gives the graph as of the last write. An error shows when the graph
// is read.
func (s *server) quadStore() cayley.QuadStore {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return &sqlGraph{err: ErrClosed}
	}
	if s.graph == nil || s.stale || s.graph.failed() != nil {
		s.graph.close()
		lookup, err := s.snapshot(context.Background())
		s.graph, s.stale = &sqlGraph{lookup: lookup, err: err}, false
	}
	return s.graph
}

func (s *server) written() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stale = true
}

// Close gives the lock back. Closing again does nothing.
func (s *server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	s.graph.close()
	s.fixed.close()
	if s.writer != nil {
		// The server may still have the session when the connection is closed. An
		// error of a connection that is gone tells nothing: so is the lock.
		_, _ = s.writer.ExecContext(context.Background(), `SELECT pg_advisory_unlock_all()`)
		_ = s.writer.Close()
	}
	return s.pool.Close()
}

func (s *server) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	return nil
}

func is(err error, code pqerror.Code) bool {
	var e *pq.Error
	return errors.As(err, &e) && e.Code == code
}

// explain says what an error of the server or the driver means here.
func explain(err error) error {
	switch {
	case err == nil || errors.Is(err, ErrServer):
		return err
	case lost(err):
		return fmt.Errorf("%w: %w", ErrServer, err)
	case is(err, pqerror.InvalidCatalogName):
		return fmt.Errorf("%w: make the database with createdb: %w", ErrNoStore, err)
	}
	return err
}

// lost reports whether an error is one of the connection.
func lost(err error) bool {
	var e *pq.Error
	if errors.As(err, &e) {
		return e.Code.Class() == pqerror.ClassConnectionException || strings.HasPrefix(string(e.Code), "57P") // of shutdowns
	}
	var network net.Error
	return errors.As(err, &network) || slices.ContainsFunc(endings, func(ending error) bool { return errors.Is(err, ending) })
}

var endings = []error{driver.ErrBadConn, sql.ErrConnDone, sql.ErrTxDone, io.EOF, io.ErrUnexpectedEOF}

// initialize makes the tables of an empty graph, in one transaction.
func (s *server) initialize(ctx context.Context) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		for _, statement := range tables {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO whom (program, format) VALUES ($1, $2)`, program, Format)
		return err
	})
}

// tables are those of Cayley, with other indexes than Cayley makes and without
// the references between them. A quad has a place in three indexes; label_hash
// is in the first as an empty string where there is none, so that no quad is
// there twice.
var tables = []string{
	`CREATE TABLE nodes (hash BYTEA PRIMARY KEY, refs INT NOT NULL, value BYTEA, value_string TEXT, datatype TEXT, language TEXT,
		iri BOOLEAN, bnode BOOLEAN, value_int BIGINT, value_bool BOOLEAN, value_float DOUBLE PRECISION, value_time TIMESTAMP WITH TIME ZONE)`,
	`CREATE TABLE quads (horizon BIGSERIAL PRIMARY KEY, subject_hash BYTEA NOT NULL, predicate_hash BYTEA NOT NULL, object_hash BYTEA NOT NULL,
		label_hash BYTEA, ts TIMESTAMP)`,
	`CREATE UNIQUE INDEX spol_unique ON quads (subject_hash, predicate_hash, object_hash, COALESCE(label_hash, ''))`,
	`CREATE INDEX ops_index ON quads (object_hash, predicate_hash, subject_hash)`,
	`CREATE INDEX label_index ON quads (label_hash, subject_hash) WHERE label_hash IS NOT NULL`,
	`CREATE TABLE whom (program TEXT NOT NULL, format INT NOT NULL)`,
}
