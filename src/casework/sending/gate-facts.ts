import { Prisma } from '../../../prisma/generated/client.ts'
import { HELP_STEP } from '../../domain/consent/asked.ts'
import type { ConsentEvent } from '../../domain/consent/ledger.ts'
import { OUTCOME_RULES } from '../../domain/follow-up/outcomes.ts'
import { OUTCOMES } from '../../domain/follow-up/words.ts'
import type { Tx } from '../../platform/db.ts'
import { ledgerFromJson, LEDGER_AS_JSON, type LedgerJson } from '../contact-store.ts'
import { TEXT_AND_ITEM, TEXT_AND_ITEM_COLUMNS, textOfRow, type TextOfItem } from '../message-store.ts'

/** What the database holds about a text that is about to leave, besides the text and its item. */
export type GateFacts = {
  readonly ledger: readonly ConsentEvent[]
  /**
   * Every time that the carrier took a text to this number, over all items and tries, and every time that it may have. For an answer to
   * HELP only such answers: whoever asks for help is answered also on a day that had its text; the answer counts for every other text.
   */
  readonly takenAt: readonly Date[]
  /** One forged call is enough: whoever made it may be the one who agreed to this text. */
  readonly forged: boolean
  /**
   * Of a text that was tried before: the person wrote, spoke with the practice or was routed to the clinical team since. That ends
   * reminders; but a text that was just being handed over then is in no state to be stopped, and a cadence that had ended before has
   * nothing to show for it.
   */
  readonly answered: boolean
}

/** Outcomes after which nobody is reminded. */
const ENDING = OUTCOMES.filter((outcome) => OUTCOME_RULES[outcome].cadence === 'ends')

type Row = Omit<GateFacts, 'ledger'> & { readonly ledger: LedgerJson }

/** The widest span that a cap counts, and a day for reports that come late: a text leaves after it was claimed. */
const LOOK_BACK_MS = 8 * 86_400_000

/** The facts about a row named `message` that has the columns contact_id, follow_up_id, step and claimed_at (the last try's). */
const factsAbout = (at: Date): Prisma.Sql => Prisma.sql`
  (SELECT ${LEDGER_AS_JSON} FROM consent_event WHERE contact_id = message.contact_id) AS ledger,
  ARRAY (
    SELECT unnest(CASE WHEN other.state IN ('sending', 'unknown') THEN other.left_at || other.claimed_at ELSE other.left_at END)
    FROM message AS other
    WHERE other.contact_id = message.contact_id AND other.direction = 'out'
      AND other.claimed_at > ${new Date(at.getTime() - LOOK_BACK_MS)}
      AND (starts_with(message.step, ${HELP_STEP}) IS NOT TRUE OR starts_with(other.step, ${HELP_STEP}))
  ) AS "takenAt",
  EXISTS (
    SELECT FROM call
    WHERE call.follow_up_id = message.follow_up_id AND starts_with(caller_id_verified, 'TN-Validation-Failed')
  ) AS forged,
  message.claimed_at IS NOT NULL AND (
    EXISTS (
      SELECT FROM message AS reply
      WHERE reply.contact_id = message.contact_id AND reply.direction = 'in' AND reply.created_at >= message.claimed_at
    ) OR EXISTS (
      SELECT FROM history
      WHERE history.follow_up_id = message.follow_up_id AND history.at >= message.claimed_at
        AND (kind IN ('call-answered', 'routed-to-clinical') OR kind = 'outcome-recorded' AND detail ->> 'outcome' = ANY (${ENDING}))
    )
  ) AS answered`

/** The facts about a text that is not written down. Call it under the contact's lock. */
export async function gateFacts(
  tx: Tx,
  text: { readonly contactId: string; readonly followUpId: string | null; readonly step: string | null },
  at: Date,
): Promise<GateFacts> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${factsAbout(at)}
    FROM (SELECT ${text.contactId}::uuid AS contact_id, ${text.followUpId}::uuid AS follow_up_id, ${text.step}::text AS step, NULL::timestamptz AS claimed_at) AS message`
  return factsOf(row)
}

/**
 * A text with its item, all the facts about it, and the senders that faults hold back (null: all of them), in one statement, since every
 * text that leaves needs it all. Call it under the contact's lock, after that was taken: what the statement sees is as old as its beginning.
 */
export async function textToJudge(
  tx: Tx,
  id: string,
  at: Date,
): Promise<TextOfItem & { readonly facts: GateFacts; readonly stopped: readonly (string | null)[] }> {
  const [row] = await tx.$queryRaw<(Row & { stopped: (string | null)[] } & Record<string, unknown>)[]>`
    SELECT ${TEXT_AND_ITEM_COLUMNS}, ${factsAbout(at)},
      ARRAY (SELECT sender FROM sending_stop WHERE resumed_at IS NULL) AS stopped
    FROM ${TEXT_AND_ITEM} WHERE message.id = ${id}::uuid`
  const facts = factsOf(row)
  return { ...textOfRow(row ?? {}), facts, stopped: row?.stopped ?? [] }
}

function factsOf(row: Row | undefined): GateFacts {
  if (!row) throw new Error('The text is gone; texts are never deleted while somebody works on them')
  const { takenAt, forged, answered, ledger } = row
  return { takenAt, forged, answered, ledger: ledgerFromJson(ledger) }
}
