import {
  firstStep,
  greetingStep,
  readChoice,
  stepAfterChoice,
  stepAfterMessage,
  wasAnswered,
  type CallPlace,
  type CallStep,
} from '../domain/calling/call-flow.ts'
import { isTextable, readCaller, showsNumber } from '../domain/calling/caller.ts'
import type { CallOrigin } from './call-record.ts'
import type { Casework } from './casework.ts'

/*
 * How a call goes on while nothing can be recorded, for instance because the database is down: by the rules and the webhook alone. The
 * caller hears the greeting and can leave a message; reconciliation finds the call in the carrier's log afterwards. A key that agrees
 * to texts is no consent then, since there is nothing to prove it with.
 */

type Unrecorded<Facts> = (deps: Casework, facts: Facts) => CallStep

export const unrecordedArrival: Unrecorded<CallOrigin> = (deps, call) => atPlace(deps, call, firstStep)

export const unrecordedRinging: Unrecorded<
  CallOrigin & { readonly dialStatus: string; readonly bridged: string | undefined }
> = (deps, result) =>
  atPlace(deps, result, (place) => {
    const dial = { status: result.dialStatus, bridged: result.bridged }
    // Whether the key was pressed is not known; a completed call is more often one that was taken.
    return wasAnswered(dial, { pressToTake: false, taken: false }) ? { step: 'end' } : greetingStep(place)
  })

export const unrecordedKey: Unrecorded<
  CallOrigin & { readonly digits: string; readonly turn: string; readonly round: number }
> = (deps, press) =>
  atPlace(deps, { ...press, language: press.turn }, (place) =>
    stepAfterChoice(place, readChoice(place.policy, press.digits), { agreed: false, round: press.round }),
  )

export const unrecordedMessage: Unrecorded<CallOrigin & { readonly digits: string }> = (deps, end) =>
  atPlace(deps, end, (place) => stepAfterMessage(place, end.digits))

export const unrecordedFallback: Unrecorded<CallOrigin> = (deps, call) =>
  atPlace(deps, call, (place) => ({ ...greetingStep(place), keys: 'none' }))

function atPlace(deps: Casework, origin: CallOrigin, step: (place: CallPlace) => CallStep): CallStep {
  const found = deps.practices.lineByPhone(origin.to)
  if (!found) return { step: 'not-in-service' }
  const { languages } = found.policy
  const caller = readCaller(origin.from, origin.callerIdVerified)
  return step({
    ...found,
    at: deps.clock.now(),
    language: languages.find((spoken) => spoken === origin.language) ?? languages[0],
    textable: isTextable(caller),
    showsNumber: showsNumber(caller),
  })
}
