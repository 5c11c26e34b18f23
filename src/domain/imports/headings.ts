import {
  endsWithAppointment,
  FIELDS,
  fieldsOf,
  type Field,
  type ListTrigger,
  type Mapping,
} from './fields.ts'

/**
 * How lists of practices call their columns, in English and Spanish, without accents and in the words that `plainHeading` leaves. The
 * first of a field is the one meant when several columns fit: a cell phone before a home phone.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  phone: [
    ...['cell phone', 'mobile phone', 'cell', 'mobile', 'mobile number', 'cell number', 'cell phone number'],
    ...['celular', 'telefono celular', 'movil', 'telefono movil', 'numero de celular', 'numero celular'],
    ...['preferred phone', 'best phone', 'primary phone', 'approved number', 'contact number', 'phone 1'],
    ...['phone', 'phone number', 'phone no', 'telephone', 'tel', 'number to call', 'callback number'],
    ...['telefono', 'numero telefono', 'numero', 'tel 1', 'telefono 1', 'telefono principal'],
    ...['home phone', 'home', 'telefono casa', 'telefono en casa'],
  ],
  personName: ['name', 'full name', 'fullname', 'nombre completo', 'nombre y apellido', 'nombre y apellidos'],
  firstName: [
    'first name',
    'first',
    'firstname',
    'given name',
    'fname',
    'primer nombre',
    'nombres',
    'nombre',
  ],
  lastName: ['last name', 'last', 'lastname', 'surname', 'family name', 'lname', 'apellido', 'apellidos'],
  language: [
    ...['preferred language', 'language', 'primary language', 'spoken language', 'lang'],
    ...['idioma', 'idioma preferido', 'lengua', 'idioma principal'],
  ],
  reason: [
    ...['recall reason', 'reason', 'recall type', 'reason for recall', 'reason for visit', 'visit reason'],
    ...['appointment type', 'visit type', 'reason for call', 'gap', 'care gap', 'measure', 'description'],
    ...['motivo', 'razon', 'motivo consulta', 'motivo visita', 'tipo cita', 'motivo recordatorio'],
    ...['reason internal', 'motivo interno'],
  ],
  segment: [
    ...['segment', 'kind of recall', 'list', 'recall list', 'category'],
    ...['segmento', 'tipo de control', 'lista', 'categoria'],
  ],
  dueFrom: [
    ...['due date', 'recall date', 'recall due date', 'recall due', 'due', 'date due', 'due from', 'due on'],
    ...['next due', 'next due date', 'window start', 'due window start', 'target date', 'fecha prevista'],
    ...['fecha recordatorio', 'vence', 'fecha vencimiento', 'vencimiento', 'desde', 'proxima fecha'],
    ...['due date or from', 'fecha o desde'],
  ],
  dueTo: [
    ...['due by', 'due to', 'due until', 'window end', 'due window end', 'deadline', 'overdue after'],
    ...['hasta', 'fecha limite', 'antes'],
  ],
  provider: [
    ...['provider', 'provider name', 'doctor', 'physician', 'clinician', 'pcp', 'rendering provider'],
    ...['specialty', 'provider or specialty', 'department', 'proveedor', 'medico', 'doctora', 'especialidad'],
    ...['profesional', 'profesional o especialidad'],
  ],
  providerPriority: [
    ...['provider priority', 'priority', 'priority of the provider 1 first', 'rank'],
    ...['prioridad', 'prioridad medico', 'prioridad del profesional 1 primero'],
  ],
  lastAppointment: [
    ...[
      'last appointment',
      'last appointment date',
      'last appt',
      'last visit',
      'last visit date',
      'last seen',
    ],
    ...['date last visit', 'last dos', 'ultima cita', 'ultima visita', 'fecha ultima visita'],
    ...['fecha ultima cita'],
  ],
  nextAppointment: [
    ...['next appointment', 'next appointment date', 'next appt', 'next visit', 'future appointment'],
    ...[
      'scheduled',
      'scheduled date',
      'appointment date',
      'proxima cita',
      'proxima visita',
      'cita programada',
    ],
    ...['fecha proxima cita'],
    ...['next visit if booked', 'proxima cita si la hay'],
  ],
  preferredContact: [
    ...['preferred contact', 'preferred contact method', 'contact method', 'contact preference'],
    ...['preferred method', 'preferred method contact', 'contacto preferido', 'medio contacto'],
    ...['forma contacto', 'medio preferido', 'preferencia contacto'],
    ...['prefers to be reached', 'prefiere que se le contacte'],
  ],
  insuranceNote: [
    ...['insurance note', 'insurance notes', 'insurance', 'payer', 'insurance plan', 'plan', 'coverage'],
    ...['seguro', 'nota seguro', 'aseguradora', 'cobertura', 'seguro medico'],
  ],
  authorizationNeeded: [
    ...['authorization needed', 'authorization required', 'authorization', 'auth needed', 'auth required'],
    ...['prior authorization', 'prior auth', 'needs authorization', 'pa required', 'auth'],
    ...['autorizacion', 'autorizacion necesaria', 'requiere autorizacion', 'autorizacion previa'],
  ],
  lastOutreachAt: [
    ...['last outreach', 'last outreach date', 'last contact', 'last contact date', 'last called'],
    ...['last call', 'last attempt', 'last attempt date', 'date last outreach', 'ultimo contacto'],
    ...['ultima llamada', 'fecha ultimo contacto', 'ultimo intento'],
  ],
  lastOutreachResult: [
    ...['last outreach result', 'outreach result', 'last result', 'last call result', 'result', 'outcome'],
    ...['last outcome', 'resultado', 'ultimo resultado', 'resultado ultimo contacto'],
    ...['result of the last outreach', 'resultado del ultimo intento'],
  ],
  responsible: [
    ...['owner', 'list owner', 'recall owner', 'responsible', 'responsible staff', 'assigned to', 'assignee'],
    ...['care coordinator', 'responsable', 'encargado', 'encargada', 'asignado', 'asignada'],
  ],
  sourceRef: [
    ...['id', 'mrn', 'chart', 'chart number', 'chart no', 'account', 'account number', 'account no'],
    ...['record number', 'medical record number', 'record', 'external id', 'reference', 'ref'],
    ...['expediente', 'numero expediente', 'numero cuenta', 'referencia', 'historia clinica'],
  ],
  consentRecall: [
    ...['recall text consent', 'consent to recall texts', 'recall texts consent', 'recall sms consent'],
    ...['consentimiento recordatorios mensaje', 'acepta mensajes recordatorio'],
    ...['agreed to recall texts', 'acepto mensajes de control'],
  ],
  consentReminders: [
    ...['appointment text consent', 'consent to appointment texts', 'appointment sms consent'],
    ...['reminder text consent', 'appointment reminder text consent', 'acepta mensajes cita'],
    ...['consentimiento mensajes cita'],
    ...['agreed to appointment texts', 'acepto mensajes de citas'],
  ],
  consentDate: [
    ...['consent date', 'text consent date', 'sms consent date', 'date consent', 'consented on'],
    ...['fecha consentimiento'],
    ...['agreed to texts on', 'acepto mensajes el'],
  ],
}

/** Words that say whose or what kind of thing, and tell no column from another. */
const NOISE: ReadonlySet<string> = new Set([
  ...['patient', 'patients', 'pt', 'member', 'client', 'the', 'of', 'paciente', 'pacientes', 'cliente'],
  ...['de', 'del', 'la', 'el', 'los', 'las'],
])

/** A heading as it is compared: "Patient_CellPhone" and "Cell phone" are the same. */
function plainHeading(heading: string): string {
  return heading
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !NOISE.has(word))
    .join(' ')
}

const PLAIN_NAMES: Readonly<Record<Field, readonly string[]>> = Object.fromEntries(
  FIELDS.map((field) => [field, NAMES[field].map(plainHeading)]),
) as unknown as Record<Field, readonly string[]>

/**
 * What the columns of a heading line hold, as far as their names tell. A consent to texts is never guessed from a general word such as
 * "consent" or "SMS": only a heading that names the kind of texts counts.
 */
export function guessMapping(columns: readonly string[], trigger: ListTrigger): Mapping {
  const plain = columns.map(plainHeading)
  const taken = new Set<number>()
  const mapping: Partial<Record<Field, number>> = {}
  for (const field of fieldsOf(trigger)) {
    for (const name of namesOf(field, trigger)) {
      const column = plain.findIndex((heading, index) => heading === name && !taken.has(index))
      if (column === -1) continue
      mapping[field] = column
      taken.add(column)
      break
    }
  }
  return withNames(mapping)
}

/** What is to be settled before a booked visit is due by the day of the visit. */
function namesOf(field: Field, trigger: ListTrigger): readonly string[] {
  return field === 'dueTo' && !endsWithAppointment(trigger)
    ? [...PLAIN_NAMES.dueTo, ...PLAIN_NAMES.nextAppointment]
    : PLAIN_NAMES[field]
}

/** "Nombre" is the first name beside "Apellido", and the whole name where it stands alone. */
function withNames(mapping: Mapping): Mapping {
  const { firstName, ...rest } = mapping
  if (firstName === undefined || mapping.lastName !== undefined || mapping.personName !== undefined)
    return mapping
  return { ...rest, personName: firstName }
}
