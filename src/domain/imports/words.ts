import { LANGUAGES, type Language } from '../follow-up/words.ts'
import { PREFERRED_CONTACTS, SEGMENTS, type PreferredContact, type Segment } from '../follow-up/request.ts'

/* The words that cells of lists use for what has a word of its own here. A cell that is empty says nothing; one that is not understood
 * is null, and its row is given back to whoever brought the list. */

/** What a cell with such a word means; `none` for words that mean nothing in particular. */
export type WordRead<Word> = { readonly is: Word | 'none' } | null

const LANGUAGE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: ['english', 'eng', 'ingles'],
  es: ['spanish', 'spa', 'esp', 'espanol', 'castellano'],
  zh: ['chinese', 'mandarin', 'cantonese', 'zho', 'chi', 'chino', 'mandarin chinese'],
  tl: ['tagalog', 'filipino', 'tgl', 'fil'],
  vi: ['vietnamese', 'vie', 'vietnamita'],
  ar: ['arabic', 'ara', 'arabe'],
  fr: ['french', 'fra', 'fre', 'frances'],
  ko: ['korean', 'kor', 'coreano'],
  ru: ['russian', 'rus', 'ruso'],
  pt: ['portuguese', 'por', 'portugues', 'brazilian portuguese'],
  ht: ['haitian creole', 'haitian', 'creole', 'hat', 'criollo haitiano', 'kreyol'],
  hi: ['hindi', 'hin'],
  de: ['german', 'deu', 'ger', 'aleman'],
  pl: ['polish', 'pol', 'polaco'],
  it: ['italian', 'ita', 'italiano'],
  ja: ['japanese', 'jpn', 'japones'],
}
const SEGMENT_NAMES: Readonly<Record<Segment, readonly string[]>> = {
  'overdue-follow-up': [
    'overdue',
    'overdue follow up',
    'follow up overdue',
    'seguimiento atrasado',
    'atrasado',
  ],
  'left-without-booking': ['left without booking', 'left without scheduling', 'sin cita', 'se fue sin cita'],
  'result-review': ['result review', 'results', 'results review', 'revision resultados', 'resultados'],
  'recurring-treatment': ['recurring treatment', 'recurring', 'tratamiento recurrente', 'tratamiento'],
  'missed-visit': ['missed visit', 'missed appointment', 'no show', 'noshow', 'cita perdida', 'no asistio'],
  'referral-incomplete': ['referral incomplete', 'incomplete referral', 'referral', 'referido incompleto'],
  'language-support': ['language support', 'interpreter', 'interprete', 'apoyo idioma', 'needs interpreter'],
}
const CONTACT_NAMES: Readonly<Record<PreferredContact | 'none', readonly string[]>> = {
  call: ['call', 'phone', 'phone call', 'telephone', 'voice', 'llamada', 'telefono', 'llamar'],
  text: ['text', 'sms', 'text message', 'texto', 'mensaje', 'mensaje texto'],
  voicemail: ['voicemail', 'voice mail', 'leave voicemail', 'buzon', 'buzon voz', 'mensaje voz'],
  none: ['any', 'either', 'no preference', 'none', 'cualquiera', 'sin preferencia', 'ninguno', 'unknown'],
}
const YES = ['yes', 'y', 'true', 't', '1', 'x', 'si', 's', 'verdadero']
const NO = ['no', 'n', 'false', 'f', '0', 'none', 'na', 'n a', 'falso', 'ninguna', 'ninguno']
const NEEDED = ['required', 'needed', 'pending', 'requerida', 'requerido', 'pendiente', 'necesaria']
const NOT_NEEDED = ['not required', 'not needed', 'approved', 'no requiere', 'no aplica', 'aprobada']

export function readLanguage(text: string): WordRead<Language> {
  const plain = plainWord(text).replace(/^([a-z]{2}) (us|mx|pr|419|gb)$/, '$1')
  const word = LANGUAGES.find((code) => code === plain || LANGUAGE_NAMES[code].includes(plain))
  if (word !== undefined) return { is: word }
  return ['', 'unknown', 'desconocido', 'other', 'declined'].includes(plain) ? { is: 'none' } : null
}

export function readSegment(text: string): WordRead<Segment> {
  const plain = plainWord(text)
  if (plain === '') return { is: 'none' }
  const word = SEGMENTS.find((each) => plainWord(each) === plain || SEGMENT_NAMES[each].includes(plain))
  return word === undefined ? null : { is: word }
}

export function readPreferredContact(text: string): WordRead<PreferredContact> {
  const plain = plainWord(text)
  if (plain === '' || CONTACT_NAMES.none.includes(plain)) return { is: 'none' }
  const word = PREFERRED_CONTACTS.find((each) => CONTACT_NAMES[each].includes(plain))
  return word === undefined ? null : { is: word }
}

/** Whether an authorization is needed; empty: no. */
export function readNeeded(text: string): boolean | null {
  const plain = plainWord(text)
  if (plain === '' || NO.includes(plain) || NOT_NEEDED.includes(plain)) return false
  return YES.includes(plain) || NEEDED.includes(plain) ? true : null
}

/** A plain yes or no; empty: no. A consent needs a plain yes. */
export function readYes(text: string): boolean | null {
  const plain = plainWord(text)
  if (plain === '' || NO.includes(plain)) return false
  return YES.includes(plain) ? true : null
}

const PRIORITIES: Readonly<Record<string, number>> = {
  ...{ urgent: 1, high: 1, alta: 1, normal: 2, medium: 2, media: 2, low: 3, baja: 3 },
}
const LAST_PRIORITY = 99

/** 1 comes first; `high`, `normal` and `low` are 1, 2 and 3. */
export function readPriority(text: string): WordRead<number> {
  const plain = plainWord(text)
  if (plain === '') return { is: 'none' }
  const number = PRIORITIES[plain] ?? (/^\d{1,2}$/.test(plain) ? Number(plain) : 0)
  return number >= 1 && number <= LAST_PRIORITY ? { is: number } : null
}

/** Small letters without accents and punctuation, so that "Voice-mail" and "voice mail" are one. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
