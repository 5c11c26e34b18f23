import type { Shared } from './opt-out-grammar.ts'

/** Parts that the rules have in common. */
export const SHARED_EN: Shared = {
  /** What is sent, and not the order to send it: "text me", "message us back". */
  texts: `
    [MESSAGES MENSAJES]
    (text | sms | reminder | phone | appointment | appt | automated) MESSAGE (?! [ME YOU])
    (?<! by | via | through) [MESSAGE MENSAJE] (?! [consult visit chat consultation ME HIM FAMILY YOU I MY back when if anytime instead before after a and drive driving it about regarding came said says was])`,
  /** The sender, and what is theirs: me, my phone, my mother, this number. */
  whom: `
    [ME HIM NOBODY]
    [MY ESTE] ~2 [PHONE TELEFONO] (?! of)
    [MY this] ~1 FAMILY`,
  contact: `
    TEXT
    (reach | write) (out)? (to)?
    (get in touch | hit) with?`,
  stop: `
    STOP (?! by | in | at | over | taking)
    [STOPPING CUT] (?! of)
    put (a | an | some)? (stop | end | halt) to
    (knock | cut) (it | this | that)? OFF with?
    (relax | chill | easy) (with | on | w)
    spare ME
    (lay | ease | chill | back | cool | slow | let | hold) (off | up | out | down | it)? (off | on | with | w | of)
    (enough | done | through | finished | over | had it | tired | sick) (with | of | w | on | without | already)?
    (good | fine | set) (with | w | on | without) (?! a)
    (turn | shut | switch | cut | turning | shutting | switching | cutting) (off | down | up)
    (turned | shut | switched) off
    OPT MY? PHONE? out of?
    get rid of
    call off
    do away with
    (give | take) ~2 (break | rest) (with | from | on)
    no (need | point | use | reason | sense | interest | desire) (for | of | in | to)?
    no (to | on)
    (ill | will | rather | gonna | to | hard) pass on
    (want | need | like | get | way) ~1 out of`,
  /** Forbidding: "don't", "please do not", "you may not". */
  not: `
    (?<! I ~1 | HE | MESSAGES | THESE) NOT
    << don (?= TEXT ME)
    do nt
    (can | could | would | will) YOU not
    (do | to | you | can | could | would | better | must | should | may | shall | prefer | rather | why) not
    dont (you | u) (dare | ever)
    << not`,
  unwilling: `
    (?<! its | is | was | it) [NOT NEVER NADIE] ~2 (WISH | doing) (?! to [^GET GETTING be keep continue have start find])
    no longer ~1 (WISH | interested | agree | consent)
    not ~1 interested in?
    not (a fan of | into)
    (NOBODY | no one ~3) WISH
    (reject | rejecting | opposed to | against)
    (dont | not | doesnt) do
    (cant | can not | cannot | couldnt) (stand | take | handle | deal with | bear)
    (refuse | decline | object | refusing | declining) to?
    [WANT appreciate grateful thankful] ~2 [NOT none nothing zero] to?
    [WANT wish appreciate] ~1 no MORE
    no do`,
  getting: `
    to? (keep | continue | start | be | have | see | go)? to? on? be? [GET GETTING]
    to? be sent`,
  list: `
    (?<! OTHERLIST) [LIST LISTA] (?! de espera | for)
    [MESSAGES MESSAGE MENSAJES]`,
  /** A word for the texts at the end of what is said: "don't want these". */
  these: `
    (these | those | em) (> | going | coming | sent)
    THESE (MORE | [MESSAGES MESSAGE])
    (more | anymore) (of THESE)? >
    any MORE? of THESE
    more of ~1 $texts`,
  send: `
    SEND ~4 ($texts | THINGS | MORE)
    SEND ~1 [these those this them] (?! to [^ME])
    SEND ME >`,
  sending: `
    SENDING ~4 ($texts | THESE | THINGS | ME (?! to) | FAMILY | so)
    SENDING (to | >)`,
}

/** "Stop texting me", "turn off the reminders", "put an end to these messages". */
const STOPPING = `
  $stop ~3 TEXTING
  $stop ~3 $sending
  $stop ~5 $texts
  $stop ~1 (being | getting | be | get) TEXTED
  $stop ~2 GETTING ~4 ($texts | $these)
  $stop from? (writing | hitting | blowing | reaching | following | checking) ~1 (ME | MY | out | up | in | >)
  STOP CALLING (ME | MY PHONE | this | here | >)
  STOP ~2 [calls CALLING] (and | or) (TEXTING | $texts)
  STOP ~1 TEXT $whom
  [STOP CUT] ~2 (contact | outreach | communicating | subscription | subscriptions)
  STOP (this | these) (PHONE | nonsense | madness | insanity | ANNOYING)
  [STOP CUT] (this | that | these) ~1 (THINGS | conversation | thread | chat | service | subscription) >
  << STOP (with | w | doing | all)? all? of? (THESE | everything | THINGS) (already | now)? >
  << STOP ~1 (service | subscription)
  << I? ~2 discontinue (service | this | these)? >>
  (shouldnt | should not | not supposed to) ~1 [GET GETTING] ~2 ($texts | $these)
  (let | better | should | hope) ~3 (the | your) last [MESSAGE MESSAGES]
  thats the last [MESSAGE]
  not (one more | another | a single) $texts
  $texts (is | are)? [not aint arent isnt] ~1 (thing | permitted | allowed | something | for ME)
  $unwilling YOU ~1 remind
  [WANT get have make see how GET] ~3 ($texts ~2 | [these those]) to? be? (STOPPED | turned off | switched off | shut off | disappear | go away)
  $texts ~2 (gotta | must | should | need | needs | have | has | ought | got | better | be) ~1 (be | go)? (go | STOPPED | away | turned off | switched off)
  $texts ~3 be STOPPED
  << (cut | knock) it OFF
  (cut it out | knock it off | give it a rest | back off | buzz off | f off | go away | get lost | piss off | fuck off | beat it) >
  $texts stop >
  (make | have | get) ~2 $texts STOP
  $texts (stops | ends) (now | today | here | >)
  [these those] (need | have | must | should | gotta | got) ~1 (STOPPED | go)
  (turn | shut | switch | cut) ~1 THINGS off
  (turn | shut | switch | take) ~3 $texts off
  << $texts (off | stop) >>
  (live | do | go) without ~2 $texts
  (keep | keeps | kept) ~1 (TEXTING | SENDING) ~~6 (STOP | no)
  cease and desist
`

/** The bare order, and the order that somebody says to have given. */
const STOP_ALONE = `
  << (no | so | now | then | well | but | and | or | again | ENOUGH | yes)? STOP (it | this | that | already | now)? >>
  (?<! [NOBARE]) STOP >>
  please STOP >>
  (?<! [NOBARE]) STOP (I | im | its | who | this is | there is | YOU (are | have | got | keep))
  << STOP (I | YOU [^JOINING] | NOT | no | who | wrong | me >> | its | this is)
  (?<! [was am been got were]) (told | asked | tell | begged | begging | telling | asking | ask | beg) [^ME]? ~2 to STOP (it | this)? >
  (?<! [was am been got were]) (told | asked | begged) to STOP >
  (telling | begging | asking) YOU STOP
  (request | warning | time) ~1 to STOP >
  part of ~1 STOP
  YOU ~3 (told | asked) to STOP >
  << ENOUGH already
  for YOU to STOP
  (can | could | will | would | why dont | how about | demand | insist | request | suggest | want | that) YOU ~1 STOP (that | this | it | these | now)? >
  STOP now? or (I | else | im)
  YOU ~1 (need | have | must | gotta | should | got | can | better) to? STOP (it | this | that | now)? >
  (pressed | hit | clicked | said | say | mean | meant | repeat | replied | texted | sent | wrote | typed | answered) ~1 STOP (>> | already | like | twice | before | and | but | so | multiple | many | several | again | times | NUMBER times)
  STOP >> ~~2 (twice | again | already)
`

/** "Do not text me", "no more texts", "please never contact this number". */
const FORBIDDING = `
  $not ~1 $contact $whom (?! about | back | (the | my | a | an) | right now)
  (?<! [YOU HE I why MESSAGES THESE]) NOT LINK~4 (TEXT | TEXTING) $whom (?! about | back | (the | my | a | an) | right now)
  YOU ~1 NOT (need | have | got) to? LINK~2 (TEXT | SEND ME) (?! ~1 back)
  (rather | prefer | wish | better | hope) ~2 YOU [NOT NEVER] ~1 (TEXT | SEND)
  (so | sure) ~2 I (NOT | wont) (get | be | have | keep) LINK~2 (TEXTED | $texts | GETTING | $these)
  $not ~1 (?! bother | annoy) $contact (MORE | or | only | CALL | here | it | this | >)
  $not CALL (ME | this)? (or | and | nor | n) TEXT
  $not ~1 (be | keep | start | use | try | continue | go | bother | waste ~2) ~1 (TEXTING | $sending)
  $not [ever even keep be YOU dare bother continue start ME]? $send
  $not ~1 (use | try | dial | save | keep) ($whom | it | this | >)
  $not use $texts
  $not ~2 (GET | GETTING) ~2 MORE MORE? of? $texts
  make sure ~4 NOT ~2 (GET ~3 $texts | be TEXTED)
  not TEXTING ~1 ($whom | >)
  NOT (?! ~1 (mind | worry | stop | quit | forget | hesitate | have | like | get)) ~4 TEXTING ~1 ($whom | again)
  (never | didnt | havent | nobody | not) (gave | give | given) ~3 MY ~1 PHONE
  (YOU | they) (cant | cannot | shouldnt | mustnt) ~1 TEXT $whom
  not (supposed | allowed) to ~1 (have | keep | store | use) MY PHONE
  (?<! [was is were got had have HAVE why still see saw]) NO [^DET GOT]? $texts (>> | from YOU >> | to | at | on this | for ME | after)
  NO MORE ~3 ($texts | SENDING | TEXTING)
  NO MORE of? $these
  calls only
  << (phone | calls | call | email | landline) only >>
  (phone | calls | call | email | landline | mail) (only | instead) ~~2 (no | not | dont)
  only (contact | reach) ME by
  no TEXTING
  NO MORE? contact (>> | from | with ME)
  no (calls | emails | CALLING) (and | or) $texts
  (so | but | and) (dont | do not) >>
  no (need | point | use | reason | sense) to ~1 (TEXT | SEND | keep | continue)
  (said | told | gave | authorized | allowed) YOU ~1 (could | can | may | to) TEXT
  [WANT appreciate grateful thankful] ~3 if YOU ~1 [NOT NEVER STOPPED] ~1 (TEXT | TEXTED | TEXTING | SENDING | SEND)
  (no right | not allowed | not authorized | not permitted | not welcome) to TEXT
  $texts (are | is)? ~1 not ~1 (ok | okay | wanted | welcome | needed | necessary | allowed | appreciated)
  $texts (are | is)? no longer
  << (no more | nomore | ENOUGH) >>
  said no more
  not CALL (list | registry)
  not TEXT list
  << (can | could) YOU YOU? not >>
  $texts (is | are)? (not | no) >>
  no MESSAGES (needed | wanted | required | necessary)
  no $texts CALL
  dnc
  (change | switch) (me | us) to (phone | calls | email | voice)
  if I ~1 (GET | GETTING) (one more | another | 1 more | any more) [MESSAGE MESSAGES]
  if YOU ~1 (TEXT | SEND | contact | CALL) ~3 (again | one more | 1 more | once more)
  TEXT ME (one | 1) more
  $texts ~1 not ~1 (with | for) ME
`

/** "I don't want your texts", "I never agreed to this", "I'd rather be called". */
const UNWILLING = `
  $unwilling ~4 $texts
  $unwilling ~1 $getting ~3 ($texts | THINGS | from YOU)
  $unwilling ~1 $getting (any | more | anymore)? ($these | >)
  $unwilling ~2 to? be? TEXTED
  $unwilling YOU ~2 (TEXT | TEXTING | SEND | SENDING)
  $unwilling ~2 TEXTING
  $unwilling (any | no | more)? of? $these
  $unwilling ~2 (contact | communication | communicating)
  $unwilling ~1 THINGS ~1 from YOU
  $unwilling to? hear ~2 from
  $unwilling ~2 be? (on | in | part of) ~2 ($list | THESE >)
  no part (of | in) ~2 ($texts | TEXTING | $these)
  nothing to do with ~2 ($texts | TEXTING | $these | YOU)
  (want | need) nothing ~2 (from | to do with)
  [NOT NEVER NOBODY] ~2 AGREE up? (~4 $texts | (to | for | 4)? ($these | THESE >) | to be TEXTED)
  [NOT NEVER NOBODY] LINK~2 (signed | sign | agreed | agree | consented | consent | subscribed) (up)? >
  (appreciate | mind | about | avoid | by | of) not (GETTING | TEXTING)
  [NOT NEVER no NOBODY] ~1 [give given gave have has got get grant granted provide do] ~2 CONSENT (?! to OTHERCONSENT | for OTHERCONSENT)
  [NOT no NEVER without] CONSENT (> | to (be | being | receive | $texts | TEXTING | TEXT | getting | THESE >))
  [NOT NEVER] OPT in
  lack ~1 CONSENT
  (unwanted | unsolicited | unwelcome) ~1 $texts
  (waste | wasting) ~4 (TEXTING | $texts | SENDING)
  not ~2 (texter | texting person | text person)
  tcpa
  (law | illegal | violation | violate | violating | lawyer | attorney | fcc | ftc) ~~5 ($texts | TEXTING)
  ($texts | TEXTING) ~~3 (law | illegal | violation | violate | violating)
  right not to be TEXTED
  (REVOKE | take back | taking back) ~3 CONSENT (?! (to | for) ~1 OTHERCONSENT)
  CONSENT (is | has)? (been)? (revoked | withdrawn | denied | rescinded)
  TIRED ~4 $texts
  TIRED (of | with | by) ~2 TEXTING
  $texts (are | is | r) ~2 [ANNOYING pain burden problem bother]
  $texts ~1 (cost | costs) ME
  (charged | charges | charge) ~2 for ~2 $texts
  (too | so) (many | much) ~1 ($texts | of these)
  $texts ~4 too (much | many)
  only [email mail] ME
  [TEXT TEXTING] ~4 (too | so | way 2 | 2) (much | often | many)
  TIRED (of | with) (yall | ya | you people | you guys)
  (instead of | rather than | than | over | in place of) ~1 (TEXTING | $texts)
  << (this is | its | it is | thats) ~1 (harassment | spam | harassing | spamming) >
  (this is | its) harassment
  $texts (are | is)? ~1 (getting | becoming) ~1 ANNOYING
  [these those] ~1 (are | r) ~2 ANNOYING
  << (spam | blocked | reported | blocking) >>
  (getting | gonna get | gonna be | bye) (blocked | reported)
  << blocking now
  (reported | reporting | blocked | blocking) (as | for | YOU | this | ur) ~1
  (if this | if you) (continues | keeps | persists | persist | continue)
  (TEXT | $texts) ~~6 (lawyer | attorney | complaint | fcc | ftc | sue | suing | police)
`

/** "Take me off your list", "delete my number", "leave me alone". */
const REMOVING = `
  [REMOVE TAKE] ~1 $whom ~1 (OFF | of) ~4 $list
  [REMOVE TAKE] ~1 $whom OFF (whatever | this | that | your | ur | yalls) (?! ~2 [OTHERTHING OTHERSUB OTHERLIST NUMBER])
  how many times ~6 (not interested | STOP | no | NOT)
  [REMOVE TAKE] ~1 $whom (off | out) (of (there | here | it | this | that))? >
  take (off | of | out) MY PHONE
  [REMOVE TAKE] ME from (here | there | this)
  TIRED (of)? (being | getting | be) TEXTED
  not (get | getting | receive | receiving) $these
  [REMOVE TAKE] (my name | my number | me) (OFF | out of) ~1 computer
  REMOVE from ~2 $texts
  [REMOVE TAKE] ME (off | out)? (now | from this | from there)? >
  REMOVE ~1 $whom >
  [REMOVE TAKE] ~1 MY ~2 INFO (OFF ~4 $list | >)
  [REMOVE TAKE] (my name | it | this | that | them | him | her) OFF ~4 $list
  [WANT GET GETTING have be been] ~3 [REMOVED off] ~3 $list
  [WANT GET have be been] ~2 MY ~1 PHONE ~1 REMOVED
  (WANT to | how ~2 I) be (REMOVED | taken off | taken out) >
  still (being | getting) TEXTED
  << (remove | delete) >>
  (if you)? removed MY ~1 PHONE
  (put | add | place) ~2 on ~1 (do not CALL | do not TEXT)
  why ~1 MY PHONE (on | in) ~1 $list
  MY ~1 PHONE ~1 be REMOVED
  (make sure | ensure | see that | see to it) ~4 (is | am | are | be | gets) REMOVED
  (can | could) ~2 turn THESE off
  (turn | shut | switch) these off
  REMOVE PHONE >
  REMOVE from ~2 $list
  MY ~1 PHONE ~1 not for
  no [text texts contact call] list
  (not | shouldnt | should not | not supposed to) be? (on | in) ~2 $list
  why ~2 (on | in) ~2 $list
  [REMOVE TAKE] ME OFF of? (everything | all | these | this | it | there | any) (?! ~1 [OTHERTHING OTHERLIST])
  << I? (want | wanna) (off | out) ~2 ($list | this | these | >)
  << (off | out) of? ~2 $list >
  << leave ~1 (group | chat | thread | list)
  <<< (exit | turn off | turn it off | unenroll) >>>
  MY PHONE ~1 (not | shouldnt) ~3 $list
  LOSE MY PHONE (?! of)
  get (off | out of) MY PHONE
  leave ([ME NOBODY them us] | [MY ESTE] ~2 [PHONE TELEFONO] | [MY this] ~1 FAMILY) (alone | be)
  let ME be >>
  I ~4 be left alone >
  OPT (ME | $whom)? out (?! of)
  (chill | relax | easy | break | rest | enough | already) (with | w | of | on) [these those] >
  STOP testing [ME MY]
  OPT out of (all | everything | this | these | those | your) >
  OPT (ME | $whom) out
  OPT out (ME | $whom)
  UNSUBSCRIBE (?! ~2 from)
  UNSUBSCRIBE ~2 from ([THESE YOU] | all | any | everything | whatever | ~3 $texts | ~2 $list | >)
  (requesting | requested | request) removal
  (count | leave | keep) ME out (of ~2 ($texts | THESE) | >)
  << I WANT out >>
  <<< ~1 how ~2 I (turn | shut | switch) THESE off >>>
  (mute | drop | unlist | deactivate) ME >
  CUT (this | your) ~1 service
  STOP ~1 (doesnt | isnt | didnt | not) ~1 (work | working | do)
  un subscribe
`

export const REQUESTS_EN = [STOPPING, STOP_ALONE, FORBIDDING, UNWILLING, REMOVING].join('\n')
export const SURE_REQUESTS_EN = ''
/** No order, yet nobody writes so who wants more of it. A wrong number in the same text says more. */
export const COMPLAINTS_EN = `
  why (wont | dont | cant | arent) ~2 $texts STOP
  (?<! BENIGN | BENIGN [^BENIGN]~4) AGAINST [^BENIGN]~6 ([MESSAGES MENSAJES TEXTING] | (be | being | get | getting) TEXTED) (?! [^BENIGN]~6 BENIGN)
  (?<! BENIGN | BENIGN [^BENIGN]~4) [MESSAGES MENSAJES TEXTING] [^BENIGN]~5 [STOP CUT TIRED HARTO ANNOYING off enough waste hate] (?! [^BENIGN]~6 BENIGN)
  (told | asked) YOU ~1 (already | before | twice | again)
  (ill | will | gonna | to) sue
  who (authorized | signed | gave | told | said | approved | put) ~4 ($texts | TEXT | THESE > | up >)
  YOU ~1 (keep | kept | still) ~1 TEXTING ~1 (ME | MY | HIM)
  YOU are? (spamming | harassing | bothering | bugging | pestering) ME
  (NUMBER | several | multiple) $texts (in | a | per | every) ~1 day
  why (are | r)? YOU ~1 TEXTING ME >>
  why (are | r | do | is | would | does)? YOU ~1 (keep | still | always | constantly) ~1 (TEXTING | SENDING)
  why [^NOT NEVER]~3 (getting | receiving | get | receive) ~3 ($texts | (these | those) >)
`
export const REQUESTS_ABOUT_TEXTS_EN = `
  $unwilling (any | no | more)? of? THESE >
  $unwilling any >
  [WANT get have make see how GET] ~1 THESE to? be? (STOPPED | turned off | switched off | shut off | disappear | go away) >
  [STOP CUT REMOVE] THESE (out | off | now)? >
  (turn | take | shut | switch | get) THESE (off | out) (of | >)
  (way | how) ~3 (turn | stop | end | cancel | block | escape) [THESE] (off)? >
  [WANT GET] (it | this | that) (REMOVED | off)
  (TAKE) him off
  (so | but | and) no >>
  TAKE (it | that | this | them | those) OFF ~1 (chart | account | file | profile)
`
