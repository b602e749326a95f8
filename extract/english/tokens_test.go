package english

import (
	"strings"
	"testing"
)

// TestTokens shows where words are cut. In want, a + joins the parts of one
// written word, and a space parts all else.
func TestTokens(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		// Contractions and possessives.
		{"not is cut off with its n", "They don't know.", "They do+n't know ."},
		{"a curly apostrophe is the same", "They don’t know.", "They do+n’t know ."},
		{"can't keeps ca", "We can't", "We ca+n't"},
		{"won't keeps wo", "It won't.", "It wo+n't ."},
		{"cannot is two words", "It cannot go on", "It can+not go on"},
		{"gonna is two words", "I'm gonna go", "I+'m gon+na go"},
		{"is, has and possessive s", "It's Russia's", "It+'s Russia+'s"},
		{"capitals too", "IT'S ISN'T", "IT+'S IS+N'T"},
		{"two clitics on one word", "They wouldn't've come", "They would+n't+'ve come"},
		{"the possessive of a plural", "the ministers' talks", "the ministers+' talks"},
		{"a quote after a plural is none", "called 'thugs' and", "called ' thugs ' and"},
		{"the possessive of a name in s", "Alexander Grus' reply", "Alexander Grus+' reply"},
		{"the possessive of an abbreviation", "the U.S.'s reply", "the U.S.+'s reply"},
		{"the possessive of an acronym", "NATO's door", "NATO+'s door"},
		{"the possessive of a year", "2022's first summit", "2022+'s first summit"},
		{"a decade keeps its s", "the 1990's and 1980s", "the 1990's and 1980s"},
		{"a clipped decade", "the '90s", "the '90s"},
		{"a clipped word", "beat 'em", "beat 'em"},
		{"an apostrophe inside a name", "O'Brien met al-Qa'ida", "O'Brien met al - Qa'ida"},
		{"o'clock is one word", "at 5 o'clock", "at 5 o'clock"},
		{"an apostrophe that was lost", "I cant say they dont", "I ca+nt say they do+nt"},
		{"lets is a verb unless it begins", "she lets go. Lets go", "she lets go . Let+s go"},
		{"IM is a name", "IM and Im here", "IM and I+m here"},

		// Hyphens, slashes and dashes.
		{"hyphenated words are cut", "a Moscow-backed, face-to-face talk", "a Moscow - backed , face - to - face talk"},
		{"prefixes stay", "re-elected non-aligned ex-president anti-Western", "re-elected non-aligned ex-president anti-Western"},
		{"a prefix and a compound", "non-NATO-aligned", "non-NATO - aligned"},
		{"mid- before a decade", "the mid-1980s", "the mid-1980s"},
		{"a double name", "Jean-Yves Le Drian", "Jean - Yves Le Drian"},
		{"an en dash in a pair", "the Russia–Ukraine border", "the Russia – Ukraine border"},
		{"a dash without spaces", "talks—if any—failed", "talks — if any — failed"},
		{"two hyphens for a dash", "talks -- if any--failed", "talks -- if any -- failed"},
		{"a hyphen that hangs", "pro- and anti-government", "pro - and anti-government"},
		{"a range of numbers", "10-15 percent, 2014–2022", "10 - 15 percent , 2014 – 2022"},
		{"a score", "won 3-1", "won 3 - 1"},
		{"a weapon's name", "F-16 jets and COVID-19", "F - 16 jets and COVID - 19"},
		{"slashed words are cut", "and/or his/her", "and / or his / her"},
		{"single letters keep the slash", "w/o a l/c", "w/o a l/c"},

		// Abbreviations.
		{"a title", "Sen. Ilmar Voss", "Sen. Ilmar Voss"},
		{"a title written to the name", "St.George", "St. George"},
		{"a title in capitals", "GEN. PAVEL ORLOV", "GEN. PAVEL ORLOV"},
		{"single letters", "the U.S. and the U.K. said", "the U.S. and the U.K. said"},
		{"single letters in a compound", "a U.S.-led force", "a U.S. - led force"},
		{"initials of a name", "J. K. Marsh and J.K. Marsh", "J. K. Marsh and J.K. Marsh"},
		{"initials written to the name", "J.Marsh", "J. Marsh"},
		{"a degree", "a Ph.D. from Riga", "a Ph.D. from Riga"},
		{"No. before a number", "No. 10 and No. 1", "No. 10 and No. 1"},
		{"no is a word of its own", "He said no. Then", "He said no . Then"},
		{"a month", "on Feb. 3", "on Feb. 3"},
		{"Sun. before a date", "on Sun. 6 March", "on Sun. 6 March"},
		{"the sun is no day", "in the sun. They", "in the sun . They"},
		{"a state after a comma", "Salem, Ore., voted", "Salem , Ore. , voted"},
		{"mass is no state", "a critical mass. It", "a critical mass . It"},
		{"a party and state", "Ron Dale, D-Calif.", "Ron Dale , D - Calif ."},
		{"time of day", "at 9 a.m. and 10:30p.m.", "at 9 a.m. and 10:30 p.m."},
		{"etc. within a sentence", "tanks, guns, etc. were sent", "tanks , guns , etc. were sent"},
		{"etc. at the end gives up its stop", "tanks, etc.", "tanks , etc ."},
		{"so does a company", "owned by Baltex Inc.", "owned by Baltex Inc ."},
		{"an abbreviation and a full stop", "Baltex Inc..", "Baltex Inc. ."},
		{"U.S. at the end keeps it", "back to the U.S.", "back to the U.S."},
		{"a single letter at the end of a sentence", "Vitamin C. The", "Vitamin C . The"},
		{"I at the end of a sentence", "So do I. Anna", "So do I . Anna"},
		{"a born date", "Voss (b. 1971)", "Voss ( b. 1971 )"},

		// Numbers, money and units.
		{"thousands and decimals", "1,000,000 or 3.5", "1,000,000 or 3.5"},
		{"a decimal comma", "3,5 km", "3,5 km"},
		{"a list of references", "[1,2]", "[ 1 , 2 ]"},
		{"money", "$5.5 million, €10bn, US$3", "$ 5.5 million , € 10 bn , US$ 3"},
		{"less than one", "$.04 a share", "$ .04 a share"},
		{"percent", "10% and 5.5%", "10 % and 5.5 %"},
		{"units", "155mm, 50km, 7pm", "155 mm , 50 km , 7 pm"},
		{"ordinals", "the 21st and 2nd", "the 21st and 2nd"},
		{"codes", "4G and T72 and G7", "4G and T72 and G7"},
		{"time, date and fraction", "10:30 on 1/2/2022, 1/2 and 2022-02-01", "10:30 on 1/2/2022 , 1/2 and 2022-02-01"},
		{"telephone numbers", "+44 20-7946-0000, 555-0142", "+44 20-7946-0000 , 555-0142"},
		{"a number sign", "the #1 target", "the # 1 target"},
		{"degrees", "30°C", "30 ° C"},
		{"a comma between words", "war,peace", "war , peace"},

		// Quotes and brackets.
		{"straight quotes", `He said "no".`, `He said " no " .`},
		{"curly quotes", "“Yes,” he said.", "“ Yes , ” he said ."},
		{"a quote in a quote", "“He said ‘no’,” she said.", "“ He said ‘ no ’ , ” she said ."},
		{"quotes of two apostrophes", "``Yes,'' he said", "`` Yes , '' he said"},
		{"a quote that closes after the stop", `"It is over."`, `" It is over . "`},
		{"brackets", "the (so-called) [sic] vote", "the ( so - called ) [ sic ] vote"},
		{"a plural in brackets", "the date(s)", "the date ( s )"},
		{"feet and inches", `6'2" tall`, `6 ' 2 " tall`},

		// Stops and runs.
		{"an ellipsis", "Well... no … yes", "Well ... no … yes"},
		{"an ellipsis between words", "wait...what", "wait ... what"},
		{"question and exclamation", "What?! No!!", "What ?! No !!"},
		{"no space after a full stop", "It ended.They left", "It ended . They left"},
		{"a company with an exclamation mark", "Yahoo! said", "Yahoo! said"},
		{"a row of dashes", "end\n----------\nbegin", "end ---------- begin"},
		{"a bullet", "• Water", "• Water"},
		{"a censored word", "f*ck that *now*", "f*ck that * now *"},

		// The net.
		{"a URL and the stop after it", "See https://example.org/a?b=c&d.", "See https://example.org/a?b=c&d ."},
		{"a URL in brackets", "(http://example.org/a_(b))", "( http://example.org/a_(b) )"},
		{"a host", "at news.example.com, today", "at news.example.com , today"},
		{"an address", "write to a.b@example.org.", "write to a.b@example.org ."},
		{"a handle and a hashtag", "@PavelOrlov: #NoWar!", "@PavelOrlov : #NoWar !"},
		{"a file", "open report.pdf now", "open report.pdf now"},
		{"an emoticon", "fine :-) or :(", "fine :-) or :("},
		{"emoji one by one, with their modifiers", "👍🏽👨‍👩‍👧🇺🇦🇪🇺", "👍🏽 👨‍👩‍👧 🇺🇦 🇪🇺"},
		{"a company's ampersand", "AT&T and R&D", "AT&T and R&D"},

		// Other bytes.
		{"letters with accents", "Müller’s café", "Müller+’s café"},
		{"Cyrillic", "в Москве.", "в Москве ."},
		{"a combining accent stays with its letter", "cafe\u0301s", "cafe\u0301s"},
		{"a soft hyphen is inside the word", "minis\u00adter", "minis\u00adter"},
		{"a no-break space is a space", "5\u00a0km", "5 km"},
		{"bytes that are no text are signs", "a\xffb", "a \xff b"},
	}
	for _, test := range tests {
		if got := showTokens(test.text); got != test.want {
			t.Errorf("%s: %q\n got %s\nwant %s", test.reason, test.text, got, test.want)
		}
	}
}

func showTokens(text string) string {
	var b strings.Builder
	joined := false
	for _, s := range Split(text) {
		for _, token := range s.Tokens {
			if joined {
				b.WriteByte('+')
			} else if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(token.Form)
			joined = token.Joined
		}
	}
	return b.String()
}
