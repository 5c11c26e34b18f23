import type { Lexicon } from './opt-out-vocabulary.ts'

/** What is sent, and sending it. The slips of short words are found elsewhere, see opt-out-slips.ts. */
const TEXTS: Lexicon = {
  /** In the singular some are verbs too: "text me". */
  MESSAGE:
    'text message msg mssg msge txt tex sms reminder notification alert notice autotext robotext outreach bot',
  MESSAGES: `
    texts messages msgs mssgs msgz txts txtz txs smss reminders notifications notifs alerts notices autotexts
    robotexts blasts spam communication communications correspondence messaging broadcasts solicitations updates pings
    texting textings bots robots robocalls`,
  TEXT: `
    text txt tex txet message msg contact ping notify sms spam bother harass bug pester annoy disturb hassle dm blast
    bombard tx hmu`,
  TEXTING: `
    texting textin txting txtin txtn txtng texing texin textn messaging messagin msging contacting contactin pinging
    notifying spamming spammin bothering botherin harassing bugging buggin pestering annoying disturbing hassling
    reminding bombarding blasting robotexting smsing autotexting stalking`,
  TEXTED: `
    texted txted messaged msged contacted notified pinged spammed bothered harassed bugged pestered disturbed reminded
    hassled bombarded`,
  CALL: 'call phone ring dial',
  CALLING: 'calling callin phoning ringing dialing',
  SEND: 'send shoot forward snd give sned',
  SENDING: 'sending sendin sendn sendng snding forwarding shooting',
  GET: 'get receive recieve recive recv have see accept hear getn',
  GETTING: 'getting gettin gettn receiving recieving reciving receivin seeing having hearing',
  GOT: 'got received recieved gotten',
}

/** Ending and removing. */
const ENDING: Lexicon = {
  STOP: 'stop stopp quit cease halt discontinue refrain desist stahp abstain decist desit',
  STOPPING: 'stopping stoping quitting ceasing halting discontinuing refraining',
  STOPPED: `
    stopped stoped stop ended end discontinued cancelled canceled halted deactivated disabled terminated gone removed
    off`,
  CUT: `
    cancel end disable deactivate kill terminate suspend mute silence pause block cancelling canceling ending
    disabling blocking lose drop ditch eliminate nix skip`,
  REMOVE: `
    pull strike remove removing delete deleting erase scrub wipe purge exclude unlist unenroll disenroll unregister
    deregister disconnect withdraw unlink block excuse expunge rmv rid eliminate clear disassociate`,
  TAKE: 'take takin taking get pull drop strike cross scratch bump cut keep leave kick knock lift tke',
  REMOVED: `
    removed deleted erased taken scrubbed dropped wiped excluded purged unenrolled unsubscribed withdrawn unlisted`,
  LOSE: 'lose loose forget toss trash burn dump discard ditch drop shred',
  UNSUBSCRIBE: `
    unsubscribe unsub unsuscribe unsubcribe unsubscibe unsubscribed unsubscribing unsubscription optout unsubsribe
    unsubscrib unsubbed unscribe unsubscrbe`,
  OPT: 'opt opting opted opts',
}

/** Wishing, refusing and complaining. */
const WISHING: Lexicon = {
  /** These forbid: "do not text". */
  NOT: 'dont not never donot dnt nvr',
  /** These only tell: "she does not want". */
  NEVER: `
    didnt doesnt wont cant isnt arent aint havent hasnt wouldnt couldnt shouldnt wasnt cannot nor neither without
    dosent`,
  WISH: `
    want wants wanna wish wishes tolerate accept allow permit authorize consent approve require need needs like care
    desire wanted expect appreciate enjoy wishing wanting wana wnat needed needing`,
  /** After these comes what is asked for. */
  WANT: `
    want wants wanna wanted need needs needed wish prefer prefers rather love request requesting asking ask asked
    demand like id wana wnat chose elected chosen decided opted`,
  AGREE: `
    sign signed sing agree agreed consent consented subscribe subscribed enroll enrolled authorize authorized
    authorise allow allowed approve approved permit permitted request requested ask asked register registered agreeing`,
  CONSENT: 'consent permission authorization authorisation approval consents permissions ok',
  REVOKE: `
    revoke revoking revoked withdraw withdrawing withdrew rescind rescinding rescinded retract cancel pull terminate`,
  /** Also in "sick of", "done with". */
  TIRED: `
    sick tired annoyed fed done over bothered harassed bombarded hate irritated overwhelmed swamped drowning loathe
    dislike hating despise`,
  ANNOYING: `
    annoying harassing harassment ridiculous unwanted excessive spam irritating intrusive bothersome nuisance
    obnoxious unwelcome unsolicited unnecessary aggravating bothering bugging distracting invasive unacceptable
    stressful pointless disruptive waking driving intrusion upsetting inappropriate illegal useless costing stressing`,
}

/** Who, whose and which. */
const WHO: Lexicon = {
  I: 'i we id wed ill im ive weve were',
  YOU: 'you youre youve u ya yall youall yous guys folks people ppl yinz ur ustedes usted',
  HE: 'he she they who everyone everybody anyone somebody someone hes shes theyre',
  ME: 'me us',
  HIM: 'him her them',
  MY: 'my our me mi this that the these his her their mah mine ur your',
  FAMILY: `
    mom mother mum mama dad father papa wife husband hubby son daughter child kid kids brother sister grandma
    grandmother grandpa grandfather aunt uncle parents partner spouse boyfriend girlfriend fiance roommate family
    nephew niece cousin grandson granddaughter baby boy girl moms dads mothers fathers wifes husbands sons daughters
    esposo esposa hijo hija papas abuela abuelo`,
  PHONE: `
    number num numba nunber numbers nmbr numbr nbr phone phones fone cell cellphone line mobile telephone digits
    landline smartphone iphone device`,
  LIST: `
    list lists database distribution contacts thread group mailing file files records system sys program rolodex
    roster directory rotation service enrollment listserv registry campaign chain loop thing things`,
  THESE: 'these this it those them em that theese ones',
  /** More of the same, and never again. */
  MORE: 'any more anymore another further additional nomore else again ever moe mo future extra other longer',
  THINGS: `
    stuff things anything nothing crap shit bs nonsense garbage junk trash everything something links stuffs thing`,
  OFF: 'frm off out outta from outof',
  WRONG: 'wrong rong worng wrng wronge incorrect',
  PERSON: `
    person persona guy lady girl man woman dude party house household human individual recipient hombre contact chick
    gal fella place customer client family`,
  ENOUGH: 'enough',
  NUMBER: 'one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10 11 12',
  /** After these, "stop" at the end of a clause is no order: "it won't stop", "the bus stop". */
  NOBARE: `
    to 2 will would does did do should can could must may might dont my your his her each every any which what i we he
    she they it pain bleeding rain or start full short non need one ever these its then completely finally the a el
    del un never wont cant doesnt didnt hasnt wait bus train last next first rest pit truck not people you`,
}

/** What requests are mistaken for, and by what they are known. */
const ELSE: Lexicon = {
  /** What "cancel it" may be about instead of texts. */
  OTHERTHING: `
    appointment appointments appt appts bill bills charge charges fee payment payments card refill refills
    prescription prescriptions medication medicine meds pill pills dose pain bleeding cough itching fever reservation
    order purchase account visit surgery cita citas receta medicina pastilla pastillas dolor cobro cargo factura
    stitches cast bandage copay`,
  /** What else people unsubscribe from and opt out of. */
  OTHERSUB: `
    email emails newsletter netflix gym app magazine plan insurance coverage vaccine vaccines dental vision medicare
    portal study program trial policy hsa mail podcast channel survey screening test testing surgery procedure
    epidural`,
  /** What may be somebody's phone, and may be mistyped. */
  IT: 'it this that its thats dis dat thiss tis thisis',
  NO: 'no zero nomore',
  INFO: 'info information contact details data contacts',
  /** What else people consent to. */
  OTHERCONSENT: `
    share treat release surgery treatment records procedure disclose medical research photos hipaa study test vaccine
    see`,
  /** What may stand between "don't" and "text me": "don't you ever even think about". */
  LINK: `
    you u to need have want wanna ever even dare wish like it when be get getting should go going gonna try trying
    keep start starting think about continue any more anyone people from having let allow someone somebody ya yall
    again using use for by with the purpose`,
  /** Lists and times that people are taken off in a practice. */
  OTHERLIST: `
    show waiting wait waitlist cancellation cancelation standby allergy medication med meds problem appointment
    schedule calendar monday tuesday wednesday thursday friday saturday sunday am pm morning afternoon surgery
    medicine pills drug insulin pill antibiotic oxygen`,
  /** Words that end or refuse something, whatever their place in a sentence. */
  AGAINST: `
    @STOP @STOPPING @CUT @NOT @NEVER @TIRED @REMOVE @REMOVED @LOSE @NO off without against refuse waste pain hate
    enough stops ends nunca sin ya no basta @PARE @CORTE @HARTO @RECHAZO`,
  /** With these, no and not tell of texts that did not come, that nobody could read, or that come at a wrong time. */
  BENIGN: `
    @GOT @OTHERTHING @LATER @WORK get getting receive receiving see saw seen read reading open opens opened hear heard
    find found answer answered answering respond check load loads loaded loading come comes came coming arrive arrives
    arrived went go going through showing yet still did didnt why when what which cant couldnt cannot able unable
    forgot forget worry resend late mind prefer better best easier send sent sending call have has had hasnt havent
    there no1 nobody voicemail voicemails leave left keep helpful understand long miss missed mean meant try trying
    sorry hold music menu please working works problem worries apologize bother annoy back emails email llego llega
    llegaron llegan recibi recibo recibido recibiendo entiendo entendi vi leer lei puedo puede llegado han he hay
    tengo tiene tenia se mande mandame sirve sabe correo mejor ver veo contestar leido deje dejo error perdon llamada`,
  BEST: 'good best main primary only real preferred emergency valid secure working great toll fax usual free new',
  /** Without one of these a sentence refuses nothing and denies nothing. */
  DENIAL: `
    @AGAINST @NEVER @UNSUBSCRIBE @OPT @WRONG @REVOKE @TAKE @NOBODY @ENOUGH @ANNOYING @QUITE @QUITAR @EQUIVOCADO
    @EQUIVOCO @CONFUNDE @DESUSCRIBIR @NADIE @STOPPED chill out limit removal baja meant rather @REPORTAR @PARAR
    @CORTAR @PROHIBIR who whos different another else elses other old mistake error mixed new moved changed until last
    instead ni quien otro otra tampoco nunca menos less`,
  DET: 'the a an your my our his her their el la los las un una su sus mi mis this that',
  HAVE: 'have has had hav',
  NOBODY: 'nobody noone no1 none',
}

/** When and where: which make of "don't text me" something else than an end. */
const WHEN: Lexicon = {
  LATER: `
    before after until till til during while when today tomorrow tonight yet between monday tuesday wednesday thursday
    friday saturday sunday weekends weekdays mornings lunch dinner noon midnight if unless meeting
    meetings class church court`,
  WORK: `
    work office job school old ex former previous landline house insurance pharmacy email employer boss portal fax
    trabajo oficina escuela`,
}

export const LEXICON_EN: Lexicon = { ...TEXTS, ...ENDING, ...WISHING, ...WHO, ...ELSE, ...WHEN }
