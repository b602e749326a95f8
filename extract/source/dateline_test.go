package source

import "testing"

func TestCutDateline(t *testing.T) {
	const said = "Norland said on Monday that it had closed its border."
	tests := []struct{ reason, line, agency string }{
		{"place and agency", "MOSCOW (AP) —", "AP"},
		{"a hyphen for a dash", "KYIV, Ukraine (Reuters) -", "Reuters"},
		{"two hyphens", "GENEVA, Jan. 21 (Xinhua) --", "Xinhua"},
		{"a day, no agency", "WASHINGTON, Feb 1 —", ""},
		{"a day before its month, and the year", "GENEVA, 21 January 2022 (AFP) –", "AFP"},
		{"a place alone", "LONDON —", ""},
		{"two places", "KYIV/MOSCOW (Reuters) -", "Reuters"},
		{"a place of two words", "UNITED NATIONS (AP) —", "AP"},
		{"a shortened place", "ST. PETERSBURG, Russia (AP) —", "AP"},
		{"an apostrophe", "L’VIV, Ukraine (AP) —", "AP"},
		{"small letters before a known agency", "Moscow (CNN) —", "CNN"},
		{"a known agency and no dash", "Washington (CNN)", "CNN"},
		{"an unknown agency behind capitals", "OSLO (Nordic Wire) —", "Nordic Wire"},
		{"a state of the U.S.", "ALBANY, N.Y. (AP) —", "AP"},
	}
	for _, tt := range tests {
		line, agency, rest, ok := cutDateline(tt.line + " " + said)
		if !ok || line != tt.line || agency != tt.agency || rest != said {
			t.Errorf("%s: cutDateline(%q…) = %q, %q, %q, %v", tt.reason, tt.line, line, agency, rest, ok)
		}
	}
}

func TestCutDatelineKeepsProse(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"an alliance is no place", "NATO — Norland's old enemy — said on Monday that it would not leave."},
		{"an apposition goes on in lower case", "MOSCOW — the capital of Russia — was calm on Monday morning."},
		{"small letters without an agency", "Moscow — Norland said that it had closed its border."},
		{"a bracket that names no agency", "Moscow (Russia) — Norland said that it had closed its border."},
		{"a bracket in a sentence", "The Associated Press (AP) reported that the border was closed."},
		{"a country with its party", "Bob Olsen (D-NJ) said that the border was closed."},
		{"a headline in capitals", "UKRAINE - Russia talks"},
		{"a label", "UPDATE — Norland said on Monday that it had closed its border."},
		{"a warning of two words", "BIG MISTAKE - Norland said on Monday that it had closed its border."},
		{"a word glued to its dash", "OBSERVATION--Norland said on Monday that it had closed its border."},
		{"an acronym of two letters", "EU — Norland said on Monday that it had closed its border."},
	}
	for _, tt := range tests {
		if line, _, _, ok := cutDateline(tt.text); ok {
			t.Errorf("%s: cutDateline(%q) = %q, want none", tt.reason, tt.text, line)
		}
	}
}

func TestOutlets(t *testing.T) {
	tests := []struct {
		reason string
		find   func(string) string
		text   string
		want   string
	}{
		{"an agency under another name", outletOfCopyright, "Copyright 2022 The Associated Press. All rights reserved.", "Associated Press"},
		{"the year behind the holder", outletOfCopyright, "© The Gazette Ltd 2023", "The Gazette"},
		{"the staff of an outlet", outletOfByline, "By Ann Lee, Sudmark Post Staff", "Sudmark Post"},
		{"an editor of an outlet's desk", outletOfByline, "By Ann Lee, Africa Editor", ""},
		{"any holder", outletOfCopyright, "© 2022 Nordic Wire", "Nordic Wire"},
		{"the year last", outletOfCopyright, "(c) Nordic Wire Ltd. All rights reserved", "Nordic Wire"},
		{"years from and to", outletOfCopyright, "Copyright © 2019-2022, Nordic Wire, Inc. All rights reserved", "Nordic Wire"},
		{"a known host", outletOfURL, "https://www.reuters.com/world/x", "Reuters"},
		{"an unknown host is its own name", outletOfURL, "https://www.wcvb.com/article/x", "wcvb.com"},
		{"an address that is none", outletOfURL, "http://%zz", ""},
		{"an agency behind the author", outletOfByline, "By Ann Lee, Associated Press", "Associated Press"},
		{"an agency behind a bar", outletOfByline, "By Ann Lee | AP", "Associated Press"},
		{"an author alone", outletOfByline, "By Ann Lee", ""},
	}
	for _, tt := range tests {
		if got := tt.find(tt.text); got != tt.want {
			t.Errorf("%s: outlet of %q = %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
}

func TestOutletTable(t *testing.T) {
	forms, hosts := make(map[string]string), make(map[string]string)
	for _, o := range outlets {
		for _, form := range append([]string{o.name}, o.forms...) {
			if other, ok := forms[form]; ok {
				t.Errorf("%q is a form of %s and of %s", form, other, o.name)
			}
			forms[form] = o.name
		}
		for _, host := range o.hosts {
			if other, ok := hosts[host]; ok {
				t.Errorf("%q is a host of %s and of %s", host, other, o.name)
			}
			hosts[host] = o.name
		}
	}
}
