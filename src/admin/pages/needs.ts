import { html, type SafeHtml } from '@remix-run/html-template'
import type { ReadableDossier, ReadableRequest } from '../../casework/view/redaction.ts'
import type { Trigger } from '../../domain/follow-up/words.ts'
import type { PreferredContact, RequestSource, Segment } from '../../domain/follow-up/request.ts'
import { clinicTime, plainDate } from '../times.ts'
import type { StaffVisit } from '../visit.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/** What the person needs, as lists, forms and other systems told it: several needs are one conversation. Null when nobody told any. */
export function needs(visit: StaffVisit, dossier: ReadableDossier, zone: string): SafeHtml | null {
  const { words } = visit
  const { requests, item } = dossier
  if (requests.length === 0 && !item.sensitive) return null
  return html`<section class="needs" aria-labelledby="needs-title">
    <h2 id="needs-title">${words.workflow.needs}</h2>
    ${item.sensitive ? html`<p class="need-flag">${icon('clinical')} ${words.workflow.sensitive}</p>` : null}
    ${
      requests.length === 0
        ? null
        : html`<ol>
            ${requests.map((request) => need(visit, request, zone))}
          </ol>`
    }
  </section>`
}

function need({ words, now }: StaffVisit, request: ReadableRequest, zone: string): SafeHtml {
  const { workflow } = words
  const source = words.requestSources[request.source as RequestSource]
  return html`<li class="need${request.withdrawnAt === null ? '' : ' need-withdrawn'}">
    <p class="need-head">
      <strong>${words.triggers[request.trigger as Trigger]}</strong>
      <span>${fill(workflow.needFrom, { source })}, ${clinicTime(request.at, now, zone, words)}</span>
    </p>
    ${request.withdrawnAt === null ? null : html`<p class="need-flag">${icon('stop')} ${workflow.needWithdrawn}</p>`}
    ${request.authorizationNeeded ? html`<p class="need-flag">${icon('flag')} ${workflow.needAuthorization}</p>` : null}
    <dl class="facts">
      ${factsOf(request, words).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>
              ${typeof value === 'symbol' ? html`<span class="withheld">${icon('lock')}${words.ui.withheld}</span>` : value}
            </dd>
          </div>`,
      )}
    </dl>
  </li>`
}

type Fact = readonly [name: string, value: string | symbol]

/** Only what was told; a fact that is missing takes no room. */
function factsOf(request: ReadableRequest, words: Words): Fact[] {
  const { workflow } = words
  const { segment, preferredContact, lastAppointment, lastOutreachAt, lastOutreachResult } = request
  const outreach = [lastOutreachAt && plainDate(lastOutreachAt, words), textOf(lastOutreachResult)]
  const told: readonly (readonly [string, string | symbol | null])[] = [
    [workflow.needName, request.personName],
    [workflow.needDue, dueText(request, words)],
    [workflow.needProvider, request.provider],
    [workflow.needSegment, segment === null ? null : words.segments[segment as Segment]],
    [workflow.needReason, request.reason],
    [workflow.needLastVisit, lastAppointment && plainDate(lastAppointment, words)],
    [
      workflow.needPreferred,
      preferredContact === null ? null : words.preferredContacts[preferredContact as PreferredContact],
    ],
    [workflow.needInsurance, request.insuranceNote],
    [workflow.needResponsible, request.responsible],
    [workflow.needLastOutreach, outreach.filter((part) => part !== null).join(': ') || null],
    ...(typeof lastOutreachResult === 'symbol'
      ? [[workflow.needLastOutreach, lastOutreachResult] as const]
      : []),
  ]
  return told.flatMap(([name, value]): Fact[] => (value === null ? [] : [[name, value]]))
}

function textOf(words: string | symbol | null): string | null {
  return typeof words === 'string' ? words : null
}

function dueText({ dueFrom, dueTo }: ReadableRequest, words: Words): string | null {
  const { workflow } = words
  const parts = [
    dueFrom && fill(workflow.needDueFrom, { date: plainDate(dueFrom, words) }),
    dueTo && fill(workflow.needDueTo, { date: plainDate(dueTo, words) }),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}
