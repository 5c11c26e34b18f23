import { describe, expect, test } from 'vitest'
import { readDate } from '../../../src/domain/imports/dates.ts'
import { listTrigger, type Field } from '../../../src/domain/imports/fields.ts'
import { guessMapping } from '../../../src/domain/imports/headings.ts'
import { readRow, type ListRules, type RowRead } from '../../../src/domain/imports/rows.ts'

const TODAY = '2026-12-02'
const OWN = '+14155550100'

/** Reads one row given as heading → cell, the headings guessed as the page would. */
function read(row: Readonly<Record<string, string>>, more: Partial<ListRules> = {}): RowRead {
  const columns = Object.keys(row)
  const trigger = more.trigger ?? 'recall-due'
  return readRow(Object.values(row), {
    ...{ mapping: guessMapping(columns, trigger), columns: columns.length, today: TODAY },
    ...{ ownNumbers: [OWN], trigger },
    ...more,
  })
}

function listed(row: Readonly<Record<string, string>>, more: Partial<ListRules> = {}) {
  const found = read(row, more)
  if (found.type === 'rejected') throw new Error(JSON.stringify(found.problems))
  return found.listed
}

const problems = (row: Readonly<Record<string, string>>): string[] => {
  const found = read({ Phone: '415-555-0123', ...row })
  return found.type === 'rejected' ? found.problems.map(({ why, field }) => `${why} ${field ?? ''}`) : []
}

describe('the headings of a list', () => {
  test.each<{ heading: string; field: Field }>([
    { heading: 'Phone', field: 'phone' },
    { heading: 'Patient Phone Number', field: 'phone' },
    { heading: 'CellPhone', field: 'phone' },
    { heading: 'Teléfono celular', field: 'phone' },
    { heading: 'Patient Name', field: 'personName' },
    { heading: 'Nombre del paciente', field: 'personName' },
    { heading: 'Recall Reason', field: 'reason' },
    { heading: 'Motivo de la consulta', field: 'reason' },
    { heading: 'due_date', field: 'dueFrom' },
    { heading: 'Fecha de vencimiento', field: 'dueFrom' },
    { heading: 'Due by', field: 'dueTo' },
    { heading: 'Last Visit Date', field: 'lastAppointment' },
    { heading: 'Última cita', field: 'lastAppointment' },
    { heading: 'Next Appointment', field: 'nextAppointment' },
    { heading: 'Idioma preferido', field: 'language' },
    { heading: 'Prior Auth', field: 'authorizationNeeded' },
    { heading: 'Proveedor', field: 'provider' },
    { heading: 'MRN', field: 'sourceRef' },
    { heading: 'Recall text consent', field: 'consentRecall' },
  ])('"$heading" is known as $field', ({ heading, field }) => {
    expect(guessMapping(['Unheard-of', heading], 'recall-due')).toEqual({ [field]: 1 })
  })

  test('a cell phone comes before a home phone, wherever it stands', () => {
    expect(guessMapping(['Home Phone', 'Cell Phone'], 'recall-due')).toEqual({ phone: 1 })
  })

  test('a first and a last name make a name, a lone "nombre" is one', () => {
    expect(guessMapping(['Apellido', 'Nombre'], 'recall-due')).toEqual({ lastName: 0, firstName: 1 })
    expect(listed({ Apellido: 'López', Nombre: 'Ana', Tel: '4155550123' }).need.personName).toBe('Ana López')
    expect(guessMapping(['Nombre'], 'recall-due')).toEqual({ personName: 0 })
  })

  test.each(['Consent', 'SMS', 'Text OK', 'Consentimiento'])(
    'a consent is never guessed from "%s"',
    (heading) => {
      expect(guessMapping([heading], 'recall-due')).toEqual({})
    },
  )

  test('on a list about booked visits the visit is the time to call by, and no reason not to call', () => {
    const row = { Phone: '415-555-0123', 'Appointment date': '12/24/2026' }
    expect(listed(row, { trigger: 'unconfirmed-appointment' })).toMatchObject({
      booked: false,
      need: { dueTo: '2026-12-24' },
    })
    expect(listed(row, { trigger: 'recall-due' }).booked).toBe(true)
  })

  test('no list is about calls and texts, which make their items themselves', () => {
    expect(['missed-call', 'after-hours-voicemail', 'patient-message'].map(listTrigger)).toEqual([
      ...[null, null, null],
    ])
    expect(listTrigger('recall-due')).toBe('recall-due')
  })
})

describe('dates', () => {
  test.each([
    ['12/24/2026', '2026-12-24'],
    ['1/5/27', '2027-01-05'],
    ['3/4/98', '1998-03-04'],
    ['2026-12-24', '2026-12-24'],
    ['2026-12-24T00:00:00Z', '2026-12-24'],
    ['12/24/2026 8:30 AM', '2026-12-24'],
    ['20261224', '2026-12-24'],
    ['Dec 24, 2026', '2026-12-24'],
    ['Thursday, December 24, 2026', '2026-12-24'],
    ['24-Dec-26', '2026-12-24'],
    ['24 de diciembre de 2026', '2026-12-24'],
    ['2/29/2028', '2028-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toEqual({ from: day, to: day })
  })

  test.each([
    ['12/2026', '2026-12-01', '2026-12-31'],
    ['2027-02', '2027-02-01', '2027-02-28'],
    ['febrero de 2028', '2028-02-01', '2028-02-29'],
  ])('%s is the whole month', (text, from, to) => {
    expect(readDate(text)).toEqual({ from, to })
  })

  test.each(['24/12/2026', '2/29/2027', '13/2026', '46380', 'soon', '12/24', '1/1/1066', 'Smarch 3, 2026'])(
    '%s is not guessed at',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})

describe('a row', () => {
  test('gives everything that the list says of a person', () => {
    expect(
      listed({
        ...{ Name: 'Ana  López', 'Cell phone': '(415) 555-0123', 'Preferred language': 'Español' },
        ...{ Reason: 'annual\nvisit', Segment: 'Overdue', 'Due date': '12/15/2026', 'Due by': '1/15/2027' },
        ...{ Provider: 'Dr. Okafor', Priority: 'high', 'Last visit': '11/2/2025', 'Preferred method': 'SMS' },
        ...{ 'Insurance note': 'plan changed', 'Prior auth': 'Required', 'Last outreach': '10/1/2026' },
        ...{ 'Last outreach result': 'no answer', MRN: 'A-77', Owner: 'Ana' },
      }),
    ).toEqual({
      ...{ phone: '+14155550123', language: 'es', sourceRef: 'A-77', booked: false, consent: null },
      need: {
        ...{ trigger: 'recall-due', personName: 'Ana López', reason: 'annual visit' },
        ...{ segment: 'overdue-follow-up', dueFrom: '2026-12-15', dueTo: '2027-01-15' },
        ...{ provider: 'Dr. Okafor', providerPriority: 1, lastAppointment: '2025-11-02' },
        ...{ preferredContact: 'text', insuranceNote: 'plan changed', authorizationNeeded: true },
        ...{ lastOutreachAt: '2026-10-01', lastOutreachResult: 'no answer', responsible: 'Ana' },
      },
    })
  })

  test('needs no more than a number', () => {
    expect(listed({ Phone: '4155550123' }).need).toMatchObject({ personName: null, dueFrom: null })
  })

  test('that says "12/2026" means the whole of December', () => {
    expect(listed({ Phone: '4155550123', 'Due date': '12/2026' }).need).toMatchObject({
      ...{ dueFrom: '2026-12-01', dueTo: '2026-12-31' },
    })
  })

  test.each([
    { given: '', why: 'no-phone' },
    { given: '555-0123', why: 'invalid-number' },
    { given: '4155550123 / 4155550199', why: 'invalid-number' },
    { given: '4.15556E+09', why: 'invalid-number' },
    { given: '000-000-0000', why: 'invalid-number' },
    { given: 'none', why: 'invalid-number' },
    { given: '415-555-0123 ext. 12', why: 'number-with-extension' },
    { given: '+52 55 5123 4567', why: 'foreign-number' },
    { given: '415 555 0100', why: 'own-number' },
  ])('with the number "$given" is rejected: $why', ({ given, why }) => {
    expect(read({ Phone: given })).toEqual({ type: 'rejected', problems: [{ why, field: 'phone' }] })
  })

  test.each([
    { row: { 'Due date': '24/12/2026' }, says: ['unreadable-date dueFrom'] },
    { row: { 'Due by': 'later' }, says: ['unreadable-date dueTo'] },
    { row: { 'Due date': '2/1/2027', 'Due by': '1/1/2027' }, says: ['window-reversed dueTo'] },
    { row: { 'Last visit': '?' }, says: ['unreadable-date lastAppointment'] },
    { row: { 'Next appointment': 'see chart' }, says: ['unreadable-date nextAppointment'] },
    { row: { Language: 'Klingon' }, says: ['unknown-language language'] },
    { row: { Segment: 'VIP' }, says: ['unknown-segment segment'] },
    { row: { 'Preferred method': 'carrier pigeon' }, says: ['unknown-contact-method preferredContact'] },
    { row: { Priority: '0' }, says: ['unknown-priority providerPriority'] },
    { row: { Authorization: 'ask Pam' }, says: ['unknown-yes-no authorizationNeeded'] },
    { row: { 'Recall text consent': 'maybe' }, says: ['unknown-yes-no consentRecall'] },
    { row: { 'Consent date': '1/1/2027' }, says: ['consent-not-yet consentDate'] },
    { row: { Name: 'x'.repeat(101) }, says: ['too-long personName'] },
    {
      row: { Language: 'Klingon', 'Due date': 'soon' },
      says: ['unreadable-date dueFrom', 'unknown-language language'],
    },
  ])('is given back with all that is wrong: $says', ({ row, says }) => {
    expect(problems(row)).toEqual(says)
  })

  test('with more cells than the heading names is rejected: its cells are shifted', () => {
    const rules = {
      mapping: { phone: 0 },
      columns: 1,
      trigger: 'recall-due',
      today: TODAY,
      ownNumbers: [],
    } as const
    expect(readRow(['4155550123', 'López'], rules)).toMatchObject({ type: 'rejected' })
    expect(readRow(['4155550123', ' '], rules)).toMatchObject({ type: 'read' })
    expect(readRow([], rules)).toMatchObject({ problems: [{ why: 'no-phone' }] })
  })

  test.each([
    ['yes', true],
    ['12/2/2026', true],
    ['12/24/2026', true],
    ['12/1/2026', false],
    ['no', false],
    ['', false],
  ])('with the next appointment "%s" says whether a visit is booked: %s', (given, booked) => {
    expect(listed({ Phone: '4155550123', 'Next appointment': given }).booked).toBe(booked)
  })

  test('states a consent to texts only with a plain yes', () => {
    const consent = (given: string) =>
      listed({ Phone: '4155550123', 'Recall text consent': given, 'Consent date': '6/1/2026' }).consent
    expect(consent('Sí')).toEqual({ recall: true, reminders: false, givenOn: '2026-06-01' })
    expect([consent(''), consent('no')]).toEqual([null, null])
  })
})
