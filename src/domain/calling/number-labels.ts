import type { Token } from '../clinical/tokens.ts'

/** How far back a word can still say what a number is. */
const REACH = 8

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** A number after one of these is no number to call back. */
const ID_WORDS = words(
  'id ids member membership claim account policy group reference confirmation chart prescription rx tracking ssn social security npi ' +
    'fax order birth birthday birthdate dob born zip license invoice ticket serial barcode medicare medicaid dollars balance ' +
    'nacimiento nacio naci nacido nacida cumpleanos poliza cuenta reclamo referencia confirmacion identificacion miembro expediente ' +
    'receta licencia factura grupo saldo dolares afiliado caso folio',
)
const PHONE_WORDS = words(
  'phone telephone cell cellphone mobile callback call reach contact text ' +
    'telefono celular movil llamar llamarme llameme llame marque marcar comunicarse contactarme',
)
/** "my number", "the best number": one to call, unlike "claim number" or "room number". */
const BEFORE_PHONE_NUMBER = words(
  'my the phone telephone cell mobile callback back contact home house work best good another new other second direct main office this ' +
    'that same a her his our',
)
const AFTER_SPANISH_NUMBER = words('telefono celular casa trabajo contacto movil mi')
const AMOUNTS = words('dollars dolares pesos mg milligrams miligramos cents')

/** Whether the words around a number say that it is something else: a member id, a birth date, an amount, a fax. */
export function belongsToAnId(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  if (/\$\s*$/.test(text.slice(Math.max(0, (tokens[first]?.start ?? 0) - 3), tokens[first]?.start)))
    return true
  const next = tokens[last + 1]?.form ?? ''
  if (AMOUNTS.has(next)) return true
  return labelBefore(text, tokens, first) === 'id' || (isVerb(next) && idAfter(text, tokens, last + 2))
}

/** Whether "area code" or its Spanish stands right before the word at `index`. */
export function followsAreaCode(tokens: readonly Token[], index: number): boolean {
  const isAfterVerb = isVerb(tokens[index - 1]?.form ?? '')
  const end = isAfterVerb ? index - 1 : index
  const said = tokens.slice(Math.max(0, end - 3), end).map(({ form }) => form)
  return /(?:^| )(?:area code|codigo de area|lada)$/.test(said.join(' '))
}

type Label = 'id' | 'phone'

/** The nearest word that names the number decides; words of an earlier sentence only when they stand right before. */
function labelBefore(text: string, tokens: readonly Token[], first: number): Label | null {
  const before = tokens[first - 1]?.form
  if (before === 'at' || before === 'al') return 'phone'
  // The label belongs to the digits that follow it: "date of birth 4 15 1955, 415-555-0188".
  if (before !== undefined && /^\d+$/.test(before)) return null
  for (let index = first - 1; index >= Math.max(0, first - REACH); index -= 1) {
    if (index < first - 1 && tokens[index]?.pause === 'stop') return null
    const label = labelAt(text, tokens, index)
    if (label !== null) return label
  }
  return null
}

function labelAt(text: string, tokens: readonly Token[], index: number): Label | null {
  const token = tokens[index]
  if (token === undefined) return null
  const { form } = token
  const previous = tokens[index - 1]?.form ?? ''
  if (form === 'number' || form === 'numbers')
    return previous === '' || BEFORE_PHONE_NUMBER.has(previous) ? 'phone' : 'id'
  if (form === 'numero') {
    const isOfSomething = tokens[index + 1]?.form === 'de'
    return !isOfSomething || AFTER_SPANISH_NUMBER.has(tokens[index + 2]?.form ?? '') ? 'phone' : 'id'
  }
  if (PHONE_WORDS.has(form)) return 'phone'
  // "I'd" is no id.
  return ID_WORDS.has(form) &&
    !(form === 'id' && token.end - token.start > 2 && /\W/.test(wordOf(text, token)))
    ? 'id'
    : null
}

/** "… is my member id". */
function idAfter(text: string, tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + 4; index += 1) {
    const label = labelAt(text, tokens, index)
    if (label !== null) return label === 'id'
    if (tokens[index]?.pause === 'stop') return false
  }
  return false
}

function isVerb(form: string): boolean {
  return form === 'is' || form === 'es' || form === 'was'
}

function wordOf(text: string, token: Token): string {
  return text.slice(token.start, token.end)
}
