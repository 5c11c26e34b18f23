-- The rules that the tables themselves keep. The words are those of the unions in src/domain; a test holds them together.

-- Lines and contacts -------------------------------------------------------------------------------------------------

ALTER TABLE contact
  ADD CONSTRAINT contact_phone_e164 CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT contact_language CHECK (language IN ('en', 'es')),
  ADD CONSTRAINT contact_textable CHECK (textable IN ('unknown', 'mobile', 'landline', 'invalid'));

-- Consent ledger ------------------------------------------------------------------------------------------------------

ALTER TABLE consent_event
  ADD CONSTRAINT consent_event_kind CHECK (kind IN ('grant', 'revoke', 'lift')),
  ADD CONSTRAINT consent_event_channel CHECK (channel IN ('text')),
  ADD CONSTRAINT consent_event_scope CHECK (scope IN ('this-request', 'appointment-reminders', 'recall', 'all')),
  ADD CONSTRAINT consent_event_basis CHECK (basis IN
    ('key-press', 'inbound-text', 'voicemail', 'spoken-to-staff', 'form', 'import', 'keyword', 'carrier')),
  -- A grant is for something; a revocation is for everything.
  ADD CONSTRAINT consent_event_scope_of_kind CHECK ((kind = 'grant') = (scope <> 'all')),
  ADD CONSTRAINT consent_event_of_request CHECK (kind <> 'grant' OR scope <> 'this-request' OR follow_up_id IS NOT NULL),
  ADD CONSTRAINT consent_event_evidence CHECK (evidence <> '');

-- Follow-up items -----------------------------------------------------------------------------------------------------

ALTER TABLE follow_up
  ADD CONSTRAINT follow_up_trigger CHECK (trigger IN
    ('missed-call', 'after-hours-voicemail', 'patient-message', 'appointment-request', 'web-form', 'referral-received',
     'unconfirmed-appointment', 'incomplete-intake', 'missing-insurance', 'no-show', 'post-visit-scheduling',
     'bilingual-support', 'recall-due', 'care-gap')),
  ADD CONSTRAINT follow_up_status CHECK (status IN
    ('new-request', 'callback-needed', 'waiting-on-patient', 'waiting-on-internal-review', 'waiting-on-outside',
     'scheduled', 'routed-to-clinical', 'closed')),
  ADD CONSTRAINT follow_up_queue CHECK (queue IN ('assistant', 'licensed', 'manager')),
  ADD CONSTRAINT follow_up_urgency CHECK (urgency IN ('routine', 'clinical', 'urgent')),
  ADD CONSTRAINT follow_up_heard CHECK (heard IN ('heard', 'not-heard-yet', 'nothing-to-hear')),
  ADD CONSTRAINT follow_up_language CHECK (language IN ('en', 'es')),
  ADD CONSTRAINT follow_up_next_action CHECK (next_action IN
    ('call-back', 'call-back-at-agreed-time', 'call-back-with-interpreter', 'listen-to-voicemail', 'read-reply',
     'licensed-review', 'manager-review', 'find-number', 'check-in', 'confirm-booking', 'review-insurance',
     'obtain-document', 'help-with-telehealth', 'collect-forms', 'decide-closure')),
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'opted-out', 'opt-in-again',
     'wrong-number-reported', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused', 'text-canceled',
     'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed', 'call-attempt-due',
     'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged')),
  ADD CONSTRAINT follow_up_cadence_ended CHECK (cadence_ended IN
    ('replied', 'called-again', 'opted-out', 'clinical', 'outcome', 'completed', 'no-phone', 'closed')),
  ADD CONSTRAINT follow_up_escalation CHECK (escalation IN ('urgent-words', 'not-heard', 'undelivered', 'repeat-contacts')),
  ADD CONSTRAINT follow_up_outcome CHECK (outcome IN
    ('reached-scheduled', 'reached-not-ready', 'callback-requested', 'left-voicemail', 'no-answer', 'wrong-number',
     'patient-declined', 'needs-insurance-review', 'needs-outside-document', 'needs-language-support',
     'needs-telehealth-help', 'incomplete-intake', 'clinical-question', 'complaint', 'unable-to-reach', 'opted-out',
     'resolved')),
  -- Every open item has a due time and a next action; every closed one an outcome, a note and a time.
  ADD CONSTRAINT follow_up_open_is_owned CHECK
    (status = 'closed' OR (due_at IS NOT NULL AND next_action IS NOT NULL AND outcome IS NULL AND closed_at IS NULL)),
  ADD CONSTRAINT follow_up_closed_is_documented CHECK
    (status <> 'closed' OR (outcome IS NOT NULL AND closing_note <> '' AND closed_at IS NOT NULL AND due_at IS NULL)),
  -- A cadence either has a next touch or says why it ended.
  ADD CONSTRAINT follow_up_cadence CHECK ((next_touch_at IS NULL) <> (cadence_ended IS NULL)),
  ADD CONSTRAINT follow_up_closed_is_quiet CHECK (status <> 'closed' OR next_touch_at IS NULL),
  -- Clinical words are never with assistants.
  ADD CONSTRAINT follow_up_clinical_is_licensed CHECK (status = 'closed' OR urgency = 'routine' OR queue <> 'assistant'),
  ADD CONSTRAINT follow_up_escalation_has_time CHECK ((escalation IS NULL) = (escalated_at IS NULL)),
  ADD CONSTRAINT follow_up_counts CHECK (attempts >= 0 AND repeat_contacts >= 0);

-- record.ts: the open items of a contact, to join a repeated call or a text
CREATE INDEX follow_up_open_of_contact ON follow_up (contact_id, clinic_id) WHERE status <> 'closed';
-- board: one queue by what is due first, keyset (due_at, number)
CREATE INDEX follow_up_board ON follow_up (queue, due_at, number) WHERE status <> 'closed';
-- lists: newest first, keyset (received_at, number), also of closed items
CREATE INDEX follow_up_newest ON follow_up (received_at DESC, number DESC);
-- board: closed today
CREATE INDEX follow_up_closed_at ON follow_up (closed_at) WHERE status = 'closed';
-- tick: cadence touches that are due
CREATE INDEX follow_up_touch ON follow_up (next_touch_at) WHERE next_touch_at IS NOT NULL;
-- tick: voicemails that nobody heard in time
CREATE INDEX follow_up_hear_by ON follow_up (hear_by) WHERE hear_by IS NOT NULL;
-- tick: claims that ran out
CREATE INDEX follow_up_claimed ON follow_up (claimed_until) WHERE claimed_until IS NOT NULL;

-- Calls ---------------------------------------------------------------------------------------------------------------

ALTER TABLE call
  ADD CONSTRAINT call_direction CHECK (direction IN ('inbound', 'outbound')),
  ADD CONSTRAINT call_state CHECK (state IN ('ringing', 'answered', 'missed')),
  ADD CONSTRAINT call_language CHECK (language IN ('en', 'es')),
  ADD CONSTRAINT call_transcript_state CHECK (transcript_state IN ('completed', 'failed')),
  -- A missed call has its item the moment it is known to be missed.
  ADD CONSTRAINT call_missed_has_item CHECK (state <> 'missed' OR follow_up_id IS NOT NULL);

-- tick: calls that ended without word of whether anybody answered
CREATE INDEX call_without_result ON call (ended_at) WHERE state = 'ringing' AND ended_at IS NOT NULL;
-- item page: the calls of an item
CREATE INDEX call_of_item ON call (follow_up_id, started_at);
-- contact page and joins: the calls of a contact
CREATE INDEX call_of_contact ON call (contact_id, started_at);

-- Texts ---------------------------------------------------------------------------------------------------------------

ALTER TABLE message
  ADD CONSTRAINT message_direction CHECK (direction IN ('in', 'out')),
  ADD CONSTRAINT message_state CHECK (state IN
    ('planned', 'held', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'refused', 'unknown', 'canceled',
     'received')),
  ADD CONSTRAINT message_received_is_incoming CHECK ((direction = 'in') = (state = 'received')),
  -- Nothing is on the wire without a claim and the gate's verdict.
  ADD CONSTRAINT message_sent_was_allowed CHECK
    (state NOT IN ('sending', 'sent', 'delivered', 'unknown') OR (claimed_at IS NOT NULL AND verdict ->> 'type' = 'go')),
  ADD CONSTRAINT message_refused_says_why CHECK (state NOT IN ('held', 'refused', 'canceled') OR refusal IS NOT NULL);

-- item page: the texts of an item
CREATE INDEX message_of_item ON message (follow_up_id, created_at);
-- gate: what left to a contact within the last week; STOP: what has not left yet
CREATE INDEX message_of_contact ON message (contact_id, claimed_at);
-- tick: texts that wait for their time or lost their job or their answer
CREATE INDEX message_waiting ON message (state, not_before) WHERE state IN ('planned', 'held', 'sending', 'unknown');
-- api: texts of a number, newest first
CREATE INDEX message_of_phone ON message (phone, created_at DESC);

-- People and records --------------------------------------------------------------------------------------------------

ALTER TABLE staff
  ADD CONSTRAINT staff_roles CHECK (roles <@ ARRAY['assistant', 'licensed', 'manager', 'admin']::text[]);
ALTER TABLE api_key
  ADD CONSTRAINT api_key_scopes CHECK (scopes <@ ARRAY['intake', 'assistant', 'licensed', 'manager']::text[]);

-- History, consent and audit are added to and never changed (45 CFR 164.312(c)(1)); the retention command drops whole
-- items after having switched this off for its own session.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('ringback.retention', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_event_append_only BEFORE UPDATE OR DELETE ON consent_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "installation" (
    "id" INTEGER NOT NULL,
    "session_secret" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);
ALTER TABLE installation ADD CONSTRAINT installation_is_one CHECK (id = 1);
