package measure

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// blocks is into how many parts work is cut, whatever the number of cores, so
// that sums come out the same on all of them.
const blocks = 64

// inBlocks calls work for each part [from, to) of [0, n), on all cores. Calls
// of one worker come one after the other, and blocks begin in their order.
func inBlocks(n int, work func(worker, block, from, to int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for worker := range min(runtime.GOMAXPROCS(0), blocks) {
		group.Go(func() {
			for block := int(next.Add(1)) - 1; block < blocks; block = int(next.Add(1)) - 1 {
				work(worker, block, block*n/blocks, (block+1)*n/blocks)
			}
		})
	}
	group.Wait()
}

// sum adds up numbers in a fixed order on all cores.
func sum(n int, at func(i int) float64) float64 {
	var parts [blocks]float64
	inBlocks(n, func(_, block, from, to int) {
		part := 0.0
		for i := from; i < to; i++ {
			part += at(i)
		}
		parts[block] = part
	})
	total := 0.0
	for _, part := range parts {
		total += part
	}
	return total
}

// turns lets blocks go one after the other, in their order.
type turns struct {
	mutex sync.Mutex
	moved sync.Cond
	next  int
}

func newTurns() *turns {
	t := &turns{}
	t.moved.L = &t.mutex
	return t
}

// take waits until all blocks before this one have done their work, and then
// does it.
func (t *turns) take(block int, work func()) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for t.next != block {
		t.moved.Wait()
	}
	work()
	t.next++
	t.moved.Broadcast()
}

// A Progress is told how much of a long computation is done, from 0 to 1. It is
// called by one goroutine at a time. A nil one is told nothing.
type Progress func(done float64)

// A meter counts steps for a Progress.
type meter struct {
	mutex    sync.Mutex
	done, of int
	tell     Progress
}

func (m *meter) step() {
	if m.tell == nil {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.done++
	m.tell(float64(m.done) / float64(m.of))
}
