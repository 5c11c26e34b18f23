/* Requests in English, one rule a line in the notation of the grammar. Spanish nouns may stand in them. */

/** "Stop texting me", "turn off the reminders", "put an end to these messages". */
const STOPPING = `
  (live | do | go) without ~2 $texts
  cease and desist
  CUT (this | your) ~1 service
  $stop ~3 TEXTING
  $stop ~3 $sending
  $stop ~5 $texts
  $stop ~2 GETTING ~4 ($texts | $these)
  $stop from? (writing | hitting | blowing | reaching | following | checking) ~1 (ME | MY | out | up | in | >)
  STOP CALLING (ME | MY PHONE | this | here | >)
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
  $texts (is | are)? [not aint arent isnt] ~1 (thing | permitted | allowed | something | for ME | necessary | required | useful)
  $unwilling YOU ~1 remind
  [WANT get have make see how GET] ~3 ($texts ~2 | [these those]) to? be? (STOPPED | turned off | switched off | shut off | disappear | go away)
  $texts ~2 (gotta | must | should | need | needs | have | has | ought | got to | better | be) ~1 (be | go)? (go | STOPPED | away | turned off | switched off)
  $texts ~5 be STOPPED
  WANT ~2 mine (STOPPED | turned off | removed)
  << (cut | knock) it OFF
  (cut it out | knock it off | give it a rest | back off | buzz off | f off | go away | get lost | piss off | fuck off | beat it) >
  $texts stop >
  (make | have | get) ~2 $texts STOP
  $texts (stops | ends) (now | today | here | >)
  [these those] (need | have | must | should | gotta | got) ~1 (STOPPED | go)
  (turn | shut | switch | cut) ~1 THINGS off
  (turn | shut | switch | take) ~3 $texts off
  << $texts (off | stop) >>
  (keep | keeps | kept) ~1 (TEXTING | SENDING) ~~6 (STOP | no)
`

/** The bare order, and the order that somebody says to have given. */
const STOP_ALONE = `
  << (no | so | now | then | well | but | and | or | again | ENOUGH | yes)? STOP (it | this | that | already | now)? >>
  (?<! [NOBARE]) STOP >>
  please STOP >>
  (?<! [NOBARE]) STOP (I | im | its | who | this is | there is | YOU (are | have | got | keep))
  << STOP (I | YOU [^JOINING] | NOT | no | who | wrong | me >> | its | this is)
  (?<! [was am been got were]) (told | asked | tell | begged | begging | telling | asking | ask | beg) [^ME]? ~2 to STOP (it | this)? >
  (telling | begging | asking) YOU STOP
  (request | warning | time) ~1 to STOP >
  part of ~1 STOP
  YOU ~3 (told | asked) to STOP >
  << ENOUGH already
  for YOU to STOP
  (can | could | will | would | why dont | how about | demand | insist | request | suggest | want | that) YOU ~1 STOP (that | this | it | these | now)? >
  STOP now? or (I | else | im)
  YOU ~1 (need | have | must | gotta | should | got | can | better) to? STOP (it | this | that | now)? >
  (pressed | hit | clicked | said | say | mean | meant | repeat | replied | texted | sent | wrote | typed | answered) ~1 STOP (>> | already | yesterday | today | last | like | twice | before | and | but | so | multiple | many | several | again | times | NUMBER times)
`

/** "Do not text me", "no more texts", "please never contact this number". */
const FORBIDDING = `
  (YOU | they) (cant | cannot | shouldnt | mustnt) ~1 TEXT $whom
  (phone | calls | call | email | landline | mail) (only | instead) ~~2 (no | not | dont)
  $not ~1 $contact $whom (?! about | back | (the | my | a | an) | right now)
  (?<! [YOU HE I why MESSAGES THESE]) NOT LINK~4 (TEXT | TEXTING) $whom (?! about | back | (the | my | a | an) | right now)
  YOU ~1 NOT (need | have | got) to? LINK~2 (TEXT | SEND ME) (?! ~1 back)
  (rather | prefer | wish | better | hope) ~2 YOU [NOT NEVER] ~1 (TEXT | SEND)
  (so | sure) ~2 I (NOT | wont) (get | be | have | keep) LINK~2 (TEXTED | $texts | GETTING | $these)
  $not ~1 (?! bother | annoy) $contact (MORE | or | only | CALL | here | it | this | >)
  $not CALL ~2 (again | anymore | ever | nomore)
  $not CALL (ME | this)? (or | and | nor | n) TEXT
  $not ~1 (be | keep | start | use | try | continue | go | bother | waste ~2) ~1 (TEXTING | $sending)
  $not [ever even keep be YOU dare bother continue start ME]? $send
  $not ~1 (use | try | dial | save | keep) ($whom | it | this | >)
  $not use $texts
  make sure ~4 NOT ~2 (GET ~3 $texts | be TEXTED)
  NOT (?! ~1 (mind | worry | stop | quit | forget | hesitate | have | like | get)) ~4 TEXTING ~1 ($whom | again)
  (never | didnt | havent | nobody | not) (gave | give | given) ~3 MY ~1 PHONE
  not (supposed | allowed) to ~1 (have | keep | store | use) MY PHONE
  (?<! [was is were got had have HAVE why still see saw]) NO [^DET GOT TOLD]? $texts (>> | from YOU >> | to | at | on this | for ME | after)
  NO MORE ~3 ($texts | SENDING | TEXTING)
  NO MORE of? $these
  calls only
  << please? (phone | calls | call | email | landline) only >>
  only ~1 use ~1 (email | phone | calls) (> | from now on)
  use ~1 (email | phone | calls) only
  << please? TEXT (someone | somebody) else
  (cant | cannot) LINK~1 (receive | get | GETTING) $texts ~~4 please? NOT >>
  NOT LINK~3 remind me (> | anymore | again | any more)
  only (contact | reach) ME by
  no TEXTING
  NO MORE? contact (>> | from | with ME)
  (so | but | and) (dont | do not) >>
  no (need | point | use | reason | sense) to ~1 (TEXT | SEND | keep | continue)
  (said | told | gave | authorized | allowed) YOU ~1 (could | can | may | to) TEXT
  [WANT appreciate grateful thankful glad nice] ~3 if ~2 $texts ~1 (STOPPED | went away)
  [WANT appreciate grateful thankful] ~3 if YOU ~1 [NOT NEVER STOPPED] ~1 (TEXT | TEXTED | TEXTING | SENDING | SEND)
  not (necessary | needed | required) to (TEXT | SEND)
  (if | unless) ~3 $texts (does not | dont | doesnt) STOP
  (no right | not allowed | not authorized | not permitted | not welcome) to TEXT
  $texts (are | is)? ~1 not ~1 (ok | okay | wanted | welcome | needed | necessary | allowed | appreciated)
  $texts (are | is)? no longer
  << (no more | nomore | ENOUGH) >>
  said no more
  not CALL (list | registry)
  not TEXT list
  << (can | could) YOU YOU? not >>
  $texts (is | are)? (not | no) >>
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
  nothing to do with ~2 ($texts | TEXTING | $these | YOU)
  $unwilling to? hear ~2 from
  (appreciate | mind | about | avoid | by | of) not (GETTING | TEXTING)
  TIRED (of | with | by)? (being | getting | be)? (TEXTING | TEXTED)
  $unwilling ~4 $texts
  $unwilling ~1 $getting ~3 ($texts | THINGS | from YOU)
  $unwilling ~1 $getting (any | more | anymore)? ($these | >)
  $unwilling ~2 to? be? TEXTED
  $unwilling YOU ~2 (TEXT | TEXTING | SEND | SENDING)
  $unwilling ~2 TEXTING
  $unwilling (any | no | more)? of? $these
  [WANT] ~1 no (contact | communication)
  $unwilling ~2 (contact | communication | communicating)
  $unwilling ~1 THINGS ~1 from YOU
  $unwilling ~2 be? (on | in | part of) ~2 ($list | THESE >)
  (want | need) nothing ~2 (from | sent | to do with)
  [NOT NEVER NOBODY] ~2 AGREE up? (~4 $texts | (to | for | 4)? ($these | this >) | to be TEXTED)
  [NOT NEVER NOBODY] LINK~2 (signed | sign | agreed | agree | consented | consent | subscribed) (up)? >
  [NOT NEVER no NOBODY] ~1 [give given gave have has got get grant granted provide do] ~2 CONSENT (?! to OTHERCONSENT | for OTHERCONSENT | slip | slips | form | forms)
  [NOT no NEVER without] CONSENT (> | to (be | being | receive | $texts | TEXTING | TEXT | getting | THESE >))
  [NOT NEVER] OPT (in | into)
  no longer (consent | agree) >
  $unwilling ~1 THINGS sent to [ME MY]
  lack ~1 CONSENT
  (unwanted | unsolicited | unwelcome) ~1 $texts
  (waste | wasting) ~4 (TEXTING | $texts | SENDING)
  not ~2 (texter | texting person | text person)
  tcpa
  (law | illegal | violation | violate | violating | lawyer | attorney | fcc | ftc) ~~5 ($texts | TEXTING)
  right not to be TEXTED
  (REVOKE | take back | taking back) ~3 CONSENT (?! (to | for) ~1 OTHERCONSENT)
  CONSENT (is | has)? (been)? (revoked | withdrawn | denied | rescinded)
  TIRED ~4 $texts
  $texts (are | is | r) ~2 [ANNOYING pain burden problem bother]
  $texts ~1 (cost | costs) ME
  (charged | charges | charge) ~2 for ~2 $texts
  (too | so) (many | much) ~1 ($texts | of these)
  $texts ~4 too (much | many)
  [TEXT TEXTING] ~4 (too | so | way 2 | 2) (much | often | many)
  TIRED (of | with) (yall | ya | you people | you guys)
  (instead of | rather than | than | over | in place of) ~1 (TEXTING | $texts)
  << (this is | its | it is | thats) ~1 (harassment | spam | harassing | spamming) >
  (this is | its) harassment
  [these those] ~1 (are | r) ~2 ANNOYING
  << (spam | blocked | reported | blocking) >>
  (getting | gonna get | gonna be | bye) (blocked | reported)
  << blocking now
  (report | block | reporting | blocking) (this PHONE | YOU)
  YOU ~1 (blocked | reported) >
  (reported | reporting | blocked | blocking) (as | for | YOU | this | ur) ~1
  (if this | if you) (continues | keeps | persists | persist | continue)
  (TEXT | $texts) ~~6 (lawyer | attorney | complaint | fcc | ftc | sue | suing | police)
`

/** "Take me off your list", "delete my number", "leave me alone". */
const REMOVING = `
  [REMOVE TAKE] ~1 $whom ~1 (OFF | of) (?! dr | doctor | dra) ~4 $list
  [REMOVE TAKE] ~1 $whom OFF (whatever | this | that | your | ur | yalls) (?! ~2 [OTHERTHING OTHERSUB OTHERLIST NUMBER])
  how many times ~6 (not interested | STOP | no | NOT)
  [REMOVE TAKE] ~1 $whom (off | out) (of (there | here | it | this | that))? >
  take (off | of | out) MY PHONE
  [REMOVE TAKE] my ~~2 PHONE (off | out) >
  [REMOVE TAKE] ME from (here | there | this)
  not (get | getting | receive | receiving) $these
  (can | could) I not (get | receive) ~2 $texts
  [REMOVE TAKE] (my name | my number | me) (OFF | out of) ~1 computer
  REMOVE ~1 (TEXTING | $texts) from
  [REMOVE TAKE] [NAME UNKNOWN] OFF ~3 $texts
  [REMOVE TAKE] ME of >
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
  MY ~1 PHONE ~1 be REMOVED
  (make sure | ensure | see that | see to it) ~4 (is | am | are | be | gets) REMOVED
  (can | could) ~2 turn THESE off
  (turn | shut | switch) [these those] off
  REMOVE PHONE >
  REMOVE from ~2 $list
  MY ~1 PHONE ~1 not for
  no [text texts contact call] list
  (shouldnt | should not | not supposed to) be? (on | in) ~2 $list
  why ~3 (on | in) ~2 $list
  [REMOVE TAKE] ME OFF of? (everything | all | these | this | there | any) (?! ~1 [OTHERTHING OTHERLIST])
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
  OPT out of (all | everything | this | these | those | your) >
  OPT (ME | $whom) out
  UNSUBSCRIBE (?! ~2 from)
  UNSUBSCRIBE ~2 from ([THESE YOU] | all | any | everything | whatever | ~3 $texts | ~2 $list | >)
  (requesting | requested | request) removal
  (count | leave | keep) ME out (of ~2 ($texts | THESE) | >)
  <<< ~1 how ~2 I STOP THESE? >>>
  how ~2 I (get | come) OFF of? (THESE | $list) >
  <<< ~1 how ~2 I (turn | shut | switch) THESE off >>>
  (mute | drop | unlist | deactivate) ME >
  STOP ~1 (doesnt | isnt | didnt | not) ~1 (work | working | do)
  un subscribe
`

export const REQUESTS_EN = [STOPPING, STOP_ALONE, FORBIDDING, UNWILLING, REMOVING].join('\n')

/** No order, yet nobody writes so who wants more of it. A wrong number in the same text says more. */
export const COMPLAINTS_EN = `
  thought ~4 (off | removed | unsubscribed | OPT out)
  (?<! BENIGN | BENIGN [^BENIGN]~4) AGAINST [^BENIGN]~6 ([MESSAGES MENSAJES TEXTING] | (be | being | get | getting) TEXTED) (?! [^BENIGN]~6 BENIGN)
  (?<! BENIGN | BENIGN [^BENIGN]~4) [MESSAGES MENSAJES TEXTING] [^BENIGN]~5 [STOP CUT TIRED HARTO ANNOYING off enough waste hate] (?! [^BENIGN]~6 BENIGN)
  (told | asked) YOU ~1 (already | before | twice | again)
  (ill | will | gonna | to) sue
  who (authorized | signed | gave | told | said | approved | put) ~4 ($texts | TEXT | THESE > | up >)
  YOU ~1 (keep | kept | still) ~1 TEXTING ~1 (ME | MY | HIM)
  YOU are? (spamming | harassing | bothering | bugging | pestering) ME
  why (are | r)? YOU ~1 TEXTING ME >>
  why (are | r | do | is | would | does)? YOU ~1 (keep | still | always | constantly) ~1 (TEXTING | SENDING)
  why [^NOT NEVER]~3 (getting | receiving | get | receive) ~3 ($texts | (these | those) >)
`

/** Requests that say "it" and "this": they count where the message speaks of texts, and of nothing else. */
export const REQUESTS_ABOUT_TEXTS_EN = `
  $unwilling (any | no | more)? of? THESE >
  [WANT get have make see how GET] ~1 THESE to? be? (STOPPED | turned off | switched off | shut off | disappear | go away) now? >
  [STOP CUT REMOVE] THESE (out | off | now)? >
  (turn | take | shut | switch | get) THESE (off | out) (of | >)
  (way | how) ~3 (turn | stop | end | cancel | block | escape) [THESE] (off)? >
  [WANT GET] (it | this | that) (REMOVED | off)
  (TAKE) him off
  TAKE (it | that | this | them | those) OFF ~1 (chart | account | file | profile)
`
