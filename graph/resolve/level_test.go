package resolve_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

func cabinet() []graph.Entity {
	var out []graph.Entity
	for i, line := range []string{
		"1|Sergey Lavrov|person|RUS|Russian Foreign Minister", "1|Russia|state|RUS", "1|Russian Foreign Ministry|organization|RUS",
		"2|Dmitry Peskov|person|RUS|Kremlin spokesman", "2|Kremlin|organization|RUS", "2|Vladimir Putin|person|RUS|president",
		"3|Antony Blinken|person|USA|Secretary of State", "3|U.S. State Department|organization|USA", "3|United States|state|USA",
		"3|Lloyd Austin|person|USA|defense secretary", "3|Pentagon|organization|USA", "3|Joe Biden|person|USA|President",
		"4|Rex Tillerson|person|USA|former secretary of state", "4|Jane Roe|person|USA|pollster", "4|Olaf Scholz|person|DEU|chancellor",
		"4|NATO|organization", "5|Sergey Lavrov|person|RUS|foreign minister", "5|Gazprom|organization|RUS",
	} {
		e := entity(i, line)
		e.Date = "2022-01-0" + e.Document
		out = append(out, e)
	}
	return out
}

func TestAffiliations(t *testing.T) {
	entities := cabinet()
	var got []string
	for _, a := range resolve.Affiliations(resolve.Actors(entities), entities) {
		got = append(got, strings.Join([]string{a.Actor, a.Of, a.Role, a.Date}, "|"))
	}
	want := []string{
		"actor:antony-blinken|actor:us-state-department|Secretary of State|2022-01-03",
		"actor:dmitry-peskov|actor:kremlin|Kremlin spokesman|2022-01-02",
		"actor:gazprom|actor:russia||2022-01-05",
		"actor:kremlin|actor:russia||2022-01-02",
		"actor:lloyd-austin|actor:pentagon|defense secretary|2022-01-03",
		"actor:pentagon|actor:united-states||2022-01-03",
		"actor:russian-foreign-ministry|actor:russia||2022-01-01",
		"actor:sergey-lavrov|actor:russian-foreign-ministry|Russian Foreign Minister|2022-01-01",
		"actor:sergey-lavrov|actor:russian-foreign-ministry|foreign minister|2022-01-05",
		"actor:us-state-department|actor:united-states||2022-01-03",
		"actor:vladimir-putin|actor:kremlin|president|2022-01-02",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestAtLevel(t *testing.T) {
	entities := cabinet()
	actors := resolve.Actors(entities)
	affiliations := resolve.Affiliations(actors, entities)
	tests := []struct {
		level resolve.Level
		want  []string
	}{
		{resolve.ActorLevel, []string{
			"actor:antony-blinken 1", "actor:dmitry-peskov 1", "actor:gazprom 1", "actor:jane-roe 1", "actor:joe-biden 1", "actor:kremlin 1",
			"actor:lloyd-austin 1", "actor:nato 1", "actor:olaf-scholz 1", "actor:pentagon 1", "actor:rex-tillerson 1", "actor:russia 1",
			"actor:russian-foreign-ministry 1", "actor:sergey-lavrov 2", "actor:united-states 1", "actor:us-state-department 1", "actor:vladimir-putin 1",
		}},
		{resolve.OrganizationLevel, []string{
			"actor:jane-roe 1", "actor:kremlin 3", "actor:nato 1", "actor:olaf-scholz 1", "actor:pentagon 2", "actor:rex-tillerson 1",
			"actor:gazprom 1", "actor:russia 1", "actor:russian-foreign-ministry 3", "actor:united-states 2", "actor:us-state-department 2",
		}},
		{resolve.CountryLevel, []string{"actor:nato 1", "actor:olaf-scholz 1", "actor:russia 8", "actor:united-states 8"}},
	}
	for _, test := range tests {
		var got []string
		for _, a := range resolve.AtLevel(test.level, actors, affiliations) {
			got = append(got, a.ID+" "+string(rune('0'+len(a.Entities))))
		}
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.level, got, test.want)
		}
	}
}
