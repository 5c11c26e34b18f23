/*
 * Names of fields of medicine in English and Spanish, by how they begin: whoever reads "cardiology" on a lock screen knows why
 * somebody is a patient. Words for conditions and treatments are the clinical lexicon's, which the lint asks as well.
 */

const STEMS = [
  'addiction|adicci|allerg|alerg|audiolog|bariatr|behavioral|cardi[oó]|chiropract|quiropr[aá]|cirug|ciruj|surger|surgic|surgeon',
  'consejer[ií]a|counsel|dermat|detox|dialysis|di[aá]lisis|electrocardio|endocrin|fertility|fertilidad|gastro|gen[eé]ti|geriatr',
  'gerontolog|gyn(?:a?ec)|ginec|hematolog|hepatolog|hospice|immunolog|inmunolog|infectious|infectolog|infusi|mammogra|mamogra',
  'maternidad|maternity|methadone|metadona|midwi|neonat|nephrolog|nefrolog|neuro|ob.?gyn|obstetr|oncolog|ophthalm|oftalm|orthop',
  'ortop|(?:ped|pæd)iatri|perinat|podiatr|podolog|psychi|psiqui|psycho|psico|pulmon|neumolog|radiolog|rehab|rheumat|reumat',
  'transplant|trasplant|urogyn|urolog',
]

const PHRASES = [
  "(?:women['’]s|men['’]s|sexual|reproductive)\\s+health",
  'salud\\s+(?:de\\s+la\\s+mujer|sexual|reproductiva)',
  'family\\s+planning|planificaci[oó]n\\s+familiar|urgent\\s+care|wound\\s+care',
  'memory\\s+(?:care|clinic)|pain\\s+(?:clinic|center|management)|sleep\\s+(?:clinic|center|lab)',
]

/** Finds every name of a specialty in a text. */
export const SPECIALTY = new RegExp(
  `(?<!\\p{L})(?:(?:${STEMS.join('|')})\\p{L}*|(?:${PHRASES.join('|')})(?!\\p{L}))`,
  'giu',
)
