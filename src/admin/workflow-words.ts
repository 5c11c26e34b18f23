import type { AcknowledgedBy, AlertFailure } from '../domain/alerting/words.ts'
import type { EscalationTarget } from '../domain/follow-up/item.ts'
import type { PreferredContact, RemovalReason, RequestSource, Segment } from '../domain/follow-up/request.ts'
import type { AlertMeans } from '../domain/policy/policy.ts'
import type { Pair } from './field-words.ts'

/** The words of requests, of the ladder and of the ends of an item, as people read them. */
export const WORKFLOW_FIELD_WORDS = {
  escalationTargets: {
    assistant: ['Callback team', 'Equipo de llamadas'],
    licensed: ['Clinical team', 'Equipo clínico'],
    manager: ['Practice manager', 'Gerencia'],
    'on-call': ['On-call contact', 'Persona de guardia'],
  } satisfies Record<EscalationTarget, Pair>,
  requestSources: {
    api: ['another system', 'otro sistema'],
    form: ['a form the person filled in', 'un formulario que llenó la persona'],
    import: ['a list', 'una lista'],
    staff: ['a colleague', 'un colega'],
  } satisfies Record<RequestSource, Pair>,
  segments: {
    'overdue-follow-up': ['Overdue follow-up', 'Control atrasado'],
    'left-without-booking': ['Left without booking', 'Se fue sin reservar'],
    'result-review': ['Visit about results', 'Visita por resultados'],
    'recurring-treatment': ['Recurring visit', 'Visita periódica'],
    'missed-visit': ['Missed visit', 'Visita perdida'],
    'referral-incomplete': ['Referral incomplete', 'Referencia incompleta'],
    'language-support': ['Language support', 'Apoyo de idioma'],
  } satisfies Record<Segment, Pair>,
  preferredContacts: {
    call: ['by phone', 'por teléfono'],
    text: ['by text', 'por mensaje'],
    voicemail: ['by voicemail', 'por mensaje de voz'],
  } satisfies Record<PreferredContact, Pair>,
  alertMeans: {
    call: ['call', 'llamada'],
    text: ['text', 'mensaje'],
  } satisfies Record<AlertMeans, Pair>,
  alertFailures: {
    busy: ['busy', 'ocupado'],
    'no-answer': ['not answered', 'no contestó'],
    'no-key': ['answered, and nobody pressed 1', 'contestó y nadie oprimió 1'],
    refused: ['the phone network refused it', 'la red telefónica lo rechazó'],
    undelivered: ['did not arrive', 'no llegó'],
    unknown: ['not known whether it went out', 'no se sabe si salió'],
    'carrier-not-reached': [
      'the phone network takes nothing; tried again every minute',
      'la red telefónica no acepta nada; se intenta cada minuto',
    ],
    'not-on-call': ['no longer on the on-call list', 'ya no está en la lista de guardia'],
    'no-line': ['the practice has no line any more', 'el consultorio ya no tiene línea'],
  } satisfies Record<AlertFailure, Pair>,
  acknowledgedBy: {
    key: ['pressed 1 on the call', 'oprimió 1 en la llamada'],
    code: ['answered with the code', 'respondió con el código'],
  } satisfies Record<Exclude<AcknowledgedBy, 'act'>, Pair>,
  removalReasons: {
    'already-scheduled': ['Has an appointment already', 'Ya tiene cita'],
    duplicate: ['Twice on the list', 'Está dos veces en la lista'],
    'entered-in-error': ['Entered by mistake', 'Se anotó por error'],
    'not-our-patient': ['Not our patient', 'No es paciente nuestro'],
    'moved-away': ['Moved away', 'Se mudó'],
    deceased: ['Has died', 'Falleció'],
    'no-longer-needed': ['No longer needed', 'Ya no hace falta'],
    'import-undone': ['Its list was undone', 'Se deshizo su lista'],
  } satisfies Record<RemovalReason, Pair>,
} as const

/** What the pages say around them. `{…}` are filled in. */
export const WORKFLOW_WORDS = {
  needs: ['What it is about', 'De qué se trata'],
  needFrom: ['Told by {source}', 'Lo indicó {source}'],
  needName: ['Name', 'Nombre'],
  needDue: ['Due', 'Fecha'],
  needDueFrom: ['from {date}', 'desde el {date}'],
  needDueTo: ['by {date}', 'hasta el {date}'],
  needProvider: ['Provider', 'Profesional'],
  needSegment: ['List', 'Lista'],
  needReason: ['Reason, internal', 'Motivo, interno'],
  needLastVisit: ['Last visit', 'Última visita'],
  needPreferred: ['Prefers to be reached', 'Prefiere que se le contacte'],
  needInsurance: ['Insurance', 'Seguro'],
  needAuthorization: ['Needs authorization first', 'Requiere autorización antes'],
  needResponsible: ['Responsible, by its list', 'Responsable, según su lista'],
  needLastOutreach: ['Last outreach', 'Último intento'],
  needWithdrawn: ['Withdrawn', 'Retirada'],
  sensitive: [
    'Sensitive: licensed staff decide before it is closed without having reached the person.',
    'Delicado: si no se logra el contacto, el personal clínico decide antes de cerrar.',
  ],
  recentlyCalled: ['Recently called', 'Llamados hace poco'],
  recentlyCalledHint: [
    'Somebody tried not long ago. They come back by themselves; call sooner only if the person calls.',
    'Se les llamó hace poco. Vuelven solos a la lista; llame antes solo si la persona llama.',
  ],
  restsUntil: ['rests until {time}', 'en pausa hasta {time}'],
  toldTo: ['{who} was told', 'Se avisó a: {who}'],
  alertFailed: ['{who}, by {means}: {why}', '{who}, por {means}: {why}'],
  alertTaken: ['{who} {how}', '{who}: {how}'],
  alertMinutes: ['{minutes} min after the first alert', '{minutes} min después del primer aviso'],
  clockStopped: [
    'The clock work has not run since {time}: nothing becomes due and no text leaves. Tell whoever runs Ringback.',
    'El reloj no funciona desde: {time}. Nada vence ni sale ningún mensaje. Avise a quien administra Ringback.',
  ],
  clockNeverRan: [
    'The clock work has not run yet: nothing becomes due and no text leaves. Tell whoever runs Ringback.',
    'El reloj aún no ha funcionado: nada vence ni sale ningún mensaje. Avise a quien administra Ringback.',
  ],
  remove: ['Remove from the list', 'Retirar de la lista'],
  removeHint: [
    'Only when nobody needs to be called about it. Nothing is deleted: it can be opened again.',
    'Solo si no hace falta llamar a nadie. No se borra nada: se puede abrir otra vez.',
  ],
  removeWhy: ['Why', 'Por qué'],
  reasonRequired: ['Choose why it is taken off the list.', 'Elija por qué se retira de la lista.'],
  chooseReason: ['Choose a reason', 'Elija un motivo'],
  removeNote: ['How it ended', 'Cómo terminó'],
  doneRemove: ['It is off the list.', 'Ya no está en la lista.'],
  reopen: ['Open it again', 'Abrirlo otra vez'],
  reopenNote: ['Why it is opened again', 'Por qué se abre otra vez'],
  doneReopen: [
    'It is open again, with all that happened so far.',
    'Está abierto otra vez, con todo su historial.',
  ],
  noteAsked: ['This needs a note. {what}', 'Hace falta una nota. {what}'],
  closingNoteAsked: ['Closing needs a note. {what}', 'Para cerrar hace falta una nota. {what}'],
} as const satisfies Record<string, Pair>
