package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/whomgraph/whom/graph"
)

// A Drop is a piece of a file that is no part of the article.
type Drop struct {
	Rule string // the name of the rule: "skip-link", "caption", "copyright"
	Text string
}

// Clean makes a document of the bytes of a plain text. What known says about
// the document holds; what it leaves open is looked for in the text. Apart from
// space, every character of raw is in the text or in one of the drops, in the
// order of the file, but for characters that show nothing (control characters,
// soft hyphens).
//
// The error wraps ErrEmpty, ErrBinary or ErrEncoding. Clean takes time and
// memory in proportion to the length of raw.
func Clean(known graph.Document, raw []byte) (graph.Document, []Drop, error) {
	text, err := decode(raw)
	if err != nil {
		return known, nil, err
	}
	title, err := decode([]byte(known.Title))
	if err != nil {
		return known, nil, fmt.Errorf("title: %w", err)
	}
	known.Title = strings.Join(strings.Fields(title), " ")
	p := page{paras: paragraphs(text), title: known.Title}
	p.read()
	if !p.hasWords() {
		return known, p.drops(), fmt.Errorf("%w: %s", ErrEmpty, p.whyEmpty())
	}
	return p.document(known), p.drops(), nil
}

// A page is a file on its way to a document.
type page struct {
	paras    []paragraph
	title    string
	dateline string
	facts    facts
}

// How many paragraphs that no rule drops are looked through for the header,
// for the dateline and for the footer; and how many at all for the header, and
// for the headline below labels.
const (
	headerLength   = 12
	datelineWithin = 6
	footerLength   = 12
	headerScan     = 200
	labelScan      = 20
)

func (p *page) read() {
	p.readHeader()
	p.readFooter()
	for i := range p.paras {
		p.drop(i, body)
	}
	p.dropAltText()
	p.readDateline()
}

// drop marks a paragraph for the rule that drops it there, and reports whether
// there is one.
func (p *page) drop(i int, where part) bool {
	para := &p.paras[i]
	if para.rule != "" {
		return true
	}
	r := ruleFor(para.text, where)
	if r == nil {
		return false
	}
	para.rule = r.name
	if r.learn != nil {
		r.learn(&p.facts, para.text)
	}
	return true
}

// readHeader finds the title and drops what stands around it, down to the
// second paragraph of prose: the first may be a summary above the byline.
func (p *page) readHeader() {
	where, kept, prose := header, 0, 0
	for i := 0; i < min(len(p.paras), headerScan) && kept < headerLength && prose < 2; i++ {
		p.paras = slices.Replace(p.paras, i, i+1, unglue(p.paras[i])...)
		text := p.paras[i].text
		switch {
		case p.drop(i, where):
			if p.paras[i].rule == "byline" {
				where = header
			}
			continue
		case p.dropLabel(i, kept == 0):
			continue
		case hasDateline(text):
			return
		case p.title == "" && kept == 0 && isHeadline(text) && i+1 < len(p.paras):
			p.title = text
		case isProse(text):
			prose++
			where = lead
		}
		kept++
	}
}

// dropLabel drops paragraph i if it says the title again or, above it, names
// the outlet or the section.
func (p *page) dropLabel(i int, above bool) bool {
	para := &p.paras[i]
	switch {
	case p.title != "" && sameLetters(para.text, p.title):
		para.rule = "repeated-title"
	case above && p.isMasthead(i):
		para.rule = "masthead"
		set(&p.facts.masthead, para.text)
	case above && p.isLabel(i):
		para.rule = "section-label"
	}
	return para.rule != ""
}

// isLabel reports whether paragraph i is the label of a section: a headline
// follows, perhaps below further labels, and something below that.
func (p *page) isLabel(i int) bool {
	if !isSectionLabel(p.paras[i].text) {
		return false
	}
	for j := i + 1; j+1 < min(len(p.paras), i+labelScan); j++ {
		next := p.paras[j].text
		if ruleFor(next, header) == nil && !isSectionLabel(next) {
			return !hasDateline(next) && isHeadline(next) && strings.Count(next, " ") >= 3
		}
	}
	return false
}

// isMasthead reports whether paragraph i is the name of the outlet: the label of
// a section stands right below.
func (p *page) isMasthead(i int) bool {
	return isMasthead(p.paras[i].text) && !namesSection(p.paras[i].text) && i+1 < len(p.paras) &&
		namesSection(p.paras[i+1].text) && p.isLabel(i+1)
}

// readFooter drops what stands below the last paragraph of prose.
func (p *page) readFooter() {
	kept := 0
	for i := len(p.paras) - 1; i >= 0 && kept < footerLength; i-- {
		text := p.paras[i].text
		switch {
		case text == p.title:
			return
		case p.drop(i, footer):
			continue
		case isProse(text):
			return
		}
		kept++
	}
}

// dropAltText drops the few words that stand in the line above a caption,
// where paragraphs are otherwise parted by blank lines.
func (p *page) dropAltText() {
	for i := 1; i < len(p.paras); i++ {
		caption, above := p.paras[i], &p.paras[i-1]
		ends := i+1 == len(p.paras) || !p.paras[i+1].close
		if caption.rule == "caption" && caption.close && ends && !above.close &&
			above.rule == "" && above.text != p.title && isAltText(above.text) {
			above.rule = "caption"
		}
	}
}

// readDateline puts the dateline, if there is one, into a paragraph of its own.
func (p *page) readDateline() {
	kept := 0
	for i := 0; i < len(p.paras) && kept < datelineWithin; i++ {
		if p.paras[i].rule != "" {
			continue
		}
		kept++
		line, agency, rest, ok := cutDateline(p.paras[i].text)
		if !ok {
			continue
		}
		p.dateline = strings.TrimRight(line, " —–-")
		p.facts.filed = dateOfDateline(p.dateline)
		p.facts.agency = outletNamed(agency)
		p.paras[i].text = line
		if rest != "" {
			p.paras = slices.Insert(p.paras, i+1, paragraph{text: rest, close: true})
		}
		return
	}
}

// document puts together what known and the page say.
func (p *page) document(known graph.Document) graph.Document {
	d, f := known, &p.facts
	set(&d.URL, f.address)
	for _, outlet := range []string{outletOfURL(d.URL), f.owner, f.agency, f.desk, f.masthead} {
		set(&d.Outlet, outlet)
	}
	for _, date := range []string{f.published, dateOfURL(d.URL), f.filed, f.updated} {
		set(&d.Published, date)
	}
	set(&d.Dateline, p.dateline)
	set(&d.Language, "en")
	d.Text = p.text(known.Title)
	d.Title = p.title
	d.SHA256 = graph.Hash(d.Text)
	return d
}

// text joins the paragraphs that belong to the article, below the title where
// that is not one of them.
func (p *page) text(title string) string {
	var kept []string
	if title != "" {
		kept = append(kept, title)
	}
	for _, para := range p.paras {
		if para.rule == "" {
			kept = append(kept, para.text)
		}
	}
	return strings.Join(kept, "\n\n")
}

func (p *page) drops() (drops []Drop) {
	for _, para := range p.paras {
		if para.rule != "" {
			drops = append(drops, Drop{para.rule, para.text})
		}
	}
	return drops
}

// hasWords reports whether a letter or digit is left.
func (p *page) hasWords() bool {
	return slices.ContainsFunc(p.paras, func(para paragraph) bool {
		return para.rule == "" && strings.ContainsFunc(para.text, isWordRune)
	})
}

func (p *page) whyEmpty() string {
	switch {
	case len(p.paras) == 0:
		return "nothing but space"
	case len(p.drops()) > 0:
		return fmt.Sprintf("nothing but what rules drop (%s: %q)", p.drops()[0].Rule, p.drops()[0].Text)
	default:
		return "it has no letter nor digit"
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// sameLetters compares texts by their letters and digits, whatever their case.
func sameLetters(a, b string) bool {
	if len(a) > 4*len(b)+64 || len(b) > 4*len(a)+64 {
		return false
	}
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if !isWordRune(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, s)
	}
	return letters(a) == letters(b)
}
