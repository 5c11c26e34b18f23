import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'

describe('readings of meters', () => {
  test.each([
    {
      said: 'it was 152 over 88 this morning',
      span: '152 over 88',
      rule: 'reading:pressure',
      kind: 'clinical',
    },
    {
      said: 'one sixty eight over ninety four',
      span: 'one sixty eight over ninety four',
      rule: 'reading:pressure',
      kind: 'clinical',
    },
    { said: 'bp 195/125', span: '195/125', rule: 'reading:pressure', kind: 'urgent' },
    { said: 'la tensión en 16 con 10', span: '16 con 10', rule: 'reading:pressure', kind: 'clinical' },
    { said: 'hers is 101.9', span: '101.9', rule: 'reading:temperature', kind: 'clinical' },
    {
      said: 'le tomé y marcó treinta y ocho y medio',
      span: 'treinta y ocho y medio',
      rule: 'reading:temperature',
      kind: 'clinical',
    },
    { said: 'glucose 38', span: '38', rule: 'reading:sugar', kind: 'urgent' },
    { said: 'his oxygen says 84', span: '84', rule: 'reading:oxygen', kind: 'urgent' },
    { said: 'resting pulse of 112', span: '112', rule: 'reading:pulse', kind: 'clinical' },
  ])('reads "$said" as $kind', ({ said, span, rule, kind }) => {
    const reading = readClinical(said)
    const found = reading.spans.find((one) => one.rule === rule)
    expect(said.slice(found?.start, found?.end)).toBe(span)
    expect(reading.class).toBe(kind)
  })

  test.each([
    'my birthday is 10/12',
    'I paid $101.50',
    'tune in to 101.9 FM',
    'I live at 168 Over Street',
    'it is 38.5 miles away',
    'the 80/20 plan',
  ])('takes no date, price or address for one: %s', (said) => {
    expect(readClinical(said).class).toBe('none')
  })
})

describe('how people speak', () => {
  test.each([
    ['hesitation', 'my, um, my chest it, you know, it hurts', 'urgent'],
    ['a recognizer that hears other words', 'I have chess pain and I am short of breadth', 'urgent'],
    ['Spanish written by ear', 'mi ijo tiene calemtura y bomito', 'clinical'],
    ['a name that is also a complaint', 'please tell Dr. Hurt that Mr. Payne and Mrs. Cough called', 'none'],
    ['a title before a complaint', 'doctor, cough since Monday', 'clinical'],
    ['what the body no longer does', 'he has had no bowel movement since Sunday', 'clinical'],
    ['urgent business', 'it is very urgent, I want my refund', 'none'],
  ] as const)('understands %s', (_, said, kind) => {
    expect(readClinical(said).class).toBe(kind)
  })
})
