/** City, state and postal code that Twilio derives from the number range. Where the table knows nothing they stay empty, as they may in reality. */
const AREAS: Readonly<Record<string, readonly [city: string, state: string, zip: string]>> = {
  '202': ['WASHINGTON', 'DC', '20001'],
  '206': ['SEATTLE', 'WA', '98101'],
  '212': ['NEW YORK', 'NY', '10001'],
  '213': ['LOS ANGELES', 'CA', '90012'],
  '214': ['DALLAS', 'TX', '75201'],
  '215': ['PHILADELPHIA', 'PA', '19102'],
  '303': ['DENVER', 'CO', '80202'],
  '305': ['MIAMI', 'FL', '33130'],
  '312': ['CHICAGO', 'IL', '60601'],
  '404': ['ATLANTA', 'GA', '30303'],
  '415': ['SAN FRANCISCO', 'CA', '94105'],
  '503': ['PORTLAND', 'OR', '97204'],
  '510': ['OAKLAND', 'CA', '94612'],
  '512': ['AUSTIN', 'TX', '78701'],
  '602': ['PHOENIX', 'AZ', '85004'],
  '617': ['BOSTON', 'MA', '02108'],
  '619': ['SAN DIEGO', 'CA', '92101'],
  '702': ['LAS VEGAS', 'NV', '89101'],
  '713': ['HOUSTON', 'TX', '77002'],
  '808': ['HONOLULU', 'HI', '96813'],
}

/**
 * The geography parameters of one side of a call or text.
 * @param side the parameter's beginning, such as `From` or `Called`.
 */
export function geography(side: 'From' | 'To' | 'Caller' | 'Called', phone: string): Record<string, string> {
  const northAmerican = /^\+1(\d{3})\d{7}$/.exec(phone)
  const [city, state, zip] = (northAmerican && AREAS[northAmerican[1] ?? '']) ?? ['', '', '']
  return {
    [`${side}City`]: city,
    [`${side}State`]: state,
    [`${side}Zip`]: zip,
    [`${side}Country`]: northAmerican ? 'US' : '',
  }
}
