import type { WordClasses } from '../clinical/phrase-book.ts'

/**
 * How people ask not to be texted, English and Spanish, in the notation of the phrase book.
 *
 * The keywords are the carrier's (Twilio: STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT; START, YES,
 * UNSTOP; HELP, INFO), the words that count by rule wherever they are the whole message (47 CFR 64.1200(a)(10)), their
 * Spanish counterparts and their common misspellings.
 */
export const STOP_WORDS = `
  stop, stopall, stop all, unsubscribe, unsubscribed, un subscribe, end, quit, cancel, cancel all, end all,
  revoke, revoked, optout, opt out, opt me out, opted out, unsub, unsuscribe, unsubcribe, unsubscibe, stopp,
  stpo, sotp, stp, stope, stoop, parar, pare, paren, para, alto, basta, baja, cancelar, cancela, cancele,
  cancelen, terminar, termina, termine, fin, detener, detente, detengan, detenganse, salir, desuscribir,
  desuscribirme, desinscribir, dar|dame|darme|denme|deme|denos de baja`

/** Stop words that in a practice may mean the appointment. */
export const MAY_MEAN_APPOINTMENT = `
  cancel, cancel all, end, end all, quit, cancelar, cancela, cancele, cancelen, terminar, termina, termine,
  fin`

export const START_WORDS = 'start, yes, unstop'
export const HELP_WORDS = 'help, info'

/** A whole message, or a whole sentence of one, that says no more than this. */
export const WHOLE_REQUESTS = `
  no more, no mas, no more please, ya no mas, ya basta, enough, enough already, remove, remove me,
  delete me, delete my number, take me off, leave me alone, make it stop, not interested stop, do not text,
  dont text, do not contact, dont contact, no texts, no text, no texting, no messages, no contact,
  no mensajes, no textos, no molestar, no llamar, no llamen, dont call, do not call, dejame, quiten,
  quitenme, borrenme, eliminar`

/** Stop words that are a request even as one sentence among others. */
export const SENTENCE_STOP_WORDS = `
  stop, stopall, stop all, unsubscribe, optout, opt out, opt me out, parar, paren, pare, basta,
  dar|darme|denme|deme de baja`

/** Words that change nothing about a keyword beside them: "please STOP now". */
export const COURTESIES = `
  please pls plz plse pleas thanks thank you thx ty ok okay now it this that these already immediately asap i said say just
  hi hello hey sir maam right away today permanently forever
  por favor porfavor porfa xfa gracias ya ahora esto eso hola dije les le digo todo inmediatamente señor señora senorita y`

export const OPT_OUT_CLASSES: WordClasses = {
  stop: `
    stop stopp stpo stoping stopping quit cease halt discontinue suspend unsubscribe refrain`,
  not: 'dont|not|never|donot',
  text: `
    text texts texting textin msging mssgs txtin texted txt txts txting message messages messaging messges
    mesages msg msgs sms notification notifications reminder reminders alerts spam spamming robotexts
    blasts`,
  textVerb: `
    text txt message texting messaging contact contacting bother harass spam msg bug pester`,
  ending: `
    contacting msging txtin bothering harassing messaging texting txting pestering bugging spamming
    annoying textin`,
  between: `
    all these those the this your sending send with getting get receive receiving any of from me us my so
    many more such stupid damn automated automatic future further to you guys ever again please random
    constant having group mass phone by via another w about`,
  wish: `
    want wish wanna need care like consent agree authorize asked ask interested opt`,
  ofTexts: `
    text texts texting messages message messaging reminders reminder sms notifications notification alerts
    spam`,
  whose: `
    his hers her their theirs my the moms dads wifes husbands sons daughters`,
  me: 'me|us|this|my|him|her|here',
  list: `
    list lists texts text texting messages message messaging database distribution contacts notifications
    alerts reminders thread program system chat sms group mailing file records here`,
  mensaje: `
    mensaje mensajes mensages mensaj textos texto texteos sms notificaciones recordatorios recordatorio
    avisos alertas mensajitos msjs msj mesajes`,
  parar: `
    parar paren pare para dejar deje dejen deja dejenme dejeme detenga detengan suspendan suspenda
    suspender cesen eviten cancelen cancele cancelar detener desactivar desactiven quiten`,
  mandar: `
    mandar mande manden mandenme mandeme mandarme mandes mandando mandarnos enviar envie envien envienme
    enviarme envies enviando escribir escriban escribirme escribanme escriba escribas texteen texteenme
    textear textearme textee textien recibir reciba mensajeen mandarle mandenle llegar lleguen llegando`,
  contactar: `
    contacten contactenme contactar contactarme contacte llamarme molesten molestar molestarme molestando
    moleste molestenme escribiendo texteando escribirme escriban escriba texteen textee escribirle
    texteenme fastidien fastidiar llamando`,
  entre: `
    me nos le les a mas que los las estos esos sus su tantos tanto este esto mi de con seguir recibir
    recibiendo por favor ya el otro otros nada ningun la`,
}

/** Requests where a sentence ends with them: "not interested so please stop". */
export const CLOSING_REQUESTS = `
  please|pls|plz|just stop|unsubscribe, told|asked|tell|said|begged|begging|telling|asking _2 to stop|quit,
  i said|say stop, stop please|pls|plz, please remove|delete me?,
  stop|quit sending|texting|messaging these|this|those|them|stuff,
  am|im|i revoking|revoke|withdraw|withdrawing consent|permission, por favor paren|pare|deje|dejen,
  paren|pare ya`

/** Plain requests, wherever they stand in the message. No request runs across the end of a sentence. */
export const NATURAL_REQUESTS = `
  @stop @between? @between? @between? @between? @text,
  stop|quit appointment|medical|clinic|doctor|office @text,
  stop the|these|those|your|all appointment|daily|weekly|automatic|refill @text, @stop @ending,
  stop|quit|cease calling @me|my|and|or, stop calls|calling and|or @text,
  you|u|they|yall|people dont|wont|never|not stop @between? @between? @between? @text,
  stop|quit sending @me these|this|those|things|stuff|anything|all|your|so,
  stop|quit writing|hitting|pinging @me,
  stop|cease all? communication|communications|contact|correspondence, stop|quit blowing, cancel|end|
  disable|block|kill all|these|the|your|my|those|future|any? all|these|the|your|my|those|future|any|
  automated|of? @text,
  cancel|end all|the|my|these|your? text|sms messages|reminders|alerts|notifications|subscription|service,
  turn|shut|switch|shutting off _2 @text, turn|shut|switch _3 @text off,
  want|wish|need|get|make|like _3 @text to? stop|end|stopped,
  @text to|must|should|need|needs|have|has|please to? stop|end, make it|them|this|these|the stop,
  want|need|how|get these|this|it|them to stop, want it to end,
  @not ever? please? @textVerb @me|anymore|again|ever, @not ever? @textVerb or call|email|text,
  @not ever? call @me anymore|again|ever|or, @not ever? call or|and text|message|contact, @not ever|want|to|
  you? ever|to|you? @between? @between? @between? @ofTexts from|anymore|again|me|ever|here|this,
  do not text|message|contact|txt, dont|donot text|txt|contact|message, never text|txt|contact|message,
  @not @wish @between? @between? @between? @between? @text,
  no longer @wish|would|care @wish|like|care|to? @between? @between? @between? @text,
  @not @wish|want to? be texted|contacted|messaged|bothered,
  rather|prefer|would not be|get|receive texted|contacted|messaged|texts|messages|text,
  @not send|sending|sent|keep|start @between? @between? @between? @between? @text,
  @not send @me|anything anything|stuff|things|anymore|more|these|this,
  no more @between? @between? @ofTexts, no texts|texting|txts please|to|from|thanks|thank|at|on,
  no more of? these|this|your, enough with|of? the|these|your|already? @text, without texting|text, take|
  remove|delete|get|drop|erase|scratch|pull|strike|cut me|us|my|this|him|her|number|name number|name|phone|
  cell|info|contact? number? off|from|out of? _2 @list,
  take|get|cross me|us|my|this number|name|phone? off @list|immediately|please|now, take|get|cross me|us|my|
  this number|name|phone? off of? your|this|that|the @list|phone|call|calling|contact|mailing|rotation|
  thing, remove|delete|erase|lose|drop|forget my|this cell|phone|mobile|home? number|phone|info,
  remove|take|keep|leave me|us from|off of? your|this|these|all|any|here|future|whatever,
  remove|take|keep me|us from|off of? the @list, off of? your|this|the|that @list,
  be|been|get removed|deleted|unsubscribed|taken from|off|please, be|get unsubscribed|removed, unsubscribe,
  unsubscribed, unsubscribing, unsuscribe, unsubcribe, unsubscibe, un subscribe, opt me|us|this|my _1 out,
  opt me|us out, opt out, opting out, optout, opt this number out, revoke|revoking|withdraw|withdrawing|
  rescind|retract|withdrew|revoked|cancel|canceling|remove my|our|all|any|the|this prior|previous|text|
  texting|sms? consent|permission|authorization|agreement, not|never|didnt|dont|no|longer give|gave|given|
  have|consent|sign|signed|agree|agreed|subscribe|subscribed|request|requested|ask|asked|authorize|sing up|
  permission|consent|to|for? for|to|you? be|get|receive|any|these|this|your|the? @text,
  @stop _5 texts|texting|messages|messaging|reminders|notifications|sms|msgs|spam,
  stop|quit reminding|notifying|alerting|pinging|updating @me, @not _2 want|wish|need|like|care|asked|
  consent|interested|authorize|approve|appreciate|accept|permit|allow _5 texts|texting|messages|messaging|
  reminders|notifications|sms|msgs|spam,
  not _4 on|in your|this|the text|texting|call|calling|contact|message|reminder list|system,
  turn|shut|switch them|those|these|it off please?,
  no further|additional|future|other _1 texts|messages|reminders|contact|communication|communications,
  out|off of? these|those|your|the|this text|texts|texting|messages|reminders|thread,
  @text are|is too|so much|many|annoying, too many texts|messages|reminders,
  @not _3 any|anymore|further|more _2 texts|messages|texting|reminders|notifications,
  @not use|try|keep|continue|start|go|bother _3 texts|messages|texting|text|message|reminders,
  keep|keeps texting|messaging|sending _6 stop,
  block|exclude|drop|unlist|deactivate me|us|my _3 texts|texting|messages|list|number, take|remove|delete|
  erase|drop|taken|removed|deleted|off _2 number|me|phone|us _3 texts|texting|messages|messaging|reminders|
  notifications|sms|database|system|list|lists,
  rather|prefer _3 not _4 texts|texting|texted|messages|text|contacted,
  no|ya|nunca _3 quiero|quisiera|deseo|necesito|interesan|interesa|gustan|acepto _4 @mensaje,
  dejen|deje|paren|pare|dejar|parar|eviten|suspendan _4 @mensaje, sacar|quitar|borrar|eliminar|remover|
  saquen|borren|eliminen|remuevan|quiten _1 numero|telefono|celular|nombre,
  not have my|our|any? permission|consent|authorization to|for text|contact|message|texts|texting,
  not authorized|allowed|permitted to text|contact|message,
  @text _1 not|arent|isnt wanted|welcome|needed|authorized, @text unwanted|unwelcome, stop them|those,
  dont|not want|need these|this|those|them anymore|any, enough @text,
  put|add me _1 do|not not? call|text|contact|disturb, do not call|text|contact list,
  refuse|refusing|decline|reject _2 @text, lay off _1 @text, knock it off, cut it out, i am|im blocking,
  calls|call only please, go away,
  prefer|rather|wish not to? be|get|receive? texted|contacted|messaged|texts|messages|text,
  rather|prefer you|u didnt|not|dont text|contact|message, leave me alone, leave us alone,
  leave this number alone, lose my number, lose this number, unwanted|unsolicited @text,
  sick|tired|annoyed|fed up? of|with|by getting|receiving|all|your|these|the? these|your|the|all? @text,
  blocking|block this|your|you number, instead of text|texting|texts|messaging,
  rather|prefer _2 call|called|calls|phone|email|voicemail than|not|over|instead text|texting|texts,
  not by|via|through text|texts, i revoke, do not disturb, calls|call only no, no|ya|nunca|jamas no|
  nunca? @entre? quiero|deseo|quisiera|quiere|necesito|acepto|autorizo|vuelva|vuelvan|sigan|siga|gustaria|
  interesa|interesan? @entre? @entre? @entre? @mandar @entre? @entre? @entre? @mensaje|textos|mas|nada|a,
  no|nunca|jamas quiero|deseo|quisiera|necesito|acepto|queremos @entre? @entre? @entre? @mensaje,
  no|nunca me|nos|le|les @mandar, no|ya|nunca @entre? @entre? @mandar @entre? @entre? @mensaje,
  no @mandar @entre? @entre? @mensaje, ya no @entre? @entre? @mandar, no @mandar mas|a,
  no|ya @entre? mas? @contactar, no|ya me|nos|la|lo? @contactar,
  no vuelvan|vuelva a @mandar|@contactar|llamarme, no mas @entre? @mensaje, ya no mas @mensaje,
  basta|alto de|con|a|ya @entre? @entre? @mensaje, ningun mensaje mas, sin mas @mensaje,
  @parar de|ya @entre? @entre? @mandar|@contactar|llamar|texto|textos|mandarme|enviarme,
  @parar @entre? @entre? @entre? @mensaje, quiero|quisiera|deseo|necesito|favor @entre? parar|cancelar|
  detener|dejar|suspender @entre? @entre? @entre? @mensaje, deje|dejen|deja|dejenme|dejeme en paz,
  dejen|deje|paren|pare de llamar|llamarme|molestar|escribir|fastidiar|molestarme|escribirme|chingar,
  no me|nos|le llamen|llame|busquen|marquen|hablen mas|ya|nunca,
  ya no me|nos|le llamen|llame|busquen|marquen|hablen|contacten, quiten|quite|quiteme|quitenme|quitame|
  saquen|saquenme|saqueme|sacame|saque|borren|borrenme|borre|borreme|eliminen|elimineme|eliminenme|elimine|
  remuevan|remueva|remuevanme|retirenme mi|este|de|a? numero|telefono|celular|nombre|lista|su|sus|la|esta|
  mensajes, no me? gusta|parece|quiero|quisiera que me|nos|le @mandar|@contactar|llamen|esten,
  ya no lo hagan, no lo hagan mas, no|ya _1 quiero|quisiera|queremos|deseo|gustaria que me|nos|le esten|
  este|sigan|siga? @mandar|@contactar|llamen|llame|hablen|busquen|molesten,
  no quiero que @entre? @entre? @mandar|@contactar, parenle|parele|parale _4 @mensaje,
  parenle|parele con|a|ya? los|sus|tantos? @mensaje, no me esten|este @mandar|@contactar,
  no esten|este @mandar|molestando, quiero|quisiera|deseo|puedo|como|favor salir|salirme|salgo|quitarme|
  sacarme|borrarme|eliminarme|desuscribirme de|del su|la|esta|los|estos? lista|@mensaje,
  quitarme|sacarme|borrarme|eliminarme|salirme de la|su|esta lista,
  que me quiten|saquen|borren|eliminen|quite|saque|borre, no se comuniquen, no comunicarse,
  dejenme|dejeme tranquilo|tranquila, me molestan sus|estos|los @mensaje, dejar de recibir, quitenme,
  borrame, eliminame, saquenme de, borrenme, eliminenme, denme|deme|darme|dar|darnos|doy de baja,
  baja de|del los|sus|estos|servicio|la|su, desuscrib*, desinscrib*,
  anular|cancelar|cancelen|cancele mi|la suscripcion, revoco,
  retiro|revocar|retirar mi|el consentimiento|permiso|autorizacion,
  no tienen|tiene|doy|di|dimos|autorice|autorizo mi|permiso|consentimiento, no me suscribi|inscribi|apunte,
  no pedi estos|sus|mensajes|recibir, me|estoy|ya hart*|cansad*|molestan de? @entre? @entre? @mensaje,
  prefiero que me llamen, llamen|llame en vez|lugar de, no @mensaje, no autorizo`

/** The sender says the phone is somebody else's. */
export const WRONG_NUMBER = `
  wrong|rong|worng|wrng|wronge number|numbers|num|nmbr|numer|person|guy|lady|girl|man|dude|family|party|
  house|cell|phone, wrong no, mistaken identity, incorrect number, not the right number|person|phone,
  not the correct|intended number|person|recipient, have|got|reached|texting|texted|calling|called|
  contacting|messaging|u the|a? wrong one|patient|individual|contact|woman,
  no|nobody|noone one? here|lives? is? by that|this|the name, no one|body? by|with that|this name,
  nobody|noone|no|anyone|anybody|someone one? named|called _2 here|at|lives,
  nobody|noone|no one? here named|called|by, not who you,
  not the person|one|guy|patient|woman|man you|u|your|youre, dont|do|doesnt not? know|have anyone|anybody|
  any|a|nobody|no by|named|called|with|person|one|patient|of|such, never heard of him|her|them|this|that,
  this|it|that is|isnt|aint|isn|was|not not|no|longer? longer? _2 number|phone|cell|cellphone anymore,
  this|it|that isnt|not|aint @whose number|phone|cell,
  this|it|that|its|thats is? not|no @whose|longer _1 number|phone|cell,
  this|that|number|phone isnt|not the number|phone|cell for|of,
  number|phone|cell no longer|more belongs|his|hers|theirs,
  number|phone belongs to someone|somebody|me|another|my|a, number|phone|cell doesnt|not belong|longer,
  just|recently|only got|received|bought|changed this|a|my|the new? number|phone,
  new owner|person|user of|with this,
  no longer|doesnt|not live|lives|work|works|at|reachable here|at this|with? number?,
  someone|somebody elses number|phone, reassigned,
  this|it|that isnt|aint|not _2 phone|number|cell|cellphone,
  this|it|that is not|no longer? _2 phone|number|cell|cellphone,
  doesnt|not|doesn have|own|use this|that number|phone,
  no longer has|have|uses|owns|using this|that|the number|phone,
  no|any _1 at|with this|that number|phone|address, theres|there is|isnt|aint|isn no|any|a? _2 here,
  no _1 here, wrong household, number by mistake, this is|isnt not? him|her anymore, mistyped|misdialed,
  had this number for|since, not my|our number|patient|appointment|doctor|clinic, im|am not a patient,
  not a patient, changed|change number|numbers ago, numero|telefono|celular|persona|num equivocado|
  equivocada|incorrecto|erroneo|equibocado|ekivocado|incorrecta|equivocad*,
  equivocado|equivocada de? numero|persona|telefono, se|te|estan|esta|estas equivoco|equivocaron|
  equivocaste|equivoca|equivocan|equivocado|equivocando|equivocados|equivocada, equivocado, equivocada,
  no es el|mi|su numero|telefono|celular, no es el|la numero|telefono|persona que,
  no|ni soy|somos|soi la|esa|el|ella|esa|ese|quien|quienes|esta, no soy quien|la|el,
  no la|lo|le|los conozco, no conozco a|ninguna|ningun|nadie, aqui no vive|hay|esta|es|conocemos|existe,
  no vive|hay|existe|esta aqui|nadie|ninguna|ningun|esa, nadie aqui|con|se ese|que|con|llama|llamado,
  este|ese|esta|mi numero|telefono|celular ya? no|es es|de|pertenece|mio,
  ya no es|tiene su|el|este numero|telefono, numero|telefono nuevo de otra, cambio de numero,
  numero|telefono es de|pertenece otra, acabo de comprar|sacar|obtener|recibir este`

/**
 * Uses of the same words that ask for nothing of the kind. A request or a wrong number that begins inside one of these
 * does not count.
 */
export const NO_REQUEST = `
  dont|never|didnt|not please? stop|quit|cancel|unsubscribe|opt|remove|end,
  i|we|he|she dont|cant|never text|txt|message, i|we|he|she do not text|txt|message, dont|not|never|
  didnt want|mean|ask|intend|try|wish|wanted|meant|need|like|meaning|asked|trying you|to|for|it|them|us|the|
  these|my? texts|text|messages|reminders|you|to|it? to? stop|end|cancel|unsubscribe|opt|quit _3, why|did|
  when|before|since|until|unless|after|havent|hasnt|whether|if|once did|do|have|has|you|i|it|they|the|we|
  guys|are|someone|accidentally? did|do|have|has|you|i|it|they|the|we|guys|texts|messages? stop|stopped|
  quit|unsubscribe|unsubscribed|opt|opted|cancel|stopping,
  accidentally|accident|mistake|mistakenly|oops _4 stop|unsubscribe|unsubscribed|opt|opted|optout,
  unsubscribe|unsubscribed|opted|opt out? by|on accident|mistake|accidentally, reply|text|txt|send|type|
  respond|say|press|texted|replied|typed|texting|answer with? stop|end|cancel|quit|unsubscribe|no|help to|2|
  too|for|if|at|or|and|by|will|do|does _6, stop to end|unsubscribe|opt|cancel|quit|stop, stop2end,
  responda|responde|envie|envia|conteste stop|alto|parar|baja para _5, opt|opted|opting out of the|my|our|
  all|this|that|your|a|any? insurance|plan|coverage|vaccine|vaccines|dental|vision|medicare|medicaid|
  benefit|benefits|surgery|procedure|program|study|trial|test|testing|portal|paper|email|emails|newsletter|
  sharing|hsa|policy, unsubscribe _2 from? the|your|my|email|emails? newsletter|emails|email,
  waiting|wait|cancellation|cancelation|standby|call list, waitlist, take|remove|get|drop|pull me|us|my|him|
  her name|appointment? off|from|out of? the|your|that|this|my|his|her? waiting|wait|waitlist|cancellation|
  standby|schedule|calendar|appointment|appointments|medication|medicine|insulin|pill|pills|account|
  insurance|antibiotic|oxygen|monday|tuesday|wednesday|thursday|friday|drug|books|hold|study list|list|
  schedule?, i|we dont|do not? use|have|get your|text|texts|texting|the|a, this|it|that is|isnt|aint not? a|
  an|my|the? good|great|best|new|working|secure|main|emergency|toll|valid|only,
  this|it isnt|is not? about|for|regarding,
  stop|quit by|in|at|over|taking|smoking|drinking|eating|using|working|here|there|for|before|sign|light,
  stop|quit the|my|a|his|her refill|medication|medicine|medicines|insulin|pill|pills|antibiotic|antibiotics|
  drops|treatment|bleeding|fever|payment|autopay|order|prescription, @not _2 want|wish|need|like|
  care to? miss|lose|change|wait|cancel|reschedule|bother|come|forget|stop|leave|pay|be|see|talk|discuss|
  keep|use|the|a|an|my|another|any? appointment|surgery|visit|help|refill|refills|late|rush|charge,
  no quiero|quisiera|necesito|deseo perder|cambiar|cancelar|esperar|esa|esta|la|otra|dejar,
  dejen|deje|dejar|dejo|deja _1 mensaje|recado|texto, dejen|deje|deja de? tomar|que,
  @not get|getting any? @text anymore|yet|since|for|from,
  can|should|may|could|when|must|do i|he|she|we please? stop|quit|end,
  no pain|doctor|parking|openings|availability here|at,
  theres|there is|isnt no|any|a? parking|doctor|record|appointment|line|place|openings _1 here, remove|
  delete|take|drop|change|update my|the|this old|previous|former|work|husbands|wifes|exs|moms|other|card|
  payment|stitches|second number|phone|info|cell?, do? @not @textVerb|call me|us|him|her|back? at|before|
  after|until|till|during|today|tomorrow|tonight|while|when|if|back|yet|on|in|because|this|right|between|
  early|late work|night|home|noon|one|two|three|four|five|six|seven|eight|nine|ten|1|2|3|4|5|6|7|8|9|10|11|
  12|school|then|the|i|im|my|monday|tuesday|wednesday|thursday|friday|weekends|weekdays|sunday|saturday|
  morning|evening|week|now|meetings|lunch|dinner|you|its|it|tomorrow|today|after|morning|before|next,
  do? @not @textVerb|call me|us|him|her? before|after|until|till|during|today|tomorrow|tonight|while|when|
  if|back|yet|because|between|early, @not text|txt message? and|while|or drive|driving,
  do? @not message|text me|us? on|through|in the|my? portal|mychart|facebook|whatsapp|email,
  do? @not need|have to text|contact|message|bother,
  do? @not contact|text|message|bother _1 insurance|doctor|pharmacy|him|her|employer, not|never|didnt|
  havent|dont get|got|receive|received|see|saw|gotten|hear|have|find|read a|any|the|your|that|my|
  this? @text, not|dont need|want a|the|another|my? text|texts? reminder? back|yet, no text|message|
  messages|texts|sms yet|was|were|came|left|from|has|received|on|in|is|for|since|plan|service|messaging,
  without a|any text|message|messages, no contact with|info|information, no|not|never|didnt|havent sign|
  signed|agree|agreed|consent|authorize|authorized|ask|asked|request|requested up? for|to|the|that|this|
  a? surgery|treatment|charge|charges|bill|procedure|test|payment|form|forms|consent, revoke|withdraw|
  cancel|withdrawing|revoking my|the consent|permission|authorization to|for|of share|surgery|release|
  treatment|records|procedure|disclose|the|my|medical|research|photos|hipaa, cancel|end|cancela|cancelar|
  cancelen|cancele my|the|our|mi|la|his|her|this|mis|el|su|tomorrows|todays|all? appointment|appt|apt|visit|
  order|prescription|refill|surgery|cita|citas|visita|reservation|subscription|membership|plan|policy|
  appointments|consulta|turno _2, wrong number|num|phone of|on|for|listed|in|from my|pills|file|the|me|days|
  tablets|account|chart|him|her|that|refills|record|system|them, gave|give|given|put|wrote|entered|left|
  typed|listed|had|have _2 wrong number|phone|cell for|on|in|down|mine,
  i|we gave|put|left|wrote|typed|entered|dialed _3 wrong number|phone|person,
  wrong person|guy|lady picked|answered|called|at|in|on|for my|the|your|that, para|alto|fin|baja|pare|
  basta la|mi|el|una|un|de|que|los|cuando|las|hacer|preguntar|saber|confirmar|mañana|hoy cita|semana|
  presion|azucar|visita|colesterol,
  no me mand* la|el|los|mi|mis receta|resultados|factura|medicina|papeles|resultado|orden,
  no me llego|ha|han, no he recibido, no me llame|llamen|hable antes|despues|hasta|hoy|en|al, no me llamo,
  no me escrib* antes|despues|hasta|hoy|en|al, no dejen|deje|paren|pare|cancelen|quiten de?,
  no quiero que @parar|paren|dejen _4, no quiero|quisiera dejar|parar|cancelar _4, por que dejaron|pararon,
  dejar|deje|dejen de tomar|fumar|tomarme|tomando|usar|comer|beber, cuando|si|ya dejaron|deje|dejo de,
  deje|dejen|dejo|deja un|el|una|mi|su mensaje|recado|texto,
  paro|para|dejo|para el|un|mi dolor|recordatorio|mensaje|recordatorios|mensajes?, no me quit* _3,
  no equivocado, numero|telefono equivocado|equivocada de seguro|poliza|cuenta|expediente|cita|cuarto|suite|
  paciente|tarjeta|factura,
  tengo|di|puse|escribi|anote|dieron|dimos el|un|mi numero|telefono equivocado|incorrecto, no hay @mensaje,
  quiten|saquen|eliminen|borren|quite|saque|quitenme|saquenme mi|me|el|la|los|mis? de|del|nombre|numero? de|
  del|la? la|lista? lista? de? espera|cita|agenda|puntos|yeso|calendario, lista de espera`
