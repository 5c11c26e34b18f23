-- People raise and lower the routing of an item, and words are read again when the word lists change.

-- Rows from before carry the empty version, so that what is open is read once by the word lists of now.
ALTER TABLE "follow_up" ADD COLUMN "read_by" TEXT NOT NULL DEFAULT '';
-- tick: open items whose words were read by other word lists
CREATE INDEX follow_up_read_by ON follow_up (clinic_id, read_by) WHERE status <> 'closed' AND queue <> 'licensed';

ALTER TABLE follow_up
  DROP CONSTRAINT follow_up_last_action,
  ADD CONSTRAINT follow_up_last_action CHECK (last_action IN
    ('call-missed', 'called-again', 'call-answered', 'language-chosen', 'text-agreed', 'voicemail-left', 'no-voicemail',
     'voicemail-transcribed', 'transcription-failed', 'transcript-overdue', 'text-received', 'reply-overdue', 'opted-out',
     'opt-in-again', 'wrong-number-reported', 'contact-fact-set', 'routed-to-clinical', 'text-planned', 'text-held', 'text-refused',
     'text-canceled', 'text-sent', 'text-unknown', 'text-delivered', 'text-undelivered', 'text-failed',
     'call-attempt-due', 'cadence-ended', 'outcome-recorded', 'note-added', 'claimed', 'released', 'acknowledged',
     'request-received', 'target-missed', 'reminders-unanswered', 'handed-over', 'reopened', 'removed', 'request-withdrawn',
     'on-call-alerted', 'alert-failed', 'alert-acknowledged',
     'routing-raised', 'routing-lowered', 'words-read-again')),
  DROP CONSTRAINT follow_up_escalation,
  ADD CONSTRAINT follow_up_escalation CHECK (escalation IN
    ('urgent-words', 'not-heard', 'undelivered', 'repeat-contacts', 'reply-unread', 'text-stopped', 'overdue', 'reminders-unanswered', 'raised-as-urgent'));
