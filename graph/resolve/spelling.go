package resolve

import (
	"slices"
	"strings"

	"github.com/whomgraph/whom/graph"
)

// respellings map the ways in which other scripts, and accents that are letters
// of their own, are put into Latin letters to one: Sergei and Sergey, Zelenskyy
// and Zelensky, Younis and Yunis. They apply in this order to words of five
// letters or more; shorter ones are too alike.
var respellings = strings.NewReplacer(
	"defence", "defense", "centre", "center", "labour", "labor", "harbour", "harbor", "isation", "ization",
	"ł", "l", "ø", "o", "ı", "i", "ß", "ss", "đ", "d", "æ", "a", "þ", "th", "ð", "d", "œ", "o", "ə", "a",
	"tsch", "ch", "tch", "ch", "sch", "sh", "dzh", "j", "kh", "k", "gh", "g", "zh", "j", "dj", "j", "dh", "d",
	"ck", "k", "ks", "x", "ph", "f", "q", "k", "tz", "ts", "th", "t",
	"ou", "u", "oo", "u", "ee", "i", "ae", "a", "oe", "o", "ue", "u", "y", "i",
)

// givenNames lists, per row, forms of one given name. Forms that respellings
// make the same are given once.
var givenNames = index(`
abdallah abdullah abdulla
ahmad ahmed
aleksandar aleksander alexander alex oleksandr aleksandr sasha
aleksei alexei oleksii
andrei andrii andrej andrew
anthony antony tony
antonio antonio toni
benjamin ben bibi
charles charlie chuck
christopher chris
daniel dan danny
david dave
dmitry dmitri dmytro dimitri
donald don
edward ed eddie ted
elizabeth liz
evgeny yevgeny yevgeni yevhen evgeni
fyodor fedor
gregory greg
hussein husain hossein hosein hussain
ibrahim ebrahim
igor ihor
jacob jake
james jim jimmy
jeffrey jeff geoffrey
jennifer jen
jonathan jon
joseph joe
joshua josh
kenneth ken
kyril kirill kyrylo
lawrence larry
lindsey lindsay
marjorie marge
mahmoud mahmud mahmood
matthew matt
michael mike mick
mikhail mykhailo mihail
mohammed muhammad mohamed mohamad mohammad muhammed mohammadu
mustafa mostafa
nicholas nick
nikolai mykola nikolay
oleh oleg
omar umar
osama usama
patrick pat
paul pavel pavlo
pete peter petr pyotr petro
rashid rasheed
richard rick dick
robert bob bobby rob
ronald ron
samuel sam
sergei serhiy serhii sergii
stephen steven steve
susan sue
thomas tom tommy
timothy tim
usman uthman othman osman
vladimir volodymyr wladimir
william bill will
yousef youssef yusuf yousuf yussuf
zachary zach
`)

// places lists, per row, names of one place that differ by more than spelling.
var places = index(`
bengaluru bangalore
chernihiv chernigov
chornobyl chernobyl
dnipro dnepr
donbas donbass
el-fasher al-fashir al-fasher fasher
gaza gaza-strip
kharkiv kharkov
kobani kobane
kolkata calcutta
kyiv kiev kyyiv
lviv lvov
makkah mecca
mumbai bombay
mykolaiv nikolaev nikolayev
odesa odessa
raqqa raqa
sanaa sana
yangon rangoon
zaporizhzhia zaporizhia zaporozhye zaporizhzhya
`)

// index maps each word of a row to the first of it.
func index(rows string) map[string]string {
	out := make(map[string]string)
	for row := range strings.Lines(rows) {
		forms := strings.Fields(row)
		for _, form := range forms {
			out[respell(form)] = respell(forms[0])
		}
	}
	return out
}

// respell reduces a word of a slug to the letters that all its spellings share.
func respell(word string) string {
	if len(word) < 5 {
		return word
	}
	var b strings.Builder
	var last rune
	for _, r := range respellings.Replace(word) {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// sameGiven reports whether two words are one given name, or one of them is the
// initial of the other.
func sameGiven(a, b string) bool {
	if len(a) == 1 || len(b) == 1 {
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	}
	return canonical(givenNames, a) == canonical(givenNames, b)
}

func canonical(table map[string]string, word string) string {
	if first, ok := table[word]; ok {
		return first
	}
	return word
}

// prefixes are spellings of the start of a name.
var prefixes = []struct{ long, short string }{
	{"the-", ""}, {"united-states-", "us-"}, {"united-nations-", "un-"}, {"european-union-", "eu-"}, {"united-kingdom-", "uk-"},
	{"us-state-of-", ""}, {"government-of-the-", "government-of-"},
}

// regions end the names of places that go without them too, where two words or
// more are left: “Blue Nile State”, but not “Khartoum State”, which is not
// Khartoum.
var regions = set(`department district governorate island oblast province region state`)

// words splits a name into the words that tell it from others, spelled in one
// way: without articles, and without the hyphen of “co-operation”.
func words(name string) []string {
	slug := strings.ReplaceAll(graph.Slug(name), "co-op", "coop")
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(slug, p.long); ok {
			slug = p.short + rest
		}
	}
	all := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' })
	if n := len(all) - 1; n > 1 && regions[all[n]] && !slices.ContainsFunc(all, isParticle) {
		all = all[:n]
	}
	for i := range all {
		all[i] = respell(all[i])
	}
	if one, ok := places[strings.Join(all, "-")]; ok {
		return []string{one}
	}
	var out []string
	for i, word := range all {
		if i == len(all)-1 || !articles[word] {
			out = append(out, word)
		}
	}
	return out
}

var articles = set(`al el ul the`)
