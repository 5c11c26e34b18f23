import { html, type SafeHtml } from '@remix-run/html-template'
import type { StaffTextResult, TextChoice } from '../../casework/staff-text.ts'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import type { Queue } from '../../domain/follow-up/words.ts'
import type { RefusalReason } from '../../domain/texting/gate.ts'
import { mayWork } from '../../domain/staff/roles.ts'
import { clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'
import { seenOf } from './seen.ts'
import { reasonNotTexted } from './text-facts.ts'

/** What was chosen and typed into the form for a text that was not taken. */
export type TypedText = { readonly choice: string; readonly words: string }
export const NO_TEXT: TypedText = { choice: '', words: '' }
/** The choice that stands for words of one's own. */
export const OWN_WORDS = 'own'

/** How the form names a wording in a language. */
function choiceOf({ wording, language }: Pick<TextChoice, 'wording' | 'language'>): string {
  return `${wording}:${language}`
}

/**
 * Beside the item: the practice's approved texts, each as it would leave, how long it is, in which language, and whether it would leave
 * now, wait, or not be sent at all; those in the person's language first, the others folded away. Words of one's own only where the
 * practice allows them.
 */
export function writeText(
  visit: StaffVisit,
  dossier: ReadableDossier,
  zone: string,
  given: {
    readonly texts: readonly TextChoice[]
    readonly ownWords: boolean
    readonly typedText: TypedText
  },
): SafeHtml | null {
  const { words } = visit
  const { item, contact } = dossier
  const { texts, ownWords, typedText } = given
  if (item.status === 'closed' || !contact || !mayWork(visit.staff.roles, item.queue as Queue)) return null
  if (texts.length === 0 && !ownWords) return null
  const why = whyNone(texts)
  if (why !== null) return noText(words, why)
  const possible = texts.filter(({ verdict }) => verdict.type !== 'refuse')
  const chosen = typedText.choice || (possible[0] ? choiceOf(possible[0]) : '')
  const [first = [], ...others] = [...Map.groupBy(texts, ({ language }) => language).values()]
  const shown = (some: readonly TextChoice[]) => some.map((text) => option(text, chosen, visit, zone))
  return html`<section class="panel panel-text" aria-labelledby="text-title">
    <h2 id="text-title">${icon('text')}${words.ui.writeText}</h2>
    ${possible.some(({ stopped }) => stopped) ? html`<p class="unread">${icon('flag')}${words.ui.textsStopped}</p>` : null}
    <form method="post" action="/admin/follow-ups/${item.number}/texts" class="text-form">
      <input type="hidden" name="seen" value="${seenOf(dossier)}" />
      <fieldset class="group">
        <legend>${words.ui.approvedTexts}</legend>
        ${shown(first)}
        ${others.map(
          (some) =>
            html`<details class="fold" ${some.some((text) => choiceOf(text) === chosen) ? 'open' : ''}>
              <summary>${words.languages[some[0]?.language ?? 'en']}</summary>
              ${shown(some)}
            </details>`,
        )}
        ${ownWords ? ownField(words, typedText) : null}
      </fieldset>
      ${
        possible.length === 0 && !ownWords
          ? html`<p class="text-none">${words.ui.noTextPossible}</p>`
          : html`<button>${icon('text')}${words.ui.sendText}</button>`
      }
    </form>
  </section>`
}

/** Refusals that another wording would not meet. */
const OF_WORDS: readonly RefusalReason[] = ['wording-not-generic', 'more-than-one-segment']

/** The one reason for which no text can be sent, whatever its words; null when there is none, or not the same for all. */
function whyNone(texts: readonly TextChoice[]): RefusalReason | null {
  const reasons = new Set(texts.map(({ verdict }) => (verdict.type === 'refuse' ? verdict.why : null)))
  const [why = null] = reasons
  return reasons.size > 1 || why === null || OF_WORDS.includes(why) ? null : why
}

function noText(words: Words, why: RefusalReason): SafeHtml {
  const reason = reasonNotTexted(why, words) ?? why
  return html`<section class="panel panel-text" aria-labelledby="text-title">
    <h2 id="text-title">${icon('text')}${words.ui.writeText}</h2>
    <p>${fill(words.ui.textNotAllowed, { why: reason })}.</p>
  </section>`
}

function option(text: TextChoice, chosen: string, visit: StaffVisit, zone: string): SafeHtml {
  const { words } = visit
  const value = choiceOf(text)
  const refused = text.verdict.type === 'refuse'
  const facts = fill(words.ui.textLength, {
    count: text.body.length,
    language: words.languages[text.language],
  })
  return html`<label class="text-choice${refused ? ' text-choice-off' : ''}">
    <input
      type="radio"
      name="choice"
      value="${value}"
      required
      ${refused ? 'disabled' : ''}
      ${!refused && value === chosen ? 'checked' : ''}
    />
    <span class="text-choice-words" lang="${text.language}">${text.body}</span>
    <small>${facts} · ${verdictWords(text, visit, zone)}</small>
  </label>`
}

/** What the gate says, for whoever is about to send. */
function verdictWords({ verdict, stopped }: TextChoice, { words, now }: StaffVisit, zone: string): string {
  if (verdict.type === 'go') return stopped ? words.ui.textWouldBeStuck : words.ui.textWouldGo
  const why = reasonNotTexted(verdict.why, words) ?? verdict.why
  if (verdict.type === 'refuse') return fill(words.ui.textNotAllowed, { why })
  return fill(words.ui.textWouldWait, { time: clinicTime(verdict.until, now, zone, words), why })
}

function ownField(words: Words, typed: TypedText): SafeHtml {
  return html`<label class="text-choice">
      <input
        type="radio"
        name="choice"
        value="${OWN_WORDS}"
        required
        ${typed.choice === OWN_WORDS ? 'checked' : ''}
      />
      <span>${words.ui.ownWords}</span>
    </label>
    <label class="field"
      ><span>${words.ui.ownWordsField}</span>
      <textarea name="words" rows="3" maxlength="480" autocomplete="off" aria-describedby="own-words-hint">
${typed.words}</textarea>
      <small id="own-words-hint">${words.ui.ownWordsHint}</small></label
    >`
}

/** Why a text was not taken, in words. */
export function textRefusal(result: Exclude<StaffTextResult, { type: 'planned' }>, words: Words): string {
  const { ui } = words
  if (result.type === 'not-allowed') {
    const why = reasonNotTexted(result.why, words) ?? result.why
    const found = result.findings.map((finding) => fill(ui.textFinding, finding))
    return [fill(ui.textNotSent, { why }), ...found].join(' ')
  }
  const said: Readonly<Record<typeof result.reason, string>> = {
    ...words.refusals,
    'no-number': ui.textsNoNumber,
    'line-gone': ui.textLineGone,
    'wording-unknown': ui.textWordingUnknown,
    'own-words-not-allowed': ui.textOwnWordsOff,
    'text-waits-already': ui.textWaitsAlready,
    'same-text-today': ui.textSameToday,
  }
  return said[result.reason]
}
