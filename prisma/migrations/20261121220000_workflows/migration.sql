-- Workflows: what a person needs beside calls and texts, the clock that climbs, imports, idempotent requests, webhooks to others.

-- When a contact may be called again; until then open requests of theirs rest.
ALTER TABLE "contact" ADD COLUMN "rest_until" TIMESTAMPTZ(3);
-- board: who was called not long ago
CREATE INDEX contact_rest_until ON contact (rest_until) WHERE rest_until IS NOT NULL;

ALTER TABLE "follow_up"
  ADD COLUMN "sensitive" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "unanswered_texts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "escalate_at" TIMESTAMPTZ(3),
  ADD COLUMN "escalation_step" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "escalated_to" TEXT,
  ADD COLUMN "last_attempt_at" TIMESTAMPTZ(3),
  DROP CONSTRAINT follow_up_next_action,
  ADD CONSTRAINT follow_up_next_action CHECK (next_action IN
    ('call', 'call-back', 'call-back-at-agreed-time', 'call-back-with-interpreter', 'listen-to-voicemail', 'read-reply',
     'licensed-review', 'manager-review', 'find-number', 'check-in', 'confirm-booking', 'review-insurance',
     'obtain-document', 'help-with-telehealth', 'collect-forms', 'decide-closure')),
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'reply-overdue', 'opted-out',
     'opt-in-again', 'wrong-number-reported', 'contact-fact-set', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused',
     'text-canceled', 'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed',
     'call-attempt-due', 'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged',
     'request-received', 'target-missed', 'reminders-unanswered', 'handed-over', 'reopened', 'removed', 'request-withdrawn')),
  DROP CONSTRAINT follow_up_escalation,
  ADD CONSTRAINT follow_up_escalation CHECK (escalation IN
    ('urgent-words', 'not-heard', 'undelivered', 'repeat-contacts', 'reply-unread', 'text-stopped', 'overdue', 'reminders-unanswered')),
  DROP CONSTRAINT follow_up_outcome,
  ADD CONSTRAINT follow_up_outcome CHECK (outcome IN
    ('reached-scheduled', 'reached-not-ready', 'callback-requested', 'left-voicemail', 'no-answer', 'wrong-number',
     'patient-declined', 'needs-insurance-review', 'needs-outside-document', 'needs-language-support',
     'needs-telehealth-help', 'incomplete-intake', 'clinical-question', 'complaint', 'unable-to-reach', 'opted-out',
     'resolved', 'removed'));

-- What is open already climbs from its due time on, like everything that comes after.
UPDATE follow_up SET escalate_at = due_at WHERE status <> 'closed';
ALTER TABLE follow_up
  ADD CONSTRAINT follow_up_escalated_to CHECK (escalated_to IN ('assistant', 'licensed', 'manager', 'on-call')),
  -- An open item always has a time from which somebody hears that it was forgotten; a closed one never.
  ADD CONSTRAINT follow_up_open_climbs CHECK ((status = 'closed') = (escalate_at IS NULL)),
  ADD CONSTRAINT follow_up_workflow_counts CHECK (unanswered_texts >= 0 AND escalation_step >= 0);
-- tick: items whose time passed without anybody acting
CREATE INDEX follow_up_escalate_at ON follow_up (escalate_at) WHERE escalate_at IS NOT NULL;

-- A program with a key may take an item too, as "key:" and the key's id.
ALTER TABLE "follow_up" DROP CONSTRAINT "follow_up_owner_id_fkey";

-- What a person needs, as a list, a form or another system told it. An item may answer several of one person.
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "follow_up_id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_ref" TEXT,
    "import_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_name" TEXT,
    "reason" TEXT,
    "clinical" BOOLEAN NOT NULL DEFAULT false,
    "segment" TEXT,
    "due_from" DATE,
    "due_to" DATE,
    "provider" TEXT,
    "provider_priority" INTEGER,
    "last_appointment" DATE,
    "preferred_contact" TEXT,
    "insurance_note" TEXT,
    "authorization_needed" BOOLEAN NOT NULL DEFAULT false,
    "last_outreach_at" DATE,
    "last_outreach_result" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);
-- item page: the requests of an item; board: the name on it
CREATE INDEX "request_of_item" ON "request"("follow_up_id", "seq");
-- undo: what an import brought
CREATE INDEX "request_of_import" ON "request"("import_id", "seq") WHERE import_id IS NOT NULL;
ALTER TABLE "request" ADD CONSTRAINT "request_follow_up_id_fkey"
  FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE request
  ADD CONSTRAINT request_trigger CHECK (trigger IN
    ('missed-call', 'after-hours-voicemail', 'patient-message', 'appointment-request', 'web-form', 'referral-received',
     'unconfirmed-appointment', 'incomplete-intake', 'missing-insurance', 'no-show', 'post-visit-scheduling',
     'bilingual-support', 'recall-due', 'care-gap')),
  ADD CONSTRAINT request_source CHECK (source IN ('api', 'form', 'import', 'staff')),
  ADD CONSTRAINT request_segment CHECK (segment IN
    ('overdue-follow-up', 'left-without-booking', 'result-review', 'recurring-treatment', 'missed-visit',
     'referral-incomplete', 'language-support')),
  ADD CONSTRAINT request_preferred_contact CHECK (preferred_contact IN ('call', 'text', 'voicemail')),
  ADD CONSTRAINT request_due_window CHECK (due_from IS NULL OR due_to IS NULL OR due_from <= due_to);

-- A list that somebody brought in, and its rows until they are worked.
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "columns" TEXT[],
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "starts_itself" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "judged_row" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "started_by" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "rows_gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);
-- imports page: newest first
CREATE INDEX "import_newest" ON "import"("created_at" DESC, "id" DESC);
-- upkeep: what is under way and stands still
CREATE INDEX import_under_way ON import (touched_at) WHERE state IN ('reading', 'judging', 'running', 'undoing');
ALTER TABLE import
  ADD CONSTRAINT import_state CHECK (state IN
    ('reading', 'judging', 'preview', 'running', 'done', 'undoing', 'undone', 'discarded')),
  ADD CONSTRAINT import_trigger CHECK (trigger IN
    ('appointment-request', 'web-form', 'referral-received', 'unconfirmed-appointment', 'incomplete-intake',
     'missing-insurance', 'no-show', 'post-visit-scheduling', 'bilingual-support', 'recall-due', 'care-gap'));
ALTER TABLE "request" ADD CONSTRAINT "request_import_id_fkey"
  FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],
    "phone" TEXT,
    "verdict" TEXT,
    "why" JSONB,
    "follow_up_id" UUID,
    "done" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id", "row")
);
-- preview and the file of rejected rows: the rows of one verdict in their order
CREATE INDEX "import_row_by_verdict" ON "import_row"("import_id", "verdict", "row");
-- judging: what the list says of the same number further up
CREATE INDEX "import_row_by_phone" ON "import_row"("import_id", "phone", "row");
-- running: what is still to be imported
CREATE INDEX import_row_to_do ON import_row (import_id, row)
  WHERE NOT done AND verdict IN ('new', 'joined', 'opted-out');
ALTER TABLE import_row
  ADD CONSTRAINT import_row_verdict CHECK (verdict IN ('new', 'joined', 'opted-out', 'skipped', 'rejected'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey"
  FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How a practice's lists are laid out: the same heading line is read the same way next time.
CREATE TABLE "import_mapping" (
    "clinic_id" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("clinic_id", "heading")
);

-- The answer to a request that another program may repeat, written in the transaction that did what was asked.
CREATE TABLE "idempotent_answer" (
    "key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("key_id", "key")
);
CREATE INDEX "idempotent_answer_by_age" ON "idempotent_answer"("at");

-- Another system that wants to hear what happens here, and what it was told.
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "clinics" TEXT[],
    "events" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_why" TEXT,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);
ALTER TABLE webhook_endpoint
  ADD CONSTRAINT webhook_endpoint_events CHECK (events <@ ARRAY
    ['follow-up.opened', 'follow-up.escalated', 'follow-up.closed', 'consent.changed']::text[]);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);
ALTER TABLE webhook_delivery
  ADD CONSTRAINT webhook_delivery_state CHECK (state IN ('waiting', 'delivered', 'given-up'));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey"
  FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- tick: deliveries whose job got lost
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery"("next_at") WHERE state = 'waiting';
CREATE INDEX "webhook_delivery_newest" ON "webhook_delivery"("endpoint_id", "at" DESC);

-- A grant that an import wrote down by mistake is taken back by its own line: the ledger is only added to.
ALTER TABLE consent_event
  DROP CONSTRAINT consent_event_kind,
  ADD CONSTRAINT consent_event_kind CHECK (kind IN ('grant', 'revoke', 'lift', 'drop', 'void'));

-- Which version of a practice's rules was the last, when its file is gone and its requests are still open.
ALTER TABLE "policy_version" ADD COLUMN "last_loaded_at" TIMESTAMPTZ(3);
UPDATE "policy_version" SET "last_loaded_at" = "loaded_at";
ALTER TABLE "policy_version" ALTER COLUMN "last_loaded_at" SET NOT NULL;

-- audit: what somebody did, newest first
CREATE INDEX "audit_of_actor" ON "audit"("actor", "id");
-- reports: what happened in a day or a week; history is written in the order of time, for which this kind of index is small and cheap
CREATE INDEX "history_by_time" ON "history" USING BRIN ("at");
-- reports: the missed calls of a practice in a day or a week
CREATE INDEX call_missed ON call (clinic_id, started_at) WHERE state = 'missed' AND direction = 'inbound';
