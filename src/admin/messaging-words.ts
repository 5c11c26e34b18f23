import type { FaultReason } from '../domain/texting/carrier-code-table.ts'
import type { Pair } from './field-words.ts'

/** Why texts do not arrive or do not leave. */
export const FAULT_WORDS = {
  'opted-out': ['The person opted out', 'La persona pidió no recibir mensajes'],
  landline: ['Landline', 'Teléfono fijo'],
  'invalid-number': ['Not a phone number', 'No es un número de teléfono'],
  reassigned: ['Number out of service or someone else’s now', 'Número fuera de servicio o de otra persona'],
  'blocked-by-carrier': ['Blocked by the person or their carrier', 'Bloqueado por la persona o su compañía'],
  'not-routable': ['The carrier cannot reach the number', 'La compañía no llega a ese número'],
  'handset-unreachable': ['Phone off or out of reach', 'Teléfono apagado o sin cobertura'],
  filtered: ['Filtered as spam', 'Filtrado como spam'],
  'fraud-guard': ['Held back by the carrier’s fraud guard', 'Frenado por la protección contra fraudes'],
  'unregistered-sender': ['Your sending number is not registered', 'Su número de envío no está registrado'],
  'sender-not-usable': [
    'Your sending number cannot send texts',
    'Su número de envío no puede enviar mensajes',
  ],
  'account-restricted': ['The carrier restricted your account', 'La compañía restringió su cuenta'],
  credentials: ['The carrier refused our keys', 'La compañía rechazó nuestras claves'],
  'carrier-busy': ['The carrier was busy', 'La compañía estaba ocupada'],
  'carrier-daily-cap': ['The carrier’s daily limit is used up', 'Se agotó el límite diario de la compañía'],
  'too-late': ['Not delivered within the hours', 'No se entregó dentro del horario'],
  'faulty-request': ['The carrier did not accept our request', 'La compañía no aceptó la solicitud'],
  'answer-lost': ['The carrier’s answer was lost', 'Se perdió la respuesta de la compañía'],
  'incoming-fault': ['Fault in an incoming text', 'Fallo en un mensaje recibido'],
  'unknown-fault': ['Unknown reason', 'Motivo desconocido'],
} as const satisfies Record<FaultReason, Pair>

/** What to do about it, and where. */
export const FAULT_ACTIONS = {
  'opted-out': [
    'Nothing: no more texts go there. Call instead.',
    'Nada: ya no se le escribe. Llame por teléfono.',
  ],
  landline: [
    'Call instead, and ask for a cell phone number.',
    'Llame por teléfono y pida un número de celular.',
  ],
  'invalid-number': [
    'Check the number in the item and in the patient’s record.',
    'Revise el número en el asunto y en el expediente.',
  ],
  reassigned: [
    'Find the person’s present number; consent must be asked for again.',
    'Busque el número actual de la persona; hay que pedir permiso otra vez.',
  ],
  'blocked-by-carrier': [
    'Call instead. If many are blocked, ask the carrier’s support why.',
    'Llame por teléfono. Si son muchos, pregunte el motivo al soporte de la compañía.',
  ],
  'not-routable': [
    'Call instead. If it is a US number, allow its region in the carrier’s console under Messaging › Geo permissions.',
    'Llame por teléfono. Si es un número de EE. UU., permita su región en la consola de la compañía: Messaging › Geo permissions.',
  ],
  'handset-unreachable': [
    'Nothing: the text is tried again twice, then the item asks for a call.',
    'Nada: se intenta dos veces más y luego el asunto pide una llamada.',
  ],
  filtered: [
    'Look at the wording these texts used and compare it with the samples of your campaign; ask the carrier’s support, then resume.',
    'Compare el texto usado con los ejemplos de su campaña; consulte al soporte de la compañía y luego reanude.',
  ],
  'fraud-guard': [
    'If it goes on, open Messaging › Fraud Guard in the carrier’s console and allow the numbers’ region.',
    'Si continúa, abra Messaging › Fraud Guard en la consola de la compañía y permita la región de los números.',
  ],
  'unregistered-sender': [
    'Register the number: in the carrier’s console under Messaging › Regulatory compliance, add it to an approved campaign (toll-free: verify it). Then resume.',
    'Registre el número: en la consola de la compañía, en Messaging › Regulatory compliance, agréguelo a una campaña aprobada (si es gratuito, verifíquelo). Luego reanude.',
  ],
  'sender-not-usable': [
    'Check in the carrier’s console under Phone numbers that the line’s number is yours and can send texts. Then resume.',
    'Compruebe en la consola de la compañía, en Phone numbers, que el número de la línea es suyo y puede enviar mensajes. Luego reanude.',
  ],
  'account-restricted': [
    'Open the carrier’s console: a notice there says what is missing (payment, upgrade from trial, review). Then resume.',
    'Abra la consola de la compañía: un aviso dice qué falta (pago, salir de la prueba, revisión). Luego reanude.',
  ],
  credentials: [
    'Compare the account’s id and token in the settings of Ringback with the carrier’s console. Then restart it and resume.',
    'Compare el identificador y la clave de la cuenta en los ajustes de Ringback con la consola de la compañía. Reinicie y reanude.',
  ],
  'carrier-busy': [
    'Nothing: these texts are tried again. If it stays so, lower perSecond in the clinic file.',
    'Nada: se intentan otra vez. Si continúa, baje perSecond en el archivo del consultorio.',
  ],
  'carrier-daily-cap': [
    'Nothing today: they go out tomorrow. If it happens often, ask the carrier for a higher trust score of your brand.',
    'Hoy nada: salen mañana. Si ocurre a menudo, pida a la compañía un puntaje de confianza más alto.',
  ],
  'too-late': [
    'Nothing: they are tried again within the hours.',
    'Nada: se intentan otra vez dentro del horario.',
  ],
  'faulty-request': [
    'Tell whoever runs Ringback the code: it is a setting or a fault of the program.',
    'Dé el código a quien administra Ringback: es un ajuste o un fallo del programa.',
  ],
  'answer-lost': [
    'Nothing: they are looked for in the carrier’s log and never sent twice.',
    'Nada: se buscan en el registro de la compañía y nunca se envían dos veces.',
  ],
  'incoming-fault': [
    'Nothing was lost that we sent; the item says so.',
    'No se perdió nada enviado; consta en el asunto.',
  ],
  'unknown-fault': [
    'Call instead. If there are many, give the codes to the carrier’s support.',
    'Llame por teléfono. Si son muchos, dé los códigos al soporte de la compañía.',
  ],
} as const satisfies Record<FaultReason, Pair>

/** What the page of messaging health says around the figures. */
export const MESSAGING_WORDS = {
  title: ['Messaging health', 'Estado de los mensajes'],
  menu: ['Messaging', 'Mensajes'],
  forbidden: [
    'Messaging health is for managers and administrators.',
    'El estado de los mensajes es para gerencia y administración.',
  ],
  span: ['Time', 'Periodo'],
  days1: ['24 hours', '24 horas'],
  days7: ['7 days', '7 días'],
  days30: ['30 days', '30 días'],

  running: ['Texting is running', 'El envío funciona'],
  stopped: ['Texting has stopped', 'El envío está detenido'],
  stoppedLead: [
    'Nothing leaves from the numbers named here until the cause is mended and somebody resumes. Items ask for calls meanwhile.',
    'No sale nada de los números indicados hasta corregir la causa y reanudar. Mientras tanto los asuntos piden llamadas.',
  ],
  stopSince: ['since {time}', 'desde: {time}'],
  stopOf: ['Sending number: {sender}', 'Número de envío: {sender}'],
  stopOfAll: ['All sending numbers', 'Todos los números de envío'],
  code: ['code {code}', 'código {code}'],
  codeTimes: ['{code} × {count}', '{code} × {count}'],
  noCode: ['no code', 'sin código'],
  toDo: ['What to do:', 'Qué hacer:'],
  resume: ['Resume texting', 'Reanudar el envío'],
  resumeNote: [
    'Each waiting text is checked again before it leaves; those no longer of use do not.',
    'Cada mensaje en espera se revisa otra vez antes de salir; los que ya no sirven no salen.',
  ],
  resumed: [
    'Texting was resumed. Texts that waited leave within minutes.',
    'Se reanudó el envío. Lo que esperaba sale en unos minutos.',
  ],
  nothingToResume: ['Nothing was stopped any more.', 'Ya no había nada detenido.'],

  outcome: ['What became of the texts', 'Qué pasó con los mensajes'],
  planned: ['Texts', 'Mensajes'],
  delivered: ['Delivered', 'Entregados'],
  underway: ['Sent, no report yet', 'Enviados, sin informe'],
  notArrived: ['Did not arrive', 'No llegaron'],
  notSent: ['Not sent', 'No enviados'],
  canceled: ['Canceled', 'Cancelados'],
  waiting: ['Waiting', 'En espera'],
  unknown: ['Not known whether sent', 'No se sabe si salieron'],
  none: ['No texts in this time.', 'No hubo mensajes en este periodo.'],
  noneMore: ['As soon as one is planned, it counts here.', 'En cuanto se planee uno, aparecerá aquí.'],

  faults: ['Why texts did not arrive', 'Por qué no llegaron'],
  noFaults: [
    'Every text that left arrived or is still on its way.',
    'Todo lo enviado llegó o está en camino.',
  ],
  refusals: ['Why texts were not sent', 'Por qué no se enviaron'],
  noRefusals: ['None was refused or canceled.', 'Ninguno se rechazó ni se canceló.'],
  canceledBecause: ['Canceled: {why}', 'Cancelado: {why}'],

  queue: ['Waiting now', 'En espera ahora'],
  queueEmpty: ['No text is waiting.', 'Ningún mensaje espera.'],
  queueCount: ['{count} waiting, {due} of them due', '{count} en espera; con la hora cumplida: {due}'],
  onTheWire: ['Being sent right now: {count}', 'Enviándose ahora: {count}'],
  unknownNow: [
    'Not known whether sent: {count}. They are looked for in the carrier’s log and never sent twice.',
    'No se sabe si salieron: {count}. Se buscan en el registro de la compañía y nunca se envían dos veces.',
  ],
  oldest: ['Oldest:', 'El más antiguo:'],
  oldestItem: ['item {number}', 'asunto {number}'],
  oldestSince: ['planned {time}', 'planeado: {time}'],
  oldestUntil: ['held until {time}', 'espera hasta: {time}'],
  oldestUntilResumed: ['held until texting is resumed', 'espera a que se reanude el envío'],

  numbers: ['Numbers that get no texts', 'Números que no reciben mensajes'],
  numbersNote: ['Over all practices of this installation.', 'De todos los consultorios de esta instalación.'],
  optedOut: ['Opted out', 'Pidieron no recibir mensajes'],
  optedOutInSpan: ['{count} in this time', '{count} en este periodo'],
  landline: ['Landlines', 'Teléfonos fijos'],
  invalid: ['Invalid numbers', 'Números inválidos'],
  blocked: ['Blocked', 'Bloqueados'],
  reassigned: ['Out of service or someone else’s', 'Fuera de servicio o de otra persona'],
  otherReason: ['another reason ({why})', 'otro motivo ({why})'],
} as const satisfies Record<string, Pair>
