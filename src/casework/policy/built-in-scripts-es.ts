import type { Trigger } from '../../domain/follow-up/words.ts'
import type { Branch, ScriptWords } from '../../domain/policy/script-words.ts'

/*
 * The Spanish scripts; what each part must and must not say stands at the English ones.
 */

const THEIR_CALL =
  'Hola, le llamamos de {practice}. Le devolvemos su llamada. ¿Con quién tengo el gusto de hablar?'
const THEIR_REQUEST =
  'Hola, le llamamos de {practice}. Usted nos pidió que le llamáramos. ¿Con quién tengo el gusto de hablar?'
const OUR_CALL = 'Hola, le llamamos de {practice}. ¿Con quién tengo el gusto de hablar?'

const IDENTITY =
  'Pida el nombre completo y la fecha de nacimiento, y compare los dos. Si contesta otra persona, pregunte solo cuándo volver a llamar y deje el {phone}.'
const VOICEMAIL =
  'Hola, le llamamos de {practice}. Por favor, llámenos al {phone}. Repito, el número es {phone}. Gracias.'

const NEVER_SAY = [
  'Por qué llamamos, a nadie más que a esta persona, antes de saber con quién habla.',
  'Nada sobre síntomas, resultados, medicinas o tratamientos, ni siquiera que es normal o que puede esperar.',
  'El nombre de un médico o de un departamento a otra persona o en un buzón.',
  'Lo que costará algo o lo que pagará el seguro.',
]

const CLINICAL: Branch = {
  when: 'Habla de síntomas, medicinas, resultados o tratamientos',
  say: 'Quiero que reciba la respuesta correcta, así que le llamará nuestro equipo clínico. Si es una emergencia, cuelgue y marque el 911.',
  outcome: 'clinical-question',
}
const SCHEDULE: Branch = {
  when: 'Quiere hacer la cita',
  say: 'Busquemos una hora. Antes de colgar, repita el día, la hora y el lugar.',
  outcome: 'reached-scheduled',
}
const NOT_READY: Branch = {
  when: 'Quiere pensarlo',
  say: 'Por supuesto. Puede llamarnos al {phone}, y le preguntaremos una vez más en unos días.',
  outcome: 'reached-not-ready',
}
const BUSY: Branch = {
  when: 'Ahora no puede hablar',
  say: '¿Cuándo podemos llamarle? Anote el día y la hora.',
  outcome: 'callback-requested',
}
const INSURANCE: Branch = {
  when: 'Pregunta por el seguro, una autorización o el costo',
  say: 'Pediré que lo revisen y le llamaremos.',
  outcome: 'needs-insurance-review',
}
const LANGUAGE: Branch = {
  when: 'Prefiere hablar otro idioma',
  say: 'Le llamaremos con alguien que habla su idioma.',
  outcome: 'needs-language-support',
}
const DECLINES: Branch = {
  when: 'No lo quiere',
  say: 'Gracias por decírmelo. Siempre puede llamarnos al {phone}. No intente convencer.',
  outcome: 'patient-declined',
}
const COMPLAINT: Branch = {
  when: 'Se queja, o no consigue de nosotros lo que necesita',
  say: 'Lo siento. Hoy mismo se lo diré a la gerencia con sus palabras, y alguien le llamará.',
  outcome: 'complaint',
}
const WRONG_NUMBER: Branch = {
  when: 'Número equivocado',
  say: 'Disculpe la molestia; no volveremos a llamar a este número. No diga nada más.',
  outcome: 'wrong-number',
}
const NO_MORE: Branch = {
  when: 'No quiere más llamadas ni mensajes nuestros',
  say: 'Me encargo de ello. Gracias por decírmelo.',
  outcome: 'opted-out',
}
const DONE: Branch = {
  when: 'Tenía una pregunta que ya está respondida',
  say: '¿Puedo ayudarle en algo más? Anote de qué se trataba.',
  outcome: 'resolved',
}
const TELEHEALTH: Branch = {
  when: 'Necesita ayuda con una visita por video',
  say: 'Alguien le llamará y lo preparará con usted antes de la visita.',
  outcome: 'needs-telehealth-help',
}
const FORMS: Branch = {
  when: 'No ha llenado los formularios',
  say: 'Pregunte qué lo impide y cómo los quiere: por correo, en la recepción o en línea.',
  outcome: 'incomplete-intake',
}
const DOCUMENT: Branch = {
  when: 'Todavía falta una referencia, un expediente o una autorización',
  say: 'Lo pediremos nosotros y le llamaremos cuando lo tengamos. Anote a quién pedirlo.',
  outcome: 'needs-outside-document',
}

const REST = [CLINICAL, INSURANCE, LANGUAGE, BUSY, DECLINES, COMPLAINT, WRONG_NUMBER, NO_MORE]

function script(
  opening: string,
  questions: readonly string[],
  close: string,
  branches: readonly Branch[],
): ScriptWords {
  return {
    ...{ opening, identity: IDENTITY, questions, neverSay: NEVER_SAY, close, voicemail: VOICEMAIL },
    branches: [...branches, ...REST.filter((branch) => !branches.includes(branch))],
  }
}

const CALLBACK_CLOSE = 'Diga qué sigue y para cuándo, y que puede llamarnos al {phone} cuando quiera.'
const BOOKED_CLOSE = 'Repita el día, la hora y el lugar, y diga qué debe traer.'

export const SCRIPTS_ES: Readonly<Record<Trigger, ScriptWords>> = {
  'missed-call': script(
    THEIR_CALL,
    [
      '¿En qué puedo ayudarle hoy?',
      '¿Es este el mejor número para llamarle?',
      '¿A qué hora podemos llamarle?',
    ],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'after-hours-voicemail': script(
    THEIR_CALL,
    ['Usted nos dejó un mensaje. ¿En qué puedo ayudarle?', '¿Es este el mejor número para llamarle?'],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'patient-message': script(
    THEIR_REQUEST,
    ['Usted nos escribió. ¿En qué puedo ayudarle?', '¿Prefiere que le llamemos o que le escribamos?'],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'appointment-request': script(
    THEIR_REQUEST,
    [
      '¿Ya ha venido con nosotros?',
      '¿Qué días y horas le convienen?',
      '¿Qué seguro tiene, si tiene alguno?',
      '¿Necesita un intérprete, una rampa o ayuda con una visita por video?',
    ],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
  'web-form': script(
    THEIR_REQUEST,
    [
      'Usted llenó un formulario en nuestra página. ¿Qué desea que hagamos primero?',
      '¿Es este el mejor número para llamarle?',
    ],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE, NOT_READY],
  ),
  'referral-received': script(
    OUR_CALL,
    [
      'Otro consultorio nos pidió que le atendamos. ¿Se lo dijeron?',
      '¿Qué días y horas le convienen?',
      '¿Qué seguro tiene, si tiene alguno?',
    ],
    `${BOOKED_CLOSE} También se avisa al consultorio que envió la referencia.`,
    [SCHEDULE, DOCUMENT, NOT_READY],
  ),
  'unconfirmed-appointment': script(
    OUR_CALL,
    ['¿Podrá venir?', 'Si no: ¿qué otro día le conviene?', '¿Sabe cómo llegar y qué traer?'],
    BOOKED_CLOSE,
    [{ ...SCHEDULE, when: 'Confirma, o toma otra hora' }, TELEHEALTH, NOT_READY],
  ),
  'incomplete-intake': script(
    OUR_CALL,
    ['Todavía faltan algunos formularios. ¿Los recibió?', '¿Cómo desea llenarlos?'],
    'Diga qué formularios son, cómo nos llegan y para cuándo.',
    [{ ...DONE, when: 'Ya los envió, o los llena ahora' }, FORMS],
  ),
  'missing-insurance': script(
    OUR_CALL,
    [
      'Todavía nos falta su tarjeta del seguro. ¿Puede enviarla o traerla?',
      '¿Ha cambiado algo desde su última visita?',
    ],
    'Diga qué falta todavía, cómo nos llega y para cuándo.',
    [{ ...DONE, when: 'Da lo que faltaba' }, INSURANCE, FORMS],
  ),
  'no-show': script(
    OUR_CALL,
    ['Le echamos de menos. ¿Está todo bien?', '¿Desea otra hora?', '¿Qué le haría más fácil venir?'],
    `${BOOKED_CLOSE} Sin reproches: algo se le presentó.`,
    [SCHEDULE, TELEHEALTH, NOT_READY],
  ),
  'post-visit-scheduling': script(
    OUR_CALL,
    [
      'Usted iba a volver con nosotros. ¿Qué días y horas le convienen?',
      '¿Le convendría una visita por video?',
    ],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, DOCUMENT],
  ),
  'bilingual-support': script(
    THEIR_REQUEST,
    [
      '¿Qué idioma prefiere hablar?',
      '¿En qué podemos ayudarle?',
      '¿Quiere que también le escribamos en ese idioma?',
    ],
    CALLBACK_CLOSE,
    [LANGUAGE, SCHEDULE, DONE],
  ),
  'recall-due': script(
    OUR_CALL,
    ['Es hora de su próxima visita. ¿Qué días y horas le convienen?', '¿Ha cambiado su número o su seguro?'],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
  'care-gap': script(
    OUR_CALL,
    ['A nuestro equipo le gustaría verle. ¿Qué días y horas le convienen?', '¿Qué le haría más fácil venir?'],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
}
