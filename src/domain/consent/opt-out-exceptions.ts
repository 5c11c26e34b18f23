/* What the same words say when they ask for nothing, one rule a line in the notation of the grammar. */

/** Requests that go on rather than end: "please don't stop texting me". */
const GOING_ON = `
  [NOT didnt doesnt havent hasnt wont wouldnt] [UNSUBSCRIBE OPT] (?! in | into)
  do? [NOT NEVER] get ~2 off
  do? (?<! YOU | if ~1 ) [NOT NEVER] [STOP CUT REMOVE leave]
  [NOT NEVER] take ~2 off
  [NOT NEVER no] [TIRED ANNOYING too problem]
  no need to (apologize | worry | reply | respond | answer)
  [STOP CUT REMOVE] (my | that | the) (last)? [message text] (>> | from | I)
  [REMOVE TAKE] ~4 PHONE ~~6 (?<! NOT) (use | add | put | using) (my | this | mine | the | it | 555 | our)
  [NOT NEVER] ~1 (want | mean | ask | asked | try | trying | intend | wish | meant | wanted | need) ~2 to? [STOP CUT UNSUBSCRIBE OPT REMOVE]
  no CLITIC? [PARE CORTE QUITE]
  no QUERER QUE CLITIC [PARE CORTE QUITE]
`

/** "Why did you stop sending reminders", "when do the texts stop". */
const ASKED_BACK = `
  [STOP UNSUBSCRIBE OPT] ~1 (by | on) (accident | mistake)
  (did | have | has | had | havent | hasnt | since | after | before | until | once | whether | when) [YOU HE it] ~1 [STOP STOPPED CUT]
  (accidentally | mistakenly | oops) ~~4 [STOP UNSUBSCRIBE OPT]
  (did | does | will | when | << do | why (did | do)) ~3 $texts STOP >
  (full | bus | pit | last | next | rest) stop
  (where | when) ~4 STOP >
  (when | until | will | does | did | would | if) [^YOU MESSAGES MENSAJES THESE]~4 STOP >
  ((?<! times) do I have to | should I | if I | what does) (reply | text | send | say | type)? STOP ~3
  (reply | text | txt | send | type | respond | say | says | press) STOP (to | 2) ~3
  (?<! how | way | can) (can | should | may | could | when | must | do | time) [I HE] ~1 STOP (?! ~3 [MESSAGES TEXTING TEXTED GETTING])
`

/** Not now and not here: "don't text me at work". */
const NOT_NOW = `
  do? NOT [TEXT CALL] ~2 at NUMBER
  do? NOT TEXT [HIM FAMILY] ~~3 TEXT
  do? NOT [TEXT CALL SEND disturb] ([ME HIM THESE] back? | MY PHONE)? (at | on | in | to)? (LATER | right now | (the | my | his | her | our)? ~1 WORK | so (early | late))
  do? NOT [TEXT CALL SEND disturb] [^MORE]~5 (before | after | until | till | during | while)
  do? NOT [TEXT CALL] ~2 at this (hour | time)
  (that | last | my) MESSAGE ~~4 WRONG
  do? NOT TEXT ~~8 (use | text) mine
  do? NOT TEXT that PHONE
  do? NOT TEXT (ill | i will | im) (call | CALLING | be | come | see)
  [MESSAGES TEXTING] NOT (bother | annoy | mind)
  NOT give MY ~1 [PHONE INFO]
  no estoy recibiendo
  (aqui | aca) no hay (?! NADIE | NAME | TITLE)
  no CLITIC (hablen | hable) de
  not TITLE NAMES
`

/** Other subscriptions, other numbers, other lists; texts that did not come; and people who speak for somebody else. */
const OTHER_THINGS = `
  << (end | fin) >>
  (is | was | isnt | are) (this | that | it | you) ~1 WRONG PHONE
  (have | had | got | has) no ~1 $texts (?! to)
  de quien es
  [STOP CUT OPT UNSUBSCRIBE] ~6 OTHERSUB
  NAME not NAME
  (im | i am) not ~1 NAMES ~1 FAMILY
  my name is ~2 not NAME ~~4 (fix | correct | change | update | spell)
  [REMOVE TAKE REMOVED QUITE QUITAR] ~5 (OTHERLIST list | waitlist | schedule | calendar | de espera)
  not TEXTING back
  [NOT NEVER] ~1 (ignore | delete) ~2 $texts
  I (had | called | dialed | was | went | got | put) ~4 WRONG
  (did | does) ~5 WRONG
  TELEFONO EQUIVOCADO (del | en)
  [QUITE QUITAR] ~2 TELEFONO (viejo | anterior | y pongan)
  no CLITIC? (recibo | recibi | recibimos | llegan | llega | llego | llegaron | veo | vi | leo | entiendo | entendi | he | han) ~4
  no (tengo | tenemos) ~1 $mensajes
  no CLITIC? DAR CLITIC? de baja
  no CLITIC? ESCRIBA al (correo | email)
  no soy ~~4 (soy | es) (mi | su | la | el) (?! TELEFONO)
  [REMOVE TAKE] ~1 (old | previous | former | other) ~2 PHONE
  do YOU not
  TELEFONO EQUIVOCADO CLITIC? (queria | iba | quise)
  WRONG PHONE I (meant | thought | was | tried | mean)
  << is ~2 (the | a) WRONG
  (chart | account | record | form | card | bottle | pharmacy | insurance | fax | says | lists) ~4 WRONG ~1 PHONE
  WRONG ~1 PHONE (is | for (my | the | our | billing | radiology))
  WRONG PHONE (of | on (my | the | a | your) | listed | in)
  (I | did) [^YOU]? [^YOU]? [^YOU]? WRONG [PHONE PERSON one]
  IT NOT? ~5 PHONE (is it | right | correct)
  do? NOT contact (HIM | MY WORK)
  (gave | given | dialed | wrote | typed) ~3 WRONG PHONE
  (tengo | di | dio | dieron | diste | puse | marque | llame | hable) ~2 TELEFONO EQUIVOCADO
  [NOT NEVER no] ~4 reminder (call | calls)
  MY ~1 FAMILY ~2 (vive | live | lives)
`

export const NO_REQUEST = [GOING_ON, ASKED_BACK, NOT_NOW, OTHER_THINGS].join('\n')

/** Somebody who wants texts to come says so. */
export const WANTS_TEXTS = `
  sign ME up
  opt ME ~1 in
  (resume | restart) ~2 $texts
  (?<! no | ya no | yo no) (quiero | quisiera | necesito) QUE CLITIC MANDE
  << keep (TEXTING | SENDING) ME
  keep (the | my | your) ~1 $texts
  (?<! NOT ~3 | NEVER ~3 | not ~3) (want | like | love | wish | please) ~1 to? (keep | continue) ~1 [GETTING TEXTING SENDING getting]
  CALLING and? TEXT (ME | >> | instead)
  (voicemail | voicemails | email | emails) and? TEXT (ME | >> | instead)
  << TEXT ME (>> | instead | when | at | back | the)
  (?<! no | nunca | ni | QUE) MANDEME ~1 ($mensajes | si | cuando | por $mensajes)
  put ME back on
  NOT CALL ME? TEXT ME? >>
  (?<! no | nunca | ni | QUE) ESCRIBEME (>> | si | cuando | por | mejor | a)
  (?<! said ~1 | told ~1 | if | says ~1) YOU (can | may) TEXT ME (>> | at | or | either | anytime | on | here | instead | back | when)
  texts are (better | easier | best | fine | great | good | ok | okay | helpful)
`

/** What a message is about: "turn it off" is about texts where texts are spoken of and nothing else is. */
export const ABOUT_TEXTS = `
  [MESSAGES MESSAGE MENSAJES MENSAJE TEXTING TEXTED SENDING GETTING]
  [PHONE LIST TELEFONO LISTA these those]
  UNSUBSCRIBE
`

export const ABOUT_ELSE = `
  [OTHERSUB OTHERTHING]
`
