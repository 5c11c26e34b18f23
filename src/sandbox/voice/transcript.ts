/**
 * What Twilio's recognizer, which knows US English only, makes of a spoken message. English comes back as it was typed;
 * other languages come back as English-looking noise.
 */
export type Hearing = { readonly language: string; readonly noisy: boolean }

/** @param language of the call, as in a Say's language attribute. */
export function transcribe(spoken: string, hearing: Hearing): string {
  if (!hearing.language.toLowerCase().startsWith('en')) return misheard(spoken)
  return hearing.noisy ? noisy(spoken) : spoken
}

/** Common Spanish words as an English recognizer tends to write them. */
const WORDS: Readonly<Record<string, string>> = {
  hola: 'oh la',
  gracias: 'grass see us',
  por: 'pour',
  favor: 'favor',
  necesito: 'nest a seat oh',
  una: 'oona',
  cita: 'see tap',
  quiero: 'key arrow',
  dolor: 'dollar',
  pecho: 'petch oh',
  doctor: 'doctor',
  doctora: 'doctor a',
  llamar: 'ya mar',
  llame: 'jam a',
  mi: 'me',
  me: 'may',
  de: 'day',
  el: 'L',
  la: 'la',
  que: 'k',
  para: 'para',
  no: 'no',
  y: 'E',
}

/** How the letters of an unknown word sound to an English ear. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ci[oó]n/g, 'see on'],
  [/qu/g, 'k'],
  [/ll/g, 'y'],
  [/ñ/g, 'ny'],
  [/j/g, 'h'],
  [/^h/g, ''],
  [/á/g, 'ah'],
  [/é/g, 'ay'],
  [/í/g, 'ee'],
  [/ó/g, 'oh'],
  [/[úü]/g, 'oo'],
  [/z/g, 's'],
  [/o$/g, ' oh'],
]

function misheard(spoken: string): string {
  const words = spoken
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return words
    .map((word) => WORDS[word] ?? SOUNDS.reduce((heard, [sound, as]) => heard.replace(sound, as), word))
    .join(' ')
}

/** Light recognition noise, the same for the same words: no punctuation, every seventh word lost, a few confusions. */
function noisy(spoken: string): string {
  const confused: Readonly<Record<string, string>> = {
    pain: 'pane',
    to: 'two',
    for: 'four',
    chest: 'chess',
    refill: 're fill',
  }
  return spoken
    .toLowerCase()
    .replace(/[.,!?;:]/g, '')
    .split(/\s+/)
    .filter((_, place) => place % 7 !== 6)
    .map((word) => confused[word] ?? word)
    .join(' ')
}
