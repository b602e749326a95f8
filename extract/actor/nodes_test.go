package actor_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/actor"
	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// Main actors are one node each, however the text calls them.
func TestNodes(t *testing.T) {
	text := `Foreign Minister Vera Lindqvist of Norway met Chilean President Tomas Arrieta in Lima on Monday. ` +
		`Lindqvist said Norway would support the Lake Chad Monitoring Group (LCMG). ` +
		`"We welcome the LCMG," Arrieta said. He thanked Lindqvist. ` +
		`The Foreign Ministry of Peru denied the report. Peru's Foreign Ministry said it had received no letter. ` +
		`The Norwegian government and President Arrieta condemned the attack. Mr. Arrieta later called the LCMG.`
	entities := entitiesOf(t, text)
	var names []string
	for _, e := range entities {
		names = append(names, e.Name)
	}
	for _, want := range []string{"Vera Lindqvist", "Tomas Arrieta", "Norway", "Chile", "Lake Chad Monitoring Group", "Peruvian Foreign Ministry"} {
		if n := count(names, want); n != 1 {
			t.Errorf("%d nodes for %q among %q, want 1", n, want, names)
		}
	}
	for _, name := range names {
		switch word := strings.ToLower(name); word {
		case "he", "it", "we", "she", "they", "official", "lindqvist", "arrieta", "lcmg", "foreign ministry", "norwegian":
			t.Errorf("%q is a node of its own", name)
		}
	}
}

// Each row gives the nodes of a text: name, type, country and role, those without
// as “-”.
func TestNodesOf(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		want         []string
	}{
		{"a surname that is a capital too, where its country is not named", "Ada Paris left the party. Paris was born in Paris.",
			[]string{"Ada Paris person - -", "Paris place FRA -"}},
		{"but the capital where it is", "Ada Paris left France. Paris denied the report.",
			[]string{"Ada Paris person - -", "France state FRA -"}},
		{"of two of one surname, the one named in full first", "Omar Haddad met his father, Karim Haddad, in Lima. Haddad thanked him.",
			[]string{"Karim Haddad person - -", "Lima place PER -", "Omar Haddad person - -"}},
		{"a letter wrong in a long name", "Kristen Holtmann spoke on Monday. Kristin Holtmann later thanked them.",
			[]string{"Kristen Holtmann person - -"}},
		{"a name with and without what is between", "Ada Maria Lund spoke on Monday. Ada Lund later thanked them.",
			[]string{"Ada Maria Lund person - -"}},
		{"a man and a woman whose names are a letter apart", "Mario Holtmann and Maria Holtmann spoke on Monday.",
			[]string{"Maria Holtmann person - -", "Mario Holtmann person - -"}},
		{"what a person is “of” is no part of the name", "Nathan Law of Demosisto won on Monday.",
			[]string{"Nathan Law person - -"}},
		{"a name that the model tears before its country", "The study appeared in the Medical Journal of Australia.",
			[]string{"Medical Journal of Australia organization AUS -"}},
		{"a name that the model cuts short", "The Institute for the Study of War published the report.",
			[]string{"Institute for the Study of War organization - -"}},
		{"a party that other countries have too", "Hong Kong voted on Sunday. Hong Kong counted the votes. In Hong Kong, the Democratic Party lost.",
			[]string{"Democratic Party organization HKG -", "Hong Kong state HKG -"}},
		{"the same at home", "Americans voted on Sunday. The Democratic Party lost.",
			[]string{"Americans group USA -", "Democratic Party organization USA -"}},
		{"an institute is no place where it acts", "The Moscow Carnegie Center published the report.",
			[]string{"Moscow Carnegie Center organization - -"}},
		{"the noun before a name says that it is a body", "The think tank Chatham House disagreed.",
			[]string{"Chatham House organization - -"}},
		{"a ministry of the only state that is named", "Russia rejected the demands. The Foreign Ministry said the claims were false.",
			[]string{"Russia state RUS -", "Russian Foreign Ministry organization RUS -"}},
		{"of several states, that of the minister", "Russian Foreign Minister Sergei Lavrov met Poland's envoy. The Foreign Ministry thanked him.",
			[]string{"Poland state POL -", "Russia state RUS -", "Russian Foreign Ministry organization RUS -", "Sergei Lavrov person RUS Foreign Minister"}},
		{"of several states without a minister, none", "Russia and Poland talked. The Foreign Ministry said the talks were useful.",
			[]string{"Foreign Ministry organization - -", "Poland state POL -", "Russia state RUS -"}},
		{"of two ministers, one without a country, none", "Greek Foreign Minister Eleni Karvouni called Foreign Minister Orhan Selvi. The Foreign Ministry denied that.",
			[]string{"Eleni Karvouni person GRC Foreign Minister", "Foreign Ministry organization - -", "Greece state GRC -", "Orhan Selvi person - Foreign Minister"}},
		{"a counterpart holds no office of that name", "Karvouni called her Turkish counterpart, Orhan Selvi.",
			[]string{"Karvouni person - -", "Orhan Selvi person TUR -", "Turkey state TUR -"}},
		{"whose office it is is no part of it", "The agency's managing editor, Harriet Vance, agreed.",
			[]string{"Harriet Vance person - managing editor"}},
		{"an office before a name after a comma", "Malaysia's Prime Minister, Najib Razak, said so.",
			[]string{"Malaysia state MYS -", "Najib Razak person MYS Prime Minister"}},
		{"who speaks for a body is of its country", "Kremlin spokesman Dmitry Peskov denied the report.",
			[]string{"Dmitry Peskov person RUS spokesman", "Kremlin organization RUS -"}},
		{"where an envoy is sent is not where he is from", "U.S. ambassador to Russia John Sullivan agreed.",
			[]string{"John Sullivan person USA ambassador", "Russia state RUS -", "United States state USA -"}},
		{"also where the parser hangs the name on the body", `Russian Ambassador to the UN Vasily Nebenzia claimed colleagues are "whipping up tensions."`,
			[]string{"Russia state RUS -", "United Nations organization - -", "Vasily Nebenzia person RUS Ambassador"}},
		{"a deputy is of the minister's country", "Russian Foreign Minister Sergei Lavrov met Poland's envoy. Deputy Foreign Minister Omar Holt left.",
			[]string{"Omar Holt person RUS Deputy Foreign Minister", "Poland state POL -", "Russia state RUS -", "Sergei Lavrov person RUS Foreign Minister"}},
		{"nor what somebody criticizes", "Vera Holt, a critic of Russia, agreed.",
			[]string{"Russia state RUS -", "Vera Holt person - -"}},
		{"the whole office", "Secretary of State Antony Blinken left.",
			[]string{"Antony Blinken person - Secretary of State"}},
		{"who plays for a country is not the state", "Peru defeated Chile 2–0 in a World Cup qualifier. Peru said fans in Chile were safe.",
			[]string{"Chile organization CHL -", "Chile state CHL -", "Peru organization PER -", "Peru state PER -"}},
		{"without sport it is", "Peru defeated Chile in the war.",
			[]string{"Chile state CHL -", "Peru state PER -"}},
		{"nor in a note that names a contest", "Peru reached an agreement with Chile during the Olympics.",
			[]string{"Chile state CHL -", "Peru state PER -"}},
		{"a ministry that is no name to the model", "Russia's foreign ministry denied the report. The Russian Foreign Ministry repeated that.",
			[]string{"Russia state RUS -", "Russian Foreign Ministry organization RUS -"}},
		{"a ministry however it is called", "Poland left. Russia's Ministry of Defence agreed. The Russian Defense Ministry and the Ministry of Defense of the Russian Federation said so.",
			[]string{"Poland state POL -", "Russia state RUS -", "Russian Defense Ministry organization RUS -"}},
		{"and that of the only country that has one named", "Poland left. The Russian Foreign Ministry agreed. The Ministry of Foreign Affairs said so.",
			[]string{"Poland state POL -", "Russian Foreign Ministry organization RUS -"}},
		{"who “the” stands before is no person", "Officers boarded the Ada Lund on Monday.",
			[]string{"Ada Lund unknown - -"}},
		{"a state by its first word", "North Korea fired artillery rounds aimed at a loudspeaker in South Korea that broadcasts propaganda into the North.",
			[]string{"North Korea state PRK -", "South Korea state KOR -"}},
		{"a body without what it is for", "The Andy Warhol Foundation for the Visual Arts gave pictures. Omar Holt of the Andy Warhol Foundation agreed.",
			[]string{"Andy Warhol Foundation for the Visual Arts organization - -", "Omar Holt person - -"}},
		{"a state of the United States, which the text says", "Five people were hurt near Savannah, Georgia, United States.",
			[]string{"Georgia place USA -", "Savannah place - -", "United States state USA -"}},
		{"South America is not the United States", "The South American trade bloc met in Lima.", []string{"Lima place PER -"}},
		{"whose body it is is named too", "Brazil's Supreme Federal Court agreed.",
			[]string{"Brazil state BRA -", "Brazilian Supreme Federal Court organization BRA -"}},
		{"a house of the only state that is named", "Barbados voted. The House of Representatives agreed.",
			[]string{"Barbadian House of Representatives organization BRB -", "Barbados state BRB -"}},
		{"a surname with a letter too few", "Ada Maurer left the party. Mauer smiled.", []string{"Ada Maurer person - -"}},
		{"but of two who bear nearly that one, neither", "Ada Maurer met Peter Maurer. Mauer smiled.",
			[]string{"Ada Maurer person - -", "Mauer person - -", "Peter Maurer person - -"}},
		{"short names that are nearly alike are two", "Ada Lund left the party. Mr. Lunt smiled.",
			[]string{"Ada Lund person - -", "Lunt person - -"}},
		{"but not where a body of another state is named", "The U.S. Senate acted against Iran, joining the House of Representatives.",
			[]string{"House of Representatives organization - -", "Iran state IRN -", "U.S. Senate organization USA -"}},
		{"a day is no body", "The row threatens to overshadow Wednesday’s telephone call.", nil},
		{"a surname that is a capital, in a text about the person", "Ada Paris left the party. Paris spoke on French television. In 2007, Paris left the ship. Paris smiled.",
			[]string{"Ada Paris person - -", "France state FRA -"}},
		{"who speaks in a transcript", "MR. PRICE: Thank you.\n\nNed Price later spoke to the press.",
			[]string{"Ned Price person - -"}},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			var got []string
			for _, e := range entitiesOf(t, tt.text) {
				got = append(got, strings.Join([]string{e.Name, string(e.Type), cmp.Or(e.Country, "-"), cmp.Or(e.Role, "-")}, " "))
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q: nodes %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func count(names []string, name string) int {
	n := 0
	for i := slices.Index(names, name); i >= 0; i = slices.Index(names, name) {
		names = names[i+1:]
		n++
	}
	return n
}

// Each row asks whom a word means, by whom it is said.
func TestWhoIsMeant(t *testing.T) {
	for _, tt := range []struct{ reason, text, word, speaker, want string }{
		{"a spokesman's “we” is the body that he speaks for", `"We received a letter," State Department spokesman Ned Price said.`, "We", "Price", "State Department"},
		{"also after the name", `Jeff Rathke, the State Department Spokesperson, said, "We urge restraint."`, "We", "Rathke", "State Department"},
		{"and where nobody names him", `"We received a letter," a Kremlin spokesman said.`, "We", "spokesman", "Kremlin"},
		{"a title tells who is she", "Ms Lund met Mr Holt. She left.", "She", "", "Lund"},
		{"and so does a noun", "His wife Sachi Lund met her neighbour Akemi Holt. His wife smiled, and she left.", "she", "", "Sachi Lund"},
		{"an ambassador's is the country", `"We received a letter," Norwegian Ambassador Ada Lund said.`, "We", "Lund", "Norway"},
		{"but his “I” is himself", `"I received a letter," State Department spokesman Ned Price said.`, "I", "Price", "Ned Price"},
		{"a coach's “we” is himself, for want of a body", `"We lost," coach Ada Lund said.`, "We", "Lund", "Ada Lund"},
		{"the two countries are no one state", "Iran met Iraq. The two countries agreed to talks.", "countries", "", "/country"},
		{"both governments are no one state", "Iran met Iraq. Both governments agreed to talks.", "governments", "", "/government"},
		{"the two leaders are no one person", "Vera Lund met Omar Holt. The two leaders agreed to talks.", "leaders", "", "/leader"},
		{"the prime minister is no foreign minister", "Prime Minister Vera Lund met Foreign Minister Omar Holt. The prime minister smiled.", "minister", "", "Vera Lund"},
		{"what is unproductive to do is nobody", "Washington replied. The official said it would be unproductive to talk.", "it", "", ""},
		{"a team is not that of another country", "The Afghan team won. The European team lost.", "team", "", "/team"},
		{"nor one of several", "The Afghan teams won. The team left.", "team", "", "/team"},
		{"but the same words are", "The Afghan team won. The team left.", "team", "", "Afghanistan/team"},
		{"the top diplomat of a country is its minister", "Russian Foreign Minister Omar Holt met Vera Lund. The top Russian diplomat smiled.", "diplomat", "", "Omar Holt"},
		{"the chief of a body is who leads it", "NATO Secretary General Omar Holt met Vera Lund. The NATO chief smiled.", "chief", "", "Omar Holt"},
		{"a minister is no deputy", "Turkish Deputy Foreign Minister Vera Lund left. The Turkish foreign minister smiled.", "minister", "", "Turkey/minister"},
		{"nor who speaks", `Foreign Minister Omar Holt left. "The minister will decide," Foreign Minister Vera Lund said.`, "minister", "", "Omar Holt"},
		{"one of many that are listed is not the country", "Norway rejected applicants from Sudan, Libya and Yemen. The nation will act.", "nation", "", "Norway"},
		{"a president abroad is forgotten soon", "Peru voted. Peru and Omar Holt, the Chilean president, agreed. Peru paid. It rained. Peru slept. It snowed. The president lied.", "president", "", "/president"},
		{"words before a subject are of it", "Omar Lund left. Discussing his plans, Peter Holt smiled.", "his", "", "Peter Holt"},
		{"who is invaded is not who invades", "Russia and its troops left. Norway fears a Russian invasion of the country.", "country", "", "Norway"},
		{"who goes on to speak is I, not he", `"Two of them are hurt," Omar Holt said. "One has a broken wrist. He fell."`, "He", "", ""},
		{"they are a country to those who speak", `"It is up to Russia if they want to talk," Vera Lund said.`, "they", "", "Russia"},
		{"but not to those who write", "It is up to Russia if they want to talk.", "they", "", ""},
		{"what is denied is no body", "Russia had sunk a boat. Russia left, having denied it.", "it", "", ""},
		{"nor what is understood", "The United States knows what terror is. Russia is beginning to understand it.", "it", "", ""},
		{"they are not one body, where several things are said", "The Foreign Ministry mocked the statements, saying they were false.", "they", "", ""},
		{"an envoy whose name the parser hangs on the body", `Russian Ambassador to the UN Vasily Nebenzia claimed colleagues are "whipping up tensions."`, "Ambassador", "", "Vasily Nebenzia"},
		{"a letter's “we” is who wrote it", `The Home Office letter reads "we may extend the use".`, "we", "letter", "Home Office"},
		{"he is not whom he speaks of", `For Kevin Holt, Omar Lund was a legend. He said, "Omar Lund was the center of it."`, "He", "", "Kevin Holt"},
		{"who is quoted is not who speaks within", `"He told me that I should leave," Vera Lund said.`, "I", "He", ""},
		{"but who speaks in a quotation within it is", `"The warden told us, ‘I lost the keys,’" Ben Holt said.`, "I", "warden", "/warden"},
		{"the offer that is rejected is the other's", "Norway made an offer to Chile. Chile rejected its offer.", "offer", "", "Norway/offer"},
		{"so is the support for which one thanks", "Norway thanked Chile for its support.", "support", "", "Chile/support"},
		{"and the help that is requested", "Norway sent ships after Chile requested its help.", "help", "", "Norway/help"},
		{"whose is of the last of several", "Norway and Chile, whose delegate refused to sign, praised Peru.", "delegate", "", "Chile/delegate"},
		{"but of none where it is several things", "Norway and Chile, whose ships left, praised Peru.", "ships", "", "/ship"},
		{"who owns is named last in what describes another", "The wife of Omar Holt, Peter Lund's adviser, was hurt when troops attacked his home.", "home", "", "/home"},
		{"what is seen otherwise is nobody", "Holt said Norway would win. Chile sees it differently.", "it", "", ""},
		{"whose ports are attacked is not who attacks", "Norway attacked the country's ports.", "ports", "", "/port"},
		{"an official's name is not the country's", "A senior Chilean official said he gave his name.", "name", "", "/name"},
		{"but the official's country is", "A senior Chilean official said he loved his country.", "country", "", "Chile/country"},
		{"soldiers are not one man", "The soldiers, who named Omar Holt as their leader, said that they had fled.", "they", "", "/soldier"},
		{"he is none whom the quotation before names", `Omar Lund praised Norway. "This was said by Peter Holt," he pointed out.`, "he", "", "Omar Lund"},
		{"the troops that are ordered are one's own", "Omar Holt left. The president, Peter Lund, who says that a sailor was killed, ordered his troops to leave.", "troops", "", "Peter Lund/troops"},
		{"a vote is rigged, not a party", "The Labour Party won the vote. The Liberal Party says it was rigged.", "it", "", "/vote"},
		{"a government of long before may be another's by now", "Norway's government paid. It rained. Holt slept. Lund left. The rebels want Chile to leave. The government refused.", "government", "", "/government"},
		{"but not while no other country is named", "Norway's government paid. It rained. Holt slept. Lund left. The rebels smiled. The government refused.", "government", "", "Norway/government"},
		{"he is the man who speaks, not what he speaks of", `Omar Holt spoke on Monday. "There is no proof of such an accusation," he said.`, "he", "", "Omar Holt"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			sentences := parsed(t, tt.text)
			d := actor.New(&graph.Document{ID: "d", Text: tt.text}, sentences)
			var speakers []clause.Speaker
			if tt.speaker != "" {
				speakers = append(speakers, clause.Speaker{Phrase: lastWord(t, sentences, tt.speaker)})
			}
			got := meant(d, d.Refer(lastWord(t, sentences, tt.word), speakers))
			if got != tt.want {
				t.Errorf("%q in %q is %q, want %q", tt.word, tt.text, got, tt.want)
			}
		})
	}
}

// lastWord returns where a word stands last.
func lastWord(t *testing.T, sentences []syntax.Sentence, word string) clause.Phrase {
	t.Helper()
	for s := len(sentences) - 1; s >= 0; s-- {
		for i := len(sentences[s].Tokens) - 1; i >= 0; i-- {
			if sentences[s].Tokens[i].Form == word {
				return clause.Phrase{Sentence: s, Head: i, First: i, Last: i}
			}
		}
	}
	t.Fatalf("no word %q", word)
	return clause.Phrase{}
}

// meant names the entity, or the owner and the thing, of an argument.
func meant(d *actor.Document, a graph.Argument) string {
	names := make(map[string]string)
	for _, e := range d.Entities() {
		names[e.ID] = e.Name
	}
	if a.Thing != nil {
		return names[a.Thing.Owner] + "/" + a.Thing.Lemma
	}
	return names[a.Entity]
}
