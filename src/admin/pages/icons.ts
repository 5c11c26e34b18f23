import { html, type SafeHtml } from '@remix-run/html-template'

/** Line drawings on a 24 grid in the colour of the text around them; a word always stands beside them. */
const PATHS = {
  urgent: '<path d="M12 3 2.5 20h19z"/><path d="M12 10v4.5M12 17.4v.1"/>',
  clinical:
    '<path d="M12 20.5C5 15.5 3 12 3 8.9A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 1.9c0 3.1-2 6.6-9 11.6z"/><path d="M6.5 11.5h3l1.5-3 2 5 1.2-2h3.3"/>',
  routine: '<circle cx="12" cy="12" r="3.2"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  overdue: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v6M12 16.4v.1"/>',
  phone:
    '<path d="M6.5 3.5h3l1.6 4.2-2 1.5a12 12 0 0 0 5.7 5.7l1.5-2 4.2 1.6v3c0 1.2-1 2.1-2.2 2A16.6 16.6 0 0 1 4.5 5.7c-.1-1.2.8-2.2 2-2.2z"/>',
  voicemail: '<circle cx="6.5" cy="13" r="3.5"/><circle cx="17.5" cy="13" r="3.5"/><path d="M6.5 16.5h11"/>',
  text: '<path d="M4 5.5h16v10.5H11l-4.5 4v-4H4z"/>',
  ear: '<path d="M7 9.5a5 5 0 0 1 10 0c0 4-3.5 4.5-3.5 7.5a2.8 2.8 0 0 1-5.3 1.2"/><path d="M10 10a2 2 0 0 1 4 0c0 1.2-1 1.6-1.4 2.4"/>',
  repeat:
    '<path d="M4.5 11a7.5 7.5 0 0 1 13-4.5L20 9M20 4.5V9h-4.5M19.5 13a7.5 7.5 0 0 1-13 4.5L4 15M4 19.5V15h4.5"/>',
  person: '<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6"/>',
  note: '<path d="M5 3.5h10l4 4v13H5z"/><path d="M8.5 11h7M8.5 15h5"/>',
  check: '<path d="m4.5 12.5 5 5 10-11"/>',
  consent:
    '<path d="M12 3.5 4.5 6.5v5c0 4.5 3 7.6 7.5 9.2 4.5-1.6 7.5-4.7 7.5-9.2v-5z"/><path d="m8.7 12 2.3 2.3 4.3-4.6"/>',
  stop: '<circle cx="12" cy="12" r="8.5"/><path d="m6 6 12 12"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
  flag: '<path d="M5.5 21V4M5.5 4.5h12l-2.5 4 2.5 4h-12"/>',
  back: '<path d="M19.5 12h-15M10.5 6l-6 6 6 6"/>',
  arrow: '<path d="M4.5 12h15M13.5 6l6 6-6 6"/>',
  globe:
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.2 5 11.8 0 17M12 3.5c-5 5.2-5 11.8 0 17"/>',
  mark: '<path d="M12 3.5a8.5 8.5 0 1 1-8.2 6.2M3.5 4.5v5.2h5.2"/><circle cx="12" cy="12" r="2.6"/>',
} as const
export type Icon = keyof typeof PATHS

/** An icon for the eye only: screen readers pass over it. */
export function icon(name: Icon): SafeHtml {
  const drawing = html.raw`${PATHS[name]}`
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`
}
