/** Requests in Spanish, one term a line in the notation of the phrase book; English nouns may stand in them. */

/** "Dejen de mandar", "paren los mensajes", "basta de textos". */
const PARAR = `
  @parar _1 de|ya|con @mandar|@contactar|texting|messaging|text
  @parar _4 @text
  parenle|parele|bajenle|parale ya|con|a _3 @text
  parenle|parele ya
  dejen|deje|dejenme|dejeme|deja|dejame|dejenos|dejes en paz
  dejenme|dejeme|dejame tranquilo|tranquila|en
  quiero|quisiera|deseo|necesito|favor|puedo|puede|pueden|como|ayuda _2 parar|cancelar|detener|dejar|suspender|desactivar|quitar|bloquear|dejo|paro|cancelo|quito|desactivo|bloqueo _3 @text
  dejar de recibir|llegar
  como|para _5 no me|nos lleguen|llegue|manden|escriban|mande|escriba|envien|texteen
  quiero|quisiera|hacer|me hacer? unsubscribe|opt
`

/** "No me escriban", "ya no manden", "no quiero recibir". */
const NO_MANDAR = `
  no|nunca|jamas|tampoco ya? mas? me|nos|le|les|lo @mandar|@contactar
  no|nunca|jamas ya? mas? me|nos|le|les vuelvan|vuelva|vuelvas|esten|este|estes|sigan|siga|sigas|anden|ande|andes a? @mandar|@contactar
  no vuelvan|vuelva|sigan|siga|esten|anden a? _1 @mandar|@contactar|llamarme
  no|ya|nunca _1 @mandar _3 @text
  no @mandar|molesten|contacten mas|a|ya|por
  ya no _2 @mandar|molesten|contacten|contacte|moleste
  no|ya me|nos|la contacten|contacte|molesten|moleste|texteen|escriban
  no me|nos|le llamen|llame|busquen|marquen|hablen mas|ya|nunca
  ya no me|nos|le llamen|llame|busquen|marquen|hablen
  no|ya|nunca|tampoco _2 @querer _4 @text
  no|ya|nunca|tampoco _2 @querer _1 recibir|recibirlos mas|nada|ninguno|esto|estos|eso
  no|ya _1 @querer|parece _1 que _3 @mandar|@contactar|escriban|manden|hablen|busquen
  mi|este numero|telefono|celular no _2 estar|tener|aparecer _3 @list
  no _1 quiero|queremos nada de|con
  no _1 quiero|queremos|deseo|quisiera saber|que _1 nada|sepan de? ustedes
  no|ni|sin mas|otro|ningun|otros _2 @text
  ya no mas @text
  nomas @text
  basta|alto|ya de|con|a|estuvo|bueno _3 @text
  ningun|ni|cero un|otro|mas? mensaje|texto mas
  que ya? no _3 @mandar|@contactar
  no autorizo|autorice|autorizamos|consiento
  no|nunca|jamas tienen|tiene|doy|di|dimos|damos|les|le _2 permiso|consentimiento|autorizacion|autorice|autorizo
  nunca|no|jamas les? di|doy|dimos permiso|consentimiento|autorizacion|mi
  no me suscribi|inscribi|apunte|registre
  no|nunca|jamas|nadie pedi|solicite|pidio|pedimos|autorice|les recibir|estos|esos|sus|mensajes|que|textos|pedi
  me|estoy|ya|estamos|tienen|traen hart*|cansad*|molestan|fastidiad*|molestando|enfad* de|con? _4 @text
  cans*|hart*|fastidi* _1 de|con _3 @text
  no _2 interesad* _3 @text
  estos|sus|los mensajes|textos _1 no _1 son|es para|mios|nuestros
  harto|harta|cansado|cansada|fastidiado de _3 @text
  me molestan|fastidian _2 @text
  prefiero|preferiria|prefiere|mejor|preferimos que? _4 no @mandar|@contactar|recibir|textos|mensajes
  prefiero|preferiria que me llamen|llame
  mejor llamen|llamenme|llameme _4 no|en
  llamen|llame|llamenme en vez|lugar de
  solo|solamente|unicamente llamadas|llamen|llamenme|por
  ya no lo hagan
  no lo hagan mas
  no se comuniquen
  no comunicarse
  revoco
  retiro|revocar|retirar|cancelo|revoco mi|el|la consentimiento|permiso|autorizacion
`

/** "Quítenme de la lista", "borren mi número", "darme de baja". */
const SACAR = `
  @sacar _2 numero|telefono|celular|cel|nombre|numerito|number|phone
  @sacar _3 de|del|from la|su|sus|esta|este|tu|sistema|the|your|los|estos|esa|base|list lista|listas|sistema|base|registro|registros|contactos|list|mensajes|textos|grupo|directorio|archivo
  @sacar de|del esta|este|la|su|sistema|ahi|aqui|lista|list
  me pueden|puede|podrian|podria|puedes _1 quitar|borrar|sacar|eliminar|dar de|del
  no|ni me|nos manden|mande|marquen|marque|hablen|hable|llames|marques|hables|busques ni|y|mas|nunca
  no me|nos tengan|tenga|incluyan|pongan en|mas _3 lista|sistema
  quiero|quisiera|deseo|puedo|como|favor|necesito _2 salir|salirme|salgo|quitarme|sacarme|borrarme|eliminarme|desuscribirme|quito|quitamos|saco|borro de|del _3 lista|sistema|grupo|mensajes|textos|esto|aqui
  que me|nos|lo|la quiten|saquen|borren|eliminen|quite|saque|borre|remuevan|den
  que quiten|saquen|borren|eliminen mi|este|el numero|telefono|nombre|celular
  borrame, eliminame, borrenme, borreme, eliminenme, elimineme, quitenme, saquenme, remuevanme, desuscrib*, desinscrib*
  denme|deme|darme|dar|darnos|darle|doy|dame|den|de|dado|date|darse|dese de baja
  quiero|solicito|pido|deseo mi|la baja
  baja de|del los|sus|estos|servicio|la|su|este
  anular|cancelar|cancelen|cancele mi|la suscripcion
  pierda|pierdan|olviden|olvide|olvidense mi|este|de? numero
  voy|vamos a bloquear*|reportar*|demandar*|denunciar*
  los|lo|la voy a bloquear|reportar|demandar|denunciar
`

export const CLOSING_REQUESTS_ES = `
  por favor|porfavor|porfa paren|pare|deje|dejen|ya|parele|parenle|stop
  favor stop
  paren|pare|basta|parenle|parele|alto ya|por favor
  dejen|deje|paren|pare|ya de llamar|llamarme|molestar|molestarme|escribir|fastidiar|chingar|escribirme|joder
  no|ya me|nos|lo|la molesten|moleste|escriban|contacten|busquen|fastidien|chinguen
  no quiero nada|esto|mas|eso
  no|ya me|nos manden|mande|envien|envie nada|mas|cosas|esto
  quitenme|saquenme|borrenme|quiteme|saqueme|borreme|bajenme
`

export const WHOLE_REQUESTS_ES = `
  no mas
  ya no mas
  ya no
  ya basta
  ya estuvo
  ya paren|pare|parenle|parele|dejen|stop
  ya parenle|parele
  no|sin @text
  cancelar|cancelen|cancele la|mi? suscripcion|subscripcion
  no molestar|llamar|llamen|molesten|contactar|escribir|mandar|escriban|manden
  dejame
  dejenme
  quiten|quitenme|quiteme|borrenme|borrame|saquenme|eliminar|eliminarme|borrar|borren|eliminen|elimineme|eliminenme|borreme|saqueme
`

export const REQUESTS_ES = [PARAR, NO_MANDAR, SACAR].join('\n')
