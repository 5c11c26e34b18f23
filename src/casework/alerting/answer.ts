import type { StaffAlert } from '../../../prisma/generated/client.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import type { AlertMeans } from '../../domain/policy/policy.ts'
import { ruleOfAnswer } from '../../domain/texting/carrier-codes.ts'
import type { SendAnswer } from '../../platform/carrier/carrier.ts'
import type { Casework } from '../casework.ts'
import type { Desk } from '../record.ts'
import { otherWayIsOver, tellFailure, wayFailed } from './failure.ts'
import { onAlert, type AlertOfItem } from './on-alert.ts'
import { changeWay, wayOf } from './store.ts'

/** One try of one way of an alert, counted from 1. */
export type Attempt = { readonly id: string; readonly means: AlertMeans; readonly attempt: number }

const AGAIN_AFTER_MS = 60_000

/** Records what the carrier answered. A report of how it fared may have come before and knows more. */
export async function recordAlertAnswer(
  deps: Casework,
  { id, means, attempt }: Attempt,
  answer: SendAnswer,
): Promise<void> {
  await onAlert(deps, id, null, async (desk, about) => {
    const { state, tries } = wayOf(about.alert, means)
    const undecided = state === 'sending' || state === 'waiting' || state === 'unknown'
    if (tries !== attempt || !undecided) return null
    switch (answer.type) {
      case 'sent':
        await changeWay(desk.tx, id, means, { state: 'sent', at: desk.at, sid: answer.sid })
        return null
      case 'not-reached':
        await tryLater(deps, desk, about, { means, code: null })
        return null
      case 'fault': {
        const { code, httpStatus } = answer
        const { message, meaning } = ruleOfAnswer(code, httpStatus)
        if (message === 'look-up') {
          await answerLost(deps, desk, about, means)
          return null
        }
        if (message === 'retry') {
          await tryLater(deps, desk, about, { means, code: null })
          return null
        }
        deps.log.error({ alertId: id, means, code }, `somebody on call cannot be alerted: ${meaning}`)
        // The account is at fault and not the phone: it may be in order again in a minute.
        if (message === 'recheck') await tryLater(deps, desk, about, { means, code })
        else await wayFailed(desk, about, { means, why: 'refused', code })
        return null
      }
      default:
        return unreachable(answer)
    }
  })
}

/** Nothing left. It is tried every minute until somebody has the item, or the same phone is alerted anew. */
async function tryLater(
  deps: Casework,
  desk: Desk,
  about: AlertOfItem,
  { means, code }: { readonly means: AlertMeans; readonly code: number | null },
): Promise<void> {
  const { alert } = about
  await again(deps, desk, alert, means, wayOf(alert, means).tries - 1)
  const why = 'carrier-not-reached'
  const told = await desk.tx.historyEntry.count({
    where: {
      ...{ followUpId: alert.followUpId, kind: 'alert-failed', at: { gte: alert.createdAt } },
      AND: [{ detail: { path: ['why'], equals: why } }, { detail: { path: ['means'], equals: means } }],
    },
  })
  if (told === 0) await tellFailure(desk, about, { means, why, code }, otherWayIsOver(alert, means))
}

/**
 * Nobody knows whether it left. An alert is better twice than never, so it is repeated, and only once: two people who are called for ever
 * by a carrier that answers badly would be worse.
 */
export async function answerLost(
  deps: Casework,
  desk: Desk,
  about: AlertOfItem,
  means: AlertMeans,
): Promise<void> {
  const { alert } = about
  const { tries } = wayOf(alert, means)
  if (tries > 1) await wayFailed(desk, about, { means, why: 'unknown', state: 'unknown' })
  else await again(deps, desk, alert, means, tries)
}

async function again(
  deps: Casework,
  desk: Desk,
  alert: StaffAlert,
  means: AlertMeans,
  tries: number,
): Promise<void> {
  const at = new Date(desk.at.getTime() + AGAIN_AFTER_MS)
  await changeWay(desk.tx, alert.id, means, { state: 'waiting', at, tries })
  await deps.jobs.enqueue(desk.tx, `alert-${means}`, alert.id, at)
}
