import { readChoice, stepAfterChoice, stepAfterMessage, type CallStep } from '../domain/calling/call-flow.ts'
import { onCall, placeOfCall, type OfCall } from './call-record.ts'
import type { Casework } from './casework.ts'
import { speaksIn } from './caller-language.ts'
import { appendConsent } from './contact-store.ts'
import { itemOfMissed } from './missed-call.ts'
import type { Desk } from './record.ts'

/**
 * The caller pressed a key in the greeting, or let the time pass.
 * @param press.turn the language in which the greeting was heard; it tells the caller's language also when the webhook that chose it
 * got lost.
 * @param press.round how often the greeting was heard before: each answer to it counts once.
 */
export async function keyPressed(
  deps: Casework,
  press: OfCall & { readonly digits: string; readonly turn: string; readonly round?: number },
): Promise<CallStep> {
  const { round = 0 } = press
  return onCall(deps, press, `choice:${round}:${press.turn}:${press.digits}`, async (desk, call) => {
    const { id } = await itemOfMissed(desk, call)
    const place = placeOfCall(deps, desk, call)
    const { policy } = place
    const choice = readChoice(policy, press.digits)
    const heardIn = policy.languages.find((language) => language === press.turn) ?? place.language
    const language = choice.type === 'language' ? choice.language : heardIn
    await speaksIn(desk, { ...call, state: 'missed', followUpId: id }, language)
    const agreed = choice.type === 'agree-to-text' && place.textable && !(await revokedBy(desk, call.sid))
    const item = agreed ? await desk.item(id) : null
    if (item && desk.contact) {
      await appendConsent(desk.tx, desk.contact.id, {
        at: desk.at,
        kind: 'grant',
        scope: 'this-request',
        basis: 'key-press',
        evidence: call.sid,
        wordingVersion: `consentAsk/${language}@${policy.version}`,
        followUpId: id,
      })
      await desk.apply(item, { type: 'text-agreed', at: desk.at, callSid: call.sid, language })
    }
    return stepAfterChoice({ ...place, language }, choice, { agreed, round })
  })
}

/** The recording of a message ended. Whether there is one is told by `messageRecorded`; the caller only hears goodbye. */
export async function messageEnded(
  deps: Casework,
  end: OfCall & { readonly digits: string },
): Promise<CallStep> {
  return onCall(deps, end, 'voicemail', async (desk, call) => {
    await itemOfMissed(desk, call)
    return stepAfterMessage(placeOfCall(deps, desk, call), end.digits)
  })
}

/** Whether the person took every consent back on this very call: a key that is told late came before. */
async function revokedBy(desk: Desk, callSid: string): Promise<boolean> {
  if (!desk.contact) return true
  const where = { contactId: desk.contact.id, kind: 'revoke', evidence: callSid }
  return (await desk.tx.consentEvent.count({ where })) > 0
}
