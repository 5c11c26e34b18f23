import type { Unaccounted } from '../casework/view/accounted.ts'
import type { Basis, ConsentKind, Scope } from '../domain/consent/ledger.ts'
import type { Effect } from '../domain/follow-up/events.ts'
import type { Escalation, LastAction, NextAction } from '../domain/follow-up/item.ts'
import type { Language, Outcome, Queue, Status, Trigger, Urgency } from '../domain/follow-up/words.ts'
import type { MessageState } from '../domain/texting/delivery.ts'
import type { FaultReason } from '../domain/texting/carrier-code-table.ts'
import type { HoldReason, RefusalReason, WaitReason } from '../domain/texting/gate.ts'

/** Faults after which the same text is tried again later. */
type RetriedFault = Extract<
  FaultReason,
  | 'carrier-busy'
  | 'carrier-daily-cap'
  | 'handset-unreachable'
  | 'fraud-guard'
  | 'unregistered-sender'
  | 'too-late'
  | 'unknown-fault'
>
type CancelReason = Extract<Effect, { type: 'cancel-texts' }>['why']

/** One thing in English and in Spanish. */
export type Pair = readonly [en: string, es: string]

/** The words of the field as people read them; the compiler asks for every one in both languages. */
export const FIELD_WORDS = {
  unaccounted: {
    'no-line': ['The number is in no clinic file', 'El número no está en ningún archivo de consultorio'],
    'no-call': ['The carrier does not know its call', 'La compañía telefónica no conoce su llamada'],
    'not-recorded': ['It could not be put on record', 'No se pudo registrar'],
  } satisfies Record<Unaccounted['why'], Pair>,
  triggers: {
    'missed-call': ['Missed call', 'Llamada perdida'],
    'after-hours-voicemail': ['After-hours call', 'Llamada fuera de horario'],
    'patient-message': ['Text from a patient', 'Mensaje de un paciente'],
    'appointment-request': ['Appointment request', 'Solicitud de cita'],
    'web-form': ['Web form', 'Formulario web'],
    'referral-received': ['Referral received', 'Referencia recibida'],
    'unconfirmed-appointment': ['Unconfirmed appointment', 'Cita sin confirmar'],
    'incomplete-intake': ['Incomplete intake form', 'Formulario de ingreso incompleto'],
    'missing-insurance': ['Missing insurance information', 'Falta información del seguro'],
    'no-show': ['Missed visit', 'Visita perdida'],
    'post-visit-scheduling': ['Scheduling after a visit', 'Programación tras una visita'],
    'bilingual-support': ['Language support', 'Apoyo de idioma'],
    'recall-due': ['Recall due', 'Visita de control pendiente'],
    'care-gap': ['Care gap outreach', 'Contacto por atención pendiente'],
  } satisfies Record<Trigger, Pair>,
  statuses: {
    'new-request': ['New request', 'Solicitud nueva'],
    'callback-needed': ['Callback needed', 'Falta devolver la llamada'],
    'waiting-on-patient': ['Waiting on patient', 'Esperando al paciente'],
    'waiting-on-internal-review': ['Waiting on internal review', 'Esperando revisión interna'],
    'waiting-on-outside': ['Waiting on someone outside', 'Esperando a un tercero'],
    scheduled: ['Scheduled', 'Cita programada'],
    'routed-to-clinical': ['With the clinical team', 'Con el equipo clínico'],
    closed: ['Closed', 'Cerrado'],
  } satisfies Record<Status, Pair>,
  languages: {
    en: ['English', 'Inglés'],
    es: ['Spanish', 'Español'],
    zh: ['Chinese', 'Chino'],
    tl: ['Tagalog', 'Tagalo'],
    vi: ['Vietnamese', 'Vietnamita'],
    ar: ['Arabic', 'Árabe'],
    fr: ['French', 'Francés'],
    ko: ['Korean', 'Coreano'],
    ru: ['Russian', 'Ruso'],
    pt: ['Portuguese', 'Portugués'],
    ht: ['Haitian Creole', 'Criollo haitiano'],
    hi: ['Hindi', 'Hindi'],
    de: ['German', 'Alemán'],
    pl: ['Polish', 'Polaco'],
    it: ['Italian', 'Italiano'],
    ja: ['Japanese', 'Japonés'],
  } satisfies Record<Language, Pair>,
  urgencies: {
    routine: ['Routine', 'De rutina'],
    clinical: ['Clinical', 'Clínico'],
    urgent: ['Urgent', 'Urgente'],
  } satisfies Record<Urgency, Pair>,
  queues: {
    assistant: ['Callback queue', 'Llamadas por devolver'],
    licensed: ['Clinical queue', 'Cola clínica'],
    manager: ['With the manager', 'Con la gerencia'],
  } satisfies Record<Queue, Pair>,
  owners: {
    assistant: ['Callback team', 'Equipo de llamadas'],
    licensed: ['Clinical team', 'Equipo clínico'],
    manager: ['Practice manager', 'Gerencia'],
  } satisfies Record<Queue, Pair>,
  outcomes: {
    'reached-scheduled': ['Scheduled', 'Cita programada'],
    'reached-not-ready': ['Not ready to book', 'Aún no quiere cita'],
    'callback-requested': ['Call back at that time', 'Llamar a esa hora'],
    'left-voicemail': ['Left voicemail', 'Dejé mensaje de voz'],
    'no-answer': ['No answer', 'No contestó'],
    'wrong-number': ['Wrong number', 'Número equivocado'],
    'patient-declined': ['Declined', 'No desea atención'],
    'needs-insurance-review': ['Insurance or authorization', 'Seguro o autorización'],
    'needs-outside-document': ['Referral or document', 'Referencia o documento'],
    'needs-language-support': ['Language support', 'Apoyo de idioma'],
    'needs-telehealth-help': ['Telehealth help', 'Ayuda con telesalud'],
    'incomplete-intake': ['Forms missing', 'Faltan formularios'],
    'clinical-question': ['Clinical question', 'Pregunta clínica'],
    complaint: ['Complaint or barrier', 'Queja o barrera'],
    'unable-to-reach': ['Unable to reach', 'No se pudo contactar'],
    'opted-out': ['Asked us to stop', 'Pidió que paremos'],
    resolved: ['Resolved', 'Resuelto'],
    removed: ['Taken off the list', 'Retirado de la lista'],
  } satisfies Record<Outcome, Pair>,
  nextActions: {
    call: ['Call', 'Llamar'],
    'call-back': ['Call back', 'Devolver la llamada'],
    'call-back-at-agreed-time': ['Call back as agreed', 'Llamar a la hora acordada'],
    'call-back-with-interpreter': ['Call back with an interpreter', 'Llamar con intérprete'],
    'listen-to-voicemail': ['Listen to the voicemail', 'Escuchar el mensaje de voz'],
    'read-reply': ['Read the reply', 'Leer la respuesta'],
    'licensed-review': ['Review by licensed staff', 'Revisión clínica'],
    'manager-review': ['Review by the manager', 'Revisión de la gerencia'],
    'find-number': ['Find a working number', 'Buscar un número correcto'],
    'check-in': ['Check in again', 'Volver a preguntar'],
    'confirm-booking': ['Confirm the booking', 'Confirmar la cita'],
    'review-insurance': ['Review insurance', 'Revisar el seguro'],
    'obtain-document': ['Obtain the document', 'Obtener el documento'],
    'help-with-telehealth': ['Help with telehealth', 'Ayudar con telesalud'],
    'collect-forms': ['Collect the forms', 'Reunir los formularios'],
    'decide-closure': ['Decide how to close', 'Decidir cómo cerrar'],
  } satisfies Record<NextAction, Pair>,
  lastActions: {
    'call-missed': ['Called, nobody answered', 'Llamó y nadie contestó'],
    'called-again': ['Called again', 'Llamó otra vez'],
    'call-answered': ['Called and spoke with the practice', 'Llamó y habló con el consultorio'],
    'language-chosen': ['Chose a language', 'Eligió idioma'],
    'text-agreed': ['Agreed to a text', 'Aceptó recibir un mensaje'],
    'voicemail-left': ['Left a voicemail', 'Dejó un mensaje de voz'],
    'no-voicemail': ['Left no voicemail', 'No dejó mensaje de voz'],
    'voicemail-transcribed': ['Voicemail was transcribed', 'Mensaje de voz transcrito'],
    'transcription-failed': ['Voicemail could not be transcribed', 'No se pudo transcribir el mensaje'],
    'transcript-overdue': ['Transcript did not come in time', 'La transcripción no llegó a tiempo'],
    'text-received': ['Wrote a text', 'Envió un mensaje'],
    'reply-overdue': ['Nobody read the reply in time', 'Nadie leyó la respuesta a tiempo'],
    'opted-out': ['Asked for no more texts', 'Pidió no recibir mensajes'],
    'opt-in-again': ['Texts allowed again', 'Volvió a aceptar mensajes'],
    'wrong-number-reported': ['Said: wrong number', 'Dijo: número equivocado'],
    'contact-fact-set': ['Noted about the number', 'Se anotó algo sobre el número'],
    'routed-to-clinical': ['Handed to the clinical team', 'Pasó al equipo clínico'],
    'text-planned': ['Text planned', 'Mensaje planeado'],
    'text-held': ['Text held back', 'Mensaje en espera'],
    'text-refused': ['Text not sent', 'Mensaje no enviado'],
    'text-canceled': ['Text canceled', 'Mensaje cancelado'],
    'text-sent': ['Text sent', 'Mensaje enviado'],
    'text-unknown': ['Not known whether the text went out', 'No se sabe si salió el mensaje'],
    'text-delivered': ['Text delivered', 'Mensaje entregado'],
    'text-undelivered': ['Text did not arrive', 'El mensaje no llegó'],
    'text-failed': ['Text failed', 'Falló el mensaje'],
    'call-attempt-due': ['Next call came due', 'Tocaba la siguiente llamada'],
    'cadence-ended': ['Planned attempts are used up', 'Se agotaron los intentos'],
    'outcome-recorded': ['Outcome recorded', 'Resultado registrado'],
    'note-added': ['Note', 'Nota'],
    claimed: ['Taken', 'Tomado'],
    released: ['Given back to the queue', 'Devuelto a la cola'],
    acknowledged: ['Acknowledged', 'Confirmado'],
    'request-received': ['Request received', 'Llegó una solicitud'],
    'request-withdrawn': [
      'Request withdrawn: its list was undone',
      'Solicitud retirada: se deshizo la lista',
    ],
    'target-missed': ['Nobody acted in time', 'Nadie actuó a tiempo'],
    'reminders-unanswered': ['Our texts were not answered', 'No respondió a nuestros mensajes'],
    'handed-over': ['Not reached: handed to the clinical team', 'Sin contacto: pasó al equipo clínico'],
    reopened: ['Opened again', 'Se abrió otra vez'],
    removed: ['Taken off the list', 'Retirado de la lista'],
  } satisfies Record<LastAction, Pair>,
  escalations: {
    'urgent-words': ['Urgent words were found', 'Se hallaron palabras urgentes'],
    'not-heard': ['A person must listen', 'Una persona debe escuchar'],
    undelivered: ['A text did not arrive', 'Un mensaje no llegó'],
    'text-stopped': ['Text cannot leave: sending is stopped', 'El mensaje no puede salir: envíos detenidos'],
    'repeat-contacts': ['Keeps trying to reach us', 'Sigue intentando comunicarse'],
    'reply-unread': ['Nobody read the reply', 'Nadie ha leído la respuesta'],
    overdue: ['Nobody acted in time', 'Nadie actuó a tiempo'],
    'reminders-unanswered': ['Our texts were not answered: call', 'No respondió a los mensajes: llamar'],
  } satisfies Record<Escalation, Pair>,
  messageStates: {
    planned: ['Planned', 'Planeado'],
    held: ['Held back', 'En espera'],
    sending: ['Being sent', 'Enviándose'],
    sent: ['Sent', 'Enviado'],
    delivered: ['Delivered', 'Entregado'],
    undelivered: ['Did not arrive', 'No llegó'],
    failed: ['Failed', 'Falló'],
    refused: ['Not sent', 'No enviado'],
    unknown: ['Not known whether it was sent', 'No se sabe si se envió'],
    canceled: ['Canceled', 'Cancelado'],
    received: ['Received', 'Recibido'],
  } satisfies Record<MessageState, Pair>,
  notTexted: {
    'opted-out': ['this person asked for no texts', 'esta persona pidió no recibir mensajes'],
    'no-consent': ['no permission to text on record', 'no consta permiso para enviar mensajes'],
    landline: ['the number is a landline', 'el número es un teléfono fijo'],
    'invalid-number': ['the number cannot receive texts', 'el número no puede recibir mensajes'],
    'number-not-served': [
      'the number is abroad or on no list of numbers: nobody is texted there',
      'el número es del extranjero o no consta en ninguna lista: allí no se escribe a nadie',
    ],
    blocked: ['texts of ours do not get through to the number', 'nuestros mensajes no llegan a ese número'],
    reassigned: [
      'the number is out of service or somebody else’s now',
      'el número está fuera de servicio o es de otra persona',
    ],
    'caller-id-failed': ['the caller’s number could not be verified', 'no se pudo verificar el número'],
    'wording-not-generic': ['the wording is not generic enough', 'el texto no es lo bastante general'],
    'more-than-one-segment': ['the text is too long', 'el texto es demasiado largo'],
    'no-longer-wanted': ['no longer needed', 'ya no hace falta'],
    'no-common-hours': [
      'there is no hour at which it may be sent',
      'no hay hora en la que se permita enviarlo',
    ],
    'daily-cap': ['the daily limit is reached', 'se alcanzó el límite diario'],
    'weekly-cap': ['the weekly limit is reached', 'se alcanzó el límite semanal'],
    'outside-calling-hours': ['it is outside calling hours there', 'allí está fuera de horario'],
    'sending-stopped': [
      'texts are stopped until a fault is mended',
      'los mensajes están detenidos hasta que se corrija un fallo',
    ],
    'sender-busy': ['others leave first', 'otros mensajes salen antes'],
    'line-gone': ['its line is no longer in use', 'su línea ya no está en uso'],
    'arrived-after-all': ['an earlier try arrived after all', 'al final llegó un intento anterior'],
    'carrier-busy': ['the carrier was busy', 'la compañía telefónica estaba ocupada'],
    'carrier-daily-cap': [
      'the carrier’s daily limit is used up',
      'se agotó el límite diario de la compañía telefónica',
    ],
    'handset-unreachable': [
      'the phone was off or out of reach',
      'el teléfono estaba apagado o sin cobertura',
    ],
    'fraud-guard': [
      'the carrier holds texts to this number back for some hours',
      'la compañía telefónica retiene por unas horas los mensajes a ese número',
    ],
    'unregistered-sender': [
      'the practice’s number is not registered for texts',
      'el número del consultorio no está registrado para mensajes',
    ],
    'too-late': ['it was not delivered within the hours', 'no se entregó dentro del horario'],
    'unknown-fault': ['the carrier lost it', 'la compañía telefónica lo perdió'],
    replied: ['the person answered first', 'la persona respondió antes'],
    'spoke-with-practice': ['the person spoke with the practice', 'la persona habló con el consultorio'],
    clinical: ['it is with the clinical team now', 'ahora está con el equipo clínico'],
    closed: ['no longer needed', 'ya no hace falta'],
    'wrong-number': ['the number is wrong', 'el número es incorrecto'],
    'reminders-unanswered': [
      'earlier texts were not answered, so somebody calls',
      'no respondió a los mensajes anteriores; alguien llamará',
    ],
  } satisfies Record<RefusalReason | HoldReason | WaitReason | RetriedFault | CancelReason, Pair>,
  bases: {
    'key-press': ['pressed a key during the call', 'pulsó una tecla durante la llamada'],
    'inbound-text': ['by text', 'por mensaje'],
    'spoken-to-staff': ['told staff', 'lo dijo al personal'],
    form: ['on a form', 'en un formulario'],
    import: ['from the practice’s records', 'según los registros del consultorio'],
    voicemail: ['said in a voicemail', 'lo dijo en un mensaje de voz'],
    keyword: ['by keyword', 'con una palabra clave'],
    carrier: ['reported by the carrier', 'lo informó la compañía telefónica'],
  } satisfies Record<Basis, Pair>,
  scopes: {
    'this-request': ['for this request', 'para esta solicitud'],
    'appointment-reminders': ['for appointment reminders', 'para recordatorios de citas'],
    recall: ['for recall notices', 'para avisos de control'],
  } satisfies Record<Scope, Pair>,
  consent: {
    grant: ['May be texted', 'Se le puede escribir'],
    revoke: ['No more texts', 'No más mensajes'],
    lift: ['Texts allowed again', 'Mensajes permitidos otra vez'],
    drop: ['Number changed hands', 'El número cambió de manos'],
    void: ['Written down by mistake', 'Anotado por error'],
  } satisfies Record<ConsentKind, Pair>,
  refusals: {
    'not-your-queue': [
      'This item is not on a queue you work, so nothing was changed.',
      'Este asunto no está en una cola que usted atiende; no se cambió nada.',
    ],
    'closed-already': [
      'Somebody closed this item already. Here it is now.',
      'Alguien ya cerró este asunto. Así está ahora.',
    ],
    'claimed-by-another': [
      'A colleague has taken this item. Here it is now.',
      'Un colega tomó este asunto. Así está ahora.',
    ],
    'note-required': [
      'Closing needs a note: say in a few words how it ended.',
      'Para cerrar hace falta una nota: diga cómo terminó.',
    ],
    'callback-time-required': [
      'Choose the day and time the person asked for; it must lie ahead.',
      'Elija el día y la hora que pidió la persona; debe ser futura.',
    ],
    'licensed-decides': [
      'Licensed staff decide how this item ends, so it stays open. Hand it to them with a note.',
      'El personal clínico decide cómo termina este asunto; sigue abierto. Pásele una nota.',
    ],
    'has-open-item': [
      'This person has another open item. Go on there instead of opening this one again.',
      'Esta persona ya tiene otro asunto abierto. Siga allí en vez de abrir este.',
    ],
    'not-closed': [
      'This item is open already. Here it is now.',
      'Este asunto ya está abierto. Así está ahora.',
    ],
    'changed-meanwhile': [
      'Someone changed this item a moment ago, so nothing was recorded. Here it is now.',
      'Alguien cambió este asunto hace un momento; no se registró nada. Así está ahora.',
    ],
  },
} as const
