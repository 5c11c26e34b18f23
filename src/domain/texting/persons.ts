import { NOT_A_NAME, NOT_THE_CALLER } from '../calling/name-words.ts'
import { foldWord } from '../clinical/tokens.ts'

/*
 * Names of people in a text. A provider's can give the reason away, and the patient's tells whoever holds the phone who is a patient where.
 */

/** Where a person is named. */
export type NamedPerson = {
  readonly from: number
  readonly to: number
  readonly whose: 'provider' | 'recipient'
}

const TITLE =
  /(?<![\p{L}])(?:dra?|doctora?|mrs?|ms|sra?|srta|señora?|señorita|doña|lic|prof|nurse|enfermer[oa]|md|m\.d|rn|np|lpn|phd|psyd|dds|lcsw)(?![\p{L}])\.?(?:\s+\p{Lu}[\p{L}'-]*)?/giu

const GREETING =
  '(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood (?:morning|afternoon|evening)|[Hh]ola|[Bb]uen[oa]s(?: (?:d[ií]as|tardes|noches))?|[Ee]stimad[oa]|[Qq]uerid[oa])'

/** A greeting and a capital letter: the name of whom it is for. The capital counts, so nothing here is case-blind. */
const GREETED = new RegExp(
  String.raw`(?<!\p{L})${GREETING}(?:,\s+|\s+)(?!\{)(?!(?:This|We|You|Your|It|Our|Please|From|Le|Su|Somos|Patient)(?!\p{L}))\p{Lu}[\p{L}'’-]+`,
  'gu',
)
/** A greeting, a word or two, and a comma: "hi maria,". What may stand there is no name. */
const GREETED_SMALL = new RegExp(
  String.raw`(?<!\p{L})${GREETING}(?:,\s+|\s+)(\p{L}+(?:\s+\p{L}+)?)\s*[,:!]`,
  'gu',
)
const AFTER_GREETING = new Set(
  'there all again everyone everybody friend friends neighbor neighbors patient patients folks team from we this todos todas a amigos amigo pacientes paciente de nuevo somos buenos buenas dias tardes noches otra vez le su cita llamada mensaje your call message visit our office'.split(
    ' ',
  ),
)

/** At the beginning of a sentence: "Maria Lopez, please call", "For Maria Lopez: call". */
const ADDRESSED =
  /(?<=(?:^|[.:;!?¡¿—–\u0000]|\s-)\s*)(?:(?:[Ff]or|[Tt]o|[Pp]ara|[Aa]ttn\.?|[Rr]e:?|RE:?)\s+)?(\p{Lu}[\p{L}'’-]+)((?:\s+\p{Lu}[\p{L}'’-]+)*)\s*([,:])/gu
/** Words that stand there and are in no name, besides those that the reader of voicemails knows. */
const NO_NAMES = new Set(
  'also yes reminder note notice however instead otherwise meanwhile next first finally monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december happy holidays holiday year merry christmas hours desk front team staff forms paperwork visit street avenue suite tambien aviso recordatorio nota hoy manana lunes martes miercoles jueves viernes sabado domingo gracias perdon disculpe importante feliz navidad ano horario cita repito repeat bonjour bonsoir salut hallo guten ola oi bom boa ciao salve buongiorno buonasera witam dzien czesc privet namaste konnichiwa moshi xin chao kumusta magandang bonjou bonswa alo marhaba merci danke grazie obrigado obrigada dziekujemy mesi salamat'.split(
    ' ',
  ),
)

/**
 * Every person whom a text names, as far as words alone show it.
 * @param text as it is seen; names are told by their capitals, so not folded
 * @param practiceName is no person's, whatever it looks like
 */
export function personsIn(text: string, practiceName: string): NamedPerson[] {
  const others =
    practiceName === '' ? text : text.replaceAll(practiceName, '\u0000'.repeat(practiceName.length))
  return [
    ...spansOf(text.matchAll(TITLE), 'provider'),
    ...spansOf(others.matchAll(GREETED), 'recipient'),
    ...spansOf(
      [...others.matchAll(GREETED_SMALL)].filter(([, greeted = '']) => !isGeneral(greeted)),
      'recipient',
    ),
    ...spansOf([...others.matchAll(ADDRESSED)].filter(namesSomebody), 'recipient'),
  ]
}

function spansOf(matches: Iterable<RegExpMatchArray>, whose: NamedPerson['whose']): NamedPerson[] {
  return [...matches].map(({ index = 0, 0: found }) => ({ from: index, to: index + found.length, whose }))
}

function isGeneral(greeted: string): boolean {
  return greeted.split(/\s+/).every((word) => AFTER_GREETING.has(foldWord(word)))
}

/** Two names, or one before a comma; a colon after one word heads a sentence more often ("Reminder: …"). */
function namesSomebody([, first = '', more = '', mark]: RegExpMatchArray): boolean {
  const words = `${first}${more}`.split(/\s+/).map(foldWord)
  if (words.some((word) => isNoName(word))) return false
  return more !== '' || mark === ','
}

function isNoName(word: string): boolean {
  return NOT_A_NAME.has(word) || NOT_THE_CALLER.has(word) || NO_NAMES.has(word) || /(?:ly|mente)$/.test(word)
}
