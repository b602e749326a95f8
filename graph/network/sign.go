package network

import "github.com/whomgraph/whom/graph/event"

// A sign tells whether an act is friendly or hostile.
type sign int

const (
	neutral sign = iota
	friendly
	hostile
)

// signOf judges what is done or planned by the type of its event. What has none, is
// denied or only possible, and what is but asked for, is neutral.
func signOf(e *Edge) sign {
	switch scale := e.Event.Goldstein(); {
	case e.Prefix != "verb" || e.Event == event.Request || scale == 0:
		return neutral
	case scale > 0:
		return friendly
	default:
		return hostile
	}
}
