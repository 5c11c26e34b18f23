/**
 * What each code of the carrier's error dictionary means for a text, the number, the item and the sender's account.
 * Source where an entry names none: Twilio's page of the code, https://www.twilio.com/docs/api/errors/<code>, read 2026-11.
 */
export type CodeRule = {
  /** null: the carrier named no code, so the rule rests on its HTTP status or on its silence */
  readonly code: number | null
  /** one sentence for logs and the manual; holds nothing about a person */
  readonly meaning: string
  readonly reason: FaultReason
  /**
   * What happens to the text:
   * - `retry`: it did not arrive and nothing keeps the same text from arriving later
   * - `one-retry`: it probably did not arrive, so one more try is worth the risk of a second copy
   * - `next-day`: a daily cap is used up
   * - `recheck`: it did not leave; it waits for the plan, or for somebody to resume the account, and then the gate asks
   *   whether it is still of use
   * - `look-up`: it may have left; it is looked for in the carrier's log and never sent again
   * - `give-up`: it will not arrive
   * - `none`: the code speaks of a call, an incoming text or a warning; no text of ours ends by it
   * Every further try passes the gate again.
   */
  readonly message: 'retry' | 'one-retry' | 'next-day' | 'recheck' | 'look-up' | 'give-up' | 'none'
  /** minutes from each failed try to the next one; when the plan is used up the text is given up */
  readonly retryAfterMinutes: readonly number[]
  /**
   * What it says about the number. `blocked`: the number may be right, but no text of ours gets through to it.
   * `reassigned`: out of service or somebody else's by now, so what its owner agreed to no longer counts.
   */
  readonly contact: 'none' | 'opted-out' | 'landline' | 'invalid' | 'reassigned' | 'blocked'
  /** `call-instead`: once no try is left, staff phone the person */
  readonly item: 'none' | 'call-instead'
  /** `stop`: every text of the sender waits until somebody resumes it; `warn`: all texts are concerned, but they go on */
  readonly account: 'none' | 'stop' | 'warn'
  /** who hears of it besides the item's history: `staff` on the item, `operator` by an alert */
  readonly told: 'nobody' | 'staff' | 'operator'
}

/** Why texts do not arrive, in the words of the messaging health page. */
export const FAULT_REASONS = [
  'opted-out',
  'landline',
  'invalid-number',
  'reassigned',
  'blocked-by-carrier',
  'not-routable',
  'handset-unreachable',
  'filtered',
  'fraud-guard',
  'unregistered-sender',
  'sender-not-usable',
  'account-restricted',
  'credentials',
  'carrier-busy',
  'carrier-daily-cap',
  'too-late',
  'faulty-request',
  'answer-lost',
  'incoming-fault',
  'unknown-fault',
] as const
export type FaultReason = (typeof FAULT_REASONS)[number]

type Differently = Partial<Omit<CodeRule, 'code' | 'reason' | 'meaning'>>

/** The text ends here and a person phones instead: what holds where an entry says nothing else. */
const giveUp = (code: number, reason: FaultReason, meaning: string, but: Differently = {}): CodeRule => ({
  code,
  meaning,
  reason,
  message: 'give-up',
  retryAfterMinutes: [],
  contact: 'none',
  item: 'call-instead',
  account: 'none',
  told: 'staff',
  ...but,
})
const retry = (
  code: number,
  reason: FaultReason,
  meaning: string,
  retryAfterMinutes: readonly number[],
  but: Differently = {},
): CodeRule => giveUp(code, reason, meaning, { message: 'retry', retryAfterMinutes, ...but })
/** Nothing leaves until somebody resumes; staff phone meanwhile, and the gate drops the texts that are no longer of use. */
const stop = (code: number, reason: FaultReason, meaning: string, but: Differently = {}): CodeRule =>
  giveUp(code, reason, meaning, { message: 'recheck', account: 'stop', told: 'operator', ...but })
/** We asked for something that cannot be: the same request would fail again, so the operator hears of it. */
const ourFault = (code: number, meaning: string, but: Differently = {}): CodeRule =>
  giveUp(code, 'faulty-request', meaning, { told: 'operator', ...but })
/** No text of ours ends by it. */
const aside = (
  code: number,
  reason: FaultReason,
  meaning: string,
  told: CodeRule['told'],
  but: Differently = {},
): CodeRule => giveUp(code, reason, meaning, { message: 'none', item: 'none', told, ...but })

/** The whole API. */
const API: readonly CodeRule[] = [
  ourFault(20001, 'The carrier could not read the request.'),
  stop(20003, 'credentials', 'The account SID or the token is wrong, or the account is closed.'),
  stop(20403, 'credentials', 'The API key may not do this.'),
  ourFault(20404, 'The request names a resource that the account does not have.'),
  // Not processed, by the page of 20429, so nothing left. The waits start short: the limit is one of requests at a time.
  retry(20429, 'carrier-busy', 'Too many requests at once; this one was not processed.', [0.5, 2, 10, 30]),
  // No page says whether a text left before the fault. Creates are not idempotent, so a second try could be a second text.
  giveUp(20500, 'answer-lost', 'The carrier failed while it handled the request.', { message: 'look-up' }),
]

/** Creating a text. Nothing left where one of these is the answer. */
const CREATING: readonly CodeRule[] = [
  giveUp(21211, 'invalid-number', 'This is no phone number.', { contact: 'invalid' }),
  stop(21212, 'sender-not-usable', 'The sender is no phone number.'),
  // A person cannot have the practice's own line: the number on the item is wrong.
  giveUp(21266, 'invalid-number', 'Recipient and sender are the same number.', { contact: 'invalid' }),
  giveUp(21408, 'not-routable', "Texts to the number's region are switched off.", { told: 'operator' }),
  stop(21601, 'sender-not-usable', 'The sender cannot send texts.'),
  ourFault(21602, 'The text is empty.'),
  ourFault(21603, 'The request names neither a sender nor a messaging service.'),
  ourFault(21604, 'The request names no recipient.'),
  stop(21606, 'sender-not-usable', 'The sender is not a number of this account.'),
  stop(21608, 'account-restricted', 'A trial account may only text numbers that were verified.'),
  // Every request carries this address, so every text would fail by it; the setting is ours to mend.
  stop(21609, 'faulty-request', 'The address for delivery reports is not valid.'),
  giveUp(21610, 'opted-out', 'The person opted out.', { contact: 'opted-out' }),
  // Ten hours of texts wait: minutes change nothing. With a messaging service the same fault shows as 30001.
  retry(21611, 'carrier-busy', "The sender's queue is full.", [30, 120, 360], {
    account: 'warn',
    told: 'operator',
  }),
  giveUp(21612, 'not-routable', 'The carrier cannot bring texts of this sender to this number.', {
    contact: 'blocked',
  }),
  giveUp(21614, 'landline', 'The number cannot receive texts.', { contact: 'landline' }),
  ourFault(21617, 'The text has more than 1600 characters.'),
  giveUp(21635, 'landline', 'The number is a landline.', { contact: 'landline' }),
  stop(21659, 'sender-not-usable', 'The sender is neither a number nor a short code of this account.'),
  stop(21701, 'sender-not-usable', 'The messaging service does not exist.'),
  stop(21703, 'sender-not-usable', 'The messaging service has no number to send from.'),
  stop(21704, 'sender-not-usable', 'The messaging service cannot be used.'),
  stop(21705, 'sender-not-usable', 'The SID of the messaging service is not valid.'),
  stop(572005, 'account-restricted', 'A trial account may only text numbers that were verified.'),
  ourFault(90007, 'The validity period is out of bounds.'),
  // We never hand the carrier a text for later, since it would not ask for consent again when the time comes.
  ourFault(35111, 'The request for a scheduled text lacks its time.'),
  ourFault(35114, 'The time of the scheduled text is too near or too far.'),
  ourFault(35115, 'The time of the scheduled text is too near or too far.'),
  ourFault(35117, 'The time of the scheduled text is too near or too far.'),
  ourFault(35118, 'The scheduled text needs a messaging service.'),
  ourFault(35125, 'Too many scheduled texts wait.'),
]

/** Delivering a text: codes of delivery reports. */
const DELIVERING: readonly CodeRule[] = [
  retry(30001, 'carrier-busy', "The sender's queue overflowed.", [15, 60, 240], {
    account: 'warn',
    told: 'operator',
  }),
  stop(30002, 'account-restricted', 'The account was suspended before the text left.'),
  // Switched off or out of reach: hours help, minutes do not. Further failures may mean filtering, so two tries at most.
  retry(30003, 'handset-unreachable', 'The phone is off or out of reach.', [180, 360]),
  // The page names the carrier and the recipient as causes alike, so this is no recorded revocation, but texts end.
  giveUp(30004, 'blocked-by-carrier', 'The recipient or their carrier blocks our texts.', {
    contact: 'blocked',
  }),
  // A number out of service is given to somebody else sooner or later, so what its owner agreed to ends with it.
  giveUp(30005, 'reassigned', 'The number is unknown or no longer in service.', { contact: 'reassigned' }),
  giveUp(30006, 'landline', 'The number is a landline or no carrier reaches it.', { contact: 'landline' }),
  // Filters judge wordings and senders, not people, and every further text feeds them. The same text is never sent again.
  stop(30007, 'filtered', 'A filter took the text for spam.', { message: 'give-up' }),
  giveUp(30008, 'unknown-fault', 'The carrier lost the text and does not say why.', {
    message: 'one-retry',
    retryAfterMinutes: [60],
  }),
  retry(30017, 'carrier-busy', "The recipient's carrier is congested.", [15, 60, 240]),
  ourFault(30019, 'The text is larger than the carrier takes.'),
  retry(30022, 'carrier-busy', 'Texts left faster than the campaign allows.', [5, 15, 60], {
    account: 'warn',
    told: 'operator',
  }),
  // Both daily caps are counted per calendar day of the Pacific zone.
  giveUp(30023, 'carrier-daily-cap', "The brand's daily cap is used up until midnight Pacific time.", {
    message: 'next-day',
    account: 'warn',
    told: 'operator',
  }),
  giveUp(30027, 'carrier-daily-cap', "T-Mobile's daily cap is used up until midnight Pacific time.", {
    message: 'next-day',
    account: 'warn',
    told: 'operator',
  }),
  // The page also names a number that was just ported, which stops everybody for one person; but its first causes concern the
  // sender, and a sender that carriers do not know must not go on. Given up, so that such a number cannot stop us twice.
  stop(30024, 'unregistered-sender', 'The carrier does not know the sender.', { message: 'give-up' }),
  stop(30029, 'faulty-request', 'The request asks for redaction, which the account has not switched on.'),
  stop(30032, 'unregistered-sender', 'The toll-free number is not verified.'),
  stop(30033, 'unregistered-sender', 'The campaign is suspended.'),
  stop(30034, 'unregistered-sender', 'The number belongs to no registered campaign.'),
  stop(30990, 'unregistered-sender', 'The campaign is suspended by review.'),
  retry(30035, 'unregistered-sender', 'The number is still being set up for its campaign.', [60, 360, 1440], {
    account: 'warn',
    told: 'operator',
  }),
  giveUp(30036, 'too-late', 'The text expired in the queue and was not sent.', {
    message: 'recheck',
    retryAfterMinutes: [10, 60],
  }),
  // Twilio fails the text rather than risk two of them. The recipient's carrier may have taken it all the same.
  giveUp(30410, 'answer-lost', 'The next carrier did not answer in time.', { message: 'look-up' }),
  // The page gives 15 to 30 minutes, and longer while traffic looks suspicious; 30453 gives hours.
  retry(30450, 'fraud-guard', 'The fraud guard blocks the number for 15 to 30 minutes.', [45, 240], {
    account: 'warn',
    told: 'operator',
  }),
  retry(30453, 'fraud-guard', 'The fraud guard blocks the number for some hours.', [240, 720], {
    account: 'warn',
    told: 'operator',
  }),
  stop(30454, 'account-restricted', 'The trial account has sent all it may.'),
  giveUp(30500, 'unknown-fault', 'The carrier failed inside.', {
    message: 'one-retry',
    retryAfterMinutes: [30],
  }),
  // The Compliance Toolkit is no HIPAA eligible service, so an answer of it means that somebody switched it on. The first wait
  // leads out of the federal night, 21 to 8, from any hour of it; the second out of a state's longer night.
  giveUp(30047, 'too-late', 'The Compliance Toolkit failed to move the text out of the quiet hours.', {
    message: 'recheck',
    retryAfterMinutes: [720, 180],
    account: 'warn',
    told: 'operator',
  }),
  giveUp(30610, 'too-late', 'The Compliance Toolkit takes it to be night at the recipient.', {
    message: 'recheck',
    retryAfterMinutes: [720, 180],
    account: 'warn',
    told: 'operator',
  }),
  giveUp(30640, 'blocked-by-carrier', 'The Compliance Toolkit names the number a legal risk.', {
    contact: 'blocked',
    account: 'warn',
    told: 'operator',
  }),
  // Both are written for WhatsApp and the like. The page of 63014 names a block and an opt-out as causes alike: texts end, but
  // the consent ledger records only what the person said.
  giveUp(63014, 'blocked-by-carrier', 'The recipient blocked the sender.', { contact: 'blocked' }),
  giveUp(63033, 'blocked-by-carrier', 'The recipient blocked the sender.', { contact: 'blocked' }),
  // Not a calendar day: the account's texts of the last 24 hours count.
  giveUp(63038, 'carrier-daily-cap', "The account's cap for 24 hours is used up.", {
    message: 'next-day',
    retryAfterMinutes: [1440, 1440],
    account: 'warn',
    told: 'operator',
  }),
  // The pages disagree on the number of texts in 30 seconds (15, 20, 30). Somebody's machine answers ours: it must end here.
  giveUp(14107, 'faulty-request', 'Too many texts between two numbers in 30 seconds: a loop.', {
    account: 'warn',
    told: 'operator',
  }),
]

/** Calls, incoming texts, webhooks and warnings. */
const BESIDE: readonly CodeRule[] = [
  aside(14109, 'faulty-request', 'More than ten replies to one incoming text.', 'operator'),
  aside(21210, 'sender-not-usable', 'The caller ID is not verified for this account.', 'operator'),
  // It cannot be reached by this carrier at all, which is less than "no such number", but no text would arrive either.
  aside(21214, 'not-routable', 'The number cannot be called.', 'staff', { contact: 'blocked' }),
  aside(21215, 'not-routable', "Calls to the number's region are switched off.", 'operator'),
  aside(21216, 'not-routable', 'The account may not call this number.', 'staff'),
  aside(21217, 'invalid-number', 'This is no phone number.', 'staff', { contact: 'invalid' }),
  aside(21220, 'faulty-request', 'The call was over already.', 'staff'),
  aside(30009, 'incoming-fault', 'Part of an incoming text is missing.', 'staff'),
  aside(30025, 'carrier-daily-cap', "Half of T-Mobile's daily cap is used.", 'operator', { account: 'warn' }),
  aside(30026, 'carrier-daily-cap', "70 % of T-Mobile's daily cap is used.", 'operator', { account: 'warn' }),
  aside(30039, 'incoming-fault', 'An incoming text came from a machine and was dropped.', 'nobody'),
  aside(32017, 'blocked-by-carrier', 'A carrier blocked the call for its caller ID.', 'staff'),
  // While our check of signatures refuses webhooks, a STOP would not be heard. So nothing leaves until that is mended.
  aside(57012, 'credentials', 'Signatures of webhooks do not match.', 'operator', { account: 'stop' }),
]

/** Every code that is known here, each once. */
export const CODE_RULES: readonly CodeRule[] = [...API, ...CREATING, ...DELIVERING, ...BESIDE]
