/*
 * Names of fields of medicine in English and Spanish, by how they begin and without accents: whoever reads "cardiology" on a lock screen
 * knows why somebody is a patient. Words for conditions and treatments are the clinical lexicon's, which the lint asks as well.
 */

const STEMS = [
  'addiction|adicci|allerg|alerg|andrologo|anesthes|anestes|audiolog|bariatr|behavioral|cardio|chiropract|quiropra|cirug|ciruj|surger|surgic',
  'surgeon|quirurg|colorrectal|colorectal|consejeria|counsel|dentist|dermat|detox|dialysis|dialisis|dietet|dietit|doula|electrocardio',
  'endocrin|endodont|fertility|fertilidad|fisiatr|fisioterap|foniatr|gastro|geneti|geriatr|gerontolog|gyn(?:a?ec)|ginec|haematolog',
  'hematolog|hepatolog|hospice|immunolog|inmunolog|infectious|infectolog|infusi|kinesiolog|lactanc|lactation|logoped|mammogra|mamogra',
  'mastolog|matern|matron|methadone|metadona|midwi|neonat|nephrolog|nefrolog|neumolog|neuro|nutricionist|nutritionist|nutriolog|ob.?gyn',
  'obstetr|odontolog|oncolog|ophthalm|optometr|orthodon|ortodon|orthop|ortop|otolaryng|otorrin|palliativ|paliativ|partera|patholog|patolog',
  '(?:pa?ed|pæd)iatr|perinat|periodont|physiatr|physiotherap|podiatr|podolog|posparto|postpartum|prenatal|proctolog|prosthet|psychi|psiqui',
  'psycho|psico|pulmon|quimioterap|radiolog|radioterap|rehab|rheumat|reumat|sexolog|sonogra|terapeut|therap|thoracic|toracic|toxicolog',
  'transplant|trasplant|traumatolog|urogyn|urolog|vascular',
]

const PHRASES = [
  '(?:women.?s|men.?s|sexual|reproductive|mental)\\s+health',
  'salud\\s+(?:de\\s+la\\s+mujer|sexual|reproductiva|mental)',
  'family\\s+planning|planificacion\\s+familiar|urgent\\s+care|wound\\s+care|speech\\s+patholog\\p{L}*',
  'memory\\s+(?:care|clinic)|pain\\s+(?:clinic|center|management)|sleep\\s+(?:clinic|center|lab)',
]

/** Finds every name of a specialty in a text without accents. */
export const SPECIALTY = new RegExp(
  `(?<!\\p{L})(?:(?:${STEMS.join('|')})\\p{L}*|(?:${PHRASES.join('|')})(?!\\p{L}))`,
  'giu',
)
