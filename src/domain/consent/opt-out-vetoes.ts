/** Requests that go on rather than end: "please don't stop texting me". */
const GOING_ON = `
  do? (?<! YOU | if ~1 ) [NOT NEVER] [STOP CUT REMOVE leave]
  do? [NOT NEVER] get ~2 off
  [NOT NEVER] take ~2 off
  [NOT didnt doesnt havent hasnt wont wouldnt] [UNSUBSCRIBE OPT] (?! in)
  [NOT NEVER no] ~1 [TIRED ANNOYING too problem]
  no need to (apologize | worry | reply | respond | answer)
  [STOP CUT REMOVE] (my | that | the) (last)? [message text] (>> | from | I)
  [REMOVE TAKE] ~4 PHONE ~~6 (use | add | put | using) (my | this | mine | the | it | 555 | our)
  [NOT NEVER] ~1 (want | mean | ask | asked | try | trying | intend | wish | meant | wanted | need) ~2 to? [STOP CUT UNSUBSCRIBE OPT REMOVE]
  no CLITIC? [PARE CORTE QUITE]
  keep (the | your) $texts
`
/** "Why did you stop sending reminders", "when do the texts stop". */
const ASKED_BACK = `
  (did | have | has | had | havent | hasnt | since | after | before | until | once | whether | when) [YOU HE it] ~1 [STOP STOPPED CUT]
  (accidentally | accident | mistake | mistakenly | oops) ~~5 [STOP UNSUBSCRIBE OPT]
  (did | do | does | will | when | why (did | do)) ~3 $texts STOP >
  (when | until | will | does | did | would | if) [^YOU MESSAGES MENSAJES THESE]~4 STOP >
  ((?<! times) do I have to | should I | if I | what does) (reply | text | send | say | type)? STOP ~3
  [STOP UNSUBSCRIBE OPT] ~1 (by | on) (accident | mistake)
  (reply | text | txt | send | type | respond | say | says | press) STOP (to | 2) ~3
  (?<! how | way | can) (can | should | may | could | when | must | do | time) [I HE] ~1 STOP (?! ~3 [MESSAGES TEXTING TEXTED GETTING])
`
/** Not now and not here: "don't text me at work". */
const NOT_NOW = `
  do? NOT [TEXT CALL SEND disturb] ([ME HIM THESE] back? | MY PHONE)? (at | on | in | to)? (LATER | NUMBER | right now | (the | my | his | her | our)? ~1 WORK | so (early | late))
  do? NOT TEXT [HIM FAMILY] ~~3 TEXT
`
const OTHER_THINGS = `
  [STOP CUT OPT UNSUBSCRIBE] ~6 OTHERSUB
  NAME not NAME
  no soy (el | la) paciente soy
  not NAME ~~4 (spelling | spelled | spell | misspelled)
  [REMOVE TAKE] ~1 (old | previous | former | other) ~2 PHONE
  do YOU not
  TELEFONO EQUIVOCADO CLITIC? (queria | iba | quise)
  WRONG PHONE I (meant | thought | was | tried | mean)
  << is ~2 (the | a) WRONG
  (chart | account | record | form | card | bottle | pharmacy | insurance | fax | says | lists) ~4 WRONG ~1 PHONE
  WRONG fax
  WRONG ~1 PHONE (is | for (my | the | our | billing | radiology))
  WRONG PHONE (of | on (my | the | a | your) | listed | in)
  (is | was | isnt | are) (this | that | it | you) ~1 WRONG PHONE
  (I | did) [^YOU]? [^YOU]? [^YOU]? WRONG [PHONE PERSON one]
  did YOU ~3 WRONG
  IT NOT? ~5 PHONE (is it | right | correct)
  (that | my | last) MESSAGE ~1 was ~3
  do? NOT contact (HIM | MY WORK)
  (gave | given | dialed | wrote | typed) ~3 WRONG PHONE
  (tengo | di | dio | dieron | diste | puse | marque) ~2 TELEFONO EQUIVOCADO
  [NOT NEVER no] ~4 reminder (call | calls)
  MY ~1 FAMILY ~2 (vive | live | lives)
`
export const NO_REQUEST = [GOING_ON, ASKED_BACK, NOT_NOW, OTHER_THINGS].join('\n')

/** Somebody who wants texts to come says so. */
export const WANTS_TEXTS = `
  (?<! NOT ~3 | NEVER ~3 | not ~3) (want | like | love | wish | please) ~1 to? (keep | continue) ~1 [GETTING TEXTING SENDING getting]
  CALLING and? TEXT (ME | >> | instead)
  calls and? TEXT (ME | >> | instead)
  << TEXT ME (>> | instead | when | at | back | the)
  (?<! no | nunca | ni | QUE) MANDEME ~1 ($mensajes | si | cuando | por $mensajes)
  << keep (TEXTING | SENDING) ME
  keep (the | my | your) ~1 $texts
  (?<! said ~1 | told ~1 | if | says ~1) YOU (can | may) TEXT ME (>> | at | or | either | anytime | on | here | instead | back | when)
  texts are (better | easier | best | fine | great | good | ok | okay | helpful)
`

/** What a message is about: "turn it off" is about texts where texts are spoken of and nothing else is. */
export const ABOUT_TEXTS = `
  [MESSAGES MESSAGE MENSAJES MENSAJE TEXTING TEXTED SENDING GETTING ANNOYING]
  [PHONE LIST TELEFONO LISTA these those]
  UNSUBSCRIBE
`
export const ABOUT_ELSE = `
  [OTHERSUB OTHERTHING]
`
