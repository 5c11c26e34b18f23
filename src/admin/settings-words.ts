import type { Category } from '../domain/clinical/reading.ts'
import type { PromptName, TextPurpose } from '../domain/policy/policy.ts'
import type { Pair } from './field-words.ts'

/** The words of a practice's rules that stand on no other page. */
export const SETTINGS_FIELD_WORDS = {
  promptNames: {
    open: ['the greeting while open', 'el saludo en horario de atención'],
    lunch: ['the greeting at lunch', 'el saludo a la hora del almuerzo'],
    closed: ['the greeting while closed', 'el saludo fuera de horario'],
    holiday: ['the greeting on holidays', 'el saludo en feriados'],
    emergency: ['the emergency line', 'el aviso de emergencia'],
    connecting: ['while the phones ring', 'mientras suenan los teléfonos'],
    takeCall: ['whoever picks up', 'quien contesta'],
    consentAsk: ['asking to text', 'la pregunta sobre mensajes'],
    consentThanks: ['thanks for agreeing to texts', 'las gracias por aceptar mensajes'],
    languageOffer: ['the offer of a language', 'la oferta de idioma'],
    wrongKey: ['another key', 'una tecla equivocada'],
    leaveMessage: ['asking for a message', 'la invitación a dejar un mensaje'],
    goodbye: ['goodbye', 'la despedida'],
  } satisfies Record<PromptName, Pair>,
  clinicalCategories: {
    symptom: ['symptom', 'síntoma'],
    medication: ['medication', 'medicamento'],
    'test-result': ['test result', 'resultado de prueba'],
    treatment: ['treatment', 'tratamiento'],
    pregnancy: ['pregnancy', 'embarazo'],
    'mental-health': ['mental health', 'salud mental'],
    injury: ['injury', 'lesión'],
    'urgent-language': ['urgent words', 'palabras urgentes'],
  } satisfies Record<Category, Pair>,
  textPurposes: {
    callback: ['about the person’s own call or message', 'sobre la llamada o el mensaje de la persona'],
    scheduling: ['about appointments', 'sobre citas'],
    forms: ['about forms', 'sobre formularios'],
    recall: ['about recalls', 'sobre visitas de control'],
  } satisfies Record<TextPurpose, Pair>,
} as const

/** What the settings page says around them. `{…}` are filled in. */
export const SETTINGS_WORDS = {
  menu: ['Settings', 'Ajustes'],
  title: ['Rules in force', 'Reglas en vigor'],
  lead: [
    'As they were read from the clinic files. To change one, edit its file where Ringback runs and have the files read again.',
    'Tal como se leyeron de los archivos del consultorio. Para cambiar una, edite el archivo donde corre Ringback y haga que se lea otra vez.',
  ],
  reload: ['Read the rules again', 'Leer las reglas otra vez'],
  reloadNote: ['A file with mistakes changes nothing.', 'Un archivo con errores no cambia nada.'],
  reloadForAll: [
    'The files hold all practices: somebody who works for all of them has them read again.',
    'Los archivos contienen todos los consultorios: los hace leer otra vez quien trabaja para todos.',
  ],
  unchanged: [
    'The files were read again. They say the same as before.',
    'Se leyeron los archivos otra vez. Dicen lo mismo que antes.',
  ],
  changed: [
    'The files were read again, and these rules count from now on.',
    'Se leyeron los archivos otra vez y estas reglas valen desde ahora.',
  ],
  kept: [
    'The files have mistakes, so nothing changed: the rules below still count.',
    'Los archivos tienen errores; no cambió nada: las reglas de abajo siguen valiendo.',
  ],
  keptMore: [
    'Each line says the file, the line and column, what was found and what was expected.',
    'Cada renglón dice, en inglés, el archivo, la línea y la columna, qué se encontró y qué se esperaba.',
  ],
  moreMistakes: ['{count} more mistakes', '{count} errores más'],
  before: ['Before', 'Antes'],
  now: ['Now', 'Ahora'],
  alsoChanged: ['Also changed: {what}', 'También cambió: {what}'],
  callersHear: ['what callers hear', 'lo que oyen quienes llaman'],
  scripts: ['the scripts', 'los guiones'],
  documented: ['what must be written down', 'lo que hay que anotar'],
  otherRules: ['other words in the file', 'otras palabras del archivo'],
  added: ['This practice is new here.', 'Este consultorio es nuevo aquí.'],
  gone: [
    'This practice is in no file any more. Its open requests are worked by these rules, and it sends no texts.',
    'Este consultorio ya no está en ningún archivo. Sus asuntos abiertos siguen estas reglas y no envía mensajes.',
  ],
  version: ['Version', 'Versión'],
  since: ['In force since', 'En vigor desde'],
  read: ['Read', 'Leídas'],
  none: ['No practice here', 'Ningún consultorio'],
  noneMore: [
    'This account works for practices that are in no clinic file.',
    'Esta cuenta trabaja para consultorios que no están en ningún archivo.',
  ],
  general: ['The practice', 'El consultorio'],
  wordings: ['Approved texts', 'Mensajes aprobados'],
  workflows: ['Each kind of request', 'Cada tipo de solicitud'],
  outcomes: ['What each outcome leads to', 'A qué lleva cada resultado'],
  outcomesLead: [
    'The same in every practice: exactly one next state for each.',
    'Igual en todos los consultorios: un solo paso siguiente para cada uno.',
  ],
  outcome: ['Outcome', 'Resultado'],
  status: ['Status', 'Estado'],
  queue: ['Queue', 'Cola'],
  owner: ['Owner', 'Responsable'],
  next: ['Next action', 'Siguiente paso'],
  when: ['When', 'Cuándo'],
  also: ['And', 'Además'],
  sameQueue: ['The same', 'La misma'],
  sameOwner: ['Whoever has it', 'Quien lo tiene'],
  closed: [
    'Nothing more is due; closing needs a note.',
    'Ya no vence nada; para cerrar hace falta una nota.',
  ],
  nextAttempt: [
    'At the next planned call, otherwise after 1 business day',
    'En la próxima llamada prevista; si no hay, tras 1 día hábil',
  ],
  agreedTime: ['At the time the person asked for', 'A la hora que pidió la persona'],
  clinicalTarget: ['Within the practice’s clinical target', 'Dentro del plazo clínico del consultorio'],
  quoted: ['“{words}”', '«{words}»'],
  zone: ['{zone} time', '{zone}'],
  isAttempt: ['counts as an attempt', 'cuenta como intento'],
  goesOn: ['planned attempts go on', 'los intentos previstos siguen'],
  stopsTexts: ['no more texts', 'no más mensajes'],
  forbidden: [
    'The rules are shown to practice managers and administrators.',
    'Las reglas las ven la gerencia y la administración.',
  ],
} as const satisfies Record<string, Pair>
