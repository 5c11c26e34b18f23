import type { Shared } from './opt-out-grammar.ts'

/** Parts that the rules have in common. */
export const SHARED_EN: Shared = {
  /** What is sent, and not the order to send it: "text me", "message us back". */
  texts: `
    [MESSAGES MENSAJES]
    (text | sms | reminder | phone | appointment | appt | automated) MESSAGE (?! [ME YOU])
    (?<! by | via | through) [MESSAGE MENSAJE] (?! [consult visit chat consultation ME HIM FAMILY YOU I MY back when if anytime instead before after of a and drive driving it about regarding came said says was])`,
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
    enough (with | of | w | already)? (?! to | of)
    (done | through | finished | over | had it | tired | sick | limit) (with | of | w | on | without)
    (good | fine | set) (on | without) (?! a)
    (turn | shut | switch | cut | turning | shutting | switching | cutting) (off | down | up)
    (turned | shut | switched) off
    OPT MY? PHONE? out of?
    get rid of
    (had it | fed up) ~4 with
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
    not ~1 (comfortable | happy | keen | fond) (with | on | about | of)?
    not (a fan of | into)
    (NOBODY ~3 | no one ~3) WISH
    (reject | rejecting | opposed to | against)
    (dont | not | doesnt) do
    (cant | can not | cannot | couldnt) (stand | take | handle | deal with | bear)
    (refuse | decline | object | refusing | declining) to?
    [WANT appreciate grateful thankful] ~2 [NOT none nothing zero] to?
    [WANT wish appreciate] ~1 no [MORE contact communication MESSAGES]
    (cant | cannot) have`,
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
