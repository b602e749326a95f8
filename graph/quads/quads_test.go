package quads_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/quads"
)

var (
	document = graph.Document{ID: "a/1", Outlet: "Alpha", Published: "2022-01-31", Text: "…"}
	sorin    = graph.Actor{ID: "actor:pavel-sorin", Name: "Pavel Sorin", Type: graph.Person, Entities: []string{"entity:a/1/0-11"}}
	nato     = graph.Actor{ID: "actor:nato", Name: "NATO", Type: graph.Organization, Entities: []string{"entity:a/1/12-16"}}
	view     = graph.NewView([]graph.Actor{sorin, nato})
)

func actorArgument(a graph.Actor) graph.Argument {
	return graph.Argument{Entity: a.Entities[0], Text: a.Name}
}

// sued is “Pavel Sorin sued NATO”, told by the outlet.
func sued() graph.Claim {
	object := actorArgument(nato)
	return graph.Claim{
		ID: "claim:1", Document: "a/1", Subject: actorArgument(sorin), Object: &object,
		Predicate: graph.Predicate{Lemma: "sue"}, Polarity: graph.Affirmed, Modality: graph.Asserted,
	}
}

// short writes quads but for the records, one a line.
func short(all []quad.Quad) []string {
	var lines []string
	for _, q := range all {
		if q.Predicate != quads.Record {
			lines = append(lines, strings.TrimSuffix(q.NQuad(), " ."))
		}
	}
	return lines
}

func TestClaim(t *testing.T) {
	always := []string{
		`<claim:1> <rdf:type> <schema:Claim>`,
		`<claim:1> <prov:wasDerivedFrom> <document:a/1>`,
		`<claim:1> <schema:publisher> "Alpha"`,
		`<claim:1> <schema:datePublished> "2022-01-31"^^<xsd:date>`,
	}
	tests := []struct {
		why    string
		change func(*graph.Claim)
		want   []string // besides always
	}{
		{
			"two actors", func(*graph.Claim) {},
			[]string{
				`<actor:pavel-sorin> <verb:sue> <actor:nato> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
		{
			"what is denied is no fact",
			func(c *graph.Claim) { c.Polarity = graph.Denied },
			[]string{
				`<actor:pavel-sorin> <denied:sue> <actor:nato> <claim:1>`,
				`<claim:1> <whom:polarity> "denied"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <denied:sue>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
		{
			"nor is what may be; a predicate of several words",
			func(c *graph.Claim) { c.Modality = graph.Possible; c.Predicate.Lemma = "sign up for" },
			[]string{
				`<actor:pavel-sorin> <possible:sign-up-for> <actor:nato> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "possible"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <possible:sign-up-for>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
		{
			"a symmetric claim stands both ways under one label",
			func(c *graph.Claim) { c.Symmetric = true; c.Predicate.Lemma = "meet" },
			[]string{
				`<actor:pavel-sorin> <verb:meet> <actor:nato> <claim:1>`,
				`<actor:nato> <verb:meet> <actor:pavel-sorin> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:meet>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
		{
			"one who meets himself does so once",
			func(c *graph.Claim) { c.Symmetric = true; c.Object = &c.Subject },
			[]string{
				`<actor:pavel-sorin> <verb:sue> <actor:pavel-sorin> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <actor:pavel-sorin>`,
			},
		},
		{
			"without object no node is invented",
			func(c *graph.Claim) { c.Object = nil },
			[]string{
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
			},
		},
		{
			"a thing under its owner",
			func(c *graph.Claim) {
				c.Object = &graph.Argument{Thing: &graph.Thing{Lemma: "army", Owner: nato.Entities[0]}}
			},
			[]string{
				`<actor:pavel-sorin> <verb:sue> <thing:nato/army> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <thing:nato/army>`,
			},
		},
		{
			"what is said is a claim; a thing without owner is its document's",
			func(c *graph.Claim) {
				c.Subject = graph.Argument{Thing: &graph.Thing{Lemma: "report"}}
				c.Object = &graph.Argument{Claim: "claim:2"}
			},
			[]string{
				`<thing:a/1/report> <verb:sue> <claim:2> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <thing:a/1/report>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <claim:2>`,
			},
		},
		{
			"plain words as object are a literal, one way even if symmetric",
			func(c *graph.Claim) { c.Object = &graph.Argument{Text: "100 \"men\""}; c.Symmetric = true },
			[]string{
				`<actor:pavel-sorin> <verb:sue> "100 \"men\"" <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> "100 \"men\""`,
			},
		},
		{
			"plain words as subject start no quad",
			func(c *graph.Claim) { c.Subject = graph.Argument{Text: "it"} },
			[]string{
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> "it"`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
		{
			"every actor among the further arguments once, and nothing else of them",
			func(c *graph.Claim) {
				c.Object = nil
				c.Args = []graph.Argument{actorArgument(nato), {Text: "100 men"}, {Thing: &graph.Thing{Lemma: "deal"}}, actorArgument(nato)}
			},
			[]string{
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <whom:argument> <actor:nato>`,
			},
		},
		{
			"every speaker once",
			func(c *graph.Claim) {
				c.Attribution = []graph.Speaker{
					{Argument: actorArgument(nato)}, {Argument: actorArgument(sorin)}, {Argument: actorArgument(nato)},
				}
			},
			[]string{
				`<actor:pavel-sorin> <verb:sue> <actor:nato> <claim:1>`,
				`<claim:1> <whom:polarity> "affirmed"`,
				`<claim:1> <whom:modality> "asserted"`,
				`<claim:1> <prov:wasAttributedTo> <actor:nato>`,
				`<claim:1> <prov:wasAttributedTo> <actor:pavel-sorin>`,
				`<claim:1> <rdf:subject> <actor:pavel-sorin>`,
				`<claim:1> <rdf:predicate> <verb:sue>`,
				`<claim:1> <rdf:object> <actor:nato>`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			c := sued()
			test.change(&c)
			all, err := quads.Claim(view, &document, &c)
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, short(all), append(test.want, always...))
		})
	}
}

func sameLines(t *testing.T, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestDocument(t *testing.T) {
	tests := []struct {
		why  string
		doc  graph.Document
		want []string
	}{
		{
			"everything known",
			graph.Document{ID: "a 1", Title: "Talks\nstall", Outlet: "Alpha", URL: "https://example.org/1", Published: "2022-01-31", Language: "en", Text: "words"},
			[]string{
				`<document:a 1> <rdf:type> <schema:NewsArticle>`,
				`<document:a 1> <schema:headline> "Talks\nstall"`,
				`<document:a 1> <schema:publisher> "Alpha"`,
				`<document:a 1> <schema:url> "https://example.org/1"`,
				`<document:a 1> <schema:datePublished> "2022-01-31"^^<xsd:date>`,
				`<document:a 1> <schema:inLanguage> "en"`,
			},
		},
		{"nothing known", graph.Document{ID: "b"}, []string{`<document:b> <rdf:type> <schema:NewsArticle>`}},
		{
			"what is no day stays words",
			graph.Document{ID: "b", Published: "2022-02"},
			[]string{`<document:b> <rdf:type> <schema:NewsArticle>`, `<document:b> <schema:datePublished> "2022-02"`},
		},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			all, err := quads.Document(&test.doc)
			if err != nil {
				t.Fatal(err)
			}
			sameLines(t, short(all), test.want)
		})
	}
}

func TestEntity(t *testing.T) {
	e := graph.Entity{ID: sorin.Entities[0], Document: "a/1", Name: "Pavel Sorin"}
	want := []string{
		`<entity:a/1/0-11> <rdf:type> <whom:Entity>`,
		`<entity:a/1/0-11> <prov:wasDerivedFrom> <document:a/1>`,
		`<entity:a/1/0-11> <whom:block> "pavel-sorin"`,
	}
	alone, err := quads.Entity(graph.NewView(nil), &e, "pavel-sorin")
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, short(alone), want)
	tied, err := quads.Entity(view, &e, "pavel-sorin")
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, short(tied), append(want, `<entity:a/1/0-11> <whom:actor> <actor:pavel-sorin>`))
	e.Affiliation, e.Role, e.Date = nato.Entities[0], "envoy", "2022-02-01"
	belonging, err := quads.Entity(view, &e, "pavel-sorin")
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, short(belonging), append(want,
		`<entity:a/1/0-11> <whom:actor> <actor:pavel-sorin>`, `<entity:a/1/0-11> <schema:affiliation> <actor:nato>`,
		`<entity:a/1/0-11> <schema:jobTitle> "envoy"`, `<entity:a/1/0-11> <schema:datePublished> "2022-02-01"^^<xsd:date>`))
}

func TestActor(t *testing.T) {
	tests := []struct {
		why   string
		actor graph.Actor
		want  []string
	}{
		{
			"a person with everything",
			graph.Actor{
				ID: "actor:x", Name: "X", Type: graph.Person, Country: "RUS", Role: "Minister",
				Aliases: []graph.Alias{{Text: "X", Mentions: 2}, {Text: "Mr. X", Mentions: 1}},
			},
			[]string{
				`<actor:x> <rdf:type> <prov:Agent>`, `<actor:x> <rdf:type> <schema:Person>`,
				`<actor:x> <skos:prefLabel> "X"`, `<actor:x> <skos:altLabel> "Mr. X"`,
				`<actor:x> <whom:country> "RUS"`, `<actor:x> <schema:jobTitle> "Minister"`,
				`<actor:x> <whom:key> "x"`, `<actor:x> <whom:key> "mr-x"`,
			},
		},
		{
			"unknown is no class of its own",
			graph.Actor{ID: "actor:x", Name: "X", Type: graph.Unknown},
			[]string{`<actor:x> <rdf:type> <prov:Agent>`, `<actor:x> <skos:prefLabel> "X"`, `<actor:x> <whom:key> "x"`},
		},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) { sameLines(t, short(actorQuads(t, test.actor)), test.want) })
	}
}

func TestEveryActorTypeButUnknownHasAClass(t *testing.T) {
	for _, kind := range []graph.ActorType{graph.Person, graph.State, graph.Organization, graph.Group, graph.Role, graph.Place} {
		classes := 0
		for _, q := range actorQuads(t, graph.Actor{ID: "actor:x", Type: kind}) {
			if q.Predicate == quads.Type {
				classes++
			}
		}
		if classes != 2 {
			t.Errorf("%s has %d classes, want two", kind, classes)
		}
	}
}

func actorQuads(t *testing.T, a graph.Actor) []quad.Quad {
	t.Helper()
	all, err := quads.Actor(&a)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestActorComesBack(t *testing.T) {
	want := graph.Actor{ID: "actor:x", Name: "X", Type: graph.Person, Country: "RUS", Role: "Minister", Aliases: []graph.Alias{{Text: "X", Mentions: 2}}}
	whole := want
	whole.Entities = []string{"entity:a/1/0-1"}
	all := actorQuads(t, whole)
	got, err := quads.Decode[graph.Actor](all[len(all)-1].Object)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want all but the entities of %+v", got, want)
	}
}

func TestNotJSON(t *testing.T) {
	c := sued()
	c.Confidence = math.NaN()
	if _, err := quads.Claim(view, &document, &c); err == nil || !strings.Contains(err.Error(), "claim:1") {
		t.Errorf("got error %v, want one that names the claim", err)
	}
}

// Whatever a claim, entity, document or decision holds comes back, but for a speaker that
// is itself a claim: in JSON the claim of the speaker's act takes that place.
func TestRecordsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.Make[graph.Claim]().Draw(t, "claim")
		e := rapid.Make[graph.Entity]().Draw(t, "entity")
		d := rapid.Make[graph.Document]().Draw(t, "document")
		for i := range c.Attribution {
			c.Attribution[i].Argument.Claim = ""
		}
		of, err := quads.Claim(view, &d, &c)
		sameRecord(t, c, of, err)
		of, err = quads.Entity(view, &e, "block")
		sameRecord(t, e, of, err)
		of, err = quads.Document(&d)
		sameRecord(t, d, of, err)
		decision := rapid.Make[graph.Decision]().Draw(t, "decision")
		of, err = quads.Decision(&decision)
		sameRecord(t, decision, of, err)
	})
}

func sameRecord[T any](t *rapid.T, want T, of []quad.Quad, err error) {
	if err != nil {
		t.Fatal(err)
	}
	last := of[len(of)-1]
	if last.Predicate != quads.Record {
		t.Fatalf("the last quad is %v", last)
	}
	got, err := quads.Decode[T](last.Object)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := emptied(reflect.ValueOf(got)), emptied(reflect.ValueOf(want)); !reflect.DeepEqual(got.Interface(), want.Interface()) {
		t.Fatalf("got %#v, want %#v", got, want)
	}
}

// emptied returns v with nil for every empty slice: JSON does not part them.
func emptied(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(emptied(v.Field(i)))
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = reflect.Append(out, emptied(v.Index(i)))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(emptied(v.Elem()))
		}
	default:
		out.Set(v)
	}
	return out
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		why    string
		record quad.Value
	}{
		{"no value", nil},
		{"a plain string", quad.String("{}")},
		{"another type", quad.TypedString{Value: "{}", Type: quads.Date}},
		{"no JSON", quad.TypedString{Value: "{", Type: quads.JSON}},
		{"a span that is none", quad.TypedString{Value: `{"evidence":"1-2"}`, Type: quads.JSON}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			if got, err := quads.Decode[graph.Claim](test.record); err == nil {
				t.Errorf("got %v, want an error", got)
			}
		})
	}
}
