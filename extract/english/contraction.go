package english

import "strings"

// contraction returns the lengths of the words that s is written together
// from, but for the last; zeros follow. Plain tells that s holds no
// apostrophe. The pieces are those of the treebanks: ca+n't, can+not, go+n+na.
func contraction(s string, plain bool) [3]int {
	if cuts, ok := fused[lower(s)]; ok && !shouted(s) && s != "lets" {
		return cuts
	}
	if plain {
		return [3]int{}
	}
	return clitics(s)
}

// shouted tells of the words in capitals that are more often names: IM, IVE.
func shouted(s string) bool {
	return len(s) <= 4 && s == strings.ToUpper(s) && !strings.HasSuffix(s, "NT")
}

// clitics cuts 's, n't and the like from the end of s, at most three.
func clitics(s string) (cuts [3]int) {
	var at [3]int // from the last to the first
	n := 0
	for rest := s; n < len(at); n++ {
		k := clitic(rest)
		if k == 0 {
			break
		}
		at[n], rest = k, rest[:k]
	}
	from := 0
	for k := range n {
		cuts[k] = at[n-1-k] - from
		from = at[n-1-k]
	}
	return cuts
}

// clitic returns where the clitic that s ends in begins, 0 if there is none.
func clitic(s string) int {
	k := strings.LastIndexAny(s, "'`’‘")
	if k <= 0 {
		return 0
	}
	switch lower(s[k+apostrophe(s, k, len(s)):]) {
	case "s", "m", "d", "re", "ve", "ll":
		return k
	case "t":
		if s[k-1]|0x20 == 'n' {
			return k - 1
		}
	}
	return 0
}

// fused are words written together without an apostrophe, or with one that is
// no clitic's.
var fused = func() map[string][3]int {
	m := map[string][3]int{}
	for _, w := range strings.Fields(`can+not gon+na wan+na got+ta lem+me gim+me du+n+no out+ta lot+ta i+'m+a c'm+on y'+all a+lot
		do+nt wo+nt ca+nt did+nt does+nt is+nt was+nt are+nt ar+nt were+nt have+nt has+nt had+nt could+nt would+nt should+nt
		ai+nt i+ve you+ve we+ve they+ve i+m you+re they+re that+s what+s there+s here+s where+s he+s she+s let+s you+ll they+ll it+ll`) {
		var cuts [3]int
		parts := strings.Split(w, "+")
		for i, p := range parts[:len(parts)-1] {
			cuts[i] = len(p)
		}
		m[strings.ReplaceAll(w, "+", "")] = cuts
	}
	return m
}()
