/** The forms of a verb as this reader tells them apart, each with and without the pronouns that are written onto it. */
export type SpanishForms = {
  /** mandar, mandarme */
  readonly infinitive: string
  /** mandando, mandándome */
  readonly gerund: string
  /** what is asked for or forbidden: mande, manden, mándenme, mandara */
  readonly asked: string
  /** manda, mándame: an order to a friend, and also "he sends" */
  readonly familiar: string
  /** mandado, mandadas */
  readonly participle: string
  /** what is or was so: mandan, mandaron, mandaba. Kept apart so that no slip makes a request of it. */
  readonly told: string
}

const PRONOUNS = [
  '',
  'me',
  'nos',
  'le',
  'les',
  'lo',
  'la',
  'los',
  'las',
  'te',
  'se',
  'melo',
  'mela',
  'melos',
  'selo',
  'noslo',
]

/**
 * Forms of Spanish verbs as people text them, without accents.
 * @param verbs infinitives; after a colon the stem of the subjunctive where it is irregular ("detener:deteng").
 */
export function spanishForms(verbs: string): SpanishForms {
  const all = verbs.trim().split(/\s+/).map(formsOf)
  const joined = (pick: (forms: SpanishForms) => string): string => all.map(pick).join(' ')
  return {
    infinitive: joined(({ infinitive }) => infinitive),
    gerund: joined(({ gerund }) => gerund),
    asked: joined(({ asked }) => asked),
    familiar: joined(({ familiar }) => familiar),
    participle: joined(({ participle }) => participle),
    told: joined(({ told }) => told),
  }
}

function formsOf(verb: string): SpanishForms {
  const [infinitive = '', irregular] = verb.split(':')
  const stem = infinitive.slice(0, -2)
  const isAr = infinitive.endsWith('ar')
  const asked = irregular ?? (isAr ? softened(stem) : stem)
  const [vowel, past, own] = isAr ? ['e', 'ara', 'a'] : ['a', 'iera', 'e']
  const se = isAr ? 'ase' : 'iese'
  return {
    infinitive: withPronouns([infinitive]),
    gerund: withPronouns([`${stem}${isAr ? 'ando' : 'iendo'}`]),
    asked: `${withPronouns([`${asked}${vowel}`, `${asked}${vowel}n`, `${asked}${vowel}s`])} ${asked}${vowel}mos
      ${stem}${past} ${stem}${past}n ${stem}${past}s ${stem}${se} ${stem}${se}n`,
    familiar: withPronouns([`${stem}${own}`]),
    participle: ['o', 'a', 'os', 'as'].map((end) => `${stem}${isAr ? 'ad' : 'id'}${end}`).join(' '),
    told: (isAr
      ? ['o', 'as', 'an', 'amos', 'aste', 'aron', 'aba', 'aban', 'abas', 'ara', 'are', 'aran']
      : ['o', 'es', 'en', 'imos', 'iste', 'io', 'ieron', 'ia', 'ian', 'i']
    )
      .filter((end) => (isAr ? !end.startsWith('ara') : true))
      .flatMap((end) => [`${stem}${end}`, `${asked}${end}`])
      .join(' '),
  }
}

/** Before an e, Spanish spells the sound of the stem anew: busque, llegue, comience. */
function softened(stem: string): string {
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu`
  if (stem.endsWith('g')) return `${stem}u`
  return stem.endsWith('z') ? `${stem.slice(0, -1)}c` : stem
}

function withPronouns(forms: readonly string[]): string {
  return forms.flatMap((form) => PRONOUNS.map((pronoun) => form + pronoun)).join(' ')
}
