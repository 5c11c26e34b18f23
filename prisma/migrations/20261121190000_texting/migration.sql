-- Texting: facts about numbers, faults that stop a sender, the pace of a sender, replies that nobody read, pictures.

ALTER TABLE "contact"
  ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "no_calls" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "no_voicemail" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "preference" TEXT,
  DROP CONSTRAINT contact_textable,
  ADD CONSTRAINT contact_textable CHECK (textable IN
    ('unknown', 'mobile', 'landline', 'invalid', 'blocked', 'reassigned'));

CREATE TABLE "contact_fact" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "contact_fact_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contact_fact_of_contact" ON "contact_fact"("contact_id", "seq");
ALTER TABLE "contact_fact" ADD CONSTRAINT "contact_fact_contact_id_fkey"
  FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE contact_fact
  ADD CONSTRAINT contact_fact_kind CHECK (kind IN
    ('several-people', 'one-person', 'do-not-call', 'may-call', 'no-voicemail', 'voicemail-allowed', 'wrong-number',
     'number-changed', 'reassigned', 'landline', 'invalid', 'blocked', 'textable', 'preference')),
  ADD CONSTRAINT contact_fact_evidence CHECK (evidence <> '');
CREATE TRIGGER contact_fact_append_only BEFORE UPDATE OR DELETE ON contact_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A number that changed hands keeps no consent, without being an opt-out of the person who has it now.
ALTER TABLE consent_event
  DROP CONSTRAINT consent_event_kind,
  ADD CONSTRAINT consent_event_kind CHECK (kind IN ('grant', 'revoke', 'lift', 'drop'));

CREATE TABLE "sending_stop" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT,
    "code" INTEGER,
    "reason" TEXT NOT NULL,
    "resumed_at" TIMESTAMPTZ(3),
    "resumed_by" TEXT,

    CONSTRAINT "sending_stop_pkey" PRIMARY KEY ("id")
);
-- one alarm for a fault, however many texts meet it
CREATE UNIQUE INDEX sending_stop_once ON sending_stop (coalesce(sender, ''), reason) WHERE resumed_at IS NULL;

CREATE TABLE "sender_pace" (
    "sender" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sender_pace_pkey" PRIMARY KEY ("sender")
);

ALTER TABLE "message"
  ADD COLUMN "left_at" TIMESTAMPTZ(3)[],
  ADD COLUMN "sent_by" TEXT,
  ADD COLUMN "media" JSONB NOT NULL DEFAULT '[]';

-- The caps count what left before this migration too.
UPDATE message SET left_at = ARRAY[coalesce(sent_at, claimed_at)]
  WHERE direction = 'out' AND state IN ('sent', 'delivered', 'undelivered') AND coalesce(sent_at, claimed_at) IS NOT NULL;

ALTER TABLE "follow_up"
  ADD COLUMN "reply_by" TIMESTAMPTZ(3),
  ADD COLUMN "earlier_id" UUID;
-- tick: replies that nobody read in time
CREATE INDEX follow_up_reply_by ON follow_up (reply_by) WHERE reply_by IS NOT NULL;
ALTER TABLE follow_up
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'reply-overdue', 'opted-out',
     'opt-in-again', 'wrong-number-reported', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused',
     'text-canceled', 'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed',
     'call-attempt-due', 'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged')),
  DROP CONSTRAINT follow_up_escalation,
  ADD CONSTRAINT follow_up_escalation CHECK (escalation IN
    ('urgent-words', 'not-heard', 'undelivered', 'repeat-contacts', 'reply-unread'));

-- messaging health: what became of the texts of a span
CREATE INDEX message_outgoing ON message (created_at) INCLUDE (clinic_id, state, refusal, error_code) WHERE direction = 'out';
-- messaging health: who opted out
CREATE INDEX consent_event_revocations ON consent_event (at, contact_id) WHERE kind = 'revoke';
-- messaging health: numbers that take no texts
CREATE INDEX contact_not_textable ON contact (textable) WHERE textable IN ('landline', 'invalid', 'blocked', 'reassigned');

-- the closed item that somebody who writes goes on from, and the items that went on from a closed one
CREATE INDEX follow_up_closed_of_contact ON follow_up (contact_id, clinic_id, closed_at) WHERE status = 'closed';
CREATE INDEX follow_up_earlier ON follow_up (earlier_id) WHERE earlier_id IS NOT NULL;
