/** The sender says the phone is somebody else's, or the texts are meant for somebody else. One term a line. */

const WRONG_NUMBER_EN = `
  wrong|rong|worng|wrng|wronge|incorrect _1 @phone|numbers|numer|nbr|persona|person|guy|lady|girl|man|woman|dude|family|party|house|household|cell|phone|human|individual|recipient|contact|hombre|amigo|bro
  wrong no
  mistaken identity
  me confused|mixed with|up
  confused|mistaken me _2 with|for
  @not the right|correct|intended number|person|phone|recipient|guy|one
  have|got|reached|texting|texted|calling|called|contacting|messaging|u the|a? wrong one|patient|contact|woman
  no|nobody|noone|one one? here|lives? is? by|with that|this|the name
  no|nobody|noone|anyone|anybody|someone|person one? by|with that|this|such name
  wrong @name
  @not|longer|isnt at|on|with|reachable this|that @phone
  doesnt|not|dont|never|didnt|longer live|lives|lived|stay|stays|work|works here|there|at _2 anymore|never|ever|this|that|now|sorry
  moved out|away _2 years|ago|months|weeks
  nobody|noone|no|anyone|anybody|someone one? named|called|by _2 here|at|lives|house
  nobody|noone|no one? here|home named|called|by|with
  no|not|aint|isnt _1 @name _2 here|at|lives
  no|not|aint _1 here _1 by|named|called|with that|this|@name
  there|theres|is _1 no @name
  not who you
  not the _2 person|one|guy|patient|woman|man|lady|girl|individual _1 you|u|youre|your|yall|looking|that
  not your _1 patient|patients|client
  not even _1 patient|client
  your records are|is wrong
  @not|doesnt have anyone|anybody|someone|nobody _1 by|named|called|with|patient|here
  @not|doesnt know anyone|anybody|any|a|nobody|no|who _1 by|named|called|person|one|such|that|this|@name|you
  @not know|heard of|who|whos? @name|him|her|them
  @not know this person
  dont|never know|knew|met|heard|seen a|any|no|of @name
  texting|texted|messaging|contacting|calling a|some|complete|total|random? stranger|random
  no idea|clue who @name|that|this|he|she|they|you|u|ur|youre|these
  want|need|seeking|meant|reach|trying|texted|message|text _2 someone|somebody else
  @textOnly|messages|@these|@texts _3 for someone|somebody|another else|person|patient|one
  @texts|texts|these|this _1 not|arent|isnt for me|us|my
  never heard of
  this|that|it|thats|its is|isnt|aint|isn|was|not|wasnt not|no|longer? longer? _2 @phone anymore
  this|that|it is|isnt|aint not? _2 @phone anymore|now
  is not|no el|la|mi|ella @phone|señor|señora
  this|it|that|thats|its isnt|not|aint _1 @whose @phone
  this|it|that|its|thats is? not|no @whose|longer _1 @phone
  this|it|that|thats|its is? not|isnt|aint _2 @phone
  @texts|texts|texting|message|messages|calls _1 for someone|somebody|a|another|the named|called|else|person|@name
  this|that|it|thats|its is? not|isnt|aint|no|longer longer? @name
  this|it|that is no|not longer|more? @name
  im|i|am|we|me am? not|aint @name
  my name isnt|aint|not
  name is not @name
  name isnt|aint
  my name is not
  my name not
  not @name anymore
  @name doesnt|dont|no|longer|does|isnt not|longer? _2 live|lives|have|has|use|uses|own|here|number|phone
  @name _2 number|phone|cell anymore
  @name changed|got|has _2 number
  number|phone|cell|line|this no longer|more _1 belongs|his|hers|theirs|hers|belonging
  number|phone|line belongs|belong|belonged|was to|somebody|@name? someone|somebody|me|another|a
  @phone doesnt|not|dont belong|longer
  just|recently|only|now got|received|bought|inherited|acquired|have|assigned|given this|a|my|the|his|her|someones new|old? phone? @phone
  i got|have|bought|received|was this|given|assigned _1 @phone _1 last|month|week|year|recently|yesterday|today|from|ago|in|few|2|3
  new owner|person|user|holder of|with this
  had|have|owned this|the @phone before|prior
  had this @phone for|since
  had it before me
  no longer|doesnt|not live|lives|reachable|available here|at|with|on this|that|@phone?
  no longer|doesnt|not work|works here
  someone|somebody elses @phone
  belongs to someone|somebody|another|a
  reassigned
  @not|doesnt|doesn have|own|use this|that @phone
  no longer|more has|have|uses|owns|using|use|had this|that|the|his|her @phone
  doesnt|dont|not|didnt have|use|own|got this|that @phone
  no|any _1 at|with|on this|that number|phone|address
  number by mistake
  this is|isnt not? him|her anymore
  not him|her|them anymore
  mistyped|misdialed
  not my|our number|patient|doctor|clinic|doctors
  im|am|not|never not|a|been? a patient of|at|there|here|with|anymore|yours|in
  not a patient
  old|previous|prior|former owner of? _2 patient|number|phone|client
  never been a? _1 patient|there|to
  not|never been|go|went|visited|use|used|heard your|this|that clinic|office|practice|doctor
  @textOnly|messages|these|this|your meant|intended|supposed for someone|somebody|another
  meant|intended for someone|somebody|another
  looking for _1 not|isnt|its|but
  looking for someone|somebody else
  changed|change number|numbers ago
  my|this kid|son|daughter|child has this phone now
`

const WRONG_NUMBER_ES = `
  @phone|persona|person equivocado|equivocada|incorrecto|erroneo|equibocado|ekivocado|incorrecta|equivocad*
  equivocado|equivocada|equivocados|equivocad* de? numero|persona|telefono|num
  se|te|estan|esta|estas|creo|ha|han|haya|hayan|an equivoco|equivocaron|equivocaste|equivoca|equivocan|equivocado|equivocando|equivocados|equivocada
  tienen|tiene|apuntaron|anotaron|guardaron|pusieron|esta mal el|mi|este? numero|telefono
  no es|son|eran para mi|nosotros
  no me llamo @name
  no _2 idea|se|sabemos _1 quien es|sea
  numero|telefono|celular _1 de otra|alguien
  esta|estan|anda usted|ustedes equivocado|equivocada|equivocados
  marco|marcaron|marcando|marcado mal|equivocado
  no es el|mi|su|este|ese|numero|telefono numero|telefono|celular|correcto
  numero|telefono que no es
  no es el|la|este numero|telefono|celular|persona|señora|señor|que|de
  no|ni soy|somos|soi|es la|esa|el|ella|ese|quien|quienes|esta|esa|@name persona|que|señora|señor|quien?
  no|ni soy|somos|soi quien|la|el|ella|esa|@name|paciente|pacientes
  no es|soy ni? @name
  esta|este|aqui|aca|yo|ese|esa|ella|el|telefono|numero|celular no|ya es|soy|no @name|la|es|paciente _1 persona|señora|señor|señorita|@name|que
  no|ni la|lo|le|los|las conozco|conocemos
  no conozco|conocemos|conosco|conocen a
  no conozco|conocemos|conosco ninguna|ningun|nadie|@name|esa|ese|tal|la|al _1 persona|señora|señor|@name|nombre|quien
  no se quien es|sea
  aqui|aca no|ni vive|hay|esta|es|conocemos|existe|trabaja
  no|ni|ya vive|hay|existe|trabaja esta? aqui|aca|nadie|ninguna|ningun|esa|ese|@name
  no vive|esta|hay|es aqui|aca
  nadie aqui|con|se|que ese|esa|que|con|llama|llamado|llame
  nadie con|de ese|este nombre
  @name no|ya vive|no|tiene|es|usa _1 aqui|aca|este|ese|numero|vive|tiene|usa
  @name cambio|perdio|ya|tiene de|este|no|otro numero|telefono|celular|tiene
  este|ese|esta|mi|el numero|telefono|celular|cel ya|no|nunca no? es|pertenece|de|fue|le de|mio|suyo|pertenece?
  este|ese numero|telefono es de|pertenece|ahora otra|mi|otro|un
  ya no es|tiene|usa|ocupa su|el|este|ese|de numero|telefono|celular|ella|el
  ya no es de|la|su
  numero|telefono nuevo de otra
  cambio|cambie de numero
  numero|telefono es de|pertenece otra
  no es de @name
  @phone ya? cambio de dueño|persona|usuario
  numero|telefono|celular _2 mio|mia
  acabo|acaban de comprar|sacar|obtener|recibir|dar|darme este|un
  no soy|somos|fui paciente|pacientes|cliente
  le|les esta|estan|estas escribiendo|mandando|hablando|marcando|texteando|llamando a otra|la|alguien|una
  confundiendo|confundieron|confunde|confundido|confundio de|con|a|me
  me confunde|confundieron|confunden|confundio
  busca|buscan|buscas a otra|alguien
`

/** These are all that the message says. */
export const WHOLE_WRONG_NUMBER = `
  not|no|isnt me|us|@name|her|him
  not|no|isnt @name|him|her here|anymore|sorry|stop
  not|no here
  sorry? wrong
  no @name here
  no @name
  no soy|es yo|el|ella|@name
  equivocado|equivocada|equivocados
  yo no|tampoco soy
  no soy|es
  who|whos is? @name
  aint me|him|her
  this isnt|aint me|him|her|them|us
  this|it|thats is? not me|him|her|them|us
  not|isnt her|his|my|their @phone
  not him|her|here|them
  not mine
  thats? not my name
  not my name|number|phone
  new number|phone|owner
`

export const CLOSING_WRONG_NUMBER = `
  u|you|got|have|has|youve|had|got|texted|texting|called the|a wrong
  no|not|aint _1 @name here
  doesnt|not|never|longer live|lives|lived|stay|stays here
  im|i|am|sorry am? not her|him|them|that
  @phone|my|me|number|it _2 for|under|as|with someone|somebody|another else|person|patient
  for|named someone|somebody|person called|named
  its|thats|is|but|and|im not me
  no idea|clue who _1 is
  not|isnt that|this|the|your person|patient|guy|one|lady you?
  not my name
  no es aqui|aca|ella|el|yo|@name
  no soy de ahi|alli|alla|ustedes
  no soy|es yo|el|ella|esa
  aqui no es|hay|vive
`

export const WRONG_NUMBER = `${WRONG_NUMBER_EN}\n${WRONG_NUMBER_ES}`
