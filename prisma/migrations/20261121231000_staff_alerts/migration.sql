-- Alerts: who on call was called and texted about an item, and who said that they have it.

ALTER TABLE follow_up
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'reply-overdue', 'opted-out',
     'opt-in-again', 'wrong-number-reported', 'contact-fact-set', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused',
     'text-canceled', 'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed',
     'call-attempt-due', 'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged',
     'request-received', 'target-missed', 'reminders-unanswered', 'handed-over', 'reopened', 'removed', 'request-withdrawn',
     'on-call-alerted', 'alert-failed', 'alert-acknowledged'));

CREATE TABLE "staff_alert" (
    "id" UUID NOT NULL,
    "follow_up_id" UUID NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "item_version" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "contact_name" TEXT,
    "contact_role" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text_state" TEXT NOT NULL,
    "text_at" TIMESTAMPTZ(3) NOT NULL,
    "text_tries" INTEGER NOT NULL DEFAULT 0,
    "text_sid" TEXT,
    "call_state" TEXT NOT NULL,
    "call_at" TIMESTAMPTZ(3) NOT NULL,
    "call_tries" INTEGER NOT NULL DEFAULT 0,
    "call_sid" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "acknowledged_means" TEXT,

    CONSTRAINT "staff_alert_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "staff_alert" ADD CONSTRAINT "staff_alert_follow_up_id_fkey"
  FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- one alert for each change of an item that calls for one, whichever process makes it
CREATE UNIQUE INDEX "staff_alert_once" ON "staff_alert"("follow_up_id", "item_version");
-- reply: what was asked of a phone, newest first
CREATE INDEX "staff_alert_of_phone" ON "staff_alert"("phone", "created_at" DESC);
-- reports: the alerts of a day or a week
CREATE INDEX "staff_alert_of_clinic" ON "staff_alert"("clinic_id", "created_at");
-- a code says which of the alerts of one phone is meant
CREATE UNIQUE INDEX staff_alert_code ON staff_alert (phone, code) WHERE ended_at IS NULL;
-- tick: what waits for its time, lost its job or its answer
CREATE INDEX staff_alert_under_way ON staff_alert (created_at)
  WHERE text_state IN ('waiting', 'sending') OR call_state IN ('waiting', 'sending');

ALTER TABLE staff_alert
  ADD CONSTRAINT staff_alert_text_state CHECK (text_state IN
    ('not-used', 'waiting', 'sending', 'sent', 'reached', 'failed', 'unknown', 'not-needed')),
  ADD CONSTRAINT staff_alert_call_state CHECK (call_state IN
    ('not-used', 'waiting', 'sending', 'sent', 'reached', 'failed', 'unknown', 'not-needed')),
  ADD CONSTRAINT staff_alert_contact_role CHECK (contact_role IN ('licensed', 'manager')),
  ADD CONSTRAINT staff_alert_language CHECK (language IN ('en', 'es')),
  ADD CONSTRAINT staff_alert_acknowledged_means CHECK (acknowledged_means IN ('key', 'code', 'act')),
  ADD CONSTRAINT staff_alert_phone_e164 CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT staff_alert_code_digits CHECK (code ~ '^[0-9]{4}$'),
  ADD CONSTRAINT staff_alert_counts CHECK (step > 0 AND text_tries >= 0 AND call_tries >= 0),
  -- Whoever said that they have it ended it.
  ADD CONSTRAINT staff_alert_acknowledged CHECK
    ((acknowledged_at IS NULL) = (acknowledged_means IS NULL) AND (acknowledged_at IS NULL OR ended_at IS NOT NULL));
