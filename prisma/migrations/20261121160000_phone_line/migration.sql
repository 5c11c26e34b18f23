-- The phone line: more languages, who took a call, recordings that are played and deleted, and the comparison with the carrier's lists.

ALTER TABLE contact DROP CONSTRAINT contact_language, ADD CONSTRAINT contact_language CHECK (language IN
  ('en', 'es', 'zh', 'tl', 'vi', 'ar', 'fr', 'ko', 'ru', 'pt', 'ht', 'hi', 'de', 'pl', 'it', 'ja'));
ALTER TABLE follow_up DROP CONSTRAINT follow_up_language, ADD CONSTRAINT follow_up_language CHECK (language IN
  ('en', 'es', 'zh', 'tl', 'vi', 'ar', 'fr', 'ko', 'ru', 'pt', 'ht', 'hi', 'de', 'pl', 'it', 'ja'));
ALTER TABLE call DROP CONSTRAINT call_language, ADD CONSTRAINT call_language CHECK (language IN
  ('en', 'es', 'zh', 'tl', 'vi', 'ar', 'fr', 'ko', 'ru', 'pt', 'ht', 'hi', 'de', 'pl', 'it', 'ja'));

-- Nothing ever ended because of 'called-again'; an answered call does end a cadence.
ALTER TABLE follow_up
  DROP CONSTRAINT follow_up_cadence_ended,
  ADD CONSTRAINT follow_up_cadence_ended CHECK (cadence_ended IN
    ('replied', 'spoke-with-practice', 'opted-out', 'clinical', 'outcome', 'completed', 'no-phone', 'closed')),
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'opted-out', 'opt-in-again',
     'wrong-number-reported', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused', 'text-canceled',
     'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed', 'call-attempt-due',
     'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged'));

ALTER TABLE "clinic_line" ADD COLUMN "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "call"
  ADD COLUMN "answered_at" TIMESTAMPTZ(3),
  ADD COLUMN "caller_name" TEXT,
  ADD COLUMN "language_told" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "only_ended" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "recording_deleted_at" TIMESTAMPTZ(3),
  ADD COLUMN "transcription_sid" TEXT;
-- item and board: who is on the line now
CREATE INDEX call_live ON call (follow_up_id) WHERE ended_at IS NULL AND state IN ('ringing', 'answered');
-- retention: recordings that the carrier still keeps
CREATE INDEX call_recording_kept ON call (started_at) WHERE recording_sid IS NOT NULL AND recording_deleted_at IS NULL;

CREATE TABLE "unplaced_recording" (
    "sid" TEXT NOT NULL,
    "call_sid" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "language" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unplaced_recording_pkey" PRIMARY KEY ("sid")
);
CREATE INDEX "unplaced_recording_of_call" ON "unplaced_recording"("call_sid");

CREATE INDEX "provider_receipt_by_age" ON "provider_receipt"("received_at");

CREATE TABLE "reconciliation" (
    "id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "calls" INTEGER NOT NULL DEFAULT 0,
    "recordings" INTEGER NOT NULL DEFAULT 0,
    "texts" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reconciliation_latest" ON "reconciliation"("finished_at");
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_why CHECK (why IN ('start', 'hourly', 'command'));
