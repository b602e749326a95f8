package english

import "strings"

// An abbreviation's class says what must stand around it, for its full stop to
// be its own, and whether a sentence may end with it.
type abbreviationClass uint8

const (
	plain    abbreviationClass = iota + 1 // vs., dept.: may end a sentence
	title                                 // Sen.: a name follows, never ends a sentence
	numbered                              // No.: a number follows, else it is another word
	dated                                 // b.: a year or month follows
	measure                               // mins.: a number stands before, else it is another word
	state                                 // Ore.: a comma or bracket stands before, else it is another word
	calendar                              // Sun.: a comma or number follows, else it is another word
	street                                // Ave.: may end a sentence
	clock                                 // p.m.: may end a sentence
	letters                               // U.S., J.: single letters
)

var abbreviations = func() map[string]abbreviationClass {
	m := map[string]abbreviationClass{}
	for class, words := range abbreviationLists {
		for _, w := range strings.Fields(words) {
			m[w] = abbreviationClass(class)
		}
	}
	return m
}()

// abbreviationLists holds the words of each class, none in two.
var abbreviationLists = [...]string{
	title: `Mr Mrs Hr Ms Dr Drs Prof Sen Sens Rep Reps Gov Govs Gen Lt Lts Col Maj Capt Sgt Sgts Cpl Adm Cmdr Comdr Cdr Brig Pres Rev Hon
		Messrs Mme Mlle Msgr Fr St Ste Ft Mt Supt Insp Det Amb Atty Pvt Spc Dep vs Vs v cf Cf approx Approx ca e.g i.e E.g I.e eg Attn
		esp Esp incl viz Ph Mob Arrv arrv PS P.S`,
	plain: `Inc Corp Co Ltd LLC Cos Bros Assn Dept dept Univ Jr Sr Esq etc al Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue
		Tues Wed Thu Thur Thurs Fri Calif Fla Ariz Okla Tenn Conn Wis Wyo Minn Mich Colo Nev Neb Kan Tex est ext Ext misc
		govt Govt Conf conf info Ass't Ph.D M.Sc B.Sc Que Ont PVT LTD INC CORP CO tel Tel Gov't Gov’t
		Intl Natl Mfg Mgmt Rs rec div n.d ed eds Ed Eds`,
	numbered: `No Nos no nos Fig Figs fig Vol Vols vol p pp Pp ch Ch Sec Art art Sect Para para Eq Op Sc`,
	dated:    `b d m c r`,
	measure:  `lb lbs oz ft hr hrs min mins sec secs yr yrs sq cu tsp tbsp km kg cm mm mi`,
	state:    `Ala Ark Del Ga Ill Ind Ky La Mass Md Me Miss Mo Mont Ore Pa Va Vt Wash`,
	calendar: `Sat Sun Mar`,
	street:   `Ave Blvd Rd Hwy Bldg Apt Sts Aves`,
	clock:    `a.m p.m A.M P.M`,
}

// classOf returns the class of an abbreviation, without its full stop; 0 if it
// is none.
func classOf(s string) abbreviationClass {
	if c, ok := abbreviations[s]; ok {
		return c
	}
	if len(s) > 2 && isUpper(s, 1) && isUpper(s, len(s)-1) { // SEN. in a headline
		return abbreviations[s[:1]+lower(s[1:])]
	}
	if initials(s) && (len(s) > 1 || capital(s)) {
		return letters
	}
	return 0
}

// ownsFullStop tells whether the full stop at j belongs to the word from i to
// j.
func (l *lexer) ownsFullStop(i, j, end int) bool {
	if !isLetter(l.text, i) {
		return false
	}
	s := l.text[i:j]
	if j+1 < end && l.text[j+1] == '.' && (j+2 == end || l.text[j+2] != '.') {
		return classOf(s) != 0 // Inc..
	}
	glued := wordRune(l.text, j+1, end) > 0 // St.George
	next := l.nextWord(j + 1)
	switch classOf(s) {
	case title:
		return next != ""
	case plain, street, clock:
		return !glued
	case numbered:
		return isDigit(next, 0) || strings.HasPrefix(next, "#") || roman(next) && lower(s) != "no"
	case dated:
		return isDigit(next, 0) || timeWords[next]
	case measure:
		return !glued && l.afterNumber()
	case state:
		return !glued && l.afterComma()
	case calendar:
		return isDigit(next, 0) || timeWords[next] || j+1 < end && l.text[j+1] == ','
	case letters:
		return len(s) > 1 || quoteSize(l.text[j+1:end]) == 0 && l.initial(s, next)
	}
	return false
}

// initial tells whether a single capital with a full stop is short for a name,
// rather than the last word of a sentence: Vitamin C. The, nor would I. It.
func (l *lexer) initial(s, next string) bool {
	if next == "" || starters[next] {
		return false
	}
	last := len(l.pieces) - 1
	if last < 0 || l.pieces[last].start < l.begin || l.pieces[last].kind != word {
		return true
	}
	before := l.form(last)
	return !lettered[before] && (s != "I" || capital(before))
}

// lettered are words that letters are counted with: Group A, Plan B.
var lettered = set(`Group group Plan plan Vitamin vitamin Hepatitis hepatitis Class class Type type Category category Serie Section
	section Block block Gate gate Terminal terminal Part part Grade grade Schedule schedule Appendix appendix Annex annex Option option
	Team team Level level Zone zone Pool pool Page page Point point`)

func (l *lexer) afterNumber() bool {
	n := len(l.pieces)
	return n > 0 && l.pieces[n-1].kind == number
}

// afterComma tells whether a comma, bracket or hyphen stands before.
func (l *lexer) afterComma() bool {
	n := len(l.pieces)
	return n > 0 && strings.Contains(",-–(", l.form(n-1))
}

// nextWord returns the word after i in the paragraph, past quotes and brackets
// that open; an initial with its full stop; if no word follows, the sign that
// does.
func (l *lexer) nextWord(i int) string {
	i = skipSpace(l.text, i, l.finish)
	for i < l.finish && openerSize(l.text, i) > 0 {
		i += openerSize(l.text, i)
	}
	n := lettersFrom(l.text, i, l.finish)
	if n == 0 && i < l.finish || n == 1 && i+1 < l.finish && l.text[i+1] == '.' {
		n++
	}
	return l.text[i : i+n]
}

// openerSize returns the size of the opening quote or bracket at i, or 0.
func openerSize(text string, i int) int {
	if strings.IndexByte(`("'[`, text[i]) >= 0 {
		return 1
	}
	if strings.HasPrefix(text[i:], "“") || strings.HasPrefix(text[i:], "‘") {
		return 3
	}
	return 0
}

// roman tells whether s is a Roman numeral.
func roman(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// starters are words that, with a capital, begin a sentence far more often
// than a name.
var starters = set(`A About According Across Actually Additionally After Again Against All Almost Along Already Also Although Among An
	And Another Any Anyone Anyway Are Around As Asked At Because Before Besides Both But By Can Could Did Do Does Don During Each
	Earlier Either Even Eventually Every Everyone Everything Few Finally First For Former From Further Furthermore Given Had Has Have
	Having He Her Here His How However I If In Indeed Instead Is It Its Just Last Later Like Many Maybe Meanwhile More Moreover Most My
	Nearly Neither Never Nevertheless No Nobody None Nor Not Nothing Now Of Often On Once One Only Or Other Others Our Out Over Overall
	Perhaps Please Previously Rather Recently She Should Similarly Since So Some Somehow Someone Something Sometimes Soon Still Such
	Than That The Their Then There Therefore These They This Those Though Three Through Throughout Thus Today Together Tomorrow Two
	Under Unfortunately Unless Unlike Until Upon Very Was We Well Were What When Whenever Where Whether Which While Who Why Will With
	Within Without Would Yesterday Yet You Your Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Officials Police
	Authorities Critics Supporters Analysts Experts Witnesses`)
