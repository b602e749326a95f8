package language

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/whomgraph/whom/graph"
)

func TestForeign(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"prose", "Der Kanzler hat am Montag in Berlin mit dem Präsidenten gesprochen und neue Sanktionen gegen das Land angekündigt.", "German"},
		{"two short sentences", "Außenminister Sergej Lawrow sagte in Moskau, Russland plane keinen Angriff auf die Ukraine. Die NATO forderte Russland auf, seine Truppen abzuziehen.", "German"},
		{"a quotation within", "„Wir werden das nicht zulassen“, sagte der Minister nach dem Treffen mit seinen Kollegen.", "German"},
		{"prose", "Le président a déclaré lundi que la France ne reconnaît pas les résultats de ce scrutin et qu'elle attend une enquête.", "French"},
		{"prose", "El presidente dijo el lunes que el gobierno no aceptará las condiciones de la oposición y que habrá elecciones.", "Spanish"},
		{"prose", "O presidente disse na segunda-feira que não aceita os resultados e que vai pedir uma investigação ao tribunal.", "Portuguese"},
		{"prose", "Il presidente ha detto che il governo non accetterà le condizioni della comunità e che una decisione è attesa.", "Italian"},
		{"prose", "De minister heeft maandag gezegd dat het kabinet de voorwaarden niet aanvaardt en dat er een onderzoek komt.", "Dutch"},
		{"prose", "Prezydent powiedział w poniedziałek, że rząd nie zaakceptuje warunków, które przedstawiła opozycja, ale jest gotów do rozmów.", "Polish"},
		{"prose", "Cumhurbaşkanı pazartesi günü yaptığı açıklamada bu karar ile ilgili olarak daha sonra bir değerlendirme için toplanılacağını ve karşı çıkılacağını söyledi.", "Turkish"},
		{"prose", "Президент России заявил в понедельник, что переговоры продолжатся.", "Cyrillic script"},
		{"prose", "Президент України заявив у понеділок, що переговори тривають.", "Cyrillic script"},
		{"prose", "قال الرئيس يوم الاثنين إن المحادثات ستستمر في جنيف.", "Arabic script"},
		{"prose without spaces", "总统星期一表示，谈判将在日内瓦继续进行。", "Chinese"},
		{"Chinese letters among its own", "大統領は月曜日に交渉を続けると述べた。", "Japanese"},
		{"prose", "대통령은 월요일 협상이 계속될 것이라고 말했다.", "Korean"},
		{"prose", "Ο πρόεδρος δήλωσε ότι οι συνομιλίες θα συνεχιστούν.", "Greek"},
		{"in capitals", "DER KANZLER HAT AM MONTAG IN BERLIN MIT DEM PRÄSIDENTEN ÜBER DAS ABKOMMEN UND DIE SANKTIONEN GESPROCHEN.", "German"},
		{"an English name and title", "Präsident Joe Biden hat nach dem Treffen mit der NATO gesagt, dass er nicht von einem Angriff ausgeht.", "German"},

		{"English", "The minister said on Monday that the government would not accept the conditions.", ""},
		{"few English words", "Biden, Putin hold call as Ukraine tensions rise", ""},
		{"capitals", "RUSSIA REJECTS U.S. CALL FOR TALKS AS TROOPS MASS AT BORDER", ""},
		{"a short headline", "NATO chief in Kyiv", ""},
		{"names", "Juan de la Cruz, Ana del Río, José de los Santos y María la O", ""},
		{"names", "Ludwig van Beethoven, Otto von Bismarck, Karl der Große, Johann Wolfgang von Goethe", ""},
		{"names with countries", "Charles de Gaulle (France), Rio de Janeiro (Brazil), La Paz (Bolivia), Las Vegas (U.S.)", ""},
		{"names and a verb", "Emmanuel Macron, Olaf Scholz, Mario Draghi meet Volodymyr Zelenskyy", ""},
		{"a foreign quotation in an English sentence", "“Wir werden das nicht zulassen und wir haben auch nicht vor, mit der Regierung zu sprechen”, the minister told reporters after the vote.", ""},
		{"and one in straight quotes", `The president said: "Nous ne sommes pas dans une situation où il est possible de négocier avec les autres."`, ""},
		{"a foreign name within", "Its newspaper, Le Canard enchaîné, and the party La République En Marche were named in the suit.", ""},
		{"a Cyrillic name within", "Its Russian name is Росатом (Rosatom), officials said.", ""},
		{"no letters", "12, 13, 14, 15, 16 — 17/18", ""},
		{"a word of another script", "Москва", ""},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		got := ""
		for _, s := range Foreign(tt.text) {
			got = s.Language
		}
		if got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	const text = "Talks go on\n\nПрезидент заявил, что переговоры продолжатся.\n\nThe minister left.\n\n总统星期一表示，谈判将继续进行。"
	var got []string
	skipped := Foreign(text)
	for _, s := range skipped {
		got = append(got, text[s.Span.Start:s.Span.End])
	}
	parts := strings.Split(text, "\n\n")
	if want := []string{parts[1], parts[3]}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	blank := Blank(text, skipped)
	if len(blank) != len(text) || strings.Join(strings.Fields(blank), " ") != "Talks go on The minister left." || strings.Index(blank, "The") != strings.Index(text, "The") {
		t.Errorf("blank text is %q", blank)
	}
}

// A word that counts for two sides would tell nothing.
func TestNoWordIsEnglish(t *testing.T) {
	for _, l := range languages {
		for w := range l.words {
			if englishWords[w] || utf8.RuneCountInString(w) == 1 && w < "{" && w != "y" {
				t.Errorf("%q counts for %s", w, l.name)
			}
		}
	}
}

// All articles of the repository are English.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			for _, s := range Foreign(line) {
				t.Errorf("%s: %q is taken for %s", file, line, s.Language)
			}
		}
	}
}

// Any text: places are paragraphs in order, and what is left keeps its place.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"der", "und", "nicht", "the", "of", "said", "de", "la", "\n\n", "\n", "переговоры", "“", "”", "谈判将继续进行下去", "Paris", "geht", "\"", ","})).Draw(t, "words"), " ")
		skipped := Foreign(text)
		at := 0
		for _, s := range skipped {
			if s.Span.Start < at || s.Span.End > len(text) || strings.Contains(text[s.Span.Start:s.Span.End], "\n\n") {
				t.Fatalf("%v of %q", s.Span, text)
			}
			at = s.Span.End
		}
		blank := Blank(text, skipped)
		for i := range len(text) {
			inside := slices.ContainsFunc(skipped, func(s graph.Skip) bool { return s.Span.Start <= i && i < s.Span.End })
			if want := text[i]; blank[i] != want && (!inside || blank[i] != ' ') {
				t.Fatalf("byte %d of %q became %q", i, text, blank[i])
			}
		}
		if len(Foreign(blank)) > 0 {
			t.Fatalf("something is left of %q", blank)
		}
	})
}

func BenchmarkForeign(b *testing.B) {
	text := strings.Repeat("The minister said on Monday that the government would not accept the conditions.\n\n", 100)
	for b.Loop() {
		Foreign(text)
	}
	b.ReportMetric(float64(len(strings.Fields(text))*b.N)/b.Elapsed().Seconds(), "words/s")
}
