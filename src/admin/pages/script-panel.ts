import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import type { Language, Queue, Trigger } from '../../domain/follow-up/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { Branch } from '../../domain/policy/script-words.ts'
import { mayLeaveVoicemail, scriptFor, type ReadableScript } from '../../domain/policy/script.ts'
import { mayWork } from '../../domain/staff/roles.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/**
 * What to say while calling, beside the item: read from top to bottom, then the decision tree, whose every branch leads to the button of its
 * outcome. Null for whoever does not call: a reader of another queue, or anybody once the item is closed.
 */
export function scriptPanel(visit: StaffVisit, dossier: ReadableDossier, policy: Policy): SafeHtml | null {
  const { words, staff } = visit
  const { item } = dossier
  if (item.status === 'closed' || !mayWork(staff.roles, item.queue as Queue)) return null
  const trigger = item.trigger as Trigger
  const language = item.language as Language
  const script = scriptFor(policy, trigger, language)
  const { opening, identity, questions, neverSay, close, branches } = script.words
  const inScript = (body: SafeHtml): SafeHtml => html`<div lang="${script.language}">${body}</div>`
  const list = (sentences: readonly string[]): SafeHtml =>
    inScript(
      html`<ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`,
    )
  const said = (sentence: string): SafeHtml => inScript(html`<p>${sentence}</p>`)
  const parts: readonly (readonly [string, SafeHtml])[] = [
    [words.script.opening, said(opening)],
    [words.script.identity, said(identity)],
    [words.script.questions, list(questions)],
    [words.script.neverSay, list(neverSay)],
    [words.script.voicemail, mailbox(words, dossier, script, policy)],
  ]
  return html`<details class="panel panel-script">
    <summary>${icon('phone')}${words.script.title}</summary>
    ${script.language === language ? null : html`<p class="script-note">${fill(words.script.notInLanguage, { language: words.languages[language] })}</p>`}
    <dl class="script">
      ${parts.map(
        ([name, body]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${body}</dd>
          </div>`,
      )}
    </dl>
    <h3>${words.script.tree}</h3>
    ${branches.map((branch) => branchOf(branch, script, words))}
    <dl class="script">
      <div>
        <dt>${words.script.close}</dt>
        <dd>${said(close)}</dd>
      </div>
    </dl>
  </details>`
}

/** The end of a branch is a link to the button, so that nothing is recorded by opening it. */
function branchOf({ when, say, outcome }: Branch, { language }: ReadableScript, words: Words): SafeHtml {
  return html`<details class="branch">
    <summary lang="${language}">${when}</summary>
    <p lang="${language}">${say}</p>
    <a class="button quiet" href="#outcome-${outcome}">${icon('arrow')}${words.outcomes[outcome]}</a>
  </details>`
}

/** What may be left on a mailbox now, or why nothing may. */
function mailbox(
  words: Words,
  { item, contact }: ReadableDossier,
  { words: said, language }: ReadableScript,
  policy: Policy,
): SafeHtml {
  if (contact?.noVoicemail === true) return html`<p><strong>${words.script.wantsNone}</strong></p>`
  if (!mayLeaveVoicemail(policy.workflows[item.trigger as Trigger], item.attempts))
    return html`<p>${words.script.leaveNone}</p>`
  return html`<p lang="${language}">${said.voicemail}</p>
    <p class="script-note">${words.script.leaveThis}</p>`
}
