import type { Shared } from './opt-out-grammar.ts'

/** Parts that the rules have in common. English nouns may stand in all of them: "no me manden texts". */
export const SHARED_ES: Shared = {
  mensajes: `
    [MENSAJES MENSAJE MESSAGES MESSAGE]`,
  escribir: `
    (SEGUIR | SIGA | estar | andar)? a? [MANDAR MANDANDO ESCRIBIR ESCRIBIENDO TEXTING RECIBIR RECIBIENDO]`,
  /** What is forbidden to do to the sender: me escriban, me estén escribiendo, vuelvan a molestarme. */
  escriba: `
    CLITIC? CLITIC? SIGA a? CLITIC? [MANDANDO MANDAR ESCRIBIR ESCRIBIENDO RECIBIENDO RECIBIR]
    CLITIC? CLITIC? (esten | este | sigan)? ESCRIBA
    CLITIC? CLITIC? LLEGUE`,
  /** Sending needs what is sent: "no me manden la receta" is something else. */
  mande: `
    CLITIC? CLITIC? MANDE (MAS | >)
    CLITIC? CLITIC? MANDE ~3 $mensajes
    CLITIC? CLITIC? MANDE [ESTE] >`,
  telefono: `
    (mi | este | ese | my | this) ~1 TELEFONO`,
  quiero: `
    CLITIC? QUERER
    CLITIC? (hacen | hace) falta
    (estoy | estamos | esta)? (interesado | interesada | interesados)`,
}

/** "Dejen de mandar", "paren los mensajes", "basta de textos". */
const PARAR = `
  [PARE PARAR STOP basta alto] (ya | con)? ~1 de? ~1 $escribir
  (para | PARE) ya? (de | con) ~2 ($escribir | $mensajes)
  [PARE PARAR CORTE CORTAR QUITE QUITAR STOP basta alto] ~3 MENSAJES
  [CORTE CORTAR STOP basta alto estuvo chole] (?! por | mi cita | cita) ~3 $mensajes
  (parenle | parele | parale) ya? (a | con | >>)
  ya (basta | estuvo | chole | bueno) ~1 (de | con) ~2 ($mensajes | $escribir | ESTE >)
  << ya? (parele | parenle | parale | paren | pare) (ya | de una vez | por dios | con ESTE)? >>
  << ya? (dejenme | dejeme | dejame | dejenos) ya? >>
  PARE ~4 en paz
  PARE (tranquilo | tranquila | tranquilos)
  [CORTE CORTAR] (la | mi | el)? SUSCRIPCION
  [PARE PARAR CORTE CORTAR] ~1 (envio | envios)
`

/** "No me escriban", "ya no manden", "no quiero recibir". */
const NO = `
  no ya? mas? $escriba (?! ~2 [LATER WORK] | de | a (esta | estas))
  (ya | QUE) no $escriba (?! ~2 [LATER WORK] | de | a (esta | estas))
  no CLITIC? (este | esten | anden | sigan) [ESCRIBA MANDE]
  (no | ya | QUE no | ni) $mande
  no $quiero (?! perder | dejar | borrar | olvidar | contestar | leer | escribir | mandar | cambiar | cancelar | esperar) ~4 $mensajes
  no $quiero ~2 (RECIBIR | QUE) ~2 ($escriba | $mande | $mensajes | ESTE >)
  no $quiero ~1 RECIBIR (MAS | >)
  como ~4 (salirme | borrarme | quitarme)
  no CLITIC? [^JOINING]? QUE ($mande | CLITIC? ESCRIBA | CLITIC? LLEGUE)
  no $quiero ~4 $list
  (prohibo | prohibido | prohibe) QUE? ~1 (MANDE | ESCRIBA | LLEGUE | $escribir)
  no $quiero ~1 nada (>> | de USTEDES)
  no $quiero saber (>> | ~1 (nada | de))
  no $quiero (ser | estar siendo | QUE ~1) CONTACTADO
  no ~~3 USE ~2 $telefono
  no CLITIC? (pongan | ponga | metan | meta | incluyan | incluya | tengan | tenga | agreguen | anoten) en ~2 $list
  no [MANDAR ESCRIBIR] (MAS | >)
  no RECIBIR MAS
  no (debe | deben | deberia | deberian | hay QUE | tienen QUE)? [MANDAR ESCRIBIR RECIBIR] ~3 $mensajes
  (no | ni) (mas | otro | un | ningun) ~1 $mensajes >
  (sin | nada de | cero) ~1 $mensajes >
  (no mas | ni un | ni otro | nada de | sin mas | cero) $mensajes
  << (no | nomas | ya no) (nomas | ya)? mas? $mensajes no? >>
  << ya? no mas >>
  << ya no (quiero | mas)? >>
  [no nunca jamas] ~3 PERMISO
  [no nunca jamas nadie] ~2 PEDI ~3 ($mensajes | ESTE >)
  HARTO ~4 $mensajes
  HARTO (de | con) (QUE CLITIC? (MANDE | ESCRIBA) | ESTE >)
  << ya ~1 me (hartaron | cansaron | tienen ~1 HARTO)
  hasta (el | la | los | las) ~1 (de | con) ~3 $mensajes
  QUE [^JOINING] (son)? con ~2 $mensajes
  (esto | es) ~1 (acoso | spam | hostigamiento | abuso)
  voy a [REPORTAR]
  RECHAZO ~1 (a | en | de)? ~1 ($mensajes | $escribir | QUE CLITIC? [MANDE ESCRIBA])
  RECHAZO ~3 $mensajes
  (no | ni) [^PODER]~6 ESCRIBIRME
  no ~2 (necesario | necesidad | falta | caso | acuerdo | derecho | razon | sentido) ~2 ($escribir | QUE CLITIC? [MANDE ESCRIBA LLEGUE])
  (los | las | lo | la) REPORTO
  (puse | mande | escribi | conteste | respondi | envie | dije) (stop | alto | baja | parar)
  hasta cuando ~3 $mensajes
  (ahorrense | guardense | ahorrate | guardate | metanse | ahorrese) ~2 $mensajes
  (pierden | pierde) ~2 tiempo [MANDANDO ESCRIBIENDO]
  [RETIRO REVOKE] (mi | el)? PERMISO
  (en vez | en lugar) de ~1 ($mensajes | $escribir)
  << (solo | solamente | unicamente | mejor) (por)? (llamadas | llamada | telefono) >
`

/** "Quítenme de la lista", "borren mi número", "darme de baja". */
const QUITAR = `
  (?<! acabo de | acaban de) [QUITE QUITAR REMOVE] de? $telefono
  [QUITE QUITAR] (?! (la | el | los | las | una | un | esa | ese | esta | este | mi | mis) [^TELEFONO DATOS]) ~3 (de | del | d) ~3 $list
  [PARE PARAR] de ~4 $list
  [QUITE QUITAR] de (ahi | aqui | esto | eso | alli)
  << QUITEME >>
  << [QUITE QUITAR] TELEFONO >
  [QUITE QUITAR] (el | los) TELEFONO de
  [QUITE QUITAR] (mi | mis | los) DATOS (> | de ~3 $list)
  (exijo | pido | ruego | suplico | quiero | quisiera | digo | dije | pedido | favor de) QUE CLITIC? (QUITE | PARE | CORTE) (> | de ~3 $list)
  DESUSCRIBIR
  (quite | quiten | quitenme) (el | los | las | sus) $mensajes
  CLITIC (borran | quitan | sacan | eliminan) de ~3 $list
  <<< quiero (salir | salirme) >>>
  <<< CORTAR >>>
  CORTE con ESTE >
  $telefono ~1 no ~4 $list
  DAR CLITIC? de baja
  (quiero | solicito | pido | deseo | necesito) (mi | la) baja (>> | de [ESTE LISTA MENSAJES])
  TAKE $telefono off
`
export const REQUESTS_ES = [PARAR, NO, QUITAR].join('\n')

/** No order, yet nobody writes so who wants more of it. */
export const COMPLAINTS_ES = `
  CLITIC (llegan | mandan | envian) (demasiados | muchos | tantos | tanto)
  CLITIC (siguen | sigue | estan | continuan) [MANDANDO ESCRIBIENDO RECIBIENDO]
  siguen [MANDANDO ESCRIBIENDO] ~3 $mensajes
  por QUE CLITIC (mandan | manda | envian | mandas | llegan) ~2 $mensajes
  quien (les | le | te) ~1 (dio | dieron | autorizo) ~1 (PERMISO | $telefono | a)
  ya CLITIC? (dije | pedi | habia dicho) QUE no >>
  (demasiados | tantos | tanto) ~1 $mensajes >>
  (cobran | gastan | cuesta | cuestan | cobra) ~4 $mensajes
`

export const REQUESTS_ABOUT_TEXTS_ES = `
  CORTELO >
`
