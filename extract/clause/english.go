package clause

import "github.com/whomgraph/whom/graph"

// The word lists of English. Classes of verbs follow Karttunen, “Implicative
// verbs” (Language 47, 1971) for manage, fail and their kin; Kiparsky and
// Kiparsky, “Fact” (1970) for factive verbs; Levin, English Verb Classes
// (1993), §37 for verbs of communication. The lists themselves are ours.

// complementVerbs: verbs | “that …” | “to …” | gerund.
// says: attributed to the subject; not: polarity turned; object: the verb's
// object does it; silent: the verb is no act of its own; raises: its negation
// belongs to the clause; same: nothing changes.
var complementVerbs = readComplements(complementVerbsTable)

const complementVerbsTable = `
say state announce declare report assert allege outline detail maintain contend argue note add write tweet post comment remark stress emphasize emphasise underline underscore reiterate repeat reaffirm explain describe disclose reveal testify boast charge respond reply counter retort complain insist concede rule answer read acknowledge admit confirm affirm attest certify conclude estimate calculate assess suggest imply hint indicate signal quote cite recount recall observe reason point_out shoot_back fire_back make_clear lie joke proclaim mention elaborate clarify specify mock quip inform notify assure brief convince | says | planned says | says
claim profess | says | says | says
purport | possible | possible silent | possible
accept | says | planned | same
tell remind advise | says | demanded says object | says
theorize theorise speculate hypothesize posit | says possible | - | possible
show demonstrate | says | same silent | same
reflect ensure guarantee | same | same silent | same
prove | same | possible silent | same
mean | same | planned | same
find recognize recognise regret | says | same | same
know realize realise learn discover understand | same | same | same
see hear notice watch catch spot film | same | same object | same object
believe think suppose assume feel reckon guess | says raises | possible says object raises | possible says
rule_out | says not | not says | planned not says
vote | says planned | same | same
deny refute rebut dispute reject dismiss disavow disclaim | says not | not | says not
doubt question | says possible | - | possible
fear worry suspect | says possible | possible | possible
predict forecast anticipate foresee project | says planned | planned object | planned
expect | says planned raises | planned object raises | planned
hope wish dream pray | says possible raises | planned | possible
warn caution | says | demanded says object | possible
ask wonder inquire enquire | says questioned | demanded says object | possible
investigate examine check determine debate discuss | questioned | planned | possible
urge demand order command instruct request beg implore appeal appeal_to call_on call_upon call_for ask_for press_for push lobby encourage exhort direct plead invite | demanded says | demanded says object | demanded says
recommend | demanded says | demanded says object | demanded says
propose | demanded says | demanded says object | possible says
want like prefer desire | demanded raises | planned object raises | planned
need | demanded raises | demanded object silent | demanded
require pressure press | demanded says | demanded says object | demanded says
oblige compel force | same | same object | same
allow permit let enable authorize authorise assist lead | same | possible object | possible
cause make prompt drive | same | same object | same
persuade | says | same object | same
forbid ban prohibit bar | demanded not says | demanded not says object | demanded not says
prevent stop_from block_from keep_from deter | same | not object | not
agree | says planned | planned says | planned says
promise pledge vow swear commit offer | says planned | planned says | planned
threaten | says possible | planned says | planned
decide resolve opt choose elect undertake arrange volunteer scheme plot conspire mull contemplate | says planned | planned | planned
plan intend aim prepare seek aspire | says planned | planned silent | planned
try attempt strive struggle endeavor endeavour fight work bid scramble rush hurry move vie compete labor | says planned | planned silent | planned
manage dare bother remember | same | same silent | same
refuse decline | not | not | not
hesitate | not | not silent | not
fail neglect forget omit | not | not silent | not
avoid refrain abstain desist | not | same | not
stop cease quit halt | not | same | not silent
continue begin start keep proceed go_on resume come use tend finish complete | same | same silent | same silent
seem appear happen turn_out | possible silent | possible silent | possible silent
get help | same | same object | same
nominate appoint name select pick tap recruit | - | planned object | -
hire pay send dispatch deploy | - | planned object | -
have | - | demanded silent | same silent
go | - | planned silent | -
call | demanded says | planned | demanded says
leave_to leave_up_to | - | possible object | -
be | - | planned silent | -
set due schedule slate poise | - | planned silent | -
risk consider imagine | says possible | possible | possible
accuse | says | says object | says object
pretend | not | not | not
`

// passiveVerbs: the same for verbs in the passive, whose subject does what a
// subjectless clause says: “is expected to”, “was accused of”.
var passiveVerbs = readComplements(passiveVerbsTable)

const passiveVerbsTable = `
expect schedule set slate plan project predict forecast anticipate due tip | planned | planned silent | planned
believe think say report understand know estimate consider rumor rumour | possible | possible silent | possible
allege suspect accuse charge | possible | possible silent | possible
find convict force oblige compel | same | same silent | same
order require ask urge call_on | demanded | demanded silent | demanded
allow permit authorize authorise | possible | possible silent | possible
tell inform notify | same | demanded silent | demanded
forbid ban bar prohibit | demanded not | demanded not silent | demanded not
prevent | not | not silent | not
suppose | - | planned silent | -
mean | - | demanded silent | -
`

// complementAdjectives: the same for predicative adjectives and participles.
var complementAdjectives = readComplements(complementAdjectivesTable)

const complementAdjectivesTable = `
confident sure certain convinced adamant clear aware | says | planned silent | same
hopeful optimistic | says possible | planned silent | possible
afraid fearful worried concerned wary | says possible | possible silent | possible
unsure uncertain unclear doubtful skeptical sceptical unknown | says questioned | possible silent | questioned
likely probable apt liable | possible | possible silent | possible
unlikely improbable | possible not | possible not silent | possible
able capable | same | possible silent | possible
interested keen | - | planned silent | possible
unable incapable powerless | same | not silent | not
willing free open inclined ready prepared happy glad | says | possible silent | possible
eager determined committed | says | planned silent | planned
reluctant unwilling loath | not | not silent | not
set due poised scheduled bound about | planned | planned silent | planned
possible | possible | possible silent | possible
impossible untrue false | not | not silent | not
necessary essential crucial vital imperative important | demanded | demanded silent | demanded
`

// prepositionVerbs: a verb, its preposition and the gerund after it:
// “accused the West of whipping up tensions”.
var prepositionVerbs = readComplements(prepositionVerbsTable)

const prepositionVerbsTable = `
suspect_of | - | - | possible says object
accuse_of charge_with blame_for criticize_for criticise_for condemn_for denounce_for thank_for praise_for credit_with fault_for | - | - | says object
warn_of | - | - | says possible
boast_of boast_about confess_to admit_to | - | - | says
warn_against caution_against advise_against | - | - | demanded not says object
ban_from bar_from prohibit_from | - | - | demanded not says object
prevent_from stop_from keep_from block_from deter_from discourage_from dissuade_from restrain_from | - | - | not object
refrain_from abstain_from desist_from | - | - | not
insist_on plan_on count_on commit_to look_forward_to | - | - | planned
stop_of stop_short_of fall_short_of | - | - | not silent
succeed_in | - | - | same silent
fail_in | - | - | not silent
convict_of | - | - | same object
acquit_of | - | - | not object
arrest_for detain_for prosecute_for sue_for investigate_for | - | - | possible object
sentence_for jail_for imprison_for fine_for sanction_for expel_for fire_for sack_for dismiss_for suspend_for punish_for honor_for | - | - | same object
talk_into trick_into coerce_into pressure_into force_into | - | - | same object
think_of dream_of consider_as | - | - | possible
call_for push_for press_for ask_for | - | - | demanded says
aim_at | - | - | planned
object_to | - | - | possible
`

// complementNouns: nouns | “that …” | “to …” | gerund after “of”. Their clause
// is attributed to the noun's owner, else to the noun itself.
var complementNouns = readComplements(complementNounsTable)

const complementNounsTable = `
report boast hint claim allegation statement assertion announcement declaration accusation charge insistence argument suggestion contention remark comment view opinion position conclusion finding revelation disclosure message rumor rumour news acknowledgement admission confirmation assurance testimony explanation complaint intelligence | says | planned says | says
denial rebuttal | says not | not | says not
refusal failure inability reluctance unwillingness | not | not | not
fear concern worry possibility risk danger threat likelihood prospect chance suspicion speculation | possible | possible | possible
belief | says | possible | possible
hope expectation prediction forecast | says planned | planned | planned
warning | says | demanded says | possible
demand pressure warrant call request appeal order instruction ultimatum requirement recommendation plea invitation guarantee condition | demanded says | demanded says | demanded says
proposal | demanded says | possible says | possible says
promise pledge vow commitment agreement offer | says planned | planned | planned
plan plot scheme initiative decision intention intent aim goal move attempt effort drive campaign struggle push bill law legislation resolution measure decree readiness willingness determination deal pact bid preparation desire ambition mandate mission | planned | planned | planned
ability capacity opportunity right capability permission power way need | possible | possible | possible
referendum plebiscite | questioned | planned | questioned
question doubt uncertainty | questioned | questioned | questioned
interest | - | possible | possible
fact evidence proof | same | same | same
pain trouble liberty | same | same | same
`

// modals are auxiliaries that set a modality.
var modals = map[string]graph.Modality{
	"will": graph.Planned, "'ll": graph.Planned, "’ll": graph.Planned, "wo": graph.Planned, "shall": graph.Planned,
	"may": graph.Possible, "might": graph.Possible, "could": graph.Possible, "can": graph.Possible, "ca": graph.Possible,
	"should": graph.Demanded, "must": graph.Demanded, "ought": graph.Demanded,
}

// prospects are what is said of an act that has not been done: “the reply is still
// in the works”.
var prospects = map[string]graph.Modality{
	"works": graph.Planned, "pipeline": graph.Planned, "offing": graph.Planned, "making": graph.Planned, "cards": graph.Possible, "table": graph.Possible,
	"imminent": graph.Planned, "due": graph.Planned, "pending": graph.Planned, "forthcoming": graph.Planned, "planned": graph.Planned,
	"expected": graph.Planned, "scheduled": graph.Planned, "drafted": graph.Planned, "attempted": graph.Planned, "awaited": graph.Planned, "possible": graph.Possible, "likely": graph.Possible,
	"unlikely": graph.Possible, "inevitable": graph.Possible, "needed": graph.Demanded, "necessary": graph.Demanded, "required": graph.Demanded,
}

// modifiers are adjectives and adverbs that set the modality of an act.
var modifiers = map[string]graph.Modality{
	"planned": graph.Planned, "upcoming": graph.Planned, "scheduled": graph.Planned, "future": graph.Planned, "forthcoming": graph.Planned, "looming": graph.Possible,
	"possible": graph.Possible, "potential": graph.Possible, "alleged": graph.Possible, "suspected": graph.Possible, "feared": graph.Possible, "threatened": graph.Possible, "purported": graph.Possible, "imminent": graph.Possible, "proposed": graph.Planned,
	"perhaps": graph.Possible, "maybe": graph.Possible, "possibly": graph.Possible, "probably": graph.Possible, "allegedly": graph.Possible, "potentially": graph.Possible, "presumably": graph.Possible, "supposedly": graph.Possible, "seemingly": graph.Possible, "reportedly": graph.Possible, "likely": graph.Possible, "apparently": graph.Possible,
}

var (
	// additives after “not” add rather than deny: “not only … but also”.
	additives = set(`only just merely simply`)
	// focusing adverbs before a noun are no part of its phrase.
	focusing  = set(`also even too only just merely simply especially particularly including notably`)
	negations = set(`not n't n’t nt never no neither nor hardly scarcely nowhere`)
	// negativePronouns deny the act in which they take part.
	negativePronouns = set(`nobody none nothing neither no-one`)
	// conditions introduce what must hold before.
	conditions = set(`if unless provided providing lest in_case as_long_as so_long_as pending`)
	// indefinites do not say of which one the noun speaks.
	indefinites = set(`a an any some no every each another`)
	// characterizing verbs give somebody's words for something: “called it “a war””.
	characterizing = set(`call describe dub characterize characterise label brand term portray depict denounce condemn praise hail criticize criticise slam blast refer_to theorize theorise`)
	// transitive verbs have an object, if only the noun that they describe.
	transitive = set(`have pose raise express voice share create bring make`)
	// examples introduce one of what the noun before stands for.
	examples = set(`including such_as like`)
	// summaries are nouns that sum up in apposition what was said before.
	summaries = set(`assessment condition demand claim statement assertion position step gesture stance allegation charge accusation move step decision proposal threat idea suggestion action something`)
	// titling verbs give a title, which tells no act.
	titling = set(`entitle title headline`)
	// attempts are verbs whose means are used, whatever comes of them.
	attempts = set(`seek try attempt strive`)
	// texts are what is published.
	texts = set(`piece article report letter statement interview column post story essay tweet video book document`)
	// speeches are where something is said.
	speeches = set(`speech address remark memo note email filing broadcast message conference briefing announcement release telegram call hearing appearance`)
	// publishing verbs are done to texts.
	publishing = set(`share publish post release print write issue reprint quote cite broadcast air`)
	// phases are verbs of how an event goes on.
	phases = set(`end begin start last conclude break_up open close adjourn`)
	// participles are adjectives before a noun, whatever they look like.
	participles = set(`biting crippling punishing sweeping devastating escalating growing mounting rising increasing ongoing existing remaining damaging lasting binding far-reaching`)
	// voicing verbs make their subject the one who says what their object holds.
	voicing = set(`reach come arrive draw express voice raise`)
	// creating verbs bring about their object.
	creating = set(`mean create make build establish want need seek demand propose prepare draft plan offer introduce cause trigger lead_to result_in form set_up`)
	// hardships are nouns that one has in doing what a gerund after them says.
	hardships = set(`difficulty trouble problem fun success luck experience`)
	// reactions are nouns whose doer stands after “from”.
	reactions = set(`opposition criticism pressure support condemnation demand threat response warning request resistance objection backlash reaction pushback`)
	// manners are verbs whose gerund tells how something is said, not what.
	manners = set(`use cite quote follow include begin`)
	// hedges after “if” are no conditions.
	hedges = set(`possible necessary needed required so any appropriate anything true`)
	// announcing verbs tell what is to be done.
	announcing = set(`announce propose plan unveil pledge promise order consider threaten introduce outline suggest demand`)
	// contests are verbs whose infinitive tells what came of it, if it is a winning verb.
	contests = set(`defeat beat win rally overcome outscore edge overtake come_back`)
	winning  = set(`win clinch secure defeat beat reach advance become claim earn take retain`)
	// moments introduce a time that, in the present beside the future, is to come.
	moments = set(`when once until till before as_soon_as whenever`)
	// located participles tell where something is: “US-based”.
	located = set(`base situate locate`)
	// calling verbs have for their gerund what others are to do.
	calling = set(`call_for demand urge order request press_for push_for ask_for advocate`)
	// bothers are verbs and nouns that only lead to what is done.
	bothers = set(`take_pain take_trouble take_liberty have_trouble have_difficulty`)
	// denying verbs with a noun of reporting deny what it stands for.
	denying   = set(`deny reject dismiss refute dispute rebut`)
	reporting = set(`claim accusation allegation charge report assertion`)
	definites = set(`the this that these those such`)
	// rebutting verbs take up a clause before them with a pronoun.
	rebutting = set(`deny dispute refute confirm acknowledge`)
	takingUp  = set(`that this it which`)
	// appointing verbs give their object something to do, which a gerund tells, too.
	appointing = set(`nominate appoint name elect select pick tap hire choose promote`)
	succeeding = set(`replace succeed become head lead`)
	// taking verbs with an opportunity do what it is for.
	taking        = set(`take use seize`)
	opportunities = set(`opportunity chance occasion`)
	// granting verbs give somebody what their object is for: “gave him the power to
	// veto”.
	granting = set(`give grant offer allow afford deny hand award assign deal leave`)
	// seeking verbs make their subject the one who demands what their object says.
	seeking = set(`seek demand want request require ask_for call_for push_for`)
	// reflecting verbs tell what an event shows, not what somebody does.
	reflecting = set(`reflect show mean mark underscore underline highlight signal illustrate suggest demonstrate`)
	// attemptNouns are what may fail; losing verbs have it as object and failing ones as
	// subject when it does, foiling ones make it.
	attemptNouns = set(`attempt bid effort try push campaign drive plot scheme`)
	missing      = set(`miss lose waste squander`)
	losing       = set(`lose abandon drop give_up`)
	failing      = set(`fail collapse founder falter stall fall_short flop`)
	foiling      = set(`foil thwart block defeat frustrate scuttle derail`)
	// reticent verbs tell what somebody left unsaid.
	reticent = set(`decline refuse elaborate specify`)
	// provisions are what something is done according to, and say nothing.
	provisions = set(`rule law plan schedule constitution procedure agreement need ability custom tradition`)
	// responding verbs take up what others say.
	responding = set(`comment_on respond_to reply_to react_to answer answer_to`)
	// together are prepositions of those who do it, too.
	together = set(`along_with together_with as_well_as alongside`)
	// asking verbs have a question as their clause.
	asking = set(`ask wonder inquire enquire question`)
	// verdicts are what falls on somebody for what he did: “drew criticism for leaving”.
	verdicts = set(`criticism praise condemnation backlash scrutiny applause anger outrage ridicule fire acclaim`)
	// disclosing adjectives make one verb with “make”.
	disclosing = set(`public clear known available`)
	// withholding verbs tell with “would not” what somebody did not say.
	withholding = set(`say comment confirm elaborate answer disclose identify name specify discuss reveal`)
	// surface markers introduce what the subject of a passive did.
	surface = set(`after before while when`)
	// pasts are forms of the past that are no participles.
	pasts = set(`ran began went came fell rose broke took gave wrote spoke drove grew flew shook sank rang sang`)
	// connecting verbs only set one event beside another.
	connecting = set(`come follow`)
	// eventualities after “in” tell on what condition.
	eventualities = set(`event case`)
	// leading prepositions are no part of the phrase that they stand before.
	leading = set(`by of from with against for`)
	// amounting verbs tell of a quantity.
	amounting = set(`double triple quadruple halve finish complete treble rise fall total increase decrease climb drop amount average range`)
	// factive verbs take for granted what their clause says, known or not.
	factive = set(`know realize realise hide forget notice learn remember discover conceal`)
	// standards are what is met by nobody's side.
	standards = set(`demand need deadline target goal condition requirement criterion threshold standard obligation challenge quota expectation cost fate`)
	// stating verbs demand nothing, whatever the form of the verb in their clause.
	stating = set(`say confirm show claim report`)
	// regarding verbs tell as what somebody sees something.
	regarding = set(`see view regard perceive treat consider deem find`)
	// accusing nouns take up what charging verbs say.
	accusing = set(`charge accusation`)
	charging = set(`accuse charge blame allege suspect denounce criticize criticise condemn claim`)
	// judging verbs are what courts and boards do.
	judging = set(`rule decide find hold declare revise overturn uphold annul reverse overrule quash reject dismiss`)
	// aims are what somebody is to do.
	aims = set(`aim goal priority task purpose objective intention job role mission plan duty`)
	// refusals, where there was none, leave open whether it is done.
	refusals = set(`refuse decline rule_out prevent`)
	// asserting verbs of saying have a clause for an object, hardly a noun.
	asserting = set(`say claim argue insist maintain contend`)
	// supposing words mark an act that may come: “any attack”, “further sanctions”.
	supposing = set(`any such further another renewed fresh`)
	// consequential verbs tell what an act would bring.
	consequential = set(`trigger result lead mean constitute provoke prompt draw bring cause undermine violate amount carry entail spark have be create require`)
	// universals stand for all of a kind.
	universals = set(`all every everyone everybody everything each both`)
	// mentioning verbs have an act that their subject speaks of as their object.
	mentioning = set(`mention cite describe recall note speak_of speak_about talk_about refer_to point_to complain_of complain_about warn_of allege claim report`)
	// harming verbs tell what came of a deed.
	harming = set(`kill wound injure hurt maim`)
	// quantities count the noun after “of”.
	quantities = set(`ten hundred thousand million billion trillion dozen score number majority minority most some many few several all both none one two three four five each any half part rest group pair couple lot handful series host plenty member kind sort type bulk dozens tens hundreds thousands millions`)
	// detached verbs do not make their subject the one who does what their object
	// plans: “discussed efforts to end the war”.
	detached = set(`discuss review support welcome reject back praise condemn oppose criticize criticise consider examine study describe see know hear mention follow block deny refuse thwart foil hinder obstruct hamper undermine frustrate stymie impede counter resist rebuff veto halt`)
	// prepositionLike verbs are prepositions in -ing.
	prepositionLike = set(`pending following including regarding concerning according considering involving excluding barring`)
	// hyphenVerbs join a common noun that does them: “government-controlled”.
	hyphenVerbs = set(`back lead control run fund sponsor support hold occupy arm train finance`)
	// questioning verbs take “when”, “how” or “why” clauses as their object.
	questioning = set(`ask explain know reveal describe show tell learn see understand decide discuss wonder clarify investigate`)
	// deciding verbs take “if” clauses so, too.
	deciding = set(`ask know decide wonder see learn`)
	// describing verbs tell no act of their subject where they stand alone.
	describing = set(`be remain stand exist vary seem appear happen matter lie sit belong differ range look feel sound mean`)
	// intransitive verbs share no object: “the bus crashed and killed ten”.
	intransitive = set(`explode crash collide collapse die erupt capsize derail sink break_out fall rise resign sit sit_down stand waver vote live march arrive return happen emerge escape flee run go come sleep appear disappear vanish wait`)
	// weather is what only “it” does.
	weather = set(`rain snow hail thunder drizzle`)
	// falsehoods are what a claim is that does not hold.
	falsehoods = set(`false untrue baseless unfounded groundless fabricated bogus fake wrong incorrect inaccurate lie hoax fabrication nonsense`)
	// truths are what a claim is that holds.
	truths = set(`true correct accurate right case`)
	// depriving verbs take what somebody is accused or robbed of.
	depriving = set(`accuse suspect convict acquit absolve rob deprive strip`)
	// lateMarkers begin a time that a sentence adds at its end.
	lateMarkers = set(`ahead ahead_of amid following after before hours_before hours_after days_before days_after`)
	// cancelling verbs deny what their object plans.
	cancelling = set(`abandon drop scrap cancel call_off shelve ditch forgo`)
	// ending verbs have an object that is there before them.
	ending = set(`revoke repeal lift rescind suspend overturn reverse amend annul end scrap abolish withdraw extend block reject`)
	// byCircumstance are nouns after “by” that do nothing.
	byCircumstance = set(`end start beginning middle close acronym initial nickname abbreviation helicopter message mail email post fax letter air sea rail bus train plane car truck boat ship text radio mistake accident force law hand phone name percent % point degree foot mile kilometer kilometre meter metre river road sea lake default design definition nature surprise chance virtue means way vote margin unit`)
	// accompanying prepositions say what was there, or not, when it was done: “fell
	// with no casualties”.
	accompanying = set(`with despite for after amid`)
	// firsts single out who did it: “the first country to recognize”.
	firsts = set(`first second third last only latest next`)
	// labels stand before a colon without being speakers.
	labels = set(`live analysis q a question answer photo photos watch video opinion exclusive update breaking factbox explainer note editor's correction listen read more`)
	// reporters stand after a colon as speakers.
	reporters = set(`report reports police officials official minister ministry study source sources media army government court prosecutors witnesses company spokesman spokesperson spokeswoman`)
	// phrasal prepositions belong to a verb with a particle.
	phrasal = set(`with of for on from against to`)
	// stative participles describe without telling an act: “aimed at”.
	stative = set(`aim focus center centre base call name know locate relate situate entitle title dub compare concern involve need own consist`)
	// idioms are verbs and nouns that together are one predicate.
	idioms = set(`take_place take_part take_effect take_office take_shape take_note open_fire make_sense make_way give_way give_birth shake_hands`)
	// adverbial particles that belong to the verb they follow.
	particles = set(`back away down up out off over apart forward ahead together aside`)

	demonymEndings = []string{"an", "ish", "ese", "i", "nch", "utch", "zech", "reek", "ern", "hai", "wiss", "elsh"}

	// concessions introduce what the outlet itself holds against what is said.
	concessions = set(`although though even_though whereas albeit while`)
	// ahead are prepositions that put an event into the future.
	ahead = set(`ahead_of before until till pending`)
	// accusations without somebody who makes them leave open whether they hold.
	accusations = set(`accusation allegation charge suspicion`)
	// turning verbs say little without the adjective behind them.
	turning = set(`fall come go turn run take stand`)
	// means are what one asks for to do something oneself.
	means = set(`time money fund help support permission power right leave room assistance aid`)
	// happening verbs say of something when it was; places only hold it.
	happening = set(`start begin end last erupt occur happen continue break_out flare escalate intensify`)
	places    = set(`country region city town village capital area province state district nation`)
	// assurances, where they are sought, are of somebody else.
	assurances = set(`assurance guarantee promise pledge commitment undertaking`)
	// happenings do not speak.
	happenings = set(`row crisis dispute scandal affair controversy war conflict fighting violence unrest strike walkout shutdown shortage inflation debt fire wildfire flood storm hurricane typhoon earthquake drought heat virus outbreak epidemic pandemic split rift tension deadlock stalemate impasse fallout delay wave trend case trial rise surge fall slump collapse downturn recession tariff disruption escalation backlash move decision ruling defeat loss situation project year season match contest race test`)
	// threatening verbs take an if-clause as a condition, not as a question.
	threatening = set(`warn threaten promise vow pledge`)

	// sources are prepositions of the one who says so.
	sources = set(`according_to in_the_words_of per`)

	// prepositional lists prepositions that turn an oblique into the object of
	// a verb without one: “responded to the letter”.
	// For those that are mostly circumstances, the verbs are listed.
	prepositional = map[string]map[string]bool{
		"to": nil, "against": nil, "into": nil, "toward": nil, "towards": nil, "upon": nil, "between": nil,
		"with":   set(`meet talk speak agree deal cooperate negotiate clash collide comply side consult work engage fight compete trade interfere break struggle face_off converse coordinate merge argue ally communicate tamper disagree sympathize sympathise reconcile collaborate confer exchange debate quarrel differ square_off spar team_up meddle align flirt experiment cope live grapple vote tie identify partner join`),
		"for":    set(`call vote run search wait apply ask push press look pray plead campaign care account compete bid stand opt pay fight`),
		"from":   set(`borrow withdraw secede resign defect benefit suffer flee escape recover retreat differ pull_out pull_back step_down`),
		"of":     set(`think speak hear consist dispose approve warn complain`),
		"about":  set(`talk speak complain worry think care know learn hear argue lie`),
		"on":     set(`agree insist vote decide rely focus depend call impose fire work crack_down comment report spy act build count draw embark reflect touch rule open_fire attack`),
		"over":   set(`preside rule argue prevail fight`),
		"at":     set(`look aim fire shoot laugh arrive point strike work stand hint open_fire hit_out lash_out hit_back fire_back strike_back shout_back rail jeer sneer`),
		"out of": set(`run back pull drop opt`),
		"in":     set(`participate engage intervene invest believe succeed join result arrive land interfere meddle partake take_part`),
	}

	// decreeing verbs with a ruling as object make their subject do what the
	// ruling does: “signed a decree expanding the army”.
	decreeing = set(`sign issue approve adopt pass enact order decree ratify announce impose publish`)
	rulings   = set(`decree law bill order act resolution measure legislation regulation rule ruling amendment directive proclamation edict treaty agreement deal pact`)

	// laws do themselves what they are made to do: “passed a bill to cut pensions”.
	laws = set(`law bill legislation act resolution amendment budget initiative`)

	// lightVerbs carry an event noun as their act: “held talks with”.
	lightVerbs = set(`put hold have make give issue conduct launch stage deliver provide offer carry_out take pay mount reach strike fight wage deliver open put continue renew resume repeat`)

	// symmetricVerbs are done by both sides; with “with” or a plural subject.
	symmetricVerbs = set(`meet talk negotiate agree converse confer clash fight_with trade exchange debate quarrel argue cooperate collaborate reconcile differ face_off square_off spar team_up`)

	timeNouns   = set(`meantime meanwhile monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night noon midday midnight dawn dusk nightfall daybreak day week weekend month year decade century hour minute moment quarter spring summer autumn fall winter date time season a.m. p.m. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.`)
	vagueTimes  = set(`meantime meanwhile`)
	timeAdverbs = set(`earlier later previously recently now already currently soon afterwards meanwhile today yesterday tomorrow tonight ago`)

	reciprocals = set(`each_other one_another`)
)

// nominalEvents: noun:verb:marks. s: both sides do it with “between” or
// “with”; l: with a light verb the noun is the act.
var nominalEvents = readEvents(nominalEventsTable)

const nominalEventsTable = `
call:call:sl phone_call:call:sl talk:talk:sl meeting:meet:sl conversation:converse:sl discussion:talk:sl negotiation:negotiate:sl consultation:consult:sl summit:meet:sl dialogue:talk:sl
exchange:exchange:s clash:clash:s fighting:fight:s battle:fight:sl war:fight:sl:with+against+on standoff:face_off:s dispute:dispute:s rivalry:rival:s cooperation:cooperate:sl trade:trade:s agreement:agree:sl deal:agree:sl pact:agree:s treaty:agree:s alliance:ally:s ceasefire:cease_fire:s truce:cease_fire:s
invasion:invade attack:attack:l:on+against assault:attack:l:on+against strike:strike:l:on+against raid:raid:l:on+against offensive:attack:l:against+in airstrike:strike:l:on+against bombing:bomb bombardment:bombard:l shelling:shell occupation:occupy annexation:annex seizure:seize capture:capture killing:kill murder:murder assassination:assassinate arrest:arrest detention:detain expulsion:expel
response:respond_to:l reply:reply_to:l answer:answer:l reaction:react_to rejection:reject refusal:refuse denial:deny acceptance:accept approval:approve endorsement:endorse condemnation:condemn criticism:criticize support:support:l:for+of backing:back::for+of opposition:oppose::to
demand:demand:l:for request:request:l:for appeal:appeal_to:l warning:warn:l:to+of+against+for threat:threaten:l:of+to+against accusation:accuse:l:against allegation:allege::against proposal:propose:l:for offer:offer promise:promise pledge:pledge statement:state:l announcement:announce:l report:report claim:claim:l complaint:complain_about
visit:visit:l:to trip:visit:l:to withdrawal:withdraw deployment:deploy buildup:build_up build-up:build_up mobilization:mobilize mobilisation:mobilize expansion:expand reduction:reduce placement:place delivery:deliver supply:supply sale:sell purchase:buy acquisition:acquire takeover:take_over assurance:assure:l creation:create destruction:destroy establishment:establish construction:build use:use violation:violate breach:breach defeat:defeat defence:defend defense:defend protection:protect recognition:recognize appointment:appoint election:elect dismissal:dismiss removal:remove release:release rescue:rescue transfer:transfer movement:move annulment:annul suspension:suspend investigation:investigate:l:into+of inquiry:investigate:l:into probe:investigate:l:into decision:decide:l
aid:aid::to+for assistance:assist:l:to help:help:l:to pressure:press:l:on sanction:sanction::on+against embargo:embargo::on+against blockade:blockade ban:ban::on
`

var (
	// indicting verbs make their subject the accuser.
	indicting = set(`indict charge arraign prosecute sue try`)
	// backgrounds stand before what was there when something was said.
	backgrounds = set(`following after amid amidst despite`)
	// punishments are what somebody is held in or sent to for what he did.
	punishments = set(`contempt court custody jail prison detention`)
	// designating verbs give their object a name or rank.
	designating = set(`designate declare deem consider proclaim pronounce`)
	// nominatives are pronouns that may be subjects.
	nominatives = set(`i he she it we they`)
	// whoEndings and people are of nouns that stand for somebody.
	whoEndings = []string{"er", "or", "ant", "ent", "ist", "man", "woman", "ian", "ee"}
	people     = set(`police army official judge witness chief king queen friend wife husband son daughter boy girl child group team party government ministry company firm bank court union council family crowd rebel guard aide ally state country agency office`)
	// wanting verbs behind “would” tell a wish of now.
	wanting = set(`like love prefer`)
	// inversions begin a condition that has no “if”.
	inversions = set(`should had were`)
	// whoever are words for whom a condition is true of.
	whoever = set(`anyone anybody whoever`)
	// disputing verbs leave open whether what they reject has been done.
	disputing = set(`reject dismiss dispute doubt question refute`)
	// warranting verbs say of a warrant that somebody wants it or has it.
	warranting = set(`issue request seek ask_for apply_for call_for approve grant obtain secure sign receive renew`)
	// crimes are announced when they are done.
	crimes = set(`arrest detention seizure capture recapture execution killing murder death rescue conviction indictment acquittal destruction assassination abduction kidnapping eruption`)
	// observing prepositions stand before what has happened.
	observing = set(`after following since despite amid over during into in`)
	// approving verbs let happen what their object stands for; holding verbs say what a
	// proposal or plan has in it.
	approving = set(`approve authorize authorise back support endorse favor favour finance fund oppose facilitate accelerate`)
	holding   = set(`include contain envisage envision involve entail foresee`)
)
