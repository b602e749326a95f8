package actor

import (
	"strings"
	"testing"

	"github.com/whomgraph/whom/extract/clause"
	"github.com/whomgraph/whom/extract/syntax"
	"github.com/whomgraph/whom/graph"
)

// A row of parse is: form, lemma, UPOS, XPOS, head (from 1, 0 = root), relation, name tag.
func parse(t *testing.T, rows ...string) (*graph.Document, []syntax.Sentence) {
	t.Helper()
	var b strings.Builder
	for i, row := range rows {
		f := strings.Fields(row)
		if len(f) != 7 {
			t.Fatalf("row %q has %d fields", row, len(f))
		}
		misc := "_"
		if f[6] != "O" {
			misc = "NER=" + f[6]
		}
		b.WriteString(strings.Join([]string{itoa(i + 1), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", misc}, "\t") + "\n")
	}
	sentences, err := syntax.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, tok := range sentences[0].Tokens {
		forms = append(forms, tok.Form)
	}
	return &graph.Document{ID: "d", Text: strings.Join(forms, " ")}, sentences
}

func itoa(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// entityAt returns the name of the entity that the token means, or of the
// owner of the thing that it is, as “owner/thing”.
func entityAt(d *Document, token int, speakers ...clause.Speaker) string {
	a := d.Refer(clause.Phrase{Head: token, First: token, Last: token}, speakers)
	names := map[string]string{}
	for _, e := range d.Entities() {
		names[e.ID] = e.Name
	}
	switch {
	case a.Entity != "":
		return names[a.Entity]
	case a.Thing != nil:
		return names[a.Thing.Owner] + "/" + a.Thing.Lemma
	}
	return ""
}

func TestRefer(t *testing.T) {
	for _, tt := range []struct {
		reason string
		rows   []string
		token  int
		want   string
	}{
		{"an abbreviation is the state", []string{
			"The the DET DT 2 det O", "U.S. U.S. PROPN NNP 3 nsubj B-LOC", "agreed agree VERB VBD 0 root O"}, 1, "United States"},
		{"a capital that acts is its government", []string{
			"Ankara Ankara PROPN NNP 2 nsubj B-LOC", "agreed agree VERB VBD 0 root O"}, 0, "Turkey"},
		{"a capital after “in” is a place", []string{
			"He he PRON PRP 2 nsubj O", "spoke speak VERB VBD 0 root O", "in in ADP IN 4 case O", "Ankara Ankara PROPN NNP 2 obl B-LOC"}, 3, "Ankara"},
		{"a capital that is struck on is a place", []string{
			"Strikes strike NOUN NNS 4 nsubj O", "on on ADP IN 3 case O", "Ankara Ankara PROPN NNP 1 nmod B-LOC", "stopped stop VERB VBD 0 root O"}, 2, "Ankara"},
		{"a capital that is called on is its government", []string{
			"He he PRON PRP 2 nsubj O", "called call VERB VBD 0 root O", "on on ADP IN 4 case O", "Ankara Ankara PROPN NNP 2 obl B-LOC"}, 3, "Turkey"},
		{"a body that every country has goes by its country", []string{
			"United United PROPN NNP 4 compound B-ORG", "States States PROPN NNPS 4 compound I-ORG", "Air air PROPN NNP 4 compound I-ORG", "Force force PROPN NNP 5 nsubj I-ORG", "left leave VERB VBD 0 root O"}, 3, "U.S. Air Force"},
		{"a people is not its state", []string{
			"Russians russian PROPN NNPS 2 nsubj O", "left leave VERB VBD 0 root O"}, 0, "Russians"},
		{"a listed body, though tagged as common nouns", []string{
			"Rapid rapid ADJ JJ 3 amod O", "Support support NOUN NN 3 compound O", "Forces force NOUN NNS 4 nsubj O", "left leave VERB VBD 0 root O"}, 2, "Rapid Support Forces"},
		{"a listed body within a longer name is not meant", []string{
			"Social social ADJ JJ 3 amod B-ORG", "Democratic democratic ADJ JJ 3 amod I-ORG", "Party party PROPN NNP 4 nsubj I-ORG", "won win VERB VBD 0 root O"}, 2, "Social Democratic Party"},
		{"but within the name of its country it is", []string{
			"U.S. U.S. PROPN NNP 3 compound B-ORG", "Democratic democratic ADJ JJ 3 amod I-ORG", "Party party PROPN NNP 4 nsubj I-ORG", "won win VERB VBD 0 root O"}, 2, "Democratic Party"},
		{"an adjective names the owner of a thing", []string{
			"Kenyan kenyan ADJ JJ 2 amod O", "troops troop NOUN NNS 3 nsubj O", "left leave VERB VBD 0 root O"}, 1, "Kenya/troop"},
		{"a possessor owns a thing", []string{
			"Peru Peru PROPN NNP 3 nmod:poss B-LOC", "'s 's PART POS 1 case O", "army army NOUN NN 4 nsubj O", "left leave VERB VBD 0 root O"}, 2, "Peru/army"},
		{"“whose” stands for the noun before its clause", []string{
			"Chile Chile PROPN NNP 6 nsubj B-LOC", ", , PUNCT , 5 punct O", "whose whose PRON WP$ 4 nmod:poss O", "ships ship NOUN NNS 5 nsubj O", "left leave VERB VBD 1 acl:relcl O", "protested protest VERB VBD 0 root O"}, 3, "Chile/ship"},
		{"a particle joined to a verb is one word with it", []string{
			"A a DET DT 4 det O", "follow follow VERB VB 4 compound O", "- - PUNCT HYPH 2 punct O", "up up ADP RP 5 nsubj O", "came come VERB VBD 0 root O"}, 3, "/up"},
		{"a thing of nobody has no owner", []string{
			"An a DET DT 2 det O", "army army NOUN NN 3 nsubj O", "left leave VERB VBD 0 root O"}, 1, "/army"},
		{"a surname alone is the person named in full", []string{
			"Ada Ada PROPN NNP 3 nsubj B-PER", "Lund Lund PROPN NNP 1 flat I-PER", "left leave VERB VBD 0 root O", "; ; PUNCT : 3 punct O",
			"Lund Lund PROPN NNP 6 nsubj B-PER", "said say VERB VBD 3 parataxis O"}, 4, "Ada Lund"},
		{"“she” is the woman named before, not the man", []string{
			"Maria Maria PROPN NNP 3 nsubj B-PER", "Ashe Ashe PROPN NNP 1 flat I-PER", "met meet VERB VBD 0 root O",
			"Peter Peter PROPN NNP 3 obj B-PER", "Holt Holt PROPN NNP 4 flat I-PER", "when when ADV WRB 8 advmod O", "she she PRON PRP 8 nsubj O", "left leave VERB VBD 3 advcl O"}, 6, "Maria Ashe"},
		{"“its” is the state that acts", []string{
			"Chile Chile PROPN NNP 2 nsubj B-LOC", "moved move VERB VBD 0 root O", "its its PRON PRP$ 4 nmod:poss O", "ships ship NOUN NNS 2 obj O"}, 3, "Chile/ship"},
		{"an acronym in brackets is the body before it", []string{
			"Lake Lake PROPN NNP 3 nsubj B-ORG", "Patrol Patrol PROPN NNP 1 flat I-ORG", "left leave VERB VBD 0 root O"}, 0, "Lake Patrol"},
		{"the country is the state named before", []string{
			"Japan Japan PROPN NNP 2 nsubj B-LOC", "said say VERB VBD 0 root O", "the the DET DT 4 det O", "country country NOUN NN 5 nsubj O", "agreed agree VERB VBD 2 ccomp O"}, 3, "Japan"},
	} {
		doc, sentences := parse(t, tt.rows...)
		if got := entityAt(New(doc, sentences), tt.token); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestFirstPersonIsTheSpeaker(t *testing.T) {
	doc, sentences := parse(t,
		"We we PRON PRP 2 nsubj O", "left leave VERB VBD 4 ccomp O", "Chile Chile PROPN NNP 4 nsubj B-LOC", "said say VERB VBD 0 root O")
	d := New(doc, sentences)
	speaker := clause.Speaker{Phrase: clause.Phrase{Head: 2, First: 2, Last: 2}}
	if got := entityAt(d, 0, speaker); got != "Chile" {
		t.Errorf("“we” of Chile is %q", got)
	}
	if got := entityAt(d, 0); got != "" {
		t.Errorf("“we” of nobody is %q", got)
	}
}

func TestAcronym(t *testing.T) {
	for _, tt := range []struct {
		short, name string
		want        bool
		reason      string
	}{
		{"OSCE", "Organization for Security and Co-operation in Europe", true, "small words have no letter"},
		{"U.N.", "United Nations", true, "full stops do not count"},
		{"UN", "Norwegian Union", false, "the order matters"},
		{"D", "Democrats", false, "one letter is no acronym"},
		{"who", "World Health Organization", false, "an acronym is in capitals"},
	} {
		if got := isAcronym(tt.short, tt.name); got != tt.want {
			t.Errorf("%s of %s: %v (%s)", tt.short, tt.name, got, tt.reason)
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add("1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\tNER=B-PER\n\n")
	f.Add("1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tpresident\tpresident\tNOUN\tNN\t_\t0\troot\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, conllu string) {
		sentences, err := syntax.ReadCoNLLU(strings.NewReader(conllu))
		if err != nil {
			return
		}
		doc := graph.Document{ID: "d", Text: strings.Repeat(" ", 1<<12)}
		for _, s := range sentences {
			if s.End > len(doc.Text) {
				return
			}
		}
		d := New(&doc, sentences)
		for i, s := range sentences {
			for j := range s.Tokens {
				d.Refer(clause.Phrase{Sentence: i, Head: j, First: j, Last: j}, nil)
			}
		}
		d.Entities()
	})
}
