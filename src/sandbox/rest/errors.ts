import type { Response } from 'express'

/** Twilio's own words for the codes this carrier answers with, shortened. */
const MESSAGES: Readonly<Record<number, string>> = {
  20001: 'Bad request',
  20003: 'Authenticate',
  20404: 'The requested resource was not found',
  20429: 'Too many requests',
  20500: 'Internal server error',
  21205: 'Url is not valid: give an absolute Url, or Twiml',
  21210: "'From' number is not verified or owned by this account",
  21211: "Invalid 'To' phone number",
  21212: "Invalid 'From' number",
  21214: "'To' phone number cannot be reached",
  21215: 'Account not authorized to call this number',
  21216: 'Account not allowed to call this number',
  21217: "Phone number of 'To' does not appear to be valid",
  21220: 'Invalid call state: the call is not in progress',
  21266: "'To' and 'From' number cannot be the same",
  21408: "Permission to send an SMS has not been enabled for the region of the 'To' number",
  21602: 'Message body is required',
  21603: "A 'From' phone number or a MessagingServiceSid is required",
  21604: "A 'To' phone number is required",
  21606: "The 'From' phone number is not a valid, message-capable number of this account",
  21608: 'The number is unverified',
  21609: 'The StatusCallback URL is not a valid URL',
  21610: 'Attempt to send to unsubscribed recipient',
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21612: "The 'To' phone number is not currently reachable using the 'From' phone number",
  21614: "'To' number is not a valid mobile number",
  21617: 'The concatenated message body exceeds the 1600 character limit',
  21635: "'To' number cannot be a landline",
  90007: 'The ValidityPeriod is out of range: 1 to 36000 seconds',
}

/** An answer in Twilio's form for what went wrong. */
export class RestFault extends Error {
  readonly status: number
  readonly code: number

  constructor(code: number, status = 400) {
    super(MESSAGES[code] ?? `Error ${code}`)
    this.code = code
    this.status = status
  }
}

export function answerFault(res: Response, fault: RestFault): void {
  res.status(fault.status).json({
    code: fault.code,
    message: fault.message,
    more_info: `https://www.twilio.com/docs/errors/${fault.code}`,
    status: fault.status,
  })
}
