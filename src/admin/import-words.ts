import type { ImportState } from '../casework/imports/view.ts'
import type { FileProblem } from '../casework/imports/file.ts'
import type { OrderResult } from '../casework/imports/orders.ts'
import type { Field } from '../domain/imports/fields.ts'
import type { RejectedFor, SkipReason, VerdictKind } from '../domain/imports/verdict.ts'
import type { Pair } from './field-words.ts'

/** The words of imports, as people read them. `{…}` are filled in. */
export const IMPORT_FIELD_WORDS = {
  importStates: {
    reading: ['Coming in', 'Entrando'],
    judging: ['Being looked through', 'En revisión'],
    preview: ['Waits for you', 'Espera su decisión'],
    running: ['Being imported', 'Importándose'],
    done: ['Imported', 'Importada'],
    undoing: ['Being undone', 'Deshaciéndose'],
    undone: ['Undone', 'Deshecha'],
    discarded: ['Not imported', 'No importada'],
  } satisfies Record<ImportState, Pair>,
  verdicts: {
    new: ['New', 'Nuevo'],
    joined: ['Joins an open item', 'Se une a un asunto abierto'],
    'opted-out': ['New, without texts', 'Nuevo, sin mensajes'],
    skipped: ['Skipped', 'Omitido'],
    rejected: ['Rejected', 'Rechazado'],
  } satisfies Record<VerdictKind, Pair>,
  skipReasons: {
    'do-not-call': ['asked not to be called', 'pidió que no se le llame'],
    'wrong-number': ['the number was reported as not theirs', 'se avisó de que el número no es suyo'],
    'already-scheduled': ['has a visit booked', 'ya tiene una cita'],
    'in-cadence': ['is being called about this already', 'ya se le está llamando por esto'],
    'closed-lately': ['this was closed in the last 30 days', 'esto se cerró en los últimos 30 días'],
    duplicate: ['the same as row {row}', 'igual que la fila {row}'],
  } satisfies Record<SkipReason, Pair>,
  rowProblems: {
    'no-phone': ['no phone number', 'sin número de teléfono'],
    'invalid-number': [
      'not a phone number: write it like (415) 555-0123',
      'no es un teléfono: escríbalo como (415) 555-0123',
    ],
    'number-with-extension': [
      'a number with an extension: give a direct one',
      'un número con extensión: dé uno directo',
    ],
    'foreign-number': ['a number abroad, which is not called', 'un número extranjero, al que no se llama'],
    'own-number': ['one of your own numbers', 'uno de sus propios números'],
    'unreadable-date': [
      'not a date: write it like 12/24/2026 or 2026-12-24',
      'no es una fecha: escríbala como 12/24/2026 (mes/día/año) o 2026-12-24',
    ],
    'window-reversed': ['ends before it begins', 'termina antes de empezar'],
    'consent-not-yet': ['lies in the future', 'está en el futuro'],
    'unknown-language': [
      'a language that is not known: write it in English or Spanish, or as a code such as es',
      'un idioma desconocido: escríbalo en inglés o español, o con un código como es',
    ],
    'unknown-segment': ['not one of the lists of recalls', 'no es una de las listas de control'],
    'unknown-contact-method': ['not one of: call, text, voicemail', 'no es: llamada, mensaje, buzón'],
    'unknown-priority': ['not a number from 1 to 99', 'no es un número de 1 a 99'],
    'unknown-yes-no': ['neither yes nor no', 'ni sí ni no'],
    'too-long': ['too long', 'demasiado largo'],
    'too-many-cells': ['more cells than headings: a separator too many', 'más celdas que encabezados'],
    'too-many-on-number': [
      'more than ten people have this number: it is a placeholder',
      'más de diez personas tienen este número: es uno de relleno',
    ],
    'not-recorded': [
      'could not be recorded here; bring this row in again',
      'no se pudo registrar; vuelva a traer esta fila',
    ],
  } satisfies Record<RejectedFor['why'], Pair>,
  fileProblems: {
    'row-too-long': [
      'Row {row} is too long. Usually a quotation mark is missing there.',
      'La fila {row} es demasiado larga. Casi siempre falta ahí una comilla.',
    ],
    'quote-not-closed': [
      'A quotation mark in row {row} is never closed.',
      'Una comilla de la fila {row} no se cierra.',
    ],
    'too-many-columns': ['A list has at most 100 columns.', 'Una lista tiene como máximo 100 columnas.'],
    'too-large': [
      'A list is at most 50 MB. Cut it into several files.',
      'Una lista pesa como máximo 50 MB. Divídala en varios archivos.',
    ],
    'too-many-rows': [
      'A list has at most 100,000 rows. Cut it into several files.',
      'Una lista tiene como máximo 100,000 filas. Divídala en varios archivos.',
    ],
    spreadsheet: [
      'This is a spreadsheet. Save it as “CSV UTF-8” and bring that file.',
      'Esto es una hoja de cálculo. Guárdela como “CSV UTF-8” y traiga ese archivo.',
    ],
    'not-text': [
      'This is no list: a CSV file is expected.',
      'Esto no es una lista: se espera un archivo CSV.',
    ],
    'no-rows': ['There are no rows in this file.', 'Este archivo no tiene filas.'],
    'no-heading': [
      'The first row is a person already. It must name the columns.',
      'La primera fila ya es una persona. Debe nombrar las columnas.',
    ],
  } satisfies Record<FileProblem['why'], Pair>,
  importRefusals: {
    'not-now': ['This changed meanwhile. Here it is now.', 'Esto cambió entretanto. Así está ahora.'],
    'no-phone-column': [
      'Choose the column that holds the phone number.',
      'Elija la columna del número de teléfono.',
    ],
    'nothing-to-import': ['No row of this list can be imported.', 'Ninguna fila se puede importar.'],
  } satisfies Record<Extract<OrderResult, { type: 'refused' }>['reason'], Pair>,
  listFields: {
    phone: ['Phone number', 'Teléfono'],
    personName: ['Name', 'Nombre completo'],
    firstName: ['First name', 'Nombre'],
    lastName: ['Last name', 'Apellido'],
    language: ['Language', 'Idioma'],
    reason: ['Reason, internal', 'Motivo, interno'],
    segment: ['Kind of recall', 'Tipo de control'],
    dueFrom: ['Due date, or from', 'Fecha, o desde'],
    dueTo: ['Due by', 'Hasta'],
    provider: ['Provider or specialty', 'Profesional o especialidad'],
    providerPriority: ['Priority of the provider (1 first)', 'Prioridad del profesional (1 primero)'],
    lastAppointment: ['Last visit', 'Última visita'],
    nextAppointment: ['Next visit, if booked', 'Próxima cita, si la hay'],
    preferredContact: ['Prefers to be reached', 'Prefiere que se le contacte'],
    insuranceNote: ['Insurance note', 'Nota del seguro'],
    authorizationNeeded: ['Needs authorization', 'Requiere autorización'],
    lastOutreachAt: ['Last outreach', 'Último intento'],
    lastOutreachResult: ['Result of the last outreach', 'Resultado del último intento'],
    sourceRef: ['Record number', 'Número de expediente'],
    consentRecall: ['Agreed to recall texts', 'Aceptó mensajes de control'],
    consentReminders: ['Agreed to appointment texts', 'Aceptó mensajes de citas'],
    consentDate: ['Agreed to texts on', 'Aceptó mensajes el'],
  } satisfies Record<Field, Pair>,
} as const

/** What the pages about imports say around them. */
export const IMPORT_WORDS = {
  menu: ['Lists', 'Listas'],
  title: ['Bring in a list', 'Traer una lista'],
  lead: [
    'Recalls and other calls to make, as a CSV file. You see what each row would do before anything changes.',
    'Llamadas por hacer, en un archivo CSV. Verá qué haría cada fila antes de que cambie algo.',
  ],
  file: ['CSV file', 'Archivo CSV'],
  fileHint: [
    'The first row names the columns, in English or Spanish. At most 100,000 rows and 50 MB.',
    'La primera fila nombra las columnas, en inglés o español. Máximo 100,000 filas y 50 MB.',
  ],
  about: ['What the list is about', 'De qué trata la lista'],
  line: ['Line that calls back', 'Línea que llama'],
  upload: ['Look through the list', 'Revisar la lista'],
  noFile: ['Choose a file first.', 'Elija primero un archivo.'],
  refused: ['This file was not taken in', 'Este archivo no se aceptó'],
  earlier: ['Lists so far', 'Listas hasta ahora'],
  none: ['No list yet', 'Todavía no hay listas'],
  noneMore: [
    'What you bring in stands here, and can be undone.',
    'Lo que traiga aparece aquí y se puede deshacer.',
  ],
  back: ['All lists', 'Todas las listas'],
  by: ['Brought in by', 'La trajo'],
  bySystem: ['another system', 'otro sistema'],
  when: ['When', 'Cuándo'],
  rows: ['Rows', 'Filas'],
  rowsOne: ['1 row', '1 fila'],
  rowsMany: ['{count} rows', '{count} filas'],
  practice: ['Practice and line', 'Consultorio y línea'],
  judging: ['The list is being looked through', 'Se está revisando la lista'],
  running: ['The list is being imported', 'Se está importando la lista'],
  undoing: ['The import is being undone', 'Se está deshaciendo la importación'],
  reading: ['The list is coming in', 'La lista está entrando'],
  progress: ['{done} of {of} rows', '{done} de {of} filas'],
  renews: [
    'This page renews itself. You may leave it: the work goes on.',
    'Esta página se actualiza sola. Puede salir: el trabajo continúa.',
  ],
  preview: ['What importing would do', 'Qué haría la importación'],
  previewNote: ['Nothing has changed yet.', 'Todavía no ha cambiado nada.'],
  result: ['What came of it', 'Qué resultó'],
  start: ['Import {count} rows', 'Importar {count} filas'],
  startOne: ['Import 1 row', 'Importar 1 fila'],
  nothing: [
    'No row can be imported. Choose the columns below, or mend the list.',
    'Ninguna fila se puede importar. Elija las columnas abajo o corrija la lista.',
  ],
  discard: ['Do not import', 'No importar'],
  consentNote: [
    'Consents to texts that this list states are written down with their row as proof, never against an opt-out.',
    'Los permisos de mensajes que indica la lista se anotan con su fila como prueba, nunca contra una baja.',
  ],
  columns: ['Columns', 'Columnas'],
  column: ['Column {number}', 'Columna {number}'],
  columnsNote: [
    'Remembered for the next list with the same headings.',
    'Se recuerda para la próxima lista con los mismos encabezados.',
  ],
  notOnList: ['not on the list', 'no está en la lista'],
  applyColumns: ['Look through again', 'Revisar otra vez'],
  allRows: ['All rows', 'Todas las filas'],
  row: ['Row {row}', 'Fila {row}'],
  unnamed: ['No name', 'Sin nombre'],
  joinsItem: ['item #{item}', 'asunto #{item}'],
  joinsRow: ['together with row {row}', 'junto con la fila {row}'],
  noTexts: ['no texts: asked for none', 'sin mensajes: así lo pidió'],
  noRows: ['No such rows', 'No hay filas así'],
  noRowsMore: ['Choose another group above.', 'Elija otro grupo arriba.'],
  moreRows: ['More rows', 'Más filas'],
  firstRows: ['Back to the first rows', 'Volver a las primeras filas'],
  download: ['Rows that were not imported (CSV)', 'Filas que no se importaron (CSV)'],
  downloadNote: [
    'With the reason of each, as they stood in your file.',
    'Con el motivo de cada una, tal como estaban en su archivo.',
  ],
  rowsGone: [
    'The rows themselves were removed; the items stay.',
    'Las filas ya se borraron; los asuntos siguen.',
  ],
  undo: ['Undo this import', 'Deshacer esta importación'],
  undoNote: [
    'Items nobody worked leave the list. What somebody worked on stays, and its history says so. Consents from this list no longer count.',
    'Los asuntos que nadie atendió salen de la lista. Lo que alguien atendió se queda, y su historial lo dice. Los permisos de esta lista dejan de contar.',
  ],
  undone: [
    'Undone: {removed} items left the list, {kept} stayed because they were worked or are about more than this list.',
    'Deshecha: {removed} asuntos salieron de la lista, {kept} se quedaron porque se atendieron o tratan de algo más.',
  ],
  discarded: ['This list was not imported.', 'Esta lista no se importó.'],
  toRecall: ['To the call list', 'Ir a la lista de llamadas'],
  fileRow: ['Row', 'Fila'],
  fileResult: ['Result', 'Resultado'],
  fileReason: ['Reason', 'Motivo'],
  forbidden: [
    'Lists are brought in by practice managers and administrators.',
    'Las listas las traen la gerencia y la administración.',
  ],
} as const satisfies Record<string, Pair>
