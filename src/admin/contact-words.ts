import type { RefusedConsent, WrittenBasis } from '../casework/contacts/consents.ts'
import type { ContactFactKind } from '../domain/contact/facts.ts'
import type { Textable } from '../domain/texting/gate.ts'
import type { Pair } from './field-words.ts'

/** What the pages about a number say. `{…}` are filled in. */
export const CONTACT_WORDS = {
  contacts: ['Contacts', 'Contactos'],
  contactPage: ['Contact and consent', 'Contacto y consentimiento'],
  back: ['Back to the search', 'Volver a la búsqueda'],
  search: ['Find a contact', 'Buscar un contacto'],
  searchHint: [
    'A phone number or its last four digits, a name, or an item number.',
    'Un teléfono o sus últimas cuatro cifras, un nombre o el número de un asunto.',
  ],
  searchButton: ['Search', 'Buscar'],
  found: ['Found', 'Encontrados'],
  nobody: ['Nobody was found', 'No se encontró a nadie'],
  nobodyMore: [
    'Check the number, or search by another one. Whoever calls or writes appears by themselves.',
    'Revise el número o busque otro. Quien llama o escribe aparece solo.',
  ],
  searchEmpty: ['Whom are you looking for?', '¿A quién busca?'],
  searchEmptyMore: [
    'Here is what was agreed to for a number, and why each text to it went.',
    'Aquí consta qué se aceptó para un número y por qué salió cada mensaje.',
  ],
  tooMany: ['Only the first {count} are shown.', 'Solo se muestran los primeros {count}.'],
  latestItem: ['Latest item #{number}', 'Último asunto #{number}'],

  number: ['Number', 'Número'],
  knownSince: ['Known since', 'Conocido desde'],
  texting: ['Text messages', 'Mensajes de texto'],
  preference: ['Wants to be reached', 'Cómo desea que se le contacte'],
  shared: ['Several people use this number', 'Varias personas usan este número'],
  noCalls: ['Do not call', 'No llamar'],
  noVoicemail: ['No voicemail', 'No dejar mensaje de voz'],
  items: ['Items', 'Asuntos'],
  noItems: ['No items of your practices.', 'Ningún asunto de sus consultorios.'],

  now: ['May be texted now', 'Se le puede escribir ahora'],
  allowed: ['Yes', 'Sí'],
  notAllowed: ['No', 'No'],
  allowedBy: ['agreed {time}, {basis}', 'lo aceptó: {time}, {basis}'],
  optedOutBy: ['asked for no texts {time}, {basis}', 'pidió no recibir mensajes: {time}, {basis}'],
  noConsent: ['no consent on record', 'no consta su consentimiento'],
  aboutItem: ['About item #{number}', 'Sobre el asunto #{number}'],
  writeStart: [
    'This person wrote STOP: only their own START lets texts come again.',
    'Esta persona escribió STOP: solo puede recibir mensajes si ella misma escribe START.',
  ],
  noPermissions: ['Nothing to text about is open.', 'No hay nada abierto sobre lo que escribir.'],

  say: ['What is true of this number?', '¿Qué se sabe de este número?'],
  note: ['Note for everybody', 'Nota para todos'],
  noteHint: ['Every practice reads it: nothing clinical.', 'La leen todos los consultorios: nada clínico.'],
  savePreference: ['Save how to reach', 'Guardar cómo contactar'],
  preferenceHint: [
    'Such as “only in the mornings, at work”. Empty takes it back.',
    'Por ejemplo “solo por la mañana, en el trabajo”. Vacío lo retira.',
  ],
  agreed: ['Agreed to texts', 'Aceptó recibir mensajes'],
  scope: ['What for', 'Para qué'],
  how: ['How', 'Cómo'],
  evidence: ['Evidence', 'Prueba'],
  evidenceHint: [
    'The number of the form, or where it is kept. Nothing clinical.',
    'El número del formulario o dónde se guarda. Nada clínico.',
  ],
  wording: ['Version of the form or wording', 'Versión del formulario o texto'],
  givenAt: ['When', 'Cuándo'],
  givenAtHint: ['When the person agreed. Empty: just now.', 'Cuándo aceptó la persona. Vacío: ahora mismo.'],
  said: ['What the person said', 'Lo que dijo la persona'],
  saidHint: [
    'Needed when it was said to you. Read by the clinical team only.',
    'Necesario si se lo dijo a usted. Solo lo lee el equipo clínico.',
  ],
  saveGrant: ['Record the agreement', 'Registrar que aceptó'],
  stop: ['Asked us to stop', 'Pidió que paremos'],
  stopLead: [
    'Ends every text to this number at once, from every practice.',
    'Termina de inmediato todo mensaje a este número, de todos los consultorios.',
  ],
  saveStop: ['No more texts', 'No más mensajes'],

  ledger: ['Consent on record', 'Consentimientos registrados'],
  noLedger: ['Nothing was ever agreed to or taken back.', 'Nunca se aceptó ni se retiró nada.'],
  facts: ['What was said about this number', 'Lo que se ha dicho de este número'],
  noFacts: ['Nothing yet.', 'Nada aún.'],
  texts: ['Every text and why it went', 'Cada mensaje y por qué salió'],
  textsOnlyOurs: [
    'Only texts of the practices you work for.',
    'Solo los mensajes de los consultorios donde usted trabaja.',
  ],
  noTexts: ['No texts.', 'Ningún mensaje.'],
  line: ['Line', 'Registro'],
  by: ['Written down by', 'Registrado por'],
  carrier: ['Carrier', 'Compañía telefónica'],
  program: ['A program with a key', 'Un programa con clave'],
  words: ['Words', 'Palabras'],
  forItem: ['For item', 'Para el asunto'],
  wordingVersion: ['Wording', 'Texto'],

  verdict: ['Verdict', 'Decisión'],
  verdictGo: ['May go', 'Puede salir'],
  verdictHold: ['Held: {why}', 'En espera: {why}'],
  verdictRefuse: ['Refused: {why}', 'Rechazado: {why}'],
  carrierId: ['Carrier’s id', 'Identificador de la compañía'],
  earlierTry: ['Left before, try {place}', 'Salió antes, intento {place}'],
  noVerdict: ['The gate was not asked.', 'No se llegó a preguntar.'],
  askedAt: ['Asked at', 'Preguntado'],
  consentLine: ['Consent', 'Consentimiento'],
  consentWording: ['Wording agreed to', 'Texto aceptado'],
  policyVersion: ['Rules', 'Reglas'],
  zones: ['Zones of the number', 'Zonas del número'],
  validity: ['Carrier may try for', 'La compañía puede intentar'],
  seconds: ['{count} seconds', '{count} segundos'],
  left: ['Left', 'Salió'],
  arrived: ['Settled', 'Concluyó'],

  exports: ['Take the proof with you', 'Llevarse la prueba'],
  asJson: ['As a file for programs (JSON)', 'Como archivo para programas (JSON)'],
  asCsv: ['As a table (CSV)', 'Como tabla (CSV)'],
  asPrint: ['To print', 'Para imprimir'],
  exportNote: ['Each copy stands in the audit.', 'Cada copia queda en la auditoría.'],
  printed: ['Made {time} for {name}', 'Hecho {time} para {name}'],

  doneFact: ['Recorded: {what}.', 'Registrado: {what}.'],
  doneGrant: ['The agreement is on record.', 'Su consentimiento quedó registrado.'],
  doneGrantStopped: [
    'On record. Texts stay stopped until the person writes START.',
    'Quedó registrado. No habrá mensajes hasta que la persona escriba START.',
  ],
  doneRevoke: ['No more texts go to this number.', 'Ya no saldrán mensajes a este número.'],
  doneKnown: ['That was on record already.', 'Eso ya constaba.'],
} as const satisfies Record<string, Pair>

/** What is said about a number. */
export const CONTACT_FIELD_WORDS = {
  contactFacts: {
    'several-people': ['Several people use it', 'Lo usan varias personas'],
    'one-person': ['Only one person uses it', 'Lo usa una sola persona'],
    'do-not-call': ['Do not call', 'No llamar'],
    'may-call': ['May be called', 'Se puede llamar'],
    'no-voicemail': ['No voicemail', 'No dejar mensaje de voz'],
    'voicemail-allowed': ['Voicemail is fine', 'Se puede dejar mensaje de voz'],
    'wrong-number': ['Wrong number', 'Número equivocado'],
    'number-changed': ['Number changed', 'Cambió de número'],
    reassigned: ['Somebody else has the number now', 'Ahora el número es de otra persona'],
    landline: ['Landline', 'Teléfono fijo'],
    invalid: ['Takes no texts', 'No recibe mensajes'],
    blocked: ['Blocks our texts', 'Bloquea nuestros mensajes'],
    textable: ['Texts may be tried again', 'Se puede volver a escribir'],
    preference: ['How to reach', 'Cómo contactar'],
  } satisfies Record<ContactFactKind, Pair>,
  textable: {
    unknown: ['not known yet', 'aún no se sabe'],
    mobile: ['arrive', 'llegan'],
    landline: ['landline: none arrive', 'teléfono fijo: no llegan'],
    invalid: ['the number takes none', 'el número no los recibe'],
    blocked: ['blocked there', 'están bloqueados allí'],
    reassigned: ['somebody else has the number now', 'ahora el número es de otra persona'],
  } satisfies Record<Textable, Pair>,
  writtenBases: {
    'spoken-to-staff': ['Told us', 'Nos lo dijo'],
    form: ['On a form', 'En un formulario'],
    import: ['In the practice’s records', 'En los registros del consultorio'],
  } satisfies Record<WrittenBasis, Pair>,
  consentRefusals: {
    'evidence-required': [
      'Say what proves it: the form’s number, or what the person said.',
      'Indique la prueba: el número del formulario o lo que dijo la persona.',
    ],
    'evidence-used-up': [
      'Since then the person opted out, or the number changed hands: it takes a new agreement with its own evidence.',
      'Desde entonces la persona pidió no recibir mensajes o cambió el número: hace falta una nueva aceptación con su propia prueba.',
    ],
    'date-required': [
      'This person asked for no texts before, or the number changed hands: say when they agreed after that.',
      'Esta persona pidió antes no recibir mensajes o cambió el número: indique cuándo aceptó después.',
    ],
    'item-required': ['Choose the item that it is about.', 'Elija el asunto del que se trata.'],
    'not-yet': ['The person cannot have agreed later than now.', 'No pudo aceptarlo después de ahora.'],
    'clinical-words': [
      'Every practice reads this, so nothing was recorded: leave out what is clinical.',
      'Esto lo leen todos los consultorios; no se registró nada: omita lo clínico.',
    ],
  } satisfies Record<RefusedConsent, Pair>,
} as const
