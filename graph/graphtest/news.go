package graphtest

import "github.com/whomgraph/whom/graph"

// News tells of three documents on one quarrel. Two of them contradict each
// other, and one repeats a phone call.
func News() *Story {
	story := New()
	story.Actor("Pavel Sorin", graph.Person, "RUS")
	story.Actor("Oleg Dresvin", graph.Person, "RUS")
	story.Actor("Maren Holt", graph.Person, "USA")
	story.Actor("Andrei Kovalenko", graph.Person, "UKR")
	story.Actor("Russia", graph.State, "RUS")
	story.Actor("Ukraine", graph.State, "UKR")
	story.Actor("United States", graph.State, "USA")
	story.Actor("NATO", graph.Organization, "")
	alpha(story)
	beta(story)
	gamma(story)
	return story
}

func alpha(story *Story) {
	text := story.Document(graph.Document{
		ID: "alpha/001", Title: "Border talks stall", Outlet: "Alpha Courier", Published: "2022-01-31", Language: "en",
		Text: "Border talks stall\n\n" +
			"Pavel Sorin called Maren Holt on Tuesday. He sent a written response to Holt. " +
			"NATO rejected Russia's demand. Russia plans to attack Ukraine, Holt said. " +
			"Oleg Dresvin denied that Russia plans to attack Ukraine.\n\n" +
			"In Kyiv, Andrei Kovalenko signed a decree expanding Ukraine's army by 100,000 troops.",
	})
	s := text.Sentence("Pavel Sorin called Maren Holt on Tuesday.")
	s.Claim(graph.Claim{
		Subject: s.Name("Pavel Sorin"), Predicate: s.Verb("call", "called"), Object: new(s.Name("Maren Holt")),
		Time: &graph.Time{Text: "Tuesday", Span: s.find("Tuesday"), Value: "2022-01-25"},
	})
	s = text.Sentence("He sent a written response to Holt.")
	s.Claim(graph.Claim{
		Subject: s.Pronoun("He", "Pavel Sorin", "Pavel Sorin"), Predicate: s.Verb("send", "sent"),
		Object: new(s.Thing("a written response", "response", "")),
		Args:   []graph.Argument{As("to", s.Named("Holt", "Maren Holt"))},
	})
	s = text.Sentence("NATO rejected Russia's demand.")
	s.Claim(graph.Claim{
		Subject: s.Name("NATO"), Predicate: s.Verb("reject", "rejected"),
		Object: new(s.Thing("Russia's demand", "demand", "Russia")), Confidence: 0.93,
	})
	s = text.Sentence("Russia plans to attack Ukraine, Holt said.")
	s.Report(s.Verb("say", "said"), s.Named("Holt", "Maren Holt"), graph.Affirmed, attack(s, graph.Affirmed))
	s = text.Sentence("Oleg Dresvin denied that Russia plans to attack Ukraine.")
	s.Report(s.Verb("deny", "denied"), s.Name("Oleg Dresvin"), graph.Denied, attack(s, graph.Denied))
	s = text.Sentence("In Kyiv, Andrei Kovalenko signed a decree expanding Ukraine's army by 100,000 troops.")
	s.Claim(graph.Claim{
		Subject: s.Name("Andrei Kovalenko"), Predicate: s.Verb("sign", "signed"),
		Object: new(s.Thing("a decree", "decree", "")), Place: new(s.Words("Kyiv")),
	})
	s.Claim(graph.Claim{
		Subject: s.Name("Andrei Kovalenko"), Predicate: s.Verb("expand", "expanding"),
		Object: new(s.Thing("Ukraine's army", "army", "Ukraine")),
		Args:   []graph.Argument{As("by", s.Words("100,000 troops"))},
		Place:  new(s.Words("Kyiv")), Confidence: 0.81,
	})
}

func attack(s *Sentence, stance graph.Polarity) graph.Claim {
	return graph.Claim{
		Subject: s.Name("Russia"), Predicate: s.Verb("attack", "attack"), Object: new(s.Name("Ukraine")),
		Polarity: stance, Modality: graph.Planned,
	}
}

func beta(story *Story) {
	text := story.Document(graph.Document{
		ID: "beta/001", Title: "Ministers meet", Outlet: "Beta Wire", Published: "2022-02-01", Language: "en",
		Text: "Ministers meet\n\n" +
			"Sorin and Holt met in Geneva. NATO did not reject Russia's demand, Dresvin said. " +
			"The United States accused Russia. The United States may impose sanctions on Russia, according to Holt.",
	})
	s := text.Sentence("Sorin and Holt met in Geneva.")
	s.Claim(graph.Claim{
		Subject: s.Named("Sorin", "Pavel Sorin"), Predicate: s.Verb("meet", "met"),
		Object: new(s.Named("Holt", "Maren Holt")), Symmetric: true, Place: new(s.Words("Geneva")),
	})
	s = text.Sentence("NATO did not reject Russia's demand, Dresvin said.")
	s.Report(s.Verb("say", "said"), s.Named("Dresvin", "Oleg Dresvin"), graph.Affirmed, graph.Claim{
		Subject: s.Name("NATO"), Predicate: s.Verb("reject", "reject"),
		Object: new(s.Thing("Russia's demand", "demand", "Russia")), Polarity: graph.Denied,
	})
	s = text.Sentence("The United States accused Russia.")
	s.Claim(graph.Claim{
		Subject: s.Name("United States"), Predicate: s.Verb("accuse", "accused"), Object: new(s.Name("Russia")),
	})
	s = text.Sentence("The United States may impose sanctions on Russia, according to Holt.")
	s.Claim(graph.Claim{
		Subject: s.Name("United States"), Predicate: s.Verb("impose", "impose"),
		Object:   new(s.Thing("sanctions", "sanction", "")),
		Args:     []graph.Argument{As("on", s.Name("Russia"))},
		Modality: graph.Possible,
		Attribution: []graph.Speaker{
			{Argument: s.Named("Holt", "Maren Holt"), Verb: "according to", Polarity: graph.Affirmed},
		},
		Confidence: 0.55,
	})
}

func gamma(story *Story) {
	text := story.Document(graph.Document{
		ID: "gamma/001", Title: "Minister resigns", Outlet: "Gamma Post", Published: "2022-02-03", Language: "en",
		Text: "Minister resigns\n\nPavel Sorin called Maren Holt again. Sorin resigned.",
	})
	s := text.Sentence("Pavel Sorin called Maren Holt again.")
	s.Claim(graph.Claim{
		Subject: s.Name("Pavel Sorin"), Predicate: s.Verb("call", "called"), Object: new(s.Name("Maren Holt")),
	})
	s = text.Sentence("Sorin resigned.")
	s.Claim(graph.Claim{Subject: s.Named("Sorin", "Pavel Sorin"), Predicate: s.Verb("resign", "resigned")})
}

// Nasty is one document whose names hold markup, quotes, a backslash at the
// end, line breaks, control characters, emoji, right-to-left text, and whose
// outlet is not valid UTF-8.
func Nasty() *Story {
	names := []string{`A<b>&"c'`, `back\slash\`, "two\nlines\r\n", "bell\a nul\x00 esc\x1b", "🦊 Fuchs", "וְעַד العربية", "]]> --> {%s} \uFFFE"}
	story := New()
	body := "Nasty\n\n"
	for _, n := range names {
		story.Actor(n, graph.Organization, "")
		body += n + " sued " + names[0] + ".\n\n"
	}
	text := story.Document(graph.Document{ID: "na&sty/1", Outlet: "bad\xff", Published: "2022-02-03", Text: body})
	for _, n := range names[1:] {
		s := text.Sentence(n + " sued " + names[0] + ".")
		s.Claim(graph.Claim{Subject: s.Name(n), Predicate: s.Verb("sue", "sued"), Object: new(s.Name(names[0]))})
	}
	return story
}
