import type { Token } from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** After these comes a name for certain. */
const TITLES = words('mr mrs ms mister missus misses senor senora sr sra srta senorita don dona')
/** After these comes a name, or what a caller wants to tell them: "doctor, cough since Monday". */
const PROFESSIONS = words('dr dra doctor doctora nurse')
/** After these two words comes a name. */
const INTRODUCTIONS = new Set([
  'name is',
  'name its',
  'named after',
  'apellido es',
  'apellidos son',
  'nombre es',
  'me llamo',
  'se llama',
  'last name',
  'surname is',
])
const DETERMINERS = words('the a my your our his her their this that el la mi su un una al')
/** What follows a complaint, and no name. */
const AFTER_A_COMPLAINT = words(
  'in on for since and with from meds medicine pills when after is are was de del en con desde y por para que al',
)

/**
 * Whether the single word at a place is somebody's name, such as "Dr. Hurt" and "my last name is Payne". Capital letters say nothing:
 * neither transcripts nor texts keep them.
 */
export function isName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.form ?? ''
  const beforeThat = tokens[at - 2]?.form ?? ''
  const goesOn = AFTER_A_COMPLAINT.has(tokens[at + 1]?.form ?? '')
  if (TITLES.has(before)) return true
  if (INTRODUCTIONS.has(`${beforeThat} ${before}`)) return !goesOn
  // "Mr. Kelly Cough", "Nurse Kelly Cough": a first name in between.
  if (TITLES.has(beforeThat) || beforeThat === 'nurse') return !goesOn && tokens[at - 1]?.pause === 'none'
  // Somebody speaks to a doctor, or of one: "doctor, cough", "I saw the doctor. Pain is worse".
  const isSpokenOf = DETERMINERS.has(beforeThat) || at + 1 === tokens.length
  const pause = tokens[at - 1]?.pause
  const isTitle = pause === 'none' || (pause === 'stop' && /^dra?$/.test(before))
  return PROFESSIONS.has(before) && isTitle && !goesOn && !isSpokenOf
}
