package store

import (
	"context"
	"database/sql"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// scanAtOnce is how many quads, or values, a scan reads by one statement.
const scanAtOnce = 10_000

func (s *server) scan(ctx context.Context, f func(q quad.Quad, whole bool) bool) error {
	return s.look(ctx, func(l *sqlLookup) error {
		var late recent[cayley.Ref]
		for last := int64(0); ; {
			page, err := l.quads(ctx, "", nil, &last, scanAtOnce)
			if err == nil {
				err = l.learn(ctx, &late, page)
			}
			if err != nil {
				return err
			}
			for _, hashes := range page {
				if !f(quadNamed(hashes, &late)) {
					return nil
				}
			}
			if len(page) < scanAtOnce {
				return nil
			}
		}
	})
}

// quads reads the quads that come after one of a number, in the order in which
// they were added: all, or those that fit a condition on a hash.
func (l *sqlLookup) quads(ctx context.Context, condition string, hash []byte, last *int64, most int) (page []cayley.QuadHash, err error) {
	args := []any{*last, most}
	if condition != "" {
		args = append(args, hash)
	}
	err = l.query(ctx, func(rows *sql.Rows) error {
		var q [4]hashCell
		err := rows.Scan(last, &q[0], &q[1], &q[2], &q[3])
		page = append(page, cayley.QuadHash{Subject: q[0].hash, Predicate: q[1].hash, Object: q[2].hash, Label: q[3].hash})
		return err
	}, `SELECT horizon, subject_hash, predicate_hash, object_hash, label_hash FROM quads
		WHERE horizon > $1 `+condition+` ORDER BY horizon LIMIT $2`, args...)
	return page, err
}

// learn looks up the values of quads that are not remembered. Those that are stay
// so, for a generation has more than a page.
func (l *sqlLookup) learn(ctx context.Context, late *recent[cayley.Ref], page []cayley.QuadHash) error {
	asked := make(map[cayley.Ref]bool)
	var missing []cayley.Ref
	for _, q := range page {
		for _, hash := range q.Dirs() {
			if hash.Valid() && !asked[hash] && late.value(hash) == nil {
				asked[hash] = true
				missing = append(missing, hash)
			}
		}
	}
	values, err := l.values(ctx, missing)
	if err != nil {
		return err
	}
	for i, v := range values {
		if v != nil {
			late.remember(missing[i], v)
		}
	}
	return nil
}

// quadNamed gives a quad of hashes, whole where all its values are there.
func quadNamed(hashes cayley.QuadHash, late *recent[cayley.Ref]) (q quad.Quad, whole bool) {
	whole = true
	for _, d := range quad.Directions {
		if hash := hashes.Get(d); hash.Valid() {
			v := late.value(hash)
			q.Set(d, v)
			whole = whole && v != nil
		}
	}
	return q, whole
}

// verify holds the counts of values against the quads, and values against their
// hashes.
func (s *server) verify(ctx context.Context) (kinds [][]string, err error) {
	err = s.look(ctx, func(l *sqlLookup) error {
		for _, check := range []func(context.Context) ([]string, error){l.verifyCounts, l.verifyHashes} {
			faults, err := check(ctx)
			if err != nil {
				return err
			}
			kinds = append(kinds, faults)
		}
		return nil
	})
	return kinds, err
}

func (l *sqlLookup) verifyCounts(ctx context.Context) (faults []string, err error) {
	var missing, unused, wrong int
	err = l.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&missing, &unused, &wrong) }, `
		WITH used AS (SELECT hash, count(*) AS n FROM (
			SELECT subject_hash AS hash FROM quads UNION ALL SELECT predicate_hash FROM quads UNION ALL
			SELECT object_hash FROM quads UNION ALL SELECT label_hash FROM quads WHERE label_hash IS NOT NULL) AS ends GROUP BY hash)
		SELECT count(*) FILTER (WHERE nodes.hash IS NULL), count(*) FILTER (WHERE used.hash IS NULL), count(*) FILTER (WHERE refs <> n)
		FROM used FULL JOIN nodes ON used.hash = nodes.hash`)
	for _, of := range []struct {
		n    int
		what string
	}{{missing, "values of quads are not there"}, {unused, "values are of no quad"}, {wrong, "values have another count than they have quads"}} {
		if of.n > 0 {
			faults = append(faults, fmt.Sprintf("nodes: %d %s", of.n, of.what))
		}
	}
	return faults, err
}

func (l *sqlLookup) verifyHashes(ctx context.Context) (faults []string, err error) {
	for last := []byte{}; ; {
		n := 0
		err := l.query(ctx, func(rows *sql.Rows) error {
			n++
			var cells valueCells
			if err := rows.Scan(append([]any{&last}, cells.all()...)...); err != nil {
				return err
			}
			v, err := cells.value()
			if hash := cayley.HashOf(v); err != nil || string(hash[:]) != string(last) {
				faults = append(faults, fmt.Sprintf("nodes: value %x has not the hash of what it is", last))
			}
			return nil
		}, `SELECT hash, `+valueColumns+` FROM nodes WHERE hash > $1 ORDER BY hash LIMIT $2`, last, scanAtOnce)
		if err != nil || n < scanAtOnce {
			return faults, err
		}
	}
}
