/** Times are shown as the practice's clocks show them, wherever the browser is. */
export const inZone = (zone, at, options) =>
  new Date(at).toLocaleString('en-US', { ...options, timeZone: zone })
export const logTime = (zone, at) =>
  inZone(zone, at, { hour: 'numeric', minute: '2-digit', second: '2-digit' })
export const shortTime = (zone, at) =>
  inZone(zone, at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
/** Such as “Pacific time”. */
export function zoneName(zone, at) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(new Date(at))
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
  return zone === 'UTC' ? 'UTC' : name.replace(/( Standard)? Time$/, (words) => words.toLowerCase())
}
