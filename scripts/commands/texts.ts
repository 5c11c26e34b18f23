import { activeStops, remedyFor, resumeSending, type ActiveStop } from '../../src/casework/sending/stops.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readFlags, runPart, type Command, type Io } from './command.ts'
import { withDatabase } from './database.ts'

/** Shows the faults that stop texts, and lets them leave again once the faults are mended. */
export const texts: Command = {
  name: 'texts',
  usage: [
    ['texts stops', 'lists the faults of the carrier’s account for which texts wait, and what mends them'],
    ['texts resume', 'lets texts leave again; run it when the faults are mended'],
  ],
  run: (args, io) => runPart('texts', { stops: list, resume }, args, io),
}

/** @returns 0 when texts leave, 1 while something stops them. */
function list(args: readonly string[], io: Io): Promise<number> {
  readFlags(args, {})
  return withDatabase(io, async ({ db }) => {
    const stops = await activeStops(db)
    io.stdout.write(stops.length === 0 ? 'Nothing stops texts.\n' : `${stops.map(inWords).join('\n')}\n`)
    return stops.length === 0 ? 0 : 1
  })
}

function resume(args: readonly string[], io: Io): Promise<number> {
  readFlags(args, {})
  return withDatabase(io, async ({ db }) => {
    const stops = await activeStops(db)
    const ended = await resumeSending({ db, clock: systemClock }, 'command')
    io.stdout.write(
      ended === 0
        ? 'Nothing stopped texts, so nothing was changed.\n'
        : `Texts leave again, as the gate allows, within a minute. Ended:\n${stops.map(inWords).join('\n')}\n`,
    )
    return 0
  })
}

/** 2026-12-02 20:00 UTC  +14155550100  30034 unregistered-sender  Register … */
function inWords({ at, sender, code, reason }: ActiveStop): string {
  const time = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const fault = code === null ? reason : `${String(code)} ${reason}`
  return [time, sender ?? 'all numbers', fault, remedyFor(reason)].join('  ')
}
