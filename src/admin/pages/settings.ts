import { html, type SafeHtml } from '@remix-run/html-template'
import type { VersionTimes } from '../../casework/view/rules-in-force.ts'
import { TRIGGERS, type Language, type Trigger } from '../../domain/follow-up/words.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { practiceInWords } from '../../domain/policy/practice-in-words.ts'
import type { RuleNames } from '../../domain/policy/rule-names.ts'
import { workflowInWords } from '../../domain/policy/workflow-in-words.ts'
import { fillIn, printedPhone } from '../../domain/texting/wording.ts'
import type { ReadAgain } from '../rule-changes.ts'
import { ruleNames } from '../rule-names.ts'
import { clinicTime } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import type { Words } from '../words.ts'
import { icon } from './icons.ts'
import { outcomeTable } from './outcome-table.ts'
import { readAgainNotice } from './read-again.ts'

export type SettingsContent = {
  /** the practices that the reader works for */
  readonly shown: readonly Policy[]
  readonly times: ReadonlyMap<string, VersionTimes>
  /** whether a practice is in no clinic file any more */
  readonly isFormer: (policy: Policy) => boolean
  /** null: nobody had the files read again just now */
  readonly result: ReadAgain | null
  readonly mayReload: boolean
}

/** The rules that count, practice by practice, and the one table that says what each outcome leads to. */
export function settingsPage(visit: StaffVisit, content: SettingsContent): SafeHtml {
  const { words, now } = visit
  const { settings } = words
  const { shown, result, mayReload } = content
  const names = ruleNames(words, now)
  return html`<div class="page-head"><h1>${settings.title}</h1></div>
    <div class="imports settings">
      <p class="lead">${settings.lead}</p>
      ${result === null ? null : readAgainNotice(words, result)}
      ${
        mayReload
          ? html`<form class="reload" method="post" action="/admin/settings/reload">
              <button>${icon('repeat')}${settings.reload}</button>
              <span class="soft">${settings.reloadNote}</span>
            </form>`
          : html`<p class="soft">${settings.reloadForAll}</p>`
      }
      ${
        shown.length === 0
          ? html`<p class="empty">
              ${icon('note')}<strong>${settings.none}</strong><span>${settings.noneMore}</span>
            </p>`
          : shown.map((policy) => practice(visit, content, policy, names))
      }
      ${outcomeTable(words)}
    </div>`
}

/** One practice alone is unfolded; of several each is a line until somebody opens it. */
function practice(visit: StaffVisit, content: SettingsContent, policy: Policy, names: RuleNames): SafeHtml {
  const { words, now } = visit
  const { settings } = words
  const times = content.times.get(policy.version)
  const time = (at: Date): string => clinicTime(at, now, policy.calendar.zone, words)
  const body = html`${content.isFormer(policy) ? html`<p class="notice notice-refused">${icon('stop')}<span>${settings.gone}</span></p>` : null}
    <dl class="facts">
      <div>
        <dt>${settings.version}</dt>
        <dd><code>${policy.version}</code></dd>
      </div>
      ${times && fact(settings.since, time(times.since))} ${times && fact(settings.read, time(times.read))}
    </dl>
    ${generalRules(policy, names, settings)} ${approvedTexts(policy, words)}
    ${workflows(policy, words, names)}`
  const title = html`<h2>${policy.name}</h2>`
  return content.shown.length === 1
    ? html`<section class="panel practice">${title} ${body}</section>`
    : html`<details class="panel practice">
        <summary>${title}</summary>
        ${body}
      </details>`
}

function fact(name: string, value: string): SafeHtml {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function generalRules(policy: Policy, names: RuleNames, settings: Words['settings']): SafeHtml {
  return html`<h3>${settings.general}</h3>
    <dl class="rules">${practiceInWords(policy, names).map(({ title, lines }) => rule(title, lines))}</dl>`
}

function rule(title: string, lines: readonly string[]): SafeHtml {
  return html`<div>
    <dt>${title}</dt>
    ${lines.map((line) => html`<dd>${line}</dd>`)}
  </div>`
}

function approvedTexts(
  { wordings, name, callbackPhone }: Policy,
  { settings, textPurposes, languages }: Words,
): SafeHtml | null {
  const all = Object.values(wordings)
  const values = { practice: name, phone: printedPhone(callbackPhone) }
  if (all.length === 0) return null
  return html`<h3>${settings.wordings}</h3>
    <div class="kinds">
      ${all.map(
        ({ id, purpose, texts }) =>
          html`<details class="kind">
            <summary>
              <code>${id}</code>
              <span class="soft">${textPurposes[purpose]}</span>
            </summary>
            <dl class="rules">
              ${Object.entries(texts).map(
                ([language, { text }]) =>
                  html`<div>
                    <dt>${languages[language as Language]}</dt>
                    <dd lang="${language}">${fillIn(text, values)}</dd>
                  </div>`,
              )}
            </dl>
          </details>`,
      )}
    </div>`
}

function workflows(policy: Policy, words: Words, names: RuleNames): SafeHtml {
  return html`<h3>${words.settings.workflows}</h3>
    <div class="kinds">${TRIGGERS.map((trigger) => workflow(policy, trigger, words, names))}</div>`
}

function workflow(policy: Policy, trigger: Trigger, words: Words, names: RuleNames): SafeHtml {
  const rules = policy.workflows[trigger]
  const { lead, parts } = workflowInWords(rules, names)
  const written = rules.document.map(
    ({ outcome, what }) => `${names.outcome(outcome)}: ${what[words.language]}`,
  )
  return html`<details class="kind">
    <summary>
      <strong>${words.triggers[trigger]}</strong>
      <span class="soft">${lead}</span>
    </summary>
    <dl class="rules">
      ${parts.map(({ id, title, lines }) => rule(title, id === 'written' && written.length > 0 ? written : lines))}
    </dl>
  </details>`
}
