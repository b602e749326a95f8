package source

import (
	"net/url"
	"regexp"
	"strings"
)

// An outlet is known by its name, by the forms in which datelines, bylines and
// copyright lines write it, and by the hosts of its pages.
type outlet struct {
	name  string
	forms []string // besides the name itself
	hosts []string
}

var outlets = []outlet{
	{"ABC News", nil, []string{"abcnews.go.com"}},
	{"AFP", []string{"Agence France-Presse", "Agence France Presse"}, []string{"afp.com"}},
	{"Al Jazeera", []string{"Al Jazeera English"}, []string{"aljazeera.com"}},
	{"ANI", nil, []string{"aninews.in"}},
	{"ANSA", nil, []string{"ansa.it"}},
	{"Associated Press", []string{"AP", "AP News", "The Associated Press"}, []string{"apnews.com", "ap.org"}},
	{"BBC News", []string{"BBC"}, []string{"bbc.com", "bbc.co.uk"}},
	{"Bloomberg", []string{"Bloomberg News"}, []string{"bloomberg.com"}},
	{"CBS News", nil, []string{"cbsnews.com"}},
	{"CNBC", nil, []string{"cnbc.com"}},
	{"CNN", []string{"Cable News Network"}, []string{"cnn.com", "edition.cnn.com"}},
	{"Deutsche Welle", []string{"DW"}, []string{"dw.com"}},
	{"dpa", []string{"DPA"}, []string{"dpa.com"}},
	{"EFE", nil, []string{"efe.com"}},
	{"Euronews", nil, []string{"euronews.com"}},
	{"Financial Times", []string{"The Financial Times", "The Financial Times Limited"}, []string{"ft.com"}},
	{"Fox News", nil, []string{"foxnews.com"}},
	{"France 24", nil, []string{"france24.com"}},
	{"Interfax", nil, []string{"interfax.com", "interfax.ru"}},
	{"Kyodo", []string{"Kyodo News"}, []string{"english.kyodonews.net"}},
	{"NBC News", nil, []string{"nbcnews.com"}},
	{"Newsweek", nil, []string{"newsweek.com"}},
	{"NPR", nil, []string{"npr.org"}},
	{"Politico", []string{"POLITICO"}, []string{"politico.com", "politico.eu"}},
	{"PTI", []string{"Press Trust of India"}, []string{"ptinews.com"}},
	{"Radio Free Europe/Radio Liberty", []string{"RFE/RL"}, []string{"rferl.org"}},
	{"Reuters", []string{"REUTERS", "Thomson Reuters"}, []string{"reuters.com"}},
	{"RIA Novosti", []string{"RIA"}, []string{"ria.ru"}},
	{"RT", nil, []string{"rt.com"}},
	{"Sky News", nil, []string{"news.sky.com"}},
	{"Sputnik", nil, []string{"sputniknews.com"}},
	{"TASS", []string{"Tass"}, []string{"tass.com", "tass.ru"}},
	{"The Economist", []string{"The Economist Newspaper Limited"}, []string{"economist.com"}},
	{"The Guardian", []string{"Guardian"}, []string{"theguardian.com"}},
	{"The Hill", nil, []string{"thehill.com"}},
	{"The New York Times", []string{"New York Times", "The New York Times Company"}, []string{"nytimes.com"}},
	{"The Wall Street Journal", []string{"Wall Street Journal"}, []string{"wsj.com"}},
	{"The Washington Post", []string{"Washington Post"}, []string{"washingtonpost.com"}},
	{"UPI", []string{"United Press International"}, []string{"upi.com"}},
	{"Ukrinform", nil, []string{"ukrinform.net", "ukrinform.ua"}},
	{"USA Today", []string{"USA TODAY"}, []string{"usatoday.com"}},
	{"VOA", []string{"Voice of America", "VOA News"}, []string{"voanews.com"}},
	{"Xinhua", []string{"Xinhua News Agency"}, []string{"xinhuanet.com", "english.news.cn"}},
}

var outletByForm, outletByHost = indexOutlets()

func indexOutlets() (byForm, byHost map[string]string) {
	byForm, byHost = make(map[string]string), make(map[string]string)
	for _, o := range outlets {
		byForm[o.name] = o.name
		for _, form := range o.forms {
			byForm[form] = o.name
		}
		for _, host := range o.hosts {
			byHost[host] = o.name
		}
	}
	return byForm, byHost
}

// outletNamed returns the outlet that a text writes as form, or form itself.
func outletNamed(form string) string {
	if name, ok := outletByForm[form]; ok {
		return name
	}
	return form
}

// outletOfURL returns the outlet of an address: by its host, or the host.
func outletOfURL(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if name, ok := outletByHost[host]; ok {
		return name
	}
	return host
}

var (
	holder    = regexp.MustCompile(`(?i)^(?:copyright|©|\(c\)|\s|\d{4}(?:[-–]\d{4})?|,|by\b)+(.*)$`)
	holderEnd = regexp.MustCompile(`(?i)(?:,? (?:Inc|LLC|Ltd|Limited|GmbH|Corp)\b\.?)?(?:,? (?:19|20)\d\d)?(?:[.,;|]|\s[–—-])?\s*(?:all rights reserved.*|this (?:material|content|article) .*)?$`)
	staffOf   = regexp.MustCompile(`, (\p{Lu}\S+ \S.*) (?i:staff(?: writers?| reporters?)?)$`)
)

// outletOfCopyright returns whom a copyright line names.
func outletOfCopyright(s string) string {
	m := holder.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	name := m[1]
	for _, end := range []string{". ", " | ", " / "} {
		name, _, _ = strings.Cut(name, end)
	}
	name = strings.TrimSpace(holderEnd.ReplaceAllString(name, ""))
	if len(strings.Fields(name)) > 6 {
		return ""
	}
	return outletNamed(name)
}

// outletOfByline returns the outlet at the end of a byline: a known one (“By
// Ann Lee, AP”), or the one of whose staff the author is.
func outletOfByline(s string) string {
	if m := staffOf.FindStringSubmatch(s); m != nil {
		return outletNamed(m[1])
	}
	for from := 0; ; {
		at := strings.IndexAny(s[from:], " ,|/")
		if at < 0 {
			return ""
		}
		from += at + 1
		if name, ok := outletByForm[strings.Trim(s[from:], " ,|/.")]; ok {
			return name
		}
	}
}
