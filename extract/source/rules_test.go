package source

import (
	"slices"
	"strings"
	"testing"
)

// dropped lists what each rule drops, and where.
var dropped = []struct {
	rule  string
	where part
	text  string
}{
	{"url", header, "https://www.example.org/a/b?c=d"},
	{"url", footer, "Source: www.example.org/a"},
	{"link", body, "https://example.org/video"},
	{"date", header, "20220121"},
	{"date", header, "Jan. 31, 2022"},
	{"date", footer, "Published January 31, 2022"},
	{"date", lead, "Published: 31 January 2022, 10:23 GMT"},
	{"skip-link", header, "Skip to main content"},
	{"skip-link", header, "Skip to main contentSkip to main content"},
	{"skip-link", body, "Jump to navigation"},
	{"byline", header, "By Mara Lindqvist"},
	{"byline", lead, "By MARA LINDQVIST and Tomas de Wit, Associated Press"},
	{"byline", footer, "Written by Mara Lindqvist in Geneva"},
	{"outlet", header, "Reuters"},
	{"outlet", header, "| AP News"},
	{"copyright", body, "Copyright 2022 The Example Press. All rights reserved. This material may not be published."},
	{"copyright", body, "© 2022 Example Media"},
	{"copyright", footer, "(c) Example Media"},
	{"copyright", footer, "Example Media. All rights reserved."},
	{"copyright", body, "This material may not be published, broadcast, rewritten or redistributed without permission."},
	{"contributors", body, "Example Press writers Ann M. Lee in Geneva and Bo Ek in Oslo contributed to this report."},
	{"contributors", body, "Ann Lee contributed reporting from Oslo to this story."},
	{"contributors", footer, "Ann Lee contributed reporting from Oslo."},
	{"contributors", body, "Reporting by Ann Lee in Oslo; Editing by Bo Ek and Cy Dahl"},
	{"contributors", body, "(Additional reporting by Ann Lee; writing by Bo Ek)"},
	{"caption", body, "Soldiers near the village of Dolna on January 21, 2022. ANNA BERG/Getty"},
	{"caption", body, "Soldiers near the village of Dolna ANNA BERG/AFP via Getty Images"},
	{"caption", body, "President Varga speaks in Oslo. (AP Photo/Anna Berg)"},
	{"caption", body, "Varga speaks in Oslo on Thursday. (Anna Berg for the Sudmark Post)"},
	{"caption", body, "FILE - President Varga speaks in Oslo, Jan. 3, 2022."},
	{"caption", body, "Photo: Anna Berg"},
	{"caption", body, "Image source, Getty Images"},
	{"caption", body, "Getty Images"},
	{"newsletter", body, "Sign up for our morning newsletter"},
	{"newsletter", body, "Register now for FREE unlimited access to Example.com"},
	{"newsletter", body, "Get the day's top stories in your inbox."},
	{"newsletter", body, "Subscribe now!"},
	{"advertisement", body, "Advertisement"},
	{"advertisement", body, "ADVERTISEMENT - CONTINUE READING BELOW"},
	{"advertisement", body, "Story continues below advertisement"},
	{"read-more", body, "Read more: Norland closes its border"},
	{"read-more", body, "SEE ALSO: Norland closes its border"},
	{"read-more", body, "Related articles"},
	{"read-more", body, "Click here to read more"},
	{"read-more", footer, "More from Politics"},
	{"share", body, "Share this article"},
	{"share", body, "Share on Facebook"},
	{"share", body, "Follow Ann Lee on Twitter: @annlee"},
	{"share", footer, "Facebook Twitter Email Print"},
	{"share", header, "Share"},
	{"comments", body, "No comments"},
	{"comments", body, "12 comments"},
	{"comments", body, "Leave a comment"},
	{"comments", footer, "Comments"},
	{"reading-time", header, "3 min read"},
	{"reading-time", header, "Reading time: 3 minutes"},
	{"site", header, "Menu"},
	{"site", footer, "Back to top"},
	{"site", body, "We use cookies to improve this site."},
	{"site", body, "Our Standards: The Thomson Reuters Trust Principles."},
}

// kept is what no rule may drop, as it is or may be part of an article.
var kept = []struct {
	reason string
	where  part
	text   string
}{
	{"a sentence that begins with By", header, "By Monday Norland had closed its border."},
	{"a sentence about an editor", footer, "Reporting by the ministry shows that the border was closed."},
	{"a sentence with a name and an agency", body, "The minister told Reuters that the border was closed."},
	{"a sentence on copyright", footer, "Copyright law in Norland changed in 2022."},
	{"a sentence on signing up", body, "Sign up to fight, the president urged the young men of Norland."},
	{"a sentence on subscribing", body, "Subscribe to that view and the war is lost, she said."},
	{"a speaker refuses a comment", body, "“No comment,” she said."},
	{"a refusal as a paragraph", body, "No comment."},
	{"a sentence on comments", body, "The comments came a day after the talks."},
	{"a sentence on an advertisement", body, "The advertisement was withdrawn on Monday."},
	{"a heading", body, "Tense UN meeting"},
	{"a heading of one word", body, "Facebook"},
	{"a heading that begins with More", body, "More from Moscow"},
	{"a heading that begins with Share", body, "Share with neighbours"},
	{"a heading that begins with Save", body, "Save this country from war"},
	{"a date as a heading in the body", body, "January 31, 2022"},
	{"a date as a heading below the lead", lead, "January 31, 2022"},
	{"a sentence that names a photo", body, "The photo shows the president in Oslo."},
	{"a sentence on cookies", body, "Cookies were handed to the soldiers at the border."},
	{"a sentence on contributions", body, "Norland contributed 500 troops to the mission."},
	{"a sentence with a slash", body, "The law covers gas and/or oil from Norland."},
	{"a quoted invitation", body, "“Sign up for our newsletter,” the party's page said."},
	{"a sentence that reads like a link", body, "Read more slowly, the judge told the witness."},
	{"a sentence on following", body, "Follow the money, the prosecutor told the court."},
	{"a sentence on watching", body, "Watch what Norland does, not what it says, he warned."},
	{"an abbreviation in a list", body, "(c) 2014 sanctions on Norland remain in force."},
	{"a sentence that ends in an agency's name", body, "She said that she had never worked for AFP. He once did, for Reuters."},
	{"a request for comment", body, "Newsweek has contacted the ministry for comment."},
	{"a long paragraph, whatever it begins with", body, "Read more: " + strings.Repeat("Norland closed its border with Sudmark. ", 30)},
}

func TestRulesDrop(t *testing.T) {
	met := make(map[string]bool)
	for _, tt := range dropped {
		r := ruleFor(tt.text, tt.where)
		if r == nil || r.name != tt.rule {
			t.Errorf("ruleFor(%q, %d) = %v, want %s", tt.text, tt.where, r, tt.rule)
		}
		met[tt.rule] = true
	}
	for _, r := range rules {
		if !met[r.name] {
			t.Errorf("rule %s has no example", r.name)
		}
	}
}

func TestRulesKeep(t *testing.T) {
	for _, tt := range kept {
		if r := ruleFor(tt.text, tt.where); r != nil {
			t.Errorf("%s: ruleFor(%q) = %s, want none", tt.reason, tt.text, r.name)
		}
	}
}

// Curly apostrophes are printed where straight ones are typed.
func TestRulesTakeEitherApostrophe(t *testing.T) {
	for _, text := range []string{"Don't miss: the border", "Don’t miss: the border"} {
		if r := ruleFor(text, body); r == nil || r.name != "read-more" {
			t.Errorf("ruleFor(%q) = %v, want read-more", text, r)
		}
	}
}

func TestSectionLabel(t *testing.T) {
	tests := []struct {
		reason string
		paras  []string
		want   string // the title found
	}{
		{"one word above a headline", []string{"Norland", "Norland delivers answer to Sudmark", "It came on Monday after long talks."}, "Norland delivers answer to Sudmark"},
		{"labels above labels", []string{"News", "World", "Norland delivers answer to Sudmark", "It came on Monday."}, "Norland delivers answer to Sudmark"},
		{"a path of labels", []string{"Home > World > Europe", "Norland delivers answer to Sudmark", "It came on Monday."}, "Norland delivers answer to Sudmark"},
		{"the outlet above a section", []string{"The Sudmark Courier", "Home › World", "Norland delivers answer to Sudmark", "It came on Monday."}, "Norland delivers answer to Sudmark"},
		{"capitals above a headline", []string{"BORDER DISPUTE", "Norland delivers answer to Sudmark", "It came on Monday."}, "Norland delivers answer to Sudmark"},
		{"a known label of two words", []string{"Middle East", "Norland delivers answer to Sudmark", "It came on Monday."}, "Norland delivers answer to Sudmark"},
		{"a headline of one word above prose", []string{"Betrayed", "Norland has left the talks with its neighbour Sudmark."}, "Betrayed"},
		{"a short headline above a dateline", []string{"Talks fail", "OSLO (AP) — Norland has left the talks."}, "Talks fail"},
	}
	for _, tt := range tests {
		var p page
		for _, text := range tt.paras {
			p.paras = append(p.paras, paragraph{text: text})
		}
		if p.read(); p.title != tt.want {
			t.Errorf("%s: title of %q = %q, want %q", tt.reason, tt.paras, p.title, tt.want)
		}
	}
}

func TestUnglue(t *testing.T) {
	tests := []struct {
		reason, text string
		want         []string
	}{
		{"skip links behind a date", "date 2022-02-01 Skip to main contentSkip to main content",
			[]string{"date 2022-02-01", "Skip to main contentSkip to main content"}},
		{"a headline behind both", "date 2022-02-01 Skip to main contentNorland denies it",
			[]string{"date 2022-02-01", "Skip to main content", "Norland denies it"}},
		{"a headline behind a labelled date", "Published January 31, 2022Norland denies it",
			[]string{"Published January 31, 2022", "Norland denies it"}},
		{"a labelled date behind a headline", "Norland denies itPublished January 31, 2022",
			[]string{"Norland denies it", "Published January 31, 2022"}},
		{"a date in digits behind a headline", "Norland denies it 2022-01-31", []string{"Norland denies it", "2022-01-31"}},
		{"a date behind a bar", "Norland denies it | Jan. 31, 2022", []string{"Norland denies it", "| Jan. 31, 2022"}},
		{"a date behind the author", "By Mara Lindqvist Feb. 1, 2022 10:23 a.m. ET",
			[]string{"By Mara Lindqvist", "Feb. 1, 2022 10:23 a.m. ET"}},
		{"an author behind a date", "Published 31 January 2022 by Mara Lindqvist", []string{"Published 31 January 2022", "by Mara Lindqvist"}},
		{"the outlet behind a headline", "Norland denies it | AP News", []string{"Norland denies it", "| AP News"}},
		{"a dateline behind a headline", "Norland denies itOSLO (AP) — Officials denied it on Monday.",
			[]string{"Norland denies it", "OSLO (AP) — Officials denied it on Monday."}},
		{"a date that its sentence needs", "Briefing for 2022-01-31", []string{"Briefing for 2022-01-31"}},
		{"a headline with a dash", "Norland denies it - for now", []string{"Norland denies it - for now"}},
		{"a sentence that begins with a date", "2022-01-31 was the day of the vote.", []string{"2022-01-31 was the day of the vote."}},
		{"a sentence that begins with a date in words", "January 31, 2022 Norland left.", []string{"January 31, 2022 Norland left."}},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range unglue(paragraph{text: tt.text}) {
			got = append(got, p.text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: unglue(%q) = %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
}
