import type { PageLanguage } from '../follow-up/words.ts'

/** The sentences that rules are told in. Names and numbers come in as they are to be read. */
const EN = {
  and: 'and',
  none: 'none',
  minutes: (count: number) => counted(count, 'minute', 'minutes'),
  businessMinutes: (count: number) => counted(count, 'business minute', 'business minutes'),
  openMinutes: (count: number) => counted(count, 'open minute', 'open minutes'),
  businessDays: (count: number) => counted(count, 'business day', 'business days'),
  after: (time: string) => `after ${time}`,
  atOnce: 'at once, or when the practice opens',
  otherTimeOfDay: (when: string) => `${when} at another time of day`,
  'end-of-block': 'in the same business block',
  'next-block': 'in the next business block',
  'next-morning': 'on the next business morning',

  textsSay: 'Texts say',
  textsSayWhat: (name: string, phone: string, spoken: string) =>
    `${name}, ${phone}; the voice says ${spoken}`,
  lines: 'Lines',
  backup: (line: string) => `${line}: takes the calls that the practice's own phones missed`,
  ringsTogether: (phones: string, seconds: number) => `rings ${phones} for ${String(seconds)} seconds`,
  ringsInTurn: (phones: readonly string[], seconds: number) =>
    `rings ${phones.join(', then ')} for ${String(seconds)} seconds each`,
  front: (line: string, rings: string, times: string, answered: string) =>
    `${line}: ${rings} ${times}; ${answered}; otherwise Ringback takes over`,
  pressToTake: 'whoever picks up presses 1 to take it',
  pickingUpTakes: 'picking up takes it',
  ownPrompts: (prompts: string) => `own words for ${prompts}`,
  always: 'at all times',
  open: 'while open',
  lunch: 'at lunch',
  closed: 'while closed',
  holiday: 'on holidays',
  hours: 'Open',
  span: (from: string, to: string) => `${from} to ${to}`,
  shut: 'closed',
  ownGreeting: 'words of its own',
  holidays: (state: string) => `closed on the legal holidays of ${state}`,
  wholeCountry: 'the United States',
  except: (days: string) => ` but ${days}`,
  zone: (zone: string) => `clock of ${zone}`,
  languages: 'Languages',
  fromRecordings: 'from recordings',
  textsInFirst: (language: string, ids: string) => `texts in ${language}: ${ids}`,
  keys: 'Keys',
  agrees: (key: string) => `${key} agrees to a text`,
  goesOnIn: (key: string, language: string) => `${key} goes on in ${language}`,
  persistence: 'Persistence',
  rest: (minutes: string, texts: number) =>
    `nobody is called again within ${minutes}; after ${counted(texts, 'unanswered text', 'unanswered texts')} staff hear of it and no more are sent`,
  texts: 'Texts',
  caps: (day: number, week: number, chars: number, second: number) =>
    `at most ${String(day)} a day and ${String(week)} a week to one number, ${String(chars)} characters, ${String(second)} a second from one line`,
  window: (hours: string, minutes: string) => `${hours}, in the recipient's time; given up after ${minutes}`,
  narrowest: (from: string, to: string, hours: string) => `narrowest hours: ${from} to ${to} ${hours}`,
  replies: (minutes: string, help: string) => `replies read within ${minutes}; HELP answered by ${help}`,
  carrier: 'the carrier',
  freeText: (allowed: boolean, links: string) =>
    `words of staff's own: ${allowed ? 'allowed' : 'not allowed'}; links: ${links}`,
  repeats: 'Repeats',
  raise: (calls: number, minutes: string) =>
    `after ${counted(calls, 'repeated call', 'repeated calls')} the callback is due within ${minutes}`,
  voicemail: 'Voicemail',
  notHeard: (minutes: string, who: string, within: string) =>
    `one that no machine could read within ${minutes} is heard by ${who} within ${within}`,
  keep: (seconds: number, days: number) =>
    `up to ${String(seconds)} seconds; recordings of closed requests and pictures in texts deleted after ${counted(days, 'day', 'days')}`,
  names: 'Names',
  callerNames: (looked: boolean): string =>
    looked ? 'callers’ names are looked up in the phone network' : 'callers’ names are not looked up',
  clinical: 'Clinical',
  targets: (target: string, urgent: string) => `looked at within ${target}, urgent within ${urgent}`,
  alerts: (after: string | null, every: string) =>
    `about what is urgent the first on call is alerted ${after === null ? 'at once' : `after ${after}`}, the next one every ${every}`,
  also: (term: string, category: string) => `also: ${term} (${category})`,
  urgent: 'urgent',
  not: (term: string) => `not: ${term}`,
  onCall: 'On call',
  onCallWho: (who: string, phone: string, role: string, means: string, when: string) =>
    `${who} ${phone} (${role}): ${means}, ${when}`,
  byCall: 'called',
  byText: 'texted',
  alertedIn: (language: string) => `in ${language}`,

  due: (who: string, when: string) => `${who}, due ${when}`,
  eachLine: 'one for each line',
  attempts: 'attempts',
  noAttempts: 'none of its own',
  text: (wording: string) => `text ${wording}`,
  call: 'call',
  callWithVoicemail: 'call (voicemail allowed)',
  nobodyReached: 'nobody reached',
  licensedDecide: 'licensed staff decide',
  decides: (status: string, who: string, when: string) => `${status}, ${who} decides ${when}`,
  nobodyActed: 'nobody acted',
  hears: (who: string, when: string) => `${who} hears of it ${when}`,
  thenNext: (what: string) => `then ${what}`,
  everyDay: 'then every business day',
  written: 'written down with',
  noOutcome: 'no outcome in particular',
  script: 'script',
}

/** Every sentence in one language. */
export type RuleSentences = typeof EN

const ES: RuleSentences = {
  and: 'y',
  none: 'ninguno',
  minutes: (count) => counted(count, 'minuto', 'minutos'),
  businessMinutes: (count) => counted(count, 'minuto hábil', 'minutos hábiles'),
  openMinutes: (count) => counted(count, 'minuto hábil', 'minutos hábiles'),
  businessDays: (count) => counted(count, 'día hábil', 'días hábiles'),
  after: (time) => `tras ${time}`,
  atOnce: 'de inmediato, o cuando abra el consultorio',
  otherTimeOfDay: (when) => `${when}, a otra hora del día`,
  'end-of-block': 'en el mismo tramo de horario',
  'next-block': 'en el siguiente tramo de horario',
  'next-morning': 'la siguiente mañana hábil',

  textsSay: 'Los mensajes dicen',
  textsSayWhat: (name, phone, spoken) => `${name}, ${phone}; la voz dice ${spoken}`,
  lines: 'Líneas',
  backup: (line) => `${line}: recibe las llamadas que los teléfonos del consultorio no contestaron`,
  ringsTogether: (phones, seconds) => `suena en ${phones} durante ${String(seconds)} segundos`,
  ringsInTurn: (phones, seconds) =>
    `suena en ${phones.join(', luego en ')} durante ${String(seconds)} segundos en cada uno`,
  front: (line, rings, times, answered) =>
    `${line}: ${rings} ${times}; ${answered}; si nadie la toma, sigue Ringback`,
  pressToTake: 'quien contesta oprime 1 para tomarla',
  pickingUpTakes: 'basta con contestar',
  ownPrompts: (prompts) => `palabras propias: ${prompts}`,
  always: 'a toda hora',
  open: 'en horario de atención',
  lunch: 'durante el almuerzo',
  closed: 'fuera de horario',
  holiday: 'en feriados',
  hours: 'Horario',
  span: (from, to) => `${from} a ${to}`,
  shut: 'cerrado',
  ownGreeting: 'saludo propio',
  holidays: (state) => `cerrado en los feriados legales de ${state}`,
  wholeCountry: 'Estados Unidos',
  except: (days) => `, menos ${days}`,
  zone: (zone) => `reloj: ${zone}`,
  languages: 'Idiomas',
  fromRecordings: 'con grabaciones',
  textsInFirst: (language, ids) => `mensajes en ${language}: ${ids}`,
  keys: 'Teclas',
  agrees: (key) => `${key} acepta un mensaje`,
  goesOnIn: (key, language) => `${key} sigue en ${language}`,
  persistence: 'Insistencia',
  rest: (minutes, texts) =>
    `no se vuelve a llamar a nadie antes de ${minutes}; tras ${counted(texts, 'mensaje', 'mensajes')} sin respuesta se avisa al personal y no se envían más`,
  texts: 'Mensajes',
  caps: (day, week, chars, second) =>
    `como máximo ${String(day)} al día y ${String(week)} por semana a un número, ${String(chars)} caracteres, ${String(second)} por segundo desde una línea`,
  window: (hours, minutes) => `${hours}, en la hora de quien lo recibe; se abandona tras ${minutes}`,
  narrowest: (from, to, hours) => `el horario más estrecho: ${from} a ${to} ${hours}`,
  replies: (minutes, help) => `las respuestas se leen antes de ${minutes}; a HELP responde ${help}`,
  carrier: 'la compañía telefónica',
  freeText: (allowed, links) =>
    `palabras propias del personal: ${allowed ? 'permitidas' : 'no permitidas'}; enlaces: ${links}`,
  repeats: 'Repeticiones',
  raise: (calls, minutes) =>
    `tras ${counted(calls, 'llamada repetida', 'llamadas repetidas')} hay que devolver la llamada antes de ${minutes}`,
  voicemail: 'Buzón de voz',
  notHeard: (minutes, who, within) =>
    `si ninguna máquina pudo leer el mensaje en ${minutes}, lo escucha una persona (${who}) antes de ${within}`,
  keep: (seconds, days) =>
    `hasta ${String(seconds)} segundos; las grabaciones de asuntos cerrados y las imágenes se borran tras ${counted(days, 'día', 'días')}`,
  names: 'Nombres',
  callerNames: (looked) =>
    looked
      ? 'el nombre de quien llama se consulta en la red telefónica'
      : 'el nombre de quien llama no se consulta',
  clinical: 'Clínico',
  targets: (target, urgent) => `se revisa antes de ${target}, lo urgente antes de ${urgent}`,
  alerts: (after, every) =>
    `de lo urgente se avisa a la primera persona de guardia ${after === null ? 'en seguida' : `después de ${after}`} y a la siguiente cada ${every}`,
  also: (term, category) => `también: ${term} (${category})`,
  urgent: 'urgente',
  not: (term) => `no: ${term}`,
  onCall: 'De guardia',
  onCallWho: (who, phone, role, means, when) => `${who} ${phone} (${role}): ${means}, ${when}`,
  byCall: 'se le llama',
  byText: 'se le escribe',
  alertedIn: (language) => `en ${language}`,

  due: (who, when) => `${who}, plazo: ${when}`,
  eachLine: 'uno por línea',
  attempts: 'intentos',
  noAttempts: 'ninguno propio',
  text: (wording) => `mensaje ${wording}`,
  call: 'llamada',
  callWithVoicemail: 'llamada (puede dejar mensaje de voz)',
  nobodyReached: 'sin contacto',
  licensedDecide: 'decide el personal clínico',
  decides: (status, who, when) => `${status}; decide: ${who}, ${when}`,
  nobodyActed: 'nadie actuó',
  hears: (who, when) => `se avisa a: ${who}, ${when}`,
  thenNext: (what) => `luego ${what}`,
  everyDay: 'luego cada día hábil',
  written: 'se anota con',
  noOutcome: 'ningún resultado en particular',
  script: 'guion',
}

/** The sentences, by the language of the pages; the console speaks English. */
export const RULE_SENTENCES: Readonly<Record<PageLanguage, RuleSentences>> = { en: EN, es: ES }

/** `1 business day`, `2 business days` */
function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`
}
