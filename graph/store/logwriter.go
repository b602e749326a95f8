package store

import (
	"encoding/binary"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/hidal-go/hidalgo/kv"
)

// A logWriter writes the log of a bulk load, in a goroutine of its own.
type logWriter struct {
	table  *tableWriter
	batch  logBatch
	queue  chan logBatch
	done   chan error
	failed error
}

// A logBatch is entries one behind the other, each with its id and end.
type logBatch struct {
	ids  []uint64
	ends []int
	data []byte
}

// batchBytes is how much goes to the other goroutine at once.
const batchBytes = 256 << 10

func newLogWriter(table *tableWriter) *logWriter {
	queue := make(chan logBatch, 4)
	w := &logWriter{table: table, queue: queue, done: make(chan error, 1)}
	go func() {
		var err error
		for batch := range queue {
			if err == nil {
				err = w.store(batch)
			}
		}
		w.done <- err
	}()
	return w
}

func (w *logWriter) write(p *proto.Primitive) error {
	start, size := len(w.batch.data), p.ProtoSize()
	w.batch.data = append(w.batch.data, make([]byte, size)...)
	if _, err := p.MarshalTo(w.batch.data[start:]); err != nil {
		return err
	}
	w.batch.ids = append(w.batch.ids, p.ID)
	w.batch.ends = append(w.batch.ends, start+size)
	if start+size >= batchBytes {
		w.queue <- w.batch
		w.batch = logBatch{}
	}
	return nil
}

func (w *logWriter) store(batch logBatch) error {
	prefix, err := encodeKey(kv.SKey(logBucket, ""))
	if err != nil {
		return err
	}
	start := 0
	for i, id := range batch.ids {
		key := binary.BigEndian.AppendUint64(prefix[:len(prefix):len(prefix)], id)
		if err := w.table.set(key, batch.data[start:batch.ends[i]]); err != nil {
			return err
		}
		start = batch.ends[i]
	}
	return nil
}

// end writes what is left, and gives the error of any write.
func (w *logWriter) end() error {
	w.queue <- w.batch
	w.batch = logBatch{}
	return w.stop()
}

// stop ends the goroutine, once.
func (w *logWriter) stop() error {
	if w.queue == nil {
		return w.failed
	}
	close(w.queue)
	w.queue = nil
	w.failed = <-w.done
	if err := w.table.end(); w.failed == nil {
		w.failed = err
	}
	return w.failed
}
