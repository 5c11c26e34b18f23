import { numberAt } from './numbers.ts'
import type { Token } from './tokens.ts'

/** A reading of a blood pressure cuff, a thermometer, a glucose or oxygen meter, by word positions, `to` inclusive. */
export type Measurement = {
  readonly from: number
  readonly to: number
  readonly rule:
    'reading:pressure' | 'reading:temperature' | 'reading:sugar' | 'reading:oxygen' | 'reading:pulse'
  readonly urgent: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const PRESSURE = words('pressure bp b presion tension cuff')
const HEAT = words(
  'temp temperature fever feverish thermometer temperatura fiebre calentura termometro grados caliente hot hirviendo',
)
const SUGAR = words('sugar sugars glucose bg azucar azucares glucosa glucometer glucemia glucometro')
const OXYGEN = words('oxygen o2 ox sats sat saturation oximeter oxigeno saturacion oximetro')
const PULSE = words('pulse rate heartbeat bpm pulso frecuencia latidos')
const INFANT = words('newborn infant baby babys weeks week semanas bebe bebito recien')
/** A number with one of these is no body temperature: "101.9 FM", "38.5 miles". */
const OTHER_UNITS = words(
  'fm am miles mile km percent dollars dollar bucks usd euros pesos gb mb mph million millones thousand mil kg',
)
/** So far from its number stands the word that says what it measures. */
const NEAR = 5

/** A pressure above 180 or 120 is a hypertensive crisis (ACC/AHA guideline 2017). */
const CRISIS = { upper: 180, lower: 120 }

/**
 * Readings in a text. A pressure shows by its form, "168 over 94"; the others by a word nearby or, for a temperature, by its fraction.
 * @param text the words' own text, since what stands between two figures tells a reading from a date or a price.
 */
export function readMeasurements(text: string, tokens: readonly Token[]): Measurement[] {
  const found: Measurement[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const first = numberAt(tokens, at)
    if (first === null) continue
    const readings = [
      pressureAt(text, tokens, at),
      temperatureAt(text, tokens, at),
      levelAt(tokens, at, first.value, first.to),
    ].filter((reading) => reading !== null)
    // "No fever. His sugar is 38": which meter a number was read from may be in doubt, and doubt counts.
    const reading = readings.find(({ urgent }) => urgent) ?? readings[0] ?? null
    if (reading !== null) found.push(reading)
    at = Math.max(first.to, reading?.to ?? at)
  }
  return found
}

function pressureAt(text: string, tokens: readonly Token[], at: number): Measurement | null {
  const upper = numberAt(tokens, at)
  if (upper === null) return null
  const between = tokens[upper.to + 1]
  const isSlash = between !== undefined && text.slice(tokens[upper.to]?.end, between.start).trim() === '/'
  const isWord = between !== undefined && ['over', 'sobre', 'con', 'por'].includes(between.form)
  if (!isSlash && !isWord) return null
  const lower = numberAt(tokens, isSlash ? upper.to + 1 : upper.to + 2)
  if (lower === null || lower.value >= upper.value) return null
  const plain = upper.value >= 70 && upper.value <= 270 && lower.value >= 35 && lower.value <= 150
  // In centimetres, as much of Latin America says it: "16 con 10".
  const small = upper.value >= 7 && upper.value <= 26 && lower.value >= 4 && lower.value <= 15
  if (!(plain && between.form !== 'por') && !(small && isNear(tokens, at, PRESSURE))) return null
  return {
    from: at,
    to: lower.to,
    rule: 'reading:pressure',
    urgent: plain && (upper.value > CRISIS.upper || lower.value >= CRISIS.lower),
  }
}

function temperatureAt(text: string, tokens: readonly Token[], at: number): Measurement | null {
  const whole = numberAt(tokens, at)
  if (whole === null) return null
  const fraction = fractionEnd(text, tokens, whole.to)
  const to = fraction ?? whole.to
  const { value } = whole
  const isBody = (value >= 37 && value <= 42) || (value >= 99 && value <= 108)
  const isPrice = /[$€]\s*$/.test(text.slice(Math.max(0, (tokens[at]?.start ?? 0) - 2), tokens[at]?.start))
  if (!isBody || isPrice || OTHER_UNITS.has(tokens[to + 1]?.form ?? '')) return null
  if (fraction === null && !isNear(tokens, at, HEAT)) return null
  return { from: at, to, rule: 'reading:temperature', urgent: isNear(tokens, at, INFANT, 12) }
}

/** Where ".5", "point five" or "y medio" ends that follows a number; null when nothing of the kind does. */
function fractionEnd(text: string, tokens: readonly Token[], to: number): number | null {
  const next = tokens[to + 1]
  if (next === undefined) return null
  if (/^\d$/.test(next.form) && /^[.,]$/.test(text.slice(tokens[to]?.end, next.start))) return to + 1
  const pair = `${next.form} ${tokens[to + 2]?.form ?? ''}`
  if (/^(point|punto|coma) /.test(pair) && numberAt(tokens, to + 2) !== null) return to + 2
  return /^(y|con) (medio|algo)$/.test(pair) ? to + 2 : null
}

/**
 * Sugar below 54 or from 400 mg/dL, oxygen up to 90 % and a pulse above 130 or up to 40 are emergencies (ADA Standards of Care; the
 * red scores of NEWS2).
 */
function levelAt(tokens: readonly Token[], at: number, value: number, to: number): Measurement | null {
  if (value >= 20 && isNear(tokens, at, SUGAR))
    return { from: at, to, rule: 'reading:sugar', urgent: value < 54 || value >= 400 }
  if (value >= 60 && value < 95 && isNear(tokens, at, OXYGEN))
    return { from: at, to, rule: 'reading:oxygen', urgent: value <= 90 }
  if ((value >= 100 || (value >= 25 && value <= 50)) && value < 260 && isNear(tokens, at, PULSE, 3))
    return { from: at, to, rule: 'reading:pulse', urgent: value > 130 || value <= 40 }
  return null
}

function isNear(tokens: readonly Token[], at: number, named: ReadonlySet<string>, reach = NEAR): boolean {
  const last = Math.min(tokens.length - 1, at + reach)
  for (let place = Math.max(0, at - reach); place <= last; place += 1)
    if (named.has(tokens[place]?.form ?? '')) return true
  return false
}
