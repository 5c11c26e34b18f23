import { html, type SafeHtml } from '@remix-run/html-template'
import { picturesOf } from '../../casework/pictures.ts'
import type { ReadableDossier } from '../../casework/view/redaction.ts'
import { clinicTime } from '../times.ts'
import { fill, type Words } from '../words.ts'
import { icon } from './icons.ts'

/**
 * What somebody attached to a text: links, since a picture may be hard to look at and every viewing is on record. Readers for whom it is
 * not see how many there are.
 */
export function attachments(
  message: ReadableDossier['messages'][number],
  told: {
    readonly dossier: ReadableDossier
    readonly words: Words
    readonly now: Date
    readonly zone: string
  },
): SafeHtml | null {
  const { mediaCount, mediaDeletedAt, sid } = message
  if (mediaCount === 0 || sid === null) return null
  const { words, now, zone } = told
  const { ui } = words
  return html`<p class="entry-note">${fill(ui.pictures, { count: mediaCount })}</p>
    ${
      mediaDeletedAt === null
        ? kept(message, sid, told)
        : html`<p class="withheld">
            ${icon('text')}${fill(ui.retentionOver, { time: clinicTime(mediaDeletedAt, now, zone, words) })}
          </p>`
    }`
}

function kept(
  message: ReadableDossier['messages'][number],
  sid: string,
  { dossier, words: { ui } }: { readonly dossier: ReadableDossier; readonly words: Words },
): SafeHtml {
  const pictures = picturesOf(message)
  const elsewhere = message.mediaCount - pictures.length
  return html`${
    dossier.mayHear(message.createdAt)
      ? html`<ul class="attachments">
          ${pictures.map(
            ({ contentType }, index) =>
              html`<li>
                <a href="/admin/pictures/${sid}/${index}" target="_blank" rel="noreferrer"
                  >${fill(ui.openPicture, { place: index + 1, kind: contentType === '' ? ui.attachmentUnknown : contentType })}</a
                >
              </li>`,
          )}
        </ul>`
      : html`<p class="withheld">${icon('lock')}${ui.picturesWithheld}</p>`
  }
  ${elsewhere > 0 ? html`<p class="entry-note">${fill(ui.picturesElsewhere, { count: elsewhere })}</p>` : null}`
}
