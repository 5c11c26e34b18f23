import { expect, test } from 'vitest'
import { boardPage } from '../../src/admin/pages/board.ts'
import { wordsIn } from '../../src/admin/words.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'

test.each([
  {
    count: 1,
    es: ['1 asunto cerrado hoy', '1 pendiente', '1 urgente', '1 con retraso'],
    en: '1 closed today',
  },
  {
    ...{ count: 2, en: '2 closed today' },
    es: ['2 asuntos cerrados hoy', '2 pendientes', '2 urgentes', '2 con retraso'],
  },
])('the counts of the board agree with their words: $count', ({ count, es, en }) => {
  expect(board('en', count)).toContain(en)
  const spanish = board('es', count)
  for (const words of es) expect(` ${spanish} `).toContain(` ${words} `)
})

/** The words of a board with a clinical queue that counts `count` of everything. */
function board(language: 'en' | 'es', count: number): string {
  const page = boardPage(
    {
      ...{ words: wordsIn(language), now: WEDNESDAY_9, path: '/admin' },
      staff: { id: 'ines', name: 'Ines Duarte', roles: ['licensed'], clinics: [] },
    },
    'Board',
    {
      lanes: [
        {
          queue: 'licensed',
          count: { open: count, overdue: count, urgent: count, notHeard: 0, resting: 0 },
          page: { items: [], next: null },
          shelf: [],
        },
      ],
      ...{ closedToday: count, live: new Map(), accounted: null, later: false, path: '/admin' },
      zoneOf: () => 'America/Los_Angeles',
      firstLanguage: () => 'en',
      clinicName: () => null,
    },
  )
  return String(page)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
