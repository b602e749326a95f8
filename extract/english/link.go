package english

import "strings"

// longestLink bounds the search for links, which looks at a chunk again from
// each of its words.
const longestLink = 2048

// mayHoldLink tells quickly whether a chunk needs a search for links.
func mayHoldLink(s string) bool {
	if len(s) > longestLink {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '@', '#', '/':
			return true
		case '.', ':':
			if i > 0 && i+1 < len(s) && classes[s[i+1]] != other {
				return true
			}
		}
	}
	return false
}

// linkEnd returns where the link that begins at i ends, i if none begins
// there: a URL, an address, a host, a file name, a handle or a hashtag.
func linkEnd(text string, i, end int) int {
	s := text[i:end]
	for _, size := range []func(string) int{urlSize, mailSize, tagSize, hostSize} {
		if n := size(s); n > 0 {
			return i + n
		}
	}
	return i
}

// urlSize measures what begins with a scheme or www.
func urlSize(s string) int {
	n := lettersFrom(s, 0, len(s))
	if n == 0 || !strings.HasPrefix(s[n:], "://") && !strings.HasPrefix(s, "www.") && s[:n] != "mailto" {
		return 0
	}
	if s[:n] == "mailto" && !strings.HasPrefix(s[n:], ":") {
		return 0
	}
	return trimLink(s)
}

// trimLink returns the size of s without the punctuation after a link.
func trimLink(s string) int {
	for {
		t := strings.TrimRight(s, ".,;:!?'\"]}>*")
		for _, q := range []string{"”", "’", "…"} {
			t = strings.TrimSuffix(t, q)
		}
		if strings.HasSuffix(t, ")") && strings.Count(t, "(") < strings.Count(t, ")") {
			t = t[:len(t)-1]
		}
		if t == s {
			return len(s)
		}
		s = t
	}
}

// mailSize measures an address: name@host.
func mailSize(s string) int {
	at := strings.IndexByte(s, '@')
	if at <= 0 || !each(s[:at], "._+-%") {
		return 0
	}
	host := hostPrefix(s[at+1:])
	if host == 0 {
		return 0
	}
	return at + 1 + host
}

// each tells whether s is letters, digits and the signs only.
func each(s, signs string) bool {
	for i := 0; i < len(s); i++ {
		if classes[s[i]]&(letter|digit) == 0 && strings.IndexByte(signs, s[i]) < 0 {
			return false
		}
	}
	return s != ""
}

// hostPrefix measures the letters, digits, hyphens and full stops that s
// begins with, up to the last letter or digit.
func hostPrefix(s string) int {
	n := 0
	for i := 0; i < len(s) && (classes[s[i]]&(letter|digit) != 0 || s[i] == '.' || s[i] == '-' || s[i] == '_'); i++ {
		if classes[s[i]]&(letter|digit) != 0 {
			n = i + 1
		}
	}
	return n
}

// tagSize measures a handle or hashtag: a sign and a letter, then more.
func tagSize(s string) int {
	if s[0] != '@' && s[0] != '#' || wordRune(s, 1, len(s)) == 0 || isDigit(s, 1) {
		return 0
	}
	n := 1
	for n < len(s) {
		size := wordRune(s, n, len(s))
		if size == 0 && (s[n] == '_' || s[n] == '.' && s[0] == '@' && wordRune(s, n+1, len(s)) > 0) {
			size = 1
		}
		if size == 0 {
			break
		}
		n += size
	}
	return n
}

// hostSize measures a host with what follows it (example.org/news), a file
// name, or a newsgroup.
func hostSize(s string) int {
	n := hostPrefix(s)
	name := s[:n]
	dot := strings.LastIndexByte(name, '.')
	if dot < 1 || classes[s[0]] == other {
		return 0
	}
	last := lower(name[dot+1:])
	switch {
	case topDomains[last]:
		if n < len(s) && s[n] == '/' {
			return trimLink(s)
		}
		return n
	case extensions[last]:
		return n
	case strings.Count(name, ".") > 1 && name == lower(name) && longLabels(name):
		return n
	}
	return 0
}

// longLabels tells whether all parts between full stops have two letters or
// more: misc.consumers.house, and not p.m.
func longLabels(name string) bool {
	for _, label := range strings.Split(name, ".") {
		if len(label) < 2 || classes[label[0]] != letter {
			return false
		}
	}
	return true
}

var topDomains = set(`com org net gov edu mil int info biz io co uk eu de fr ru ua ca au nz jp cn tv ly fm news ie nl ch pl cz hu ro`)

var extensions = set(`doc docx xls xlsx pdf txt html htm jpg jpeg png gif zip ppt csv mp3 mp4 xml json exe`)
