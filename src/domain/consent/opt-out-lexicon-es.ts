import type { Lexicon } from './opt-out-grammar.ts'
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
const keep = spanishForms('seguir:sig volver:vuelv continuar andar estar')

/** Spanish words. A class with the name of an English one belongs to it, so that both tongues mix freely. */
export const LEXICON_ES: Lexicon = {
  MENSAJES: `
    mensajes mensages mensaj textos texto texteo texteos notificaciones recordatorios
    avisos alertas mensajitos textitos msjs msj msjes mjs mesajes publicidad promociones
    comunicaciones mensajerias recados`,
  MENSAJE: 'mensaje mensage texto texteo notificacion recordatorio aviso alerta mensajito textito',
  MANDAR: give.infinitive,
  MANDANDO: give.gerund,
  MANDE: give.asked,
  ESCRIBIR: write.infinitive,
  ESCRIBIENDO: write.gerund,
  ESCRIBA: write.asked,
  RECIBIR: arrive.infinitive,
  RECIBIENDO: arrive.gerund,
  LLEGUE: arrive.asked,
  CONTACTADO: `${write.participle} ${give.participle}`,
  SEGUIR: keep.infinitive,
  SIGA: `${keep.asked} siga sigan sigas este esten estes ande anden andes vuelva vuelvan vuelvas volviera volvieran siguieran siguiera estuvieran anduvieran`,
  PARE: `${stop.asked} pare paren parale parenle parele deja dejame dejanos`,
  PARAR: `${stop.infinitive} dejo paro ${stop.gerund}`,
  CORTE: `${cut.asked} cancela cancelame desactiva`,
  CORTAR: `${cut.infinitive} cancelo desactivo quito apago bloqueo`,
  QUITE: `${remove.asked} quitame sacame borrame eliminame quita saca borra elimina quitanos borranos retirame`,
  QUITEME:
    remove.asked
      .split(/\s+/)
      .filter((form) => /(?:me|nos|la|lo)$/.test(form))
      .join(' ') + ' quitame sacame borrame eliminame quitar borrar eliminar borren quiten eliminen saquen',
  QUITAR: `${remove.infinitive} salir salirme borro quito salgo elimino`,
  TOLD: [send, write, arrive, stop, cut, remove, keep].map(({ told }) => told).join(' '),
  QUERER: `
    gustan interesan sirven sirve agradan kero importan autorice
    quiero kiero qiero deseo quisiera quiere necesito acepto autorizo gustaria interesa interesan queremos deseamos permito
    quieren autorizamos pienso solicito gusta gustan queria ocupo ocupamos requiero desea deseaba necesita necesitamos kero pido`,
  CLITIC: 'm me nos le les lo la los las se te',
  NADIE: 'nadie ninguna ningun ninguno ningunos nungun',
  MAS: 'mas nada ya nunca jamas tampoco ninguno nadamas nomas',
  TAN: 'tanto tantos tanta tantas mucho muchos tan demasiados',
  HARTO: `
    harto harta hartos hartas cansado cansada cansados fastidiado fastidiada enfadado enfadada cansan molestan fastidian enfadan
    hartaron aburrieron hartan molestando fastidiando molesta despiertan despierta molestos aburren aburrido aburrida canse cansamos hartaron cansaron estresan moleste molestosos fastidio chole`,
  MANDEME: `${give.asked} ${give.familiar} ${write.asked} ${write.familiar}`
    .split(/\s+/)
    .filter((form) => /(?:me|nos|melo|melos)$/.test(form))
    .join(' '),
  DATOS: 'datos informacion nombre contacto',
  DESUSCRIBIR: [off.infinitive, off.asked, off.familiar].join(' '),
  PERMISO: 'permiso consentimiento autorizacion',
  TELEFONO:
    'numero telefono celular cel tel num numerito chip telefonito cell movil linea nombre contacto @PHONE',
  LISTA:
    'lista listas sistema base registro registros contactos grupo directorio archivo archivos servicio programa expediente agenda cadena @LIST',
  SUSCRIPCION: 'suscripcion subscripcion suscripciones',
  PEDI: 'firme acepte quise pedi solicite pidio pedimos autorice autorizamos suscribi inscribi apunte registre consenti autorizo pido solicito',
  RETIRO: 'retiro revoco revocar retirar cancelo quito',
  USTEDES: 'ustedes usted uds ud ahi esa ese su',
  USE: 'usen use uses utilicen utilice ocupen',
  ESCRIBIRME: `${give.infinitive} ${write.infinitive}`
    .split(/\s+/)
    .filter((form) => /(?:me|nos)$/.test(form))
    .join(' '),
  PODER:
    'paran para dejan dejo puede pueden pudo pudieron podido podra podran puedo podia podian olvide olviden olvides olvidar olvido dejen deje dejes dejan sabe saben han ha',
  RECHAZO: 'rechazo odio detesto opongo niego aborrezco choca chocan caen repudio gorda',
  DAR: 'dan dieran diera dar darme denme deme dame dado den doy darnos di dimos darle darse dese',
  REPORTAR:
    'reportar reportarlos reportarla reportarlo demandar demandarlos denunciar denunciarlos bloquear bloquearlos bloquearte bloquearla quejar quejarme demandarte',
  REPORTO: 'denuncio reporto demando bloqueo',
  QUE: 'que q k ke',
  CORTELO: `${stop.asked} ${cut.asked} ${remove.asked}`
    .split(/\s+/)
    .filter((form) => /(?:lo|la|los|las)$/.test(form))
    .join(' '),
  EQUIVOCO: 'equivoco equivocaron equivocaste equivoca equivocan equivocas equivocando',
  CONFUNDE:
    'confundidos confundido confundida confusion confundiendo confundieron confunde confunden confundio confundiste',
  EQUIVOCADO:
    'equivocado equivocada equivocados incorrecto incorrecta erroneo equibocado ekivocado equivocao',
  ESTE: 'este estos esto esta estas ese esos eso esa esas ahi aqui',
  NO: 'cero',
  LATER: `antes despues hasta hoy durante cuando mañana ahorita tan lunes martes miercoles jueves viernes sabado domingo`,
}
