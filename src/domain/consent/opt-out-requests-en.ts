/** Requests in English, one term a line in the notation of the phrase book; Spanish nouns may stand in them. */

/** A verb of ending, and messages or the sending of them. */
const STOPPING = `
  @stop _4 @text
  @stop _7 @texts|texting
  @texts|texting _5 be|get|been|gotten|to stop|stopped|end|ended|discontinued|cancelled|canceled|halted|removed|deactivated|disabled
  i @not want|need to? get|receive any? more
  @stop _2 @texting
  stop|quit|enough with _6 @texts
  @stop _1 @mandar|mandando|enviando|escribiendo
  @stop sending @me|@these|things|stuff|anything|all|your|so|crap|shit
  @stop writing|hitting|reminding|updating|notifying|calling @me
  @stop calls|calling and|or @text
  @stop blowing|lighting up? _2 phone|cell|up
  @stop|end|terminate all|any|future|further? further|future? communication|communications|contact|contacts|correspondence|outreach
  stop con los|tanto|tantos|sus|mandando
  @cancel _3 texts|texting|txts|messages|msgs|sms|mensajes|textos|notifications|alerts|blasts
  @cancel _2 text @texts
  @cancel _5 text|texting|sms @texts
  chill|lay|back|ease|easy|cool|slow|relax|enough|done _2 with|on|off _3 @texts|texting
  @cancel all|the|my|these|your|those automated|automatic|daily|weekly? reminders|messages|message|mensajes
  turn|shut|switch|take off _3 @text
  turn|shut|switch _4 @text _1 off
  turn|shut|switch @these|that|it off
  shut off _2 @these
  opt|opting|opted|opts _1 out
  opt my|this|our number|phone|cell out
  enough with|of|already _2 @text
  had it|enough _3 @texts|texting
  give it|this|us|me a rest|break with
  give it a rest
  optout
  unsubscribe
  unsubscribed
  unsubscribing
  unsuscribe
  unsubcribe
  unsubscibe
  unsub
  un subscribe
  want|wish|need|get|make|like|how|have|please _4 @text _1 to? stop|end|stopped|off|ended|halted
  @text must|should|need|needs|have|has|ought to? stop|end|cease
  @text please stop
  you|yall|ya|u|people|guys keep|kept|still @texting|sending
  good|fine|set|okay on|without|with|w the|these|your|all? @texts|texting|texting
  do|live without _2 @texts
  keep|keeps texting|messaging|sending|contacting _6 stop
  get|make|is|way|want|need @these|it to? stopped|stop from? texting|messaging|sending
`

/** Verbs of contact and sending denied: "do not text me". */
const NOT_SENDING = `
  @not _2 @textVerb @me|anymore|again|ever|or|nobody|here|mi|any
  @not _1 be|keep|start|bother|use|try|continue|go _1 @texting
  you|u|ya|yall|they|people _1 cant|cannot|shouldnt|not|mustnt _2 @textVerb @me
  cease and|or|n? desist
  @not keep|continue|bother|start|use|try|go _3 @text
  @not call @me _2 anymore|again|ever|or
  @not call|phone|email or|and|nor|n text|message|contact|txt
  @not text|txt|message|contact or|and|nor|n call|phone|email
  @not send|sending|sent|give|forward _5 @text
  @not send|sending me|us|my
  @not send|sending _2 anything|nothing|stuff|things|anymore|more|any|these|this|those|them
  @not text|message|contact|txt this|my|her|his|our|that|the _1 @phone
  want|like|need|prefer|ask|asking you|yall|u|them|people|everyone to? not|never to? @textVerb
  @not want|need|like|wish|care you|u|yall|anyone|people|them|your|to|any _3 @textVerb|@texting|@text
  not|never to? be contacted|texted|messaged|disturbed|bothered
  no more _4 @text
  nomore @text
  no further|additional|future|other|mo _2 @text|contact|communication|communications
  no texts|texting|txts|messages|reminders after|past|whatsoever|of
  no texts|texting|txts|txt|msgs please|to|from|thanks|thank|ever|on|at|anymore|only
  no text|texting messages|please|thanks|messaging|reminders|anymore|only
  never|dont want|need|like|wish _3 hear from
  @text _1 not|arent|isnt|no longer? _1 wanted|welcome|needed|authorized|necessary|allowed
  @text unwanted|unwelcome|unsolicited
  unwanted|unsolicited @text
  off|out of? @these|your|the|all|any|my text|texts|texting|sms|thread|notifications
  @not|longer _4 be _1 on|in|part _3 @list
  not _4 on|in your|this|the _1 text|texting|call|calling|contact|message|reminder|mailing list|lists|system
  put|add @me|@phone|on _3 not call|text|contact|disturb
  do not call|text|contact list|registry
  if you _1 text|message|contact|send|call _3 again|once|one
  no one text|message|contact _2 @me
  no need for|of _2 @texts|texting
  no need to|for _2 @textVerb|send|reach @me|anything _2 anymore|again|ever|these|any|more
  no need to|for _1 keep|continue|further|more|these|all|so|sending _3 @text|contacting|reaching
  do? @not use|try|dial|save|keep this|my|that @phone anymore|again|ever|for|to
  never use|try|dial|save|keep this|my|that @phone
  dont|not reach out|back|to to|@me? again|anymore|ever
  stop reaching|following|checking
`

/** Not wanting, never having asked, preferring another way. */
const NOT_WANTED = `
  @not|longer|doesnt|didnt|wouldnt|wont|nor _2 @wish _5 @text
  no longer _1 text|message|contact|send @me|text|any
  @not|longer|doesnt|didnt _2 @wish _4 texted|contacted|messaged|bothered
  @not|longer|doesnt want|need|like|wanna|wish _1 @these anymore
  no necesito|quiero _4 @text
  no longer _2 receive|get|accept|be _2 @text|contacted|texted
  @wish|want no more|further|additional|future _2 @text
  like|want|prefer|rather|wish|asking|ask|asked to? not to? _1 receive|get|be|have _3 @text|@these|anything|contacted|texted
  want|need nothing _2 from|to
  rather|prefer|prefers _3 not|no|didnt|dont|wouldnt|without|never _3 @text|texted|contacted|messaged|@texting
  appreciate|glad|great|grateful|nice|thankful _3 if you _1 not|didnt|dont|stopped|quit|wouldnt|never _2 @text|@texting|@textVerb|sending
  rather|prefer|prefers _4 than|not|over|instead|versus _2 text|texting|texts|messaging|messages
  instead of text|texting|texts|messaging
  not by|via|through text|texts|texting
  call|calls|email|mail only please|no|not|dont
  only calls|call|phone|email|mail please|no|dont
  call|phone|email|mail @me|or|the|my|house|only _1 dont|not|no text|texting|texts|message|txt
  call dont text
  cost|costs|costing|charge|charges|charging|charged me|us _4 @text
  @text cost|costs|costing|charge|charges me|us|money
  refuse|refusing|decline|reject|object|declining _4 @text
  not|never|didnt|dont|no|nobody|havent _3 sign|signed|sing|agree|agreed|subscribe|subscribed|request|requested|ask|asked|authorize|authorized|consent|consented|permission|opted|approved _4 @text
  not|never|didnt _1 sign|signed up for this|these|any|it|that|your|none
  not|never|didnt|nobody ask|asked|agree|agreed|subscribe|subscribed|consent|consented|signed to|for? this|these|it|anything|any
  not|didnt|never give|gave|given|have|got _3 permission|consent|authorization|approval to|for _1 text|contact|message|texts|texting|call|send|this|use
  not|didnt|never gave|give you|yall|anyone permission|consent
  not authorized|allowed|permitted|authorizing to? text|contact|message|texts|texting|@text|send
  revoke|revoking|withdraw|withdrawing|rescind|rescinding|retract|withdrew|revoked _4 consent|permission|authorization|agreement
  cancel|canceling|remove|pull my|our|any prior|previous|text|texting|sms? consent|permission
  i revoke
  consent|permission|authorization is|has? been? revoked|withdrawn|denied|rescinded
  if this|it continues|keeps|persists
  if you continue|persist
  next text|message|time i|you _3 report|sue|call|filing|lawyer|complaint
  sick|tired|annoyed|fed|done|over|bothered|harassed|bombarded|hate _5 @texts|texting
  sick|tired|annoyed|fed|done _2 @textOnly
  why _3 getting|receiving|get|receive|sending _3 texts|texting|txts|msgs
  take|taking back _2 consent|permission
  @textOnly|messages|reminders are|is|r _2 annoying|harassing|harassment|driving|bothering|waking|ridiculous|unwanted|excessive|spam|costing
  too|so|these many|damn|stupid|annoying|freaking|fucking|constant texts|txts|messages|msgs|reminders|notifications
  still|keep|keeps|stop getting|receiving|sending|get _3 texts|txts|msgs|spam|text
  already|previously|twice|thought _2 opted|opt out
  already|previously|twice|thought _2 unsubscribed
  texted|sent|replied|responded|wrote|typed|said|say|saying stop _1 already|twice|three|times|before|multiple|and
  said|texted|replied|sent|wrote|typed|asked|told|after _3 stop and|but
`

/** Taking the person, the phone or the number off something; being left in peace. */
const REMOVING = `
  @remove _2 @person _2 off|from|out|of|in|de|del _3 @list
  leave|keep|count me|us|my|this _2 out|off _3 @list
  withdraw|unenroll|disenroll|deregister|unregister|disconnect|excuse _3 from _3 @list
  my|this|our @phone _1 shouldnt|not _3 @list
  why|how _4 my|this|our @phone _2 in|on _2 @list
  you|u|youre|yall _2 supposed _3 my|this @phone
  you _1 shouldnt|not _1 have|keep|use my|this @phone
  bother|bug|harass|spam|pester someone|somebody else
  @remove _1 @person|mom|dad|mother|father|wife|husband|son|daughter|parents|kid|family off|from|out _3 @list
  @remove|@erase my|our|his|her _3 off|from|out of? the|your|that|this|any|all|yalls? _1 text|texting|sms|messaging|contact|call|calling|mailing|reminder list|lists|system|database|program
  put|get|want|need|like|have|be|got|see _3 removed|deleted|erased|taken|scrubbed|off _3 @list
  want|need|like|get|got|please|how|wanna _4 off|out|outta of? this|your|the|that|yalls|these|any|all|ur _2 @list
  @erase my|this|our|that|his|her|the|mi|ur|me|us cell|phone|mobile|home|landline? @phone|numero|telefono
  take|taken|get|pull my|this|our|that|his|her|the|me|us _2 @phone _1 off|out
  my|this|our|her|his _1 @phone _2 removed|deleted|taken|erased|off
  be|get|been removed|deleted|unsubscribed|taken|dropped from|off _3 @list
  exclude|drop|unlist|deactivate|unenroll|block me|us|my|this _3 from|off|out
  not|never save|keep|use|store my|this _2 @phone _2 text|texts|texting|anymore
  borren|quiten|quita|quitame|borra|elimina|eliminen|quitenme|sacame|saquenme _2 my|the number|list|phone
  quitame|quitenme|sacame|saquenme|borrame|borrenme de|del|from _1 list
  leave|let me|us|him|her|them|this alone|be
  leave this|my _1 @phone alone
  lose|forget|dump|burn|trash|throw|rip|toss my|this|the|our|away @phone
  knock it|this|that off
  cut it out|with
  cut out _2 @text
  lay off _1 @text
  quit|stop it|this with|already
  blocking|block|reporting|report this|your|you|ya|u|them|these _1 number|as|for|to
  am|im|will|ill|gonna|be blocking|block|report|reporting|sue|suing you|this|u|ya|your
  calling|call|contact|contacting my|the|a lawyer|attorney|fcc|ftc
  do not disturb
  not mess with my phone
`

/** Requests when a sentence ends with them: "not interested so please stop". */
export const CLOSING_REQUESTS_EN = `
  stop
  @person|them _1 off|out of there|here|it|that|this
  count me|us out
  @not want|wanna|wish|like|need to? be on|in|part this|it|that|these
  please|pls|plz|plse|plese|kindly stop|unsubscribe|quit|desist
  just stop|unsubscribe
  told|asked|tell|begged|begging|telling|asking you|u|yall|them|guys|yous|people|nicely|before|already _1 to? stop|quit
  asked to stop
  i _1 said to stop|quit
  i _1 said|say|mean|repeat|meant stop|quit|no
  i said stop _2 you|this|it|already
  you|u|yall|ya guys|all|people? need|have|must|gotta|should|can to? stop|quit it|this|that|now?
  text|texted|send|sent|replied|reply|typed|wrote|said|after stop twice|already|again|before|times
  still getting|get|receiving @these|this
  too|so|way many|much of @these
  why _3 getting|receiving|get|sending|texting @these|me|us|this?
  how _4 stop|end|cancel|block|unsubscribe|escape @these|it|getting
  way _3 stop|end|cancel|turn|shut @these
  want|need|make|get|like _2 @these|it|this to? stop|stopped|gone|end|ended
  please|pls do? @not use|try|dial this|my|that|it? @phone?
  do? @not use|try|dial this|my|that|it @phone?
  stop|quit|cease|avoid sending|texting|messaging|doing|getting|receiving|with @these|stuff|that|it
  @not|longer|doesnt|didnt _1 want|need|like|wanna|asked|wish _3 @these|any|another|one|it
  @not|didnt _1 sign|signed up|this
  @not want|need|get|wanna|receive any|no more|further|of? @these
  not|never consent|consenting
  dont contact|text|txt|message|msg
  take|taken|get|pull|put|drop me|us|it|him|her|this|my|name|number|phone|cell off|out please?
  can|could|would|will|please you? please? remove|delete|erase|block me|us|him|her|this please?
  please? remove|delete|erase|block|unenroll me|us|him|her|this
  please remove|delete|erase
  need|want|have|get|like it|number|phone|this|that|me|her|him|them|us|be _1 taken|removed|deleted|off off|out|from?
  want|like|need out|off
  calls|call|phone|voice only|please
  leave us|me|her|him be|alone
  am|im|i revoking|revoke|withdraw|withdrawing consent|permission
  for the _1 time stop|quit
  number|phone|whoever|this|is|are|and|so|person|patient|me|here|name|anymore|you stop
  stop all @list
`

/** Requests when they are all that a sentence says, courtesies aside. */
export const WHOLE_REQUESTS_EN = `
  no more
  nomore
  this|is|its is? harassment|harassing|spam|spamming
  spam
  blocked|blocking|reported|reporting as|for? spam|you|u|number?
  stop|cancel|end|terminate the|my|this? subscription|subscriptions|service|messaging|enrollment
  can|could u|you not
  leave me out
  enough
  enough already|is|of
  enough is enough
  remove
  delete
  remove|delete|unsubscribe me|us|this|number
  delete|remove my number
  take|get me off
  buzz|fuck|piss|bug|f off
  get lost
  go away
  make it stop
  enough @text
  stop it
  stop this|these|that|now|already
  quit it|this|that|already|now
  can|could|would|will you|u|yall|guys stop|quit
  stop|quit bothering|bugging|pestering
  not interested stop
  do? @not text|contact|message|disturb|txt
  do not text|contact|message|call again|anymore|ever
  no text|texts|texting|messages|message|contact|mensajes|msgs|txt|txts|reminders|calls|sms
  disable|cancel|stop|end|deactivate notifications|reminders|alerts|texts|messages|text|sms
  stop @text
  @textOnly off|stop
`

/** Requests when a clause begins with them: "Stop, I am driving". */
export const OPENING_REQUESTS = `
  stop please|pls|plz|i|im|this|you|u|my|we|who|dont|not|bothering|wrong|me|ive|its|thank|thanks|no
`

/** Requests when the message says nothing else. */
export const ALONE_REQUESTS = `
  do? @not call|bother|ring|phone me?
`

/** Stop words that are a request even as one sentence among others. */
export const SENTENCE_STOP_WORDS = `
  stop, stopall, stop all, unsubscribe, optout, opt out, opt me out, parar, paren, pare, basta, pare ya, stpo, sotp
  dar|darme|denme|deme|dame de baja`

/** Requests that hold even where the words around them speak of appointments. */
export const SURE_REQUESTS = `
  @stop|cancel|end|disable _4 appointment|appt|appointments|doctor|visit|refill|clinic|office|medical @text
  cancel|cancelen|cancele|quiten los|mis|sus recordatorios|mensajes
  @stop sending _2 appointment @text
  @not|longer|wont _2 @wish _3 appointment|appt|visit|doctor|refill|prescription @texts
  how _4 @stop _4 @texts|texting|@textOnly
  @stop|cancel|end _2 subscription _4 @text
  do? not|dont use this|my @phone
  not want? to? get|receive any more|further @text
`

export const REQUESTS_EN = [STOPPING, NOT_SENDING, NOT_WANTED, REMOVING].join('\n')
