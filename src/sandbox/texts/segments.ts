import { SegmentedMessage } from 'sms-segments-calculator'

/** Parts a text is sent in: 160 or 153 characters of GSM-7 each, 70 or 67 of anything else. An empty text counts one. */
export function segmentsOf(body: string): number {
  return Math.max(1, new SegmentedMessage(body, 'auto').segmentsCount)
}
