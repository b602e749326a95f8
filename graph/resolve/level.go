package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// A Level is what the nodes of a network stand for.
type Level string

const (
	ActorLevel        Level = "actor"        // each for itself
	OrganizationLevel Level = "organization" // those who hold an office for its body
	CountryLevel      Level = "country"      // all who belong to a country for its state
)

// Levels lists them all.
var Levels = []Level{ActorLevel, OrganizationLevel, CountryLevel}

// AtLevel rolls actors up: whoever belongs to another actor of the level becomes
// part of it, so that a [graph.View] of what is returned shows the same claims
// between fewer actors. No actor is made: where no document names the body or
// state to which one belongs, it stays for itself, and at the level of
// organizations who holds an office of state goes to that state if its body is
// not named. The actors are sorted by id, as those given must be, which are not
// changed.
func AtLevel(level Level, actors []graph.Actor, affiliations []Affiliation) []graph.Actor {
	if level != OrganizationLevel && level != CountryLevel {
		return actors
	}
	at := indexActors(actors)
	states := statesOf(actors)
	into := make([]int, len(actors))
	for i := range actors {
		into[i] = i
	}
	for _, a := range strongest(affiliations) {
		from, of := at[a.Actor], at[a.Of]
		if level == OrganizationLevel && !isBody(&actors[from]) && isBody(&actors[of]) {
			into[from] = of
		}
	}
	for i := range actors {
		switch state, ok := states[actors[i].Country]; {
		case !ok:
		case level == CountryLevel, actors[i].Type == graph.Person && into[i] == i && portfolio(actors[i].Role) != nil:
			into[i] = state
		}
	}
	return rollUp(actors, into)
}

func isBody(a *graph.Actor) bool { return a.Type == graph.Organization || a.Type == graph.State }

func indexActors(actors []graph.Actor) map[string]int {
	at := make(map[string]int, len(actors))
	for i := range actors {
		at[actors[i].ID] = i
	}
	return at
}

// statesOf finds for each country the state that most entities are.
func statesOf(actors []graph.Actor) map[string]int {
	states := make(map[string]int)
	for i, a := range actors {
		if a.Type != graph.State || a.Country == "" {
			continue
		}
		if best, ok := states[a.Country]; !ok || len(a.Entities) > len(actors[best].Entities) {
			states[a.Country] = i
		}
	}
	return states
}

// rollUp gives the entities of each actor to the one it goes into.
func rollUp(actors []graph.Actor, into []int) []graph.Actor {
	entities := make([][]string, len(actors))
	for i := range actors {
		entities[into[i]] = append(entities[into[i]], actors[i].Entities...)
	}
	var out []graph.Actor
	for i, a := range actors {
		if into[i] != i {
			continue
		}
		slices.Sort(entities[i])
		a.Entities = entities[i]
		out = append(out, a)
	}
	return out
}

// An Affiliation says that a document gives an actor an office of a body, or
// that a body is one of a state.
type Affiliation struct {
	Actor    string `json:"actor"`          // id
	Of       string `json:"of"`             // id of the body or state
	Role     string `json:"role,omitempty"` // as the document has it
	Entity   string `json:"entity"`         // that of the actor in the document
	Document string `json:"document"`
	Date     string `json:"date,omitempty"` // the day of the document
}

// Affiliations finds the body of each holder of an office, and the state of each
// body, among the actors: the Foreign Minister of a country belongs to what is
// called its foreign ministry, a secretary to the department of the same name.
// The offices of heads of state and government belong to the seats by which
// their countries' governments are known. They are sorted by actor, day,
// document and entity.
func Affiliations(actors []graph.Actor, entities []graph.Entity) []Affiliation {
	of := make(map[string]*graph.Actor, len(entities))
	for i := range actors {
		for _, e := range actors[i].Entities {
			of[e] = &actors[i]
		}
	}
	bodies, states := bodiesOf(actors), statesOf(actors)
	var out []Affiliation
	for i := range entities {
		e, a := &entities[i], of[entities[i].ID]
		if a == nil {
			continue
		}
		id := ""
		switch state, ok := states[a.Country]; {
		case e.Affiliation != "" && of[e.Affiliation] != nil:
			id = of[e.Affiliation].ID
		case a.Type == graph.Person:
			id = bodies.of(e.Role, cmp.Or(e.Country, a.Country))
		case a.Type == graph.Organization && ok:
			id = actors[state].ID
		}
		if id != "" && id != a.ID {
			out = append(out, Affiliation{a.ID, id, e.Role, e.ID, e.Document, e.Date})
		}
	}
	slices.SortFunc(out, func(a, b Affiliation) int {
		return cmp.Or(strings.Compare(a.Actor, b.Actor), strings.Compare(a.Date, b.Date),
			strings.Compare(a.Document, b.Document), strings.Compare(a.Entity, b.Entity))
	})
	return out
}

// strongest keeps for each actor the body that most entities give it, the first
// by id of several.
func strongest(all []Affiliation) []Affiliation {
	type pair struct{ actor, of string }
	count := make(map[pair]int)
	best := make(map[string]Affiliation)
	for _, a := range all {
		count[pair{a.Actor, a.Of}]++
	}
	for _, a := range all {
		b, ok := best[a.Actor]
		more := count[pair{a.Actor, a.Of}] - count[pair{b.Actor, b.Of}]
		if !ok || more > 0 || more == 0 && a.Of < b.Of {
			best[a.Actor] = a
		}
	}
	var out []Affiliation
	for _, a := range best {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b Affiliation) int { return strings.Compare(a.Actor, b.Actor) })
	return out
}
