package language

import "strings"

// A vocabulary is the most frequent small words of a language, without those
// that are English words too.
type vocabulary struct {
	name  string
	words map[string]bool
}

var languages = []vocabulary{
	{"German", set(`der die das und kein keine keinen gegen zwischen seit bis beim vom unter dieser diese dieses wenn hatte waren soll sollen worden nicht mit ist auf für von dem den des ein eine einen einem einer sich auch es wird werden sind zu zum zur aus bei nach wie oder aber über durch haben wir sie ich dass daß noch nur vor um im er wurde seine seinen ihre sei mehr`)},
	{"French", set(`le la les des du et une que qui est dans pas sur avec au aux ce cette ces il elle ils sont par ne se sa ses leur ont été mais ou où nous vous je lui y être avait était selon après deux en un`)},
	{"Spanish", set(`el la los las del que y en un una por con para su sus se es al lo como más pero fue ha han este esta entre sobre también desde hasta según cuando muy ser está había dijo ya le`)},
	{"Portuguese", set(`os um uma que não da das dos em na nas por com para se ao aos mais como mas foi ele ela são seu sua ser está também pelo pela até isso entre quando muito já é`)},
	{"Italian", set(`il lo la gli della dei delle del di che è un una con non si da dal dalla nel nella sono ha hanno più anche ma sul alla ai questo questa essere stato ed suo sua loro tra dopo`)},
	{"Dutch", set(`het een van en niet dat op te zijn met voor aan er wordt worden om ook als naar bij uit maar hij zij ze deze dit door over nog heeft hebben kan zal geen werd tot de`)},
	{"Polish", set(`się nie na jest że jak ale przez po od za dla oraz tym tego który która które są było był ma może tylko już także przed`)},
	{"Czech", set(`se na je že pro jsou byl bylo jako ale podle po od za také který která které není si jeho jejich při již aby`)},
	{"Romanian", set(`și în la nu este cu din pe că un să pentru mai care au fost sunt al ale lui sau prin dar fi după acest această între de`)},
	{"Turkish", set(`ve bir bu için ile da de olarak olan daha gibi çok ancak sonra kadar en ne mi olduğu göre ise değil tarafından karşı`)},
	{"Swedish", set(`och att det en är som på av med för inte ett den till har de om var från sig han hon vi kan ska efter också eller när`)},
	{"Danish or Norwegian", set(`og det er en som på af av med til ikke et den har de om var fra seg sig han hun vi kan skal efter etter også eller når`)},
	{"Finnish", set(`ja ei että se hän oli ovat mutta myös kun joka sen mukaan ole hänen tai jos kuin niin olisi voi vielä`)},
	{"Hungarian", set(`az és hogy nem egy ez meg volt van ki csak már még szerint mint de azt vagy el lesz ezt után`)},
	{"Croatian, Serbian or Bosnian", set(`je se na da su za od koji koja koje nije sa kao će bi iz ali što po ili samo kako biti te već`)},
	{"Indonesian or Malay", set(`yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena adalah mereka oleh telah tersebut kepada bahwa saya kami`)},
	{"Vietnamese", set(`và của là có không trong cho được với các một người những đã khi này để đến từ cũng ông như về tại`)},
}

// englishWords are frequent in English and in no language of the table.
var englishWords = set(`the and of that with from his her their has have been which who would said says this these those but not they she by its were it should could after before about into told`)

// tabled are the words of all languages.
var tabled = func() map[string]bool {
	all := make(map[string]bool)
	for _, l := range languages {
		for w := range l.words {
			all[w] = true
		}
	}
	return all
}()

func set(list string) map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		words[w] = true
	}
	return words
}
