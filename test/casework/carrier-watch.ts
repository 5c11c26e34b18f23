import type { CaseworkStage } from '../support/casework.ts'

/*
 * What may reach the carrier, judged without the program's own rules: by a journal that the test keeps of what people said, by a
 * wall clock of its own, and by the words that the example practice approved.
 */

const DAY = 24 * 3_600_000
/** Of the weeks that are played: federal days and California's day after Thanksgiving. */
const LEGAL_HOLIDAYS = ['2026-11-11', '2026-11-26', '2026-11-27', '2026-12-25', '2027-01-01', '2027-01-18']
const APPROVED = [
  'Cedar Grove Family Practice: sorry we missed your call. We will call you back, or you can call (415) 555-0100. Reply STOP to opt out.',
  'Cedar Grove Family Practice: we received your voicemail and will call you back. Our number is (415) 555-0100. Reply STOP to opt out.',
  'Cedar Grove Family Practice: we tried to call you back. Please call us at (415) 555-0100 when it suits you. Reply STOP to opt out.',
  'Cedar Grove Family Practice: recibimos su llamada y se la devolveremos. Si prefiere, llame al (415) 555-0100. Responda STOP para no recibir mensajes.',
  'Cedar Grove Family Practice: recibimos su mensaje de voz y le devolveremos la llamada. Para llamarnos: (415) 555-0100. Responda STOP para no recibir textos.',
  'Cedar Grove Family Practice: no pudimos comunicarnos con usted. Cuando pueda, llame al (415) 555-0100. Responda STOP para no recibir mensajes.',
]

/** What the carrier did with a text that was posted to it. */
export type Fate = 'taken' | 'refused' | 'opted-out' | 'lost' | 'reported-failed'
type Seen = { readonly messageId: string; readonly phone: string; readonly at: Date; fate: Fate }

/** What one person said so far, in the order in which it was answered. */
type Said = {
  /** a STOP that no START followed */
  stopped: boolean
  /** items whose text was agreed to, and nothing taken back since */
  readonly agreed: Set<string>
}

export class CarrierWatch {
  readonly seen: Seen[] = []
  readonly #said = new Map<string, Said>()
  /** items that are with the clinical team since somebody wrote of a symptom */
  readonly #clinical = new Set<string>()
  readonly #stage: CaseworkStage

  constructor(stage: CaseworkStage) {
    this.#stage = stage
  }

  agreed(phone: string, followUpId: string): void {
    this.#of(phone).agreed.add(followUpId)
  }

  /** In words of their own, to staff, or because the number is somebody else's: nothing agreed to before counts. */
  revoked(phone: string): void {
    this.#of(phone).agreed.clear()
  }

  stopped(phone: string): void {
    this.#of(phone).stopped = true
  }

  started(phone: string): void {
    this.#of(phone).stopped = false
  }

  becameClinical(followUpId: string): void {
    this.#clinical.add(followUpId)
  }

  #of(phone: string): Said {
    const known = this.#said.get(phone) ?? { stopped: false, agreed: new Set() }
    this.#said.set(phone, known)
    return known
  }

  /**
   * Judges the texts that were posted since it was last asked; all left at the time it is now.
   * @param fate what the carrier answered
   * @returns what is wrong, in words; empty when nothing is.
   */
  async judge(fate: () => Fate): Promise<string[]> {
    const { posts } = this.#stage.twilio
    const wrong: string[] = []
    for (let index = this.seen.length; index < posts.length; index += 1) {
      const post = posts[index]!
      const messageId = /message=([0-9a-f-]{36})/.exec(post.StatusCallback)?.[1] ?? ''
      const found = await this.#wrongWith(post, messageId)
      const at = this.#stage.now()
      wrong.push(...found.map((words) => `${at.toISOString()}, text ${index} to ${post.To}: ${words}`))
      const became = fate()
      if (became === 'opted-out') this.stopped(post.To)
      this.seen.push({ messageId, phone: post.To, at, fate: became })
    }
    return wrong
  }

  async #wrongWith(post: CaseworkStage['twilio']['posts'][number], messageId: string): Promise<string[]> {
    const { db } = this.#stage
    const said = this.#of(post.To)
    const { followUpId, step } = await db.message.findUniqueOrThrow({ where: { id: messageId } })
    const item = await db.followUp.findUniqueOrThrow({ where: { id: followUpId ?? '' } })
    const ofStep = await db.message.findMany({ where: { followUpId, step }, select: { id: true } })
    const sameStep = this.seen.filter((one) => ofStep.some(({ id }) => id === one.messageId))
    return [
      ...(said.stopped ? ['the person wrote STOP and no START since'] : []),
      ...(said.agreed.has(item.id) ? [] : ['nobody agreed to it, or it was taken back']),
      ...(item.status === 'closed' ? ['its item is closed'] : []),
      ...(item.urgency !== 'routine' || this.#clinical.has(item.id)
        ? ['its item is with the clinical team']
        : []),
      ...(APPROVED.includes(post.Body) ? [] : [`nobody approved the words "${post.Body}"`]),
      ...(sameStep.some(({ fate }) => fate === 'taken' || fate === 'lost')
        ? ['its step has had a text']
        : []),
      ...this.#clockFaults(Number(post.ValidityPeriod)),
      ...this.#capFaults(post.To),
    ]
  }

  #clockFaults(validSeconds: number): string[] {
    const now = this.#stage.now().getTime()
    return [now, now + validSeconds * 1000 - 1].flatMap((instant) => {
      const wall = new Date(instant).toLocaleString('sv-SE', { timeZone: 'America/Los_Angeles' })
      const date = wall.slice(0, 10)
      const weekday = new Date(date).getUTCDay()
      const time = wall.slice(11)
      const inside = time >= '10:00' && time < '17:00' && weekday >= 1 && weekday <= 5
      return inside && !LEGAL_HOLIDAYS.includes(date) ? [] : [`it may arrive at ${wall} in Los Angeles`]
    })
  }

  #capFaults(phone: string): string[] {
    const now = this.#stage.now().getTime()
    const within = (span: number): number =>
      this.seen.filter(
        (one) =>
          one.phone === phone &&
          one.fate !== 'refused' &&
          one.fate !== 'opted-out' &&
          one.at.getTime() > now - span,
      ).length
    return [
      ...(within(DAY) >= 1 ? ['it is the second within a day'] : []),
      ...(within(7 * DAY) >= 3 ? ['it is the fourth within a week'] : []),
    ]
  }
}
