import type { Lexicon } from './opt-out-vocabulary.ts'
import { spanishForms } from './opt-out-spanish-verbs.ts'

const send = spanishForms('mandar enviar pasar poner:pong dejar hacer:hag dirigir:dirij')
const give = spanishForms('mandar enviar')
const write = spanishForms(`
  escribir textear mensajear contactar molestar fastidiar chingar joder hostigar acosar buscar llamar marcar hablar
  comunicar insistir fregar:friegu spamear notificar recordar:recuerd avisar incomodar importunar telefonear textiar
  jeringar cargar atosigar bombardear interrumpir`)
const arrive = spanishForms('llegar recibir caer:caig aparecer:aparezc')
const stop = spanishForms(`
  parar dejar detener:deteng suspender cesar evitar abstener:absteng`)
const cut = spanishForms(
  'cancelar desactivar terminar cortar apagar bajar silenciar frenar anular eliminar bloquear',
)
const remove = spanishForms(`
  quitar sacar borrar eliminar remover:remuev retirar tachar bajar bloquear descartar desuscribir desinscribir
  desafiliar excluir:excluy olvidar perder:pierd desechar`)
const off = spanishForms('desuscribir desinscribir desafiliar desapuntar')
const text = spanishForms('escribir textear mensajear')
const keep = spanishForms('seguir:sig volver:vuelv continuar andar estar')

/** Of forms of verbs those that end so, by the pronouns that are written onto them. */
function ending(pronouns: string, ...forms: readonly string[]): string {
  const ends = pronouns.split(' ')
  return forms
    .flatMap((some) => some.split(/\s+/))
    .filter((form) => ends.some((end) => form.endsWith(end)))
    .join(' ')
}

/** Spanish words. A class with the name of an English one belongs to it, so that both tongues mix freely. */
export const LEXICON_ES: Lexicon = {
  MENSAJES: `
    mensajes mensages mensaj textos texto texteo texteos notificaciones recordatorios avisos alertas mensajitos
    textitos msjs msj msjes mjs mesajes publicidad propaganda promociones comunicaciones mensajerias recados`,
  MENSAJE: 'mensaje mensage texto texteo notificacion recordatorio aviso alerta mensajito textito',
  MANDAR: give.infinitive,
  MANDANDO: give.gerund,
  /** What is sent has to be said: "no me manden la receta" is something else. */
  MANDE: give.asked,
  ESCRIBIR: write.infinitive,
  ESCRIBIENDO: write.gerund,
  /** Whom it is done to is enough: "no me escriban". */
  ESCRIBA: write.asked,
  RECIBIR: arrive.infinitive,
  RECIBIENDO: arrive.gerund,
  LLEGUE: arrive.asked,
  CONTACTADO: `${write.participle} ${give.participle}`,
  SEGUIR: keep.infinitive,
  SIGA: `${keep.asked} volviera volvieran siguieran siguiera estuvieran anduvieran este esten estes`,
  PARE: `${stop.asked} pare paren parale parenle parele deja dejame dejanos`,
  PARAR: `${stop.infinitive} dejo paro ${stop.gerund}`,
  CORTE: `${cut.asked} cancela cancelame desactiva`,
  CORTAR: `${cut.infinitive} cancelo desactivo quito apago bloqueo`,
  QUITE: `${remove.asked} quitame sacame borrame eliminame quita saca borra elimina quitanos borranos retirame`,
  /** "Quítenme", and what says as much when it is all of a clause. */
  QUITEME: `${ending('me nos la lo', remove.asked)} quitame sacame borrame eliminame quitar borrar eliminar borren quiten
    eliminen saquen`,
  QUITAR: `${remove.infinitive} salir salirme borro quito salgo elimino`,
  /** Kept apart so that no slip makes a request of what somebody tells: "mandaron". */
  TOLD: [send, write, arrive, stop, cut, remove, keep].map(({ told }) => told).join(' '),
  QUERER: `
    gustan interesan sirven sirve agradan kero importan autorice quiero kiero qiero deseo quisiera quiere necesito
    acepto autorizo gustaria interesa queremos deseamos permito quieren autorizamos pienso solicito gusta queria ocupo
    ocupamos requiero desea deseaba necesita necesitamos pido`,
  /** Pronouns before the verb. */
  CLITIC: 'm me nos le les lo la los las se te',
  /** Nobody. */
  NADIE: 'nadie ninguna ningun ninguno ningunos nungun',
  /** More of the same, and never again. */
  MAS: 'mas nada ya nunca jamas tampoco ninguno nadamas nomas',
  HARTO: `
    harto harta hartos hartas cansado cansada cansados fastidiado fastidiada enfadado enfadada cansan molestan
    fastidian enfadan hartaron aburrieron hartan molestando fastidiando molesta despiertan despierta molestos aburren
    aburrido aburrida canse cansamos cansaron estresan moleste molestosos fastidio chole`,
  /** With the pronoun written onto it the order is to do it: "mándenme". */
  MANDEME: ending('me nos melo melos', give.asked, give.familiar, write.asked, write.familiar),
  PROHIBIR: 'prohibo prohibido prohibe',
  ESCRIBEME: ending('me nos', text.asked, text.familiar),
  DATOS: 'datos informacion nombre contacto',
  DESUSCRIBIR: [off.infinitive, off.asked, off.familiar].join(' '),
  PERMISO: 'permiso consentimiento autorizacion',
  TELEFONO: 'numero telefono celular cel tel num numerito chip telefonito cell movil linea @PHONE',
  LISTA: `
    lista listas sistema base registro registros contactos grupo directorio archivo archivos servicio programa agenda
    cadena @LIST`,
  SUSCRIPCION: 'suscripcion subscripcion suscripciones',
  PEDI: `
    firme acepte quise pedi solicite pidio pedimos autorice autorizamos suscribi inscribi apunte registre consenti
    autorizo pido solicito`,
  RETIRO: 'retiro revoco revocar retirar cancelo quito',
  USTEDES: 'ustedes usted uds ud ahi esa ese su',
  USE: 'tengan guarden conserven usen use uses utilicen utilice ocupen',
  ESCRIBIRME: ending('me nos', give.infinitive, write.infinitive),
  /** After these, "mandarme" is not forbidden: "no pudieron mandarme". */
  PODER: `
    paran para dejan dejo puede pueden pudo pudieron podido podra podran puedo podia podian olvide olviden olvides
    olvidar olvido dejen deje dejes sabe saben han ha`,
  RECHAZO: 'rechazo odio detesto opongo niego aborrezco choca chocan caen repudio gorda',
  DAR: 'dan dieran diera dar darme denme deme dame dado den doy darnos di dimos darle darse dese',
  REPORTAR: `
    reportar reportarlos reportarla reportarlo demandar demandarlos denunciar denunciarlos bloquear bloquearlos
    bloquearte bloquearla quejar quejarme demandarte`,
  REPORTO: 'denuncio reporto demando bloqueo',
  QUE: 'que q k ke',
  /** "Quítenlos": which ones, the rest of the message tells. */
  CORTELO: ending('lo la los las', stop.asked, cut.asked, remove.asked),
  EQUIVOCO: 'equivoco equivocaron equivocaste equivoca equivocan equivocas equivocando',
  CONFUNDE: `
    confundidos confundido confundida confusion confundiendo confundieron confunde confunden confundio confundiste`,
  EQUIVOCADO:
    'equivocado equivocada equivocados incorrecto incorrecta erroneo equibocado ekivocado equivocao',
  ESTE: 'este estos esto esta estas ese esos eso esa esas ahi aqui',
  NO: 'cero',
  LATER: `
    todavia aun antes despues hasta hoy durante cuando mañana ahorita tan lunes martes miercoles jueves viernes sabado
    domingo`,
}
