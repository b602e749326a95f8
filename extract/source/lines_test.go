package source

import (
	"slices"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	tests := []struct {
		reason string
		lines  []string
		want   []string
	}{
		{"blank lines part paragraphs",
			[]string{"One said no.", "", "Two said yes."},
			[]string{"One said no.", "Two said yes."}},
		{"a line is a paragraph where nothing shows wrapping",
			[]string{"Ministers met on Monday.", "They will meet again.", "No date was set."},
			[]string{"Ministers met on Monday.", "They will meet again.", "No date was set."}},
		{"lines wrapped at a column are joined, also before a capital",
			[]string{"The foreign minister of Norland told reporters in the capital that he had",
				"received no letter from Sudmark, and that a meeting with President Ilse",
				"Varga was not planned.",
				"",
				"Sudmark denied this."},
			[]string{"The foreign minister of Norland told reporters in the capital that he had received no letter from Sudmark, and that a meeting with President Ilse Varga was not planned.",
				"Sudmark denied this."}},
		{"a heading in a wrapped text has room for the next word",
			[]string{"The foreign minister of Norland told reporters in the capital that he had",
				"received no letter.",
				"Tense meeting",
				"In the council the envoy of Sudmark spoke for more than an hour about the",
				"border."},
			[]string{"The foreign minister of Norland told reporters in the capital that he had received no letter.",
				"Tense meeting",
				"In the council the envoy of Sudmark spoke for more than an hour about the border."}},
		{"an indent begins a paragraph in a wrapped text",
			[]string{"   The foreign minister of Norland told reporters in the capital that he",
				"had received no letter and that he would not answer one, if one came now.",
				"   Sudmark denied this and said that the letter had been sent on Monday to",
				"the embassy."},
			[]string{"The foreign minister of Norland told reporters in the capital that he had received no letter and that he would not answer one, if one came now.",
				"Sudmark denied this and said that the letter had been sent on Monday to the embassy."}},
		{"first words cut off by a copied page, with the spaces of the wraps left over",
			[]string{"Norland's",
				" answer comes days after Sudmark sent its own documents to ",
				"Norland and ahead of a planned call between the foreign minister, ",
				"Ilse Varga, and her colleague on Tuesday.",
				"A",
				" senior official of the ministry and a spokesman for the president ",
				"confirmed on Monday that they had \"received a letter from Sudmark.\"",
				"\"We",
				" remain fully committed to talks,\" the spokesman said on Tuesday. ",
				"\"Norland will not be moved,\" he said. ",
				"Varga said that it was Sudmark that was provocative, a view of Captain",
				" Bo Ek as well."},
			[]string{"Norland's answer comes days after Sudmark sent its own documents to Norland and ahead of a planned call between the foreign minister, Ilse Varga, and her colleague on Tuesday.",
				"A senior official of the ministry and a spokesman for the president confirmed on Monday that they had \"received a letter from Sudmark.\"",
				"\"We remain fully committed to talks,\" the spokesman said on Tuesday. \"Norland will not be moved,\" he said.",
				"Varga said that it was Sudmark that was provocative, a view of Captain Bo Ek as well."}},
		{"a heading above a paragraph with a stray space stays, as nothing shows wrapping",
			[]string{"Tense meeting", " Norland spoke first."},
			[]string{"Tense meeting", "Norland spoke first."}},
		{"a sentence goes on after an acronym",
			[]string{"Officials waited for an answer to the U.S.", "proposal."},
			[]string{"Officials waited for an answer to the U.S. proposal."}},
		{"a compound broken at its hyphen is one word",
			[]string{"Fears of a Norland-", "led invasion grew."},
			[]string{"Fears of a Norland-led invasion grew."}},
		{"a hanging hyphen before “and” is none",
			[]string{"They discussed short-", "and long-range missiles."},
			[]string{"They discussed short- and long-range missiles."}},
		{"an address is a line of its own, however long",
			[]string{"Norland and Sudmark try to calm the border dispute in long",
				"and difficult talks that went on all night without a pause",
				"https://www.example.org/news/norland-and-sudmark-try-to-calm"},
			[]string{"Norland and Sudmark try to calm the border dispute in long and difficult talks that went on all night without a pause",
				"https://www.example.org/news/norland-and-sudmark-try-to-calm"}},
		{"a date is a line of its own", []string{"Talks go on", "date 2022-01-21", "in Norland"},
			[]string{"Talks go on", "date 2022-01-21", "in Norland"}},
		{"bullets begin paragraphs", []string{"The demands are", "• troops leave", "• talks begin"},
			[]string{"The demands are", "• troops leave", "• talks begin"}},
		{"runs of spaces and tabs become one space", []string{"sanctions  though \t not\twar"},
			[]string{"sanctions though not war"}},
		{"a common margin is no indent",
			[]string{"    Tense meeting", "    Norland spoke first."},
			[]string{"Tense meeting", "Norland spoke first."}},
		{"space alone is no paragraph", []string{" ", "\t", ""}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range paragraphs(strings.Join(tt.lines, "\n")) {
			got = append(got, p.text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.reason, got, tt.want)
		}
	}
}
