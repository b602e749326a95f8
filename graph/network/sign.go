package network

import "strings"

// A sign tells whether an act is friendly or hostile.
type sign int

const (
	neutral sign = iota
	friendly
	hostile
)

// signs are those of verbs by which states, parties and people deal with each
// other, as far as the verb alone tells.
var signs = func() map[string]sign {
	all := make(map[string]sign)
	for s, verbs := range map[sign]string{
		friendly: `aid agree ally applaud approve assist assure back befriend bless cheer comfort commend
			congratulate consult cooperate defend embrace encourage endorse forgive fund greet help honor host hug
			invite join lend meet negotiate pardon partner praise promise protect reassure reconcile recognize rescue salute
			side support talk thank unite visit welcome`,
		hostile: `abduct abuse accuse ambush annex arrest assail assassinate assault attack ban beat besiege blackmail
			blame blast block blockade bomb boycott capture censure charge combat condemn confront convict criticize curse
			defy denounce deport depose deride destroy detain dismiss dispute evict expel fight fine hack harass hit humiliate
			imprison indict insult intimidate invade jail kidnap kill menace mock murder occupy oppose oust overthrow poison
			protest provoke punish raid rebuff rebuke reject reprimand resist sanction scold shell shoot slam spy stab strike
			sue suspend torture threaten veto vilify warn wound`,
	} {
		for verb := range strings.FieldsSeq(verbs) {
			all[verb] = s
		}
	}
	return all
}()

// signOf judges what is said to be done by the verb: “sanctions”, “meets with”.
// What is denied or only possible is neutral.
func signOf(e *Edge) sign {
	if e.Prefix != "verb" {
		return neutral
	}
	verb, _, _ := strings.Cut(e.Class, " ")
	return signs[verb]
}
