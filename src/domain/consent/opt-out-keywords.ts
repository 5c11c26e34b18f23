/**
 * Messages that are nothing but a keyword: the carrier's (Twilio: STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT,
 * REVOKE, OPTOUT; START, YES, UNSTOP; HELP, INFO), the words that count by rule wherever they are the whole message
 * (47 CFR 64.1200(a)(10)), their Spanish counterparts and their common misspellings.
 */
export const STOP_WORDS = `
  stop, stopall, stop all, stop it all, unsubscribe, unsubscribed, un subscribe, end, quit, cancel, cancel all,
  end all, revoke, revoked, revocar, optout, opt out, opt me out, opted out, unsub, unsuscribe, unsubcribe, unsubscibe,
  stopp, stpo, sotp, stp, stope, stoop, stip, sto, stpop, sttop, syop, dtop, srop, stoo, stol, stahp, stap, st0p, 5top, halt, desist, s t o p, stopstop, stopstopstop, stop2end
  parar, pare, paren, para, alto, basta, ya basta, baja, cancelar, cancela, cancele, cancelen, terminar, termina,
  termine, fin, detener, detente, detengan, detenganse, salir, desuscribir, desuscribirme, desinscribir, desuscribirse
  dar|dame|darme|denme|deme|denos|darse|date de baja`

/** Stop words that in a practice may mean the appointment. */
export const MAY_MEAN_APPOINTMENT = `
  cancel, cancel all, end, end all, quit, cancelar, cancela, cancele, cancelen, terminar, termina, termine, fin`

export const START_WORDS = 'start, yes, unstop'
export const HELP_WORDS = 'help, info'

/** Words that change nothing about a keyword beside them: "please STOP now". */
export const COURTESIES = `
  please pls plz plse plese pleas thanks thank thnx you thankyou thx ty ok okay k now it this that these already
  immediately asap i said say just so hi hello hey sir maam right away today permanently forever hon dear nope sorry
  por favor porfavor porfa xfa gracias ya ahora esto eso hola dije les le digo todo inmediatamente señor señora
  senorita y`

/** Sounds of speech, which voicemail transcripts keep and some people write. */
export const HESITATIONS = 'um umm uh uhh uhm er erm hmm eh ehm'

/** Words that change nothing of a sentence, wherever they stand in it. */
export const FILLERS = `
  please pls plz plse plese pleas ples plis pliz plss kindly just really actually honestly seriously literally simply
  fucking fuckin fckn fkn freaking freakin frickin effing fking motherfucking goddamn goddamned damn damned dang darn
  darned bloody stupid dumb dumbass silly crappy shitty lol lmao lmfao haha jaja omg wtf smh jeez geez god gosh bro
  bruh dude sir maam hon honey dear buddy ok okay hey hi hello yo absolutely immediately asap promptly hereby
  respectfully politely formally officially definitely certainly thanks thx ty thankyou porfavor porfa xfa porfis
  gracias senorita joven amigo amiga oiga oye mire mira bueno disculpe perdon favorcito tf af fr ffs tho though`

/** Two words each, and neither is a filler alone. */
export const FILLER_PAIRS = ['por favor', 'x favor', 'thank you', 'thank u']

/** Sent alone, these say stop in any language. */
export const STOP_SIGNS = '🛑 🚫 ⛔ ✋'
