import type { Lexicon } from './opt-out-vocabulary.ts'
import { LEXICON_EN } from './opt-out-lexicon-en.ts'
import { LEXICON_ES } from './opt-out-lexicon-es.ts'
import { NAMES, PLAIN_WORDS } from './opt-out-names.ts'

/** Words of both tongues, and names. */
const COMMON: Lexicon = {
  /** Words that join clauses. */
  JOINING: `
    and or but if because cuz coz bc so when while since until though although unless n y o pero porque si cuando
    mientras aunque que q k ke`,
  NAME: NAMES,
  /** Somebody's: "Maria's" is one word here. */
  NAMES: NAMES.trim()
    .split(/\s+/)
    .map((name) => `${name}s`)
    .join(' '),
  WHOSE: 'his hers her their theirs my moms dads wifes husbands sons daughters',
  /** Everyday words, and what words end in that are no names: no rule asks for them, but they are not unknown. */
  PLAIN: PLAIN_WORDS,
  ENDED: `
    *ing *ed *able *ible *ful *ous *ive *ic *ical *ly *less *ish *ment *tion *ness *ado *ada *ando *iendo *mente *cion
    *ity *ist *ian *ary *ent *ant *al *er *or *est *ano *ana *ora *ista *ante *ico *ica *ero *era *ivo *iva *oso *osa
    *ario *aria`,
  TITLE: 'mr mrs ms miss don doña señora señor senorita señorita sra sr',
}

export const LEXICON: Lexicon = merged([COMMON, LEXICON_EN, LEXICON_ES])

/** Classes of the same name become one, so that both tongues mix freely. */
function merged(lexicons: readonly Lexicon[]): Lexicon {
  const all: Record<string, string> = {}
  for (const lexicon of lexicons) {
    for (const [name, words] of Object.entries(lexicon)) all[name] = `${all[name] ?? ''} ${words}`
  }
  return all
}

/** Short words that are repaired when a thumb slips. */
export const THUMBED = `
  take contact stop text texts texting quit send number remove delete please message messages msgs dont want phone
  unsubscribe mensaje mande manden mensajes manda mandar escriban recibir numero borren quiten quiero wrong`

/** Words one letter away from a listed one that mean something else. */
export const REAL_WORDS = `
  contactaron contactamos molestaron enviaron escribieron textearon llegaron buscaron eliminaron cancelaron borraron
  contract contracts contracted contracting massage massages massaging remainder remainders contact contest content
  contents removal remover messier receives canceled equivocado autorice textiles blocker tale rake sake took taken
  contacts top sop shop stoop step slop atop next test tent ext tests quite quiet suit quilt quick end sand sent spend
  bend seed sen remote removed delete deleted relate please pease lease pleased done dot doit font wont cont donut won
  don wand what wait went wan ant pant phony wrongs strong mande mandar manda mando mandan quieto quiere quien wring
  wrung`
