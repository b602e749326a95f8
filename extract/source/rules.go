package source

import (
	"regexp"
	"strings"
)

// A part says where in a page a rule holds.
type part uint8

const (
	header   part = 1 << iota // above the first paragraph of prose
	lead                      // between the first and the second
	body                      // down to the last
	footer                    // below it
	edges    = header | footer
	anywhere = header | lead | body | footer
)

// A rule names one kind of paragraph that is no part of the article. It drops
// a paragraph of at most most words that matches like; learn, where set, keeps
// what the paragraph says about the article.
type rule struct {
	name  string
	where part
	most  int
	like  func(string) bool
	learn func(*facts, string)
}

// rules are tried in order; the first that matches names the drop. They err on
// the side of keeping: each wants the whole paragraph, and what prose could
// say too is dropped only above or below the body.
var rules = []rule{
	{"url", edges | lead, 3, isURL, (*facts).url},
	{"link", body, 3, isURL, nil},
	{"date", edges, 25, isDateLine, (*facts).date},
	{"date", lead, 25, isLabeledDate, (*facts).date},
	{"skip-link", anywhere, 20, pattern(`(?:(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|search|footer|menu|article)\s*)+`), nil},
	{"byline", edges | lead, 20, isByline, (*facts).byline},
	{"outlet", edges | lead, 5, IsOutlet, (*facts).outlet},
	{"copyright", anywhere, 80, pattern(`(?:copyright|©)[\s©,]*(?:\(c\)\s*)?(?:19|20)\d\d\b.*`), (*facts).copyright},
	{"copyright", footer, 6, pattern(`\(c\)\s*\pL.*[^.?!]`), (*facts).copyright},
	{"copyright", footer, 15, pattern(`(?:©|copyright ©)\s*\S.*|.*\ball rights reserved\.?`), (*facts).copyright},
	{"copyright", anywhere, 40, pattern(`(?:this|the) (?:material|content|article|story) may not be (?:published|reproduced|copied|redistributed).*`), nil},
	{"contributors", anywhere, 70, pattern(`.* contributed(?: reporting| writing)?(?: from [^.]*)? to this (?:report|story|article|piece)(?: from [^.]*)?\.?`), nil},
	{"contributors", footer, 40, pattern(`.* contributed (?:reporting|writing)(?: from [^.]*)?\.?`), nil},
	{"contributors", anywhere, 60, isCreditList, nil},
	{"caption", anywhere, 100, isCaption, nil},
	{"newsletter", anywhere, 40, pattern(`(?:(?:click here|register now|please) ?(?:to )?)?(?:sign up|subscribe|register)\b[^"“”]*\b(?:newsletters?|inbox|alerts?|e-?mails?|briefings?|digest|access|podcasts?|app|breaking news)\b[^"“”]*`), nil},
	{"newsletter", anywhere, 4, pattern(`(?:sign up|subscribe|register) (?:now|here|today|for free)[.!]?`), nil},
	{"newsletter", anywhere, 40, pattern(`(?:get|receive|want) [^"“”]*\b(?:newsletters?|in your inbox|to your inbox|by email|push alerts|our (?:free )?app)\b[^"“”]*`), nil},
	{"newsletter", anywhere, 25, pattern(`(?:enter your email|your email address|thank you for (?:subscribing|signing up)|download (?:the|our) [^"“”]*\bapp\b)[^"“”]*`), nil},
	{"advertisement", anywhere, 10, pattern(`[\[(—–-]*\s*(?:advertise?ment|sponsored(?: content)?|(?:story|article) continues below(?: advertisement| this ad)?|continue reading below|paid post|promoted)(?:[\s—–-]*(?:continue reading below|story continues below|scroll to continue))?\s*[\])—–-]*\.?`), nil},
	{"read-more", anywhere, 40, pattern(`[\[(>»→]*\s*(?:read (?:more|also|next|on|the full story)|more (?:on this(?: story)?|coverage|news|stories)|see also|also read|also see|related(?: (?:stories|articles|content|topics|coverage|links))?|recommended(?: (?:stories|for you|reading))?|you may also like|don't miss|watch|listen|most (?:read|popular)|trending|more)\s*:.*`), nil},
	{"read-more", anywhere, 8, pattern(`[\[(>»→]*\s*(?:read (?:more|next|the full (?:story|article))|more on this(?: story)?|see also|also read|related (?:stories|articles|content|topics|coverage|links)|recommended(?: (?:stories|for you|reading))|you (?:may|might) also like|most (?:read|popular)|continue reading|keep reading|click here(?: to (?:read|see|view) more| for more)?|watch live|listen to (?:this )?article(?: \(.*\))?|top stories)\s*[\])>»→]*[.:]?`), nil},
	{"read-more", edges, 8, pattern(`more from [^.]*`), nil},
	{"share", anywhere, 12, pattern(`(?:share|tweet|e-?mail|print|save) this (?:article|story|page|post|link)(?: (?:for later|with [^.]*|on [^.]*|via [^.]*))?|share (?:on|via|to) (?:twitter|facebook|telegram|whatsapp|linkedin|e-?mail|x)\b[^.]*`), nil},
	{"share", anywhere, 12, pattern(`(?:follow|like|find) us on (?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|x)\b[^.]*\.?|follow (?:@\S+|\S+(?: \S+){0,3}) on (?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|x)\b[^.]*\.?`), nil},
	{"share", edges, 12, pattern(`(?:(?:share|tweet|facebook|twitter|whatsapp|linkedin|reddit|telegram|instagram|pinterest|messenger|e-?mail|print|save|bookmark|copy link|link copied|icon|article)\s*)+`), nil},
	{"comments", anywhere, 6, pattern(`(?:no|\d+|view|show|hide|read|see|all|load)(?: all| \d+| the| more)? comments(?: \(?\d+\)?)?|1 comment|(?:leave|post|add|write) a comment|comments? \(\d+\)|comments are closed\.?`), nil},
	{"comments", edges, 8, pattern(`(?:comments?|join the conversation|be the first to comment|log ?in to (?:comment|reply)|have your say)\.?`), nil},
	{"reading-time", anywhere, 6, pattern(`(?:reading time:? ?)?\d+[- ]min(?:ute)?s?(?: read)?(?: listen)?`), nil},
	{"reading-time", anywhere, 8, pattern(`(?:estimated )?reading time:? .*`), nil},
	{"site", edges, 4, pattern(`menu|close|home|search|log ?in|sign ?in|sign ?up|register|subscribe|my account|live|breaking(?: news)?|top stories|latest news|back to (?:top|home)|open (?:menu|navigation)|toggle (?:menu|navigation)|follow|donate|support us|contact us|about us|privacy policy|terms (?:of use|of service|and conditions)|cookie (?:policy|settings)`), nil},
	{"site", anywhere, 60, pattern(`(?:this (?:web)?site|we|our (?:web)?site) uses? cookies\b.*|(?:please )?enable javascript\b.*|by continuing to (?:use|browse) (?:this|our) .*`), nil},
	{"site", anywhere, 12, pattern(`our standards: the thomson reuters trust principles\.?|(?:write|email) to .* at \S+@\S+\.?|(?:contact|reach) (?:us|the (?:author|reporter|writer)) at \S+@\S+\.?`), nil},
}

// pattern returns a test for paragraphs that as a whole match the expression,
// in upper or lower case. Curly apostrophes count as straight ones.
func pattern(expression string) func(string) bool {
	re := regexp.MustCompile(`(?is)^(?:` + expression + `)$`)
	return func(s string) bool { return re.MatchString(strings.ReplaceAll(s, "’", "'")) }
}

// ruleFor returns the first rule that drops the paragraph there, or nil.
func ruleFor(s string, where part) *rule {
	if len(s) > maxRuleBytes {
		return nil
	}
	n := strings.Count(s, " ") + 1
	for i := range rules {
		r := &rules[i]
		if r.where&where != 0 && n <= r.most && r.like(s) {
			return r
		}
	}
	return nil
}

// maxRuleBytes is longer than any paragraph that a rule may drop.
const maxRuleBytes = 1000

// A paragraph belongs to the text, or names the rule that drops it.
type paragraph struct {
	text  string
	close bool // the paragraph before ends in the line above
	rule  string
}

// facts is what a page says about itself. Of each, the first said counts.
type facts struct {
	address, published, filed, updated string
	// Outlets, the surest first: of the copyright, the dateline, the byline,
	// above the headline.
	owner, agency, desk, masthead string
}

func set(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func (f *facts) url(s string) { set(&f.address, addressOf(s)) }

func (f *facts) date(s string) {
	if found, _ := dateOfLine(s); found.updated {
		set(&f.updated, found.iso)
	} else {
		set(&f.published, found.iso)
	}
}

func (f *facts) copyright(s string) { set(&f.owner, outletOfCopyright(s)) }
func (f *facts) byline(s string)    { set(&f.desk, outletOfByline(s)) }
func (f *facts) outlet(s string)    { set(&f.desk, outletNamed(strings.Trim(s, " |–—-"))) }
