import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'

const TICKER = fileURLToPath(new URL('./ticker.ts', import.meta.url))
const ITEMS = 120

let stage: CaseworkStage
const children: ChildProcessWithoutNullStreams[] = []
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await stage.close()
})

async function ticker(at: Date): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [TICKER, stage.url, at.toISOString()])
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

async function ticked(child: ChildProcessWithoutNullStreams): Promise<number> {
  const answer = once(child.stdout, 'data')
  child.stdin.write('tick\n')
  const [said] = (await answer) as [Buffer]
  return Number(String(said))
}

test.each([5, 40, 90])(
  'two processes tick at once and one is killed after some %i items: each step of the clock happens once',
  async (killedAfter) => {
    const items: string[] = []
    for (let count = 0; count < ITEMS; count += 1) {
      items.push((await stage.call(stage.newPhone(), { agrees: true })).followUpId)
    }
    // Late enough that the first text is due, the target passed and the ladder begins.
    const at = later(WEDNESDAY_11, 4 * 60)
    const [first, second] = await Promise.all([ticker(at), ticker(at)])
    const handled = (): Promise<number> =>
      stage.db.historyEntry.count({
        where: { followUpId: { in: items }, kind: { in: ['text-planned', 'target-missed'] } },
      })
    const gone = once(first, 'exit')
    first.stdin.write('tick\n')
    const rest = ticked(second)
    await lookUntil(handled, (count) => count >= killedAfter)
    first.kill('SIGKILL')
    await gone
    await rest
    while ((await ticked(second)) > 0);

    const kinds = await stage.db.historyEntry.groupBy({
      by: ['followUpId', 'kind'],
      where: {
        followUpId: { in: items },
        kind: { in: ['text-planned', 'target-missed', 'call-attempt-due'] },
      },
      _count: true,
    })
    expect(kinds.filter(({ _count }) => _count !== 1)).toEqual([])
    for (const kind of ['text-planned', 'target-missed'])
      expect(kinds.filter((found) => found.kind === kind)).toHaveLength(ITEMS)
    expect(await stage.db.message.count({ where: { followUpId: { in: items } } })).toBe(ITEMS)
    second.stdin.end('end\n')
    await once(second, 'exit')
  },
  120_000,
)

test.each([5, 60])(
  'two processes tick at once and one is killed after some %i urgent items: those on call are alerted once about each, with a code of its own',
  async (killedAfter) => {
    const items: string[] = []
    for (let count = 0; count < ITEMS; count += 1) {
      const phone = stage.newPhone()
      await stage.text(phone, 'I have chest pain')
      items.push((await stage.db.followUp.findFirstOrThrow({ where: { contact: { phone } } })).id)
    }
    const at = later(WEDNESDAY_11, 1)
    const [first, second] = await Promise.all([ticker(at), ticker(at)])
    const where = { followUpId: { in: items } }
    const gone = once(first, 'exit')
    first.stdin.write('tick\n')
    const rest = ticked(second)
    await lookUntil(
      () => stage.db.staffAlert.count({ where }),
      (count) => count >= killedAfter,
    )
    first.kill('SIGKILL')
    await gone
    await rest
    while ((await ticked(second)) > 0);

    const alerts = await stage.db.staffAlert.findMany({ where: { ...where, endedAt: null } })
    expect(alerts.map(({ followUpId }) => followUpId).sort()).toEqual([...items].sort())
    expect(new Set(alerts.map(({ phone, code }) => `${phone} ${code}`)).size).toBe(ITEMS)
    expect(await stage.db.historyEntry.count({ where: { ...where, kind: 'on-call-alerted' } })).toBe(ITEMS)
    second.stdin.end('end\n')
    await once(second, 'exit')
  },
  120_000,
)
