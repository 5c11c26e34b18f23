import { readChoice, stepAfterChoice, stepAfterMessage, type CallStep } from '../domain/calling/call-flow.ts'
import { onCall, placeOfCall, type OfCall } from './call-record.ts'
import type { Casework } from './casework.ts'
import { speaksIn } from './caller-language.ts'
import { appendConsent } from './contact-store.ts'
import { openItemOf } from './missed-call.ts'

/**
 * The caller pressed a key in the greeting, or let the time pass.
 * @param press.turn the language in which the greeting was heard: it may be heard in two, and each answer counts once. It also tells
 * the caller's language when the webhook that chose it got lost.
 */
export async function keyPressed(
  deps: Casework,
  press: OfCall & { readonly digits: string; readonly turn: string },
): Promise<CallStep> {
  return onCall(deps, press, `choice:${press.turn}:${press.digits}`, async (desk, call) => {
    const { id } = await openItemOf(desk, call)
    const place = placeOfCall(deps, desk, call)
    const { policy } = place
    const choice = readChoice(policy, press.digits)
    const heardIn = policy.languages.find((language) => language === press.turn) ?? place.language
    const language = choice.type === 'language' ? choice.language : heardIn
    await speaksIn(desk, { ...call, state: 'missed', followUpId: id }, language)
    const agreed = choice.type === 'agree-to-text' && place.textable && desk.contact !== null
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
    return stepAfterChoice({ ...place, language }, choice, agreed)
  })
}

/** The recording of a message ended. Whether there is one is told by `messageRecorded`; the caller only hears goodbye. */
export async function messageEnded(
  deps: Casework,
  end: OfCall & { readonly digits: string },
): Promise<CallStep> {
  return onCall(deps, end, 'voicemail', async (desk, call) => {
    await openItemOf(desk, call)
    return stepAfterMessage(placeOfCall(deps, desk, call), end.digits)
  })
}
