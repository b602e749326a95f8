package resolve_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
	"github.com/whomgraph/whom/graph/resolve"
)

// entity reads "document name type country role", parted by "|"; the id numbers
// the entity within its document by its place in the list.
func entity(i int, line string) graph.Entity {
	f := append(strings.Split(line, "|"), "", "", "", "")
	return graph.Entity{
		ID: fmt.Sprintf("entity:%s/%d-%d", f[0], i, i+1), Document: f[0], Name: f[1],
		Type: graph.ActorType(f[2]), Country: f[3], Role: f[4],
		Mentions: []graph.Mention{{Text: f[1], Kind: graph.NameMention}},
	}
}

// show writes an actor as "id name type country role entities".
func show(a graph.Actor) string {
	return strings.TrimRight(fmt.Sprintf("%s|%s|%s|%s|%s|%d", a.ID, a.Name, a.Type, a.Country, a.Role, len(a.Entities)), "|")
}

func TestActors(t *testing.T) {
	tests := []struct {
		why      string
		entities []string
		want     []string
	}{
		{"nothing in, nothing out", nil, nil},
		{
			"one name in two documents is one actor",
			[]string{"1|NATO|organization", "2|NATO|organization"},
			[]string{"actor:nato|NATO|organization|||2"},
		},
		{
			"accents, case and points do not part a name",
			[]string{"1|Émile Dupont|person", "2|Emile Dupont|person", "3|emile dupont|person"},
			[]string{"actor:emile-dupont|Emile Dupont|person|||3"},
		},
		{
			"different names stay apart",
			[]string{"1|Ana Sorin|person", "2|Pavel Sorin|person", "3|Sorin Holdings|organization"},
			[]string{
				"actor:ana-sorin|Ana Sorin|person|||1", "actor:pavel-sorin|Pavel Sorin|person|||1",
				"actor:sorin-holdings|Sorin Holdings|organization|||1",
			},
		},
		{
			"other alphabets are put into Latin letters in several ways",
			[]string{
				"1|Sergey Lavrov|person", "2|Sergei Lavrov|person", "3|Volodymyr Zelenskyy|person", "4|Volodymyr Zelensky|person",
				"5|Vladimir Zelenskiy|person", "6|Vasily Nebenzya|person", "7|Vassily Nebenzia|person",
			},
			[]string{
				"actor:sergei-lavrov|Sergei Lavrov|person|||2", "actor:vassily-nebenzia|Vassily Nebenzia|person|||2",
				"actor:volodymyr-zelenskyy|Volodymyr Zelenskyy|person|||3",
			},
		},
		{
			"accents that are letters of their own, articles before names",
			[]string{
				"1|Aïssata Kouyaté|person", "2|Aissata Kouyate|person", "1|Şule Aydoğan|person", "2|Sule Aydogan|person",
				"1|Ahmed al-Sharaa|person", "2|Ahmad el-Sharaa|person", "3|Kiev|place", "4|Kyiv|place",
			},
			[]string{
				"actor:ahmad-el-sharaa|Ahmad el-Sharaa|person|||2", "actor:aissata-kouyate|Aissata Kouyate|person|||2",
				"actor:kiev|Kiev|place|||2", "actor:sule-aydogan|Sule Aydogan|person|||2",
			},
		},
		{
			"a surname alone or with an initial is the one person of that name",
			[]string{"1|Antony Blinken|person|USA", "2|Blinken|person", "3|A. Blinken|person", "4|Antony J. Blinken|person", "5|Tony Blinken|person"},
			[]string{"actor:antony-j-blinken|Antony J. Blinken|person|USA||5"},
		},
		{
			"a surname of two persons stays apart",
			[]string{"1|Joe Biden|person", "2|Hunter Biden|person", "3|Biden|person"},
			[]string{"actor:biden|Biden|person|||1", "actor:hunter-biden|Hunter Biden|person|||1", "actor:joe-biden|Joe Biden|person|||1"},
		},
		{
			"but not where one is named in four times as many documents",
			[]string{"1|Joe Biden|person", "2|Joe Biden|person", "3|Joe Biden|person", "4|Joe Biden|person", "5|Hunter Biden|person", "6|Biden|person"},
			[]string{"actor:hunter-biden|Hunter Biden|person|||1", "actor:joe-biden|Joe Biden|person|||5"},
		},
		{
			"nor where the role or the country tells",
			[]string{"1|Ana Roy|person|IND|Mayor", "2|Max Roy|person|CAN", "3|Roy|person||mayor", "4|Roy|person|CAN"},
			[]string{"actor:ana-roy|Ana Roy|person|IND|Mayor|2", "actor:max-roy|Max Roy|person|CAN||2"},
		},
		{
			"nor where the document names one of them",
			[]string{"1|Ana Roy|person", "2|Max Roy|person", "2|Roy|person"},
			[]string{"actor:ana-roy|Ana Roy|person|||1", "actor:max-roy|Max Roy|person|||2"},
		},
		{
			"a person of another country is another person",
			[]string{"1|Ana Roy|person|IND", "2|Roy|person|CAN"},
			[]string{"actor:ana-roy|Ana Roy|person|IND||1", "actor:roy|Roy|person|CAN||1"},
		},
		{
			"father and son",
			[]string{"1|Ken Holt|person", "2|Ken Holt Jr.|person"},
			[]string{"actor:ken-holt|Ken Holt|person|||1", "actor:ken-holt-jr|Ken Holt Jr.|person|||1"},
		},
		{
			"an acronym is the only name that it can stand for",
			[]string{"1|International Atomic Energy Agency|organization", "2|IAEA|organization", "3|Organisation for Security and Co-operation in Europe|organization", "4|OSCE|organization"},
			[]string{
				"actor:international-atomic-energy-agency|International Atomic Energy Agency|organization|||2",
				"actor:organisation-for-security-and-co-operation-in-europe|Organisation for Security and Co-operation in Europe|organization|||2",
			},
		},
		{
			"an acronym of two names is neither",
			[]string{"1|Royal Space Forum|organization", "2|Red Sand Forum|organization", "3|RSF|organization"},
			[]string{
				"actor:red-sand-forum|Red Sand Forum|organization|||1", "actor:royal-space-forum|Royal Space Forum|organization|||1",
				"actor:rsf|RSF|organization|||1",
			},
		},
		{
			"spellings of bodies",
			[]string{"1|United States Navy|organization", "2|U.S. Navy|organization", "3|US Navy|organization", "1|Labor Ministry|organization", "2|Labour Ministry|organization"},
			[]string{"actor:labour-ministry|Labour Ministry|organization|||2", "actor:united-states-navy|United States Navy|organization|||3"},
		},
		{
			"bodies of one name in two countries are two",
			[]string{"1|Supreme Court|organization|NPL", "2|Supreme Court|organization|PHL", "3|Supreme Court|organization"},
			[]string{
				"actor:supreme-court_organization|Supreme Court|organization|||1",
				"actor:supreme-court_organization-npl|Supreme Court|organization|NPL||1", "actor:supreme-court_organization-phl|Supreme Court|organization|PHL||1",
			},
		},
		{
			"bodies of one country, named with it and without",
			[]string{"1|Brazilian Supreme Court|organization|BRA", "2|Supreme Court of Brazil|organization|BRA", "3|Supreme Court|organization|BRA", "4|Seoul Supreme Court|organization|KOR"},
			[]string{"actor:brazilian-supreme-court|Brazilian Supreme Court|organization|BRA||3", "actor:seoul-supreme-court|Seoul Supreme Court|organization|KOR||1"},
		},
		{
			"what many countries have is that of its document, else only its document's",
			[]string{
				"1|Russian Senate|organization|RUS", "1|Senate|organization", "2|U.S. Senate|organization|USA",
				"3|Senate|organization", "4|Senate|organization", "5|Ann Senate|person",
			},
			[]string{
				"actor:ann-senate|Ann Senate|person|||1", "actor:russian-senate|Russian Senate|organization|RUS||2",
				"actor:senate_organization-1|Senate|organization|||1", "actor:senate_organization-2|Senate|organization|||1",
				"actor:us-senate|U.S. Senate|organization|USA||1",
			},
		},
		{
			"but where one country alone has it, others may mean another",
			[]string{"1|Russian Senate|organization|RUS", "1|Senate|organization", "3|Senate|organization", "4|Senate|organization"},
			[]string{"actor:russian-senate|Russian Senate|organization|RUS||2", "actor:senate|Senate|organization|||2"},
		},
		{
			"a body that one document takes for a person",
			[]string{"1|Kremlin|organization|RUS", "2|Kremlin|organization|RUS", "3|Kremlin|person"},
			[]string{"actor:kremlin|Kremlin|organization|RUS||3"},
		},
		{
			"a person that one document takes for a body",
			[]string{"1|Ana Roy|person", "2|Ana Roy|person", "3|Ana Roy|person", "4|Ana Roy|person", "5|Roy|organization"},
			[]string{"actor:ana-roy|Ana Roy|person|||5"},
		},
		{
			"a province is also named without that word, but a city may share its name",
			[]string{"1|North Kivu|place", "2|North Kivu Province|place", "3|Khartoum|place", "4|Khartoum State|place"},
			[]string{
				"actor:khartoum|Khartoum|place|||1", "actor:khartoum-state|Khartoum State|place|||1",
				"actor:north-kivu-province|North Kivu Province|place|||2",
			},
		},
		{
			"the name is the form of most documents, not of most entities",
			[]string{"1|U.S.|state", "1|U.S.|state", "1|U.S.|state", "2|US|state", "3|US|state"},
			[]string{"actor:us|US|state|||5"},
		},
		{
			"of forms in equally many documents the longest is the name",
			[]string{"1|US|state", "2|U.S.|state"},
			[]string{"actor:us|U.S.|state|||2"},
		},
		{
			"length counts letters, not bytes",
			[]string{"1|Müller|person", "2|MÜLLER|person", "3|Muller.|person"},
			[]string{"actor:muller|Muller.|person|||3"},
		},
		{
			"of forms equally long the first in byte order is the name",
			[]string{"1|nato|organization", "2|NATO|organization"},
			[]string{"actor:nato|NATO|organization|||2"},
		},
		{
			"a state is nothing else, and all get a qualifier",
			[]string{"1|Georgia|state|GEO", "2|Georgia|person|USA"},
			[]string{"actor:georgia_person|Georgia|person|USA||1", "actor:georgia_state|Georgia|state|GEO||1"},
		},
		{
			"the unknown joins the only other type",
			[]string{"1|Geneva|place", "2|Geneva|unknown", "3|Geneva|"},
			[]string{"actor:geneva|Geneva|place|||3"},
		},
		{
			"the unknown stays alone beside two types",
			[]string{"1|Georgia|state", "2|Georgia|person", "3|Georgia|unknown"},
			[]string{
				"actor:georgia_person|Georgia|person|||1",
				"actor:georgia_state|Georgia|state|||1",
				"actor:georgia_unknown|Georgia|unknown|||1",
			},
		},
		{
			"a qualifier is no part of another name",
			[]string{"1|Georgia|state", "2|Georgia|person", "3|Georgia State|organization"},
			[]string{
				"actor:georgia-state|Georgia State|organization|||1",
				"actor:georgia_person|Georgia|person|||1",
				"actor:georgia_state|Georgia|state|||1",
			},
		},
		{
			"country and role are those of most documents that have one",
			[]string{
				"1|Ann Lee|person||Mayor", "2|Ann Lee|person|USA|Governor", "3|Ann Lee|person|USA|Governor",
				"4|Ann Lee|person|CAN", "5|Ann Lee|person",
			},
			[]string{"actor:ann-lee|Ann Lee|person|USA|Governor|5"},
		},
		{
			"of countries in equally many documents the first in byte order",
			[]string{"1|Ann Lee|person|USA", "2|Ann Lee|person|CAN"},
			[]string{"actor:ann-lee|Ann Lee|person|CAN||2"},
		},
		{
			"names without letters are themselves",
			[]string{"1|!!!|group", "2|!!!|group", "3|🦊|group"},
			[]string{"actor:_0a9f72e8|🦊|group|||1", "actor:_e84c538e|!!!|group|||2"},
		},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var entities []graph.Entity
			for i, line := range test.entities {
				entities = append(entities, entity(i, line))
			}
			var got []string
			for _, a := range resolve.Actors(entities) {
				got = append(got, show(a))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

func TestAliasesCountNamesOnly(t *testing.T) {
	e := entity(0, "1|Pavel Sorin|person")
	e.Mentions = []graph.Mention{
		{Text: "Pavel Sorin", Kind: graph.NameMention},
		{Text: "the minister", Kind: graph.NominalMention},
		{Text: "Sorin", Kind: graph.NameMention},
		{Text: "he", Kind: graph.PronounMention},
		{Text: "Sorin", Kind: graph.NameMention},
		{Text: "Mr. Sorin", Kind: graph.NameMention},
	}
	want := []graph.Alias{{Text: "Sorin", Mentions: 2}, {Text: "Mr. Sorin", Mentions: 1}, {Text: "Pavel Sorin", Mentions: 1}}
	if got := resolve.Actors([]graph.Entity{e})[0].Aliases; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// entities draws few names, types and documents, so that they often meet.
func entities(t *rapid.T) []graph.Entity {
	pick := func(values ...string) string { return rapid.SampledFrom(values).Draw(t, "value") }
	out := make([]graph.Entity, rapid.IntRange(0, 12).Draw(t, "entities"))
	for i := range out {
		out[i] = entity(i, strings.Join([]string{
			pick("1", "2", "3"), pick("US", "U.S.", "us", "Georgia", "GEORGIA", "!!", "🦊", "US person", "Ana Georgia", "A. Georgia",
				"Max Georgia", "United Supreme Forces of Georgia", "USF", "Ana Georgia Jr.", "Senate", "US Senate", "Georgian Senate"),
			pick("state", "person", "organization", "unknown", ""), pick("", "USA", "GEO"), pick("", "Mayor", "King"),
		}, "|"))
	}
	return out
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := entities(t)
		mixed := rapid.Permutation(in).Draw(t, "order")
		if got, want := resolve.Actors(mixed), resolve.Actors(in); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestEveryEntityHasOneActorOfItsBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := entities(t)
		block := make(map[string]string)
		for i := range in {
			block[in[i].ID] = resolve.Block(&in[i])
		}
		ids := make(map[string]bool)
		for _, a := range resolve.Actors(in) {
			if ids[a.ID] {
				t.Fatalf("two actors are %s", a.ID)
			}
			ids[a.ID] = true
			for _, e := range a.Entities {
				if block[e] == "" || block[e] != block[a.Entities[0]] {
					t.Fatalf("%s of block %q is in %s, or is so twice", e, block[e], a.ID)
				}
			}
			for _, e := range a.Entities {
				delete(block, e)
			}
		}
		if len(block) > 0 {
			t.Fatalf("without actor: %v", block)
		}
	})
}

// The blocks can be resolved one by one: what the store relies on.
func TestBlocksAreIndependent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := entities(t)
		blocks := make(map[string][]graph.Entity)
		for _, e := range in {
			blocks[resolve.Block(&e)] = append(blocks[resolve.Block(&e)], e)
		}
		var parts []graph.Actor
		for _, block := range blocks {
			parts = append(parts, resolve.Actors(block)...)
		}
		slices.SortFunc(parts, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
		if whole := resolve.Actors(in); !reflect.DeepEqual(parts, whole) {
			t.Fatalf("by blocks %v, at once %v", parts, whole)
		}
	})
}

func BenchmarkActors(b *testing.B) {
	var in []graph.Entity
	for i := range 20_000 {
		in = append(in, entity(i, fmt.Sprintf("%d|Name %d|person|USA|Mayor", i/20, i%3000)))
	}
	for b.Loop() {
		resolve.Actors(in)
	}
	b.ReportMetric(float64(len(in)*b.N)/b.Elapsed().Seconds(), "entities/s")
}

// BenchmarkOneMore resolves what one document more changes among ten thousand, as
// the store does: the actors of its blocks without it, and with it.
func BenchmarkOneMore(b *testing.B) {
	const documents, names = 10_000, 15
	blocks := make(map[string][]graph.Entity)
	var last []graph.Entity
	for d := range documents {
		last = last[:0]
		for k := range names {
			// Few names are in most documents, most names in few.
			n := (d * 7919 * (k + 1)) % (1 << (k + 1))
			last = append(last, entity(d*names+k, fmt.Sprintf("%d|Name %d|person|USA|Mayor", d, n)))
		}
		for _, e := range last {
			blocks[resolve.Block(&e)] = append(blocks[resolve.Block(&e)], e)
		}
	}
	for b.Loop() {
		var before []graph.Entity
		seen := make(map[string]bool)
		for i := range last {
			if key := resolve.Block(&last[i]); !seen[key] {
				seen[key] = true
				before = append(before, blocks[key]...)
			}
		}
		resolve.Actors(before)
		resolve.Actors(slices.Concat(before, last))
	}
	b.ReportMetric(1000*b.Elapsed().Seconds()/float64(b.N), "ms")
}
