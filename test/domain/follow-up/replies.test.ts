import { describe, expect, test } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { decideOpening } from '../../../src/domain/follow-up/decide.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import { openItem } from '../../../src/domain/follow-up/opening.ts'
import { given, none, opened, policy } from '../../support/item.ts'
import { later, WEDNESDAY_9 } from '../../support/practice.ts'

const at = (minutes: number): Date => later(WEDNESDAY_9, minutes)

const reply = (
  minutes: number,
  text = 'Thursday works for me',
): Extract<ItemEvent, { type: 'text-received' }> => ({
  ...{ type: 'text-received', at: at(minutes), messageSid: 'SM1', text, mediaCount: 0 },
  ...{ reading: readClinical(text), language: 'en', mayWantToCancel: false },
})
const overdue = (minutes: number): ItemEvent => ({ type: 'reply-overdue', at: at(minutes) })
const outcome = (minutes: number): ItemEvent => ({
  ...{ type: 'outcome-recorded', at: at(minutes), by: 'maya', outcome: 'no-answer', note: '' },
  ...{ callbackAt: null, licensed: false, reading: none },
})
const written = (by: string | null): ItemEvent => ({
  ...{ type: 'text-ordered', at: at(20), by, step: 'staff:1', language: 'en' },
  content: { wording: 'call-received' },
})

describe('a reply', () => {
  test('must be read within an hour of business time', () => {
    expect(given(opened(), reply(10)).next.replyBy).toEqual(at(70))
  })

  test('that opens an item must be read in that time too', () => {
    const where = {
      id: 'item',
      clinicId: policy.clinicId,
      lineId: 'main',
      trigger: 'patient-message',
    } as const
    const fresh = openItem(
      { ...where, contactId: 'contact' },
      { at: at(0), language: 'en', kind: 'text' },
      policy,
    )
    expect(decideOpening(fresh, reply(0), { policy, mayText: false, restUntil: null }).next.replyBy).toEqual(
      at(60),
    )
  })

  test('left on Friday evening waits for Monday morning', () => {
    const friday = new Date('2026-12-05T02:00:00Z')
    const { next } = given(opened(), { ...reply(0), at: friday })
    expect(next.replyBy).toEqual(new Date('2026-12-07T17:00:00Z'))
  })

  test('written after another one that nobody has read does not put the first one off', () => {
    expect(given(opened(), reply(10), reply(50)).next.replyBy).toEqual(at(70))
  })

  test('with clinical words has the clock of licensed staff instead', () => {
    const { next } = given(opened(), reply(10), reply(20, 'I have chest pain'))
    expect(next).toMatchObject({ queue: 'licensed', replyBy: null })
  })

  test('waits no longer once an outcome is recorded, the item is acknowledged, or a colleague wrote back', () => {
    const acknowledged: ItemEvent = { type: 'acknowledged', at: at(20), by: 'ines' }
    for (const act of [outcome(20), acknowledged, written('maya')])
      expect(given(opened(), reply(10), act).next.replyBy).toBeNull()
  })

  test('still waits when somebody only took the item or left a note, and when a machine answered HELP', () => {
    const claimed: ItemEvent = { type: 'claimed', at: at(20), by: 'maya', until: at(35) }
    const released: ItemEvent = { type: 'released', at: at(35), by: 'system' }
    const note: ItemEvent = {
      ...{ type: 'note-added', at: at(20), by: 'maya', note: 'rang the desk', licensed: false },
      reading: none,
    }
    expect(given(opened(), reply(10), claimed, released).next.replyBy).toEqual(at(70))
    expect(given(opened(), reply(10), note).next.replyBy).toEqual(at(70))
    expect(given(opened(), reply(10), written(null)).next.replyBy).toEqual(at(70))
  })
})

describe('a reply that nobody read in time', () => {
  test('is due now, is flagged and stands in the history; its clock has run once', () => {
    const { next, history } = given(opened(), reply(10), overdue(71))
    expect(next).toMatchObject({
      ...{ replyBy: null, escalation: { at: at(71), why: 'reply-unread' }, lastAction: 'reply-overdue' },
      nextAction: 'read-reply',
    })
    expect(history).toMatchObject([{ kind: 'reply-overdue', actor: 'system' }])
  })

  test('is due no later than it was', () => {
    const { next } = given(opened(), reply(10), overdue(40))
    expect(next).toMatchObject({ dueAt: at(40) })
    expect(given(opened(), reply(10), overdue(300)).next).toMatchObject({ dueAt: at(60) })
  })

  test('does not hide a graver alarm that was raised before', () => {
    const undelivered: ItemEvent = { type: 'text-undelivered', at: at(5), messageId: 'm', code: 30003 }
    const { next } = given(opened(), undelivered, reply(10), overdue(71))
    expect(next.escalation).toEqual({ at: at(5), why: 'undelivered' })
  })

  test('is flagged no more once somebody recorded an outcome', () => {
    expect(given(opened(), reply(10), overdue(71), outcome(80)).next.escalation).toBeNull()
  })
})
