package network

import (
	"context"
	"fmt"

	"github.com/whomgraph/whom/graph/network/measure"
)

// affordable is how many steps along arcs take about a minute on two cores.
const affordable = 3e10

// A job computes measures of one network and keeps what several need.
type job struct {
	MeasureOptions
	ctx               context.Context
	net               *Network
	paths             map[bool]*measure.Paths // weighted or not
	hubs, authorities []float64

	sampled int // of the last measure
	bound   float64
}

func (j *job) inDegree() ([]float64, error)  { return j.net.Graph().InDegree(), nil }
func (j *job) outDegree() ([]float64, error) { return j.net.Graph().OutDegree(), nil }
func (j *job) strength() ([]float64, error)  { return j.net.Strength(), nil }

func (j *job) degree() ([]float64, error) {
	return plus(j.net.Graph().InDegree(), j.net.Graph().OutDegree()), nil
}

func (j *job) betweenness() ([]float64, error) { return j.along(false, betweenness) }
func (j *job) closeness() ([]float64, error)   { return j.along(false, closeness) }
func (j *job) harmonic() ([]float64, error)    { return j.along(false, harmonic) }

func (j *job) weightedBetweenness() ([]float64, error) { return j.along(true, betweenness) }
func (j *job) weightedCloseness() ([]float64, error)   { return j.along(true, closeness) }
func (j *job) weightedHarmonic() ([]float64, error)    { return j.along(true, harmonic) }

func betweenness(p *measure.Paths) []float64 { return p.Betweenness }
func closeness(p *measure.Paths) []float64   { return p.Closeness }
func harmonic(p *measure.Paths) []float64    { return p.Harmonic }

// along follows the shortest paths, once for all measures that they give.
func (j *job) along(weighted bool, of func(*measure.Paths) []float64) ([]float64, error) {
	size := j.sample()
	if j.paths[weighted] == nil {
		p, err := j.net.Graph().Paths(j.ctx, measure.PathOptions{Weighted: weighted, Sample: size, Progress: j.Progress})
		if err != nil {
			return nil, err
		}
		j.paths[weighted] = p
	}
	j.sampled, j.bound = size, j.paths[weighted].Error
	return of(j.paths[weighted]), nil
}

// sample returns from how many nodes to follow paths, 0 for all.
func (j *job) sample() int {
	nodes, arcs := len(j.net.Nodes), j.net.Graph().Arcs()
	size := j.Sample
	if size == 0 {
		size = affordable / max(nodes+arcs, 1)
	}
	if size < 0 || size >= nodes {
		return 0
	}
	return max(size, 1)
}

func (j *job) pageRank() ([]float64, error) {
	var personal []float64
	if len(j.Personal) > 0 {
		personal = make([]float64, len(j.net.Nodes))
	}
	for _, id := range j.Personal {
		i := j.net.Index(id)
		if i < 0 {
			return nil, fmt.Errorf("%q is not in the network: it takes part in no claim that counts", id)
		}
		personal[i] = 1
	}
	return j.net.Graph().PageRank(j.ctx, measure.RankOptions{Personal: personal})
}

func (j *job) eigenvector() ([]float64, error) { return j.net.Graph().Eigenvector(j.ctx, true) }

func (j *job) hub() ([]float64, error) { return j.hits(&j.hubs) }

func (j *job) authority() ([]float64, error) { return j.hits(&j.authorities) }

func (j *job) hits(side *[]float64) (_ []float64, err error) {
	if j.hubs == nil {
		j.hubs, j.authorities, err = j.net.Graph().HITS(j.ctx)
	}
	return *side, err
}

func (j *job) core() ([]float64, error) { return floats(j.net.Graph().Cores()), nil }

func (j *job) community() ([]float64, error) {
	p, err := j.net.Undirected().Communities(j.ctx)
	return floats(p.Part), err
}

func (j *job) component() ([]float64, error) { return floats(j.net.Graph().Components().Part), nil }

func (j *job) strongComponent() ([]float64, error) {
	return floats(j.net.Graph().StrongComponents().Part), nil
}

func floats(all []int) []float64 {
	out := make([]float64, len(all))
	for i, x := range all {
		out[i] = float64(x)
	}
	return out
}
