package event

import (
	_ "embed"
	"strings"
)

//go:embed verbs.tsv
var verbsFile string

//go:embed nouns.tsv
var nounsFile string

// verbs have the event of a predicate or of a verb with its object, and nouns that
// of a noun with a light verb.
var verbs, nouns = readTable(verbsFile), readTable(nounsFile)

// lightVerbs say no more than that their object is done.
var lightVerbs = words(`announce begin carry conduct continue declare deliver do express extend file give have
	hold impose issue join launch lead lodge make mount offer open organize pay perform place put reiterate renew
	resume return send stage start take undertake wage`)

// prepositions may follow a verb without another meaning.
var prepositions = words(`about against among at between for from in into of on over to toward towards upon with`)

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// readTable reads lines of type, mode and keys; package tests hold the tables to it.
func readTable(table string) map[string]Event {
	events := make(map[string]Event)
	for line := range strings.Lines(table) {
		fields := strings.SplitN(strings.TrimSpace(line), "\t", 3)
		if len(fields) < 3 {
			continue // a comment
		}
		e := Event{Type: Type(orNone(fields[0])), Mode: orNone(fields[1])}
		for key := range strings.SplitSeq(fields[2], ", ") {
			events[key] = e
		}
	}
	return events
}

// orNone reads a dash as nothing.
func orNone(field string) string {
	if field == "-" {
		return ""
	}
	return field
}
