package english

import (
	"strings"
	"testing"
)

// TestSentences shows where sentences end. In the text, ‖ marks each end but
// the last; it is taken out before the text is split.
func TestSentences(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"full stop and capital", "Talks ended.‖ Both sides left."},
		{"question and exclamation", "Who won?‖ Nobody!‖ The talks failed."},
		{"no stop at the end", "Talks ended.‖ Both sides left"},
		{"a number begins", "It fell.‖ 12 people died."},
		{"money begins", "It fell.‖ $5 million went."},
		{"a quote begins", "It fell.‖ “We mourn,” he said."},
		{"a bracket begins", "It fell.‖ (The cause is unknown.)‖ Rain came."},
		{"a lower-case name begins", "He left.‖ al-Qaida stayed."},
		{"lower case throughout", "he left.‖ they stayed.‖ who knows?‖ nobody"},

		// Quotes.
		{"the quote closes after the stop", "“They left.”‖ Nobody asked."},
		{"the same with straight quotes", `"They left."‖ Nobody asked.`},
		{"sentences inside a quote", "“They left.‖ Nobody asked,” he said."},
		{"a question inside, and the speaker after it", "“Who asked?” he said."},
		{"a shout inside, and the speaker after it", `"Go!" he said.‖ "Go now!"`},
		{"the speaker is a name", "“Who asked?”‖ Voss said nothing."},
		{"a quote inside a quote", "“He said ‘no.’”‖ She left."},
		{"a quote of one word", "He called it “war.”‖ She did not."},
		{"a stop after the quote", "He called it “war”.‖ She did not."},
		{"two paragraphs of a quote", "“They left.‖\n\n“Nobody asked.”"},
		{"a quote within a sentence", "The word “No.” was all."},

		// Titles and names.
		{"a title", "Sen. Voss met Gen. Orlov."},
		{"several titles", "Lt. Col. Marsh and Prof. Dr. Grau met."},
		{"initials", "J. K. Marsh met A. Voss."},
		{"an initial in a name", "John F. Marsh voted.‖ He won."},
		{"Jr. inside", "Ron Dale Jr. of Ohio won."},
		{"Jr. at the end", "It went to Ron Dale Jr.‖ The court agreed."},
		{"a place", "They met in St. Gallen and Ft. Rowe."},
		{"a company inside", "Baltex Inc. Chairman Voss quit."},
		{"a company at the end", "He quit Baltex Corp.‖ The firm agreed."},
		{"a name with an exclamation mark", "Yahoo! said no.‖ It fell."},

		// States and letters.
		{"U.S. before a name", "U.S. President Dale and U.S. troops left."},
		{"U.S. at the end", "They left the U.S.‖ The army stayed."},
		{"U.S. before a quote", "They left the U.S.‖ “We mourn,” he said."},
		{"U.S. before a compound with A", "A U.S. A-10 crashed."},
		{"a lettered group at the end", "They won Group A.‖ Canada came second."},
		{"a letter inside a quote at the end", "It is absurd, “from A to Z.”‖ Minsk said."},
		{"two initials, the second an I", "He followed Gen. V. I. Orlov."},
		{"a case at law", "The case is Dale v. Marsh."},
		{"U.N. before a name", "The U.N. Security Council met."},
		{"D.C. inside", "In Washington, D.C., they met."},
		{"a single letter at the end", "It lacks vitamin C.‖ The cure is fruit."},
		{"a Roman numeral at the end", "He wrote of World War II.‖ The book sold."},
		{"I at the end", "So do I.‖ We agree."},

		// Times, dates and numbers.
		{"a month", "They met on Feb. 3 and Dec. 5."},
		{"time before a day", "It begins at 9 a.m. Monday."},
		{"time before a zone", "It begins at 9 p.m. GMT."},
		{"time before a city's time", "It begins at 9 p.m. Kyiv time."},
		{"time at the end", "It begins at 9 p.m.‖ Police will be there."},
		{"No. with a number", "It is No. 1 of five."},
		{"no as an answer", "He said no.‖ They left."},
		{"a decimal", "It rose 3.5 percent.‖ 2.1 was forecast."},
		{"a year at the end", "It began in 2014.‖ It goes on."},
		{"vs.", "Dale vs. Marsh is in court."},
		{"etc. inside", "Tanks, guns, etc. were sent."},
		{"etc. at the end", "They sent tanks, guns, etc.‖ Poland objected."},
		{"an unknown abbreviation of consonants", "The dpt. of trade agreed."},
		{"e.g.", "Some states, e.g. Poland, agreed."},

		// Ellipses.
		{"an ellipsis goes on", "He said ... nothing … at all."},
		{"an ellipsis ends", "He waited...‖ Nobody came."},
		{"spaced full stops", "He waited . . . and left."},
		{"an ellipsis in a quote", "“Well ...” he said."},

		// Lists, links and signs.
		{"numbers of a list", "1. Water‖\n2. Bread"},
		{"a list after a colon", "They need:‖\n- Water‖\n- Bread"},
		{"bullets", "They need:‖ • Water‖ • Bread"},
		{"a letter of a list", "A. Water is short."},
		{"a URL at the end", "See https://example.org.‖ It is free."},
		{"a URL without a stop", "See https://example.org/a‖ It is free."},
		{"a reference after the stop", "It fell.[12]‖ They left."},
		{"an emoticon after the stop", "It fell. :)‖ They left."},
		{"a handle begins", "It fell.‖ @voss left."},
		{"a row of dashes", "It fell.‖ ----------‖ They left."},
		{"date and time of a page", "Anna Voss‖ 01/31/2022 10:15 AM‖ It fell."},
		{"no space after the stop", "It fell.‖They left."},
		{"a host has no stop inside", "It is on example.org today."},
		{"a semicolon and a colon do not end", "It fell: they left; Nobody stayed."},

		// Datelines and headings.
		{"a dateline", "MOSCOW (AP) — Officials left."},
		{"a dateline with a state", "SALEM, Ore. -- Officials left."},
		{"a dateline with a date", "KYIV, Feb. 1 (Reuters) - Officials left."},
		{"a dateline with a full stop", "MINSK. March 9 (BelaPress) - Officials left."},
		{"an entry of a log", "9:05 a.m. Officials left."},
		{"one word on the first line", "Russian\nAmbassador to the U.N. Vasil Orlov spoke on Monday to reporters."},
		{"a heading and a blank line", "Officials leave‖\n\nThey left on Monday."},
		{"a heading and a longer line", "Officials leave Minsk‖\nThey left on Monday, and nobody knows when they will be back."},
		{"a line broken for width", "The talks with Russian Foreign Minister\nSergei Orlov ended on Monday in Geneva"},
		{"a line broken inside a sentence", "The talks\nended."},
		{"a blank line with spaces", "Officials leave‖\n \t\nThey left."},
		{"a blank line of Windows", "Officials leave‖\r\n\r\nThey left."},
		{"a dash after the stop", "“It is over.”‖ — Anna Voss"},
		{"an aside between dashes", "The army — it is small — left."},
		{"an agency's note in lower case", "It fell.‖ (reporting by Anna Voss)"},
		{"all capitals", "TALKS FAIL.‖ ORLOV LEAVES FOR MINSK."},
		{"one mark by itself", "."},
		{"Chinese", "他走了。‖ 他们也走了。"},
	}
	for _, test := range tests {
		text := strings.ReplaceAll(test.text, "‖", "")
		if got := markEnds(text); got != test.text {
			t.Errorf("%s\n got %q\nwant %q", test.reason, got, test.text)
		}
	}
}

// markEnds puts ‖ after each sentence but the last.
func markEnds(text string) string {
	var b strings.Builder
	from := 0
	sentences := Split(text)
	for i := range sentences[:len(sentences)-1] {
		b.WriteString(text[from:sentences[i].End])
		b.WriteString("‖")
		from = sentences[i].End
	}
	b.WriteString(text[from:])
	return b.String()
}
