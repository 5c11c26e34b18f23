-- What staff say of a number in the history of its items, texts that a stopped sender holds back, and pictures past their time.

ALTER TABLE follow_up
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'reply-overdue', 'opted-out',
     'opt-in-again', 'wrong-number-reported', 'contact-fact-set', 'routed-to-clinical', 'text-planned', 'text-held',
     'text-refused', 'text-canceled', 'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed',
     'call-attempt-due', 'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged')),
  DROP CONSTRAINT follow_up_escalation,
  ADD CONSTRAINT follow_up_escalation CHECK (escalation IN
    ('urgent-words', 'not-heard', 'undelivered', 'text-stopped', 'repeat-contacts', 'reply-unread'));

ALTER TABLE "message" ADD COLUMN "media_deleted_at" TIMESTAMPTZ(3);
-- retention: pictures that are still at the carrier, the oldest first
CREATE INDEX message_with_media ON message (clinic_id, created_at, id)
  WHERE direction = 'in' AND media_count > 0 AND media_deleted_at IS NULL;
