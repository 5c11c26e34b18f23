/**
 * Uses of the same words that ask for nothing of the kind. A request or a wrong number that begins inside one of these
 * does not count. One term a line.
 */

/** "I'll stop by", "stop taking the pills", "when do I stop": no messages in it. */
const OTHER_STOPS = `
  stop|quit by|in|at|over|off|taking|smoking|drinking|eating|using|working|here|there|for|before|sign|light|worrying|laughing|crying|thinking|coughing|and|into|first|when|until|bleeding|feeling|vaping|going|driving|playing|exercising
  stop|quit sending|giving _2 bills|bill|invoices|statements|refills|prescription|faxes|faxing
  stop|quit the|my|a|his|her|this|that|your|taking|all _1 refill|refills|medication|medications|medicine|medicines|meds|insulin|pill|pills|antibiotic|antibiotics|drops|treatment|bleeding|fever|payment|payments|autopay|order|prescription|dose|shots|injections|pain|charges|cream|vitamins|therapy
  stop me if
  stop|quit calling|texting my|his|her|the _1 work|office|job|house|home|mom|school|old|landline
  bus|train|metro|next|last|first|truck|pit|rest|one|quick|a|the stop
  cant|couldnt|wont|doesnt|didnt|never|hasnt|wouldnt|cannot|not|isnt _1 stop|stopping|quit|end
  will|does|did|would _3 pain|bleeding|fever|cough|numbness|vomiting|swelling|hiccups stop|end
  can|should|may|could|when|must|do|time i|he|she|we|they|you|do please? stop|quit|end taking|the|my|smoking|drinking|for|eating|walk|using|wearing|being|seeing
  can|should|may|could|when|must|do i|he|she|we please? stop|quit|end
  what time do|does|is you|they|the? stop|end
  told|asked|said|says me|him|her|us|to|i|he|she _1 to? stop|quit _1 taking|smoking|eating|at|using|drinking|the|by|my|wearing|before
  i|ill|we|he|she|will|hell|shell|can|to|and|going need|have|want? to? stop by|in|at|over|there|on|and|after|before
  it|them|this to? stop|stopped bleeding|hurting|itching|coughing|oozing|the|leaking|burning|throbbing|before
  want|need|make|wanted to? it|this|pain|bleeding _1 to? stop|end hurting|bleeding|itching|so|because|before
  cancel|end|stop|quit the|my|our|a|his|her|this|that|tomorrows|todays|all|mondays|tuesdays|wednesdays|thursdays|fridays? appointment|appointments|appt|apt|visit|order|prescription|refill|surgery|reservation|membership|plan|policy|mri|scan|procedure|call|hold|shift|trip|class|card|insurance|coverage|autopay|account _3
  cancel _3 appointment|appt|visit _4
  opt|opted|opting out of the|my|our|all|this|that|your|a|any? insurance|plan|coverage|vaccine|vaccines|dental|vision|medicare|medicaid|benefit|benefits|surgery|procedure|program|study|trial|test|testing|portal|paper|email|emails|newsletter|sharing|hsa|policy|epidural|anesthesia
  unsubscribe|unsubscribed|unsubscribing|unsub _2 from? the|your|my|email|emails? _1 newsletter|emails|email|gym|netflix|podcast|app|magazine|youtube|channel
  stop|quit|silence|block _1 phone|ads|ad|spam calls
`

/** "Will it stop", "the last stop": not the bare word that ends a clause as an order. */
export const NO_BARE_REQUEST = `
  to|2|will|would|does|did|do|should|can|could|must|may|might|dont|my|your|his|her|each|every|any|which|what|i|we|he|she|they|it|pain|bleeding|rain|or|start|full|short|non|need|one|ever|these|its|then|completely|finally|the|a|el|del|un|never stop|quit
`

/** Asking for texts to go on, or after texts that failed to come. */
const WANTS_TEXTS = `
  dont|never|didnt|not|donot please|ever|want|mean|need? to? stop|quit|cancel|unsubscribe|opt|remove|end _1 sending|texting|the|my|me|calling|reminding|messaging|by
  dont|never|didnt|not please? stop|quit|cancel|unsubscribe|opt|remove|end|delete|block
  dont|not|never|didnt want|mean|ask|intend|try|wish|wanted|meant|need|like|meaning|asked|trying you|to|for|it|them|us|the|these|my? texts|text|messages|reminders|you|to|it? to? stop|end|cancel|unsubscribe|opt|quit _3
  why|did|when|before|since|until|unless|after|havent|hasnt|whether|if|once|come did|do|have|has|you|i|it|they|the|we|guys|are|someone|come|accidentally? did|do|have|has|you|i|it|they|the|we|guys|texts|messages|all? stop|stopped|quit|unsubscribe|unsubscribed|opt|opted|cancel|stopping
  accidentally|accident|mistake|mistakenly|oops _4 stop|unsubscribe|unsubscribed|opt|opted|optout
  texted|sent|typed|replied|said|hit|pressed|wrote stop _2 accident|mistake|accidentally|error
  unsubscribe|unsubscribed|opted|opt out? by|on accident|mistake|accidentally
  reply|text|txt|send|type|respond|say|press|texting|answer with? stop|end|cancel|quit|unsubscribe|no|help to|2|too|for|if|at|or|and|by|will|do|does _6
  reply|text|respond stop|quit|end|alto
  stop to end|unsubscribe|opt|cancel|quit|stop
  responda|responde|envie|envia|conteste stop|alto|parar|baja para _5
  @not|didnt|doesnt|never|havent|hasnt|no get|got|receive|received|see|saw|gotten|hear|heard|have|find|read|getting|understand|recieve a|any|the|your|that|my|this|for|about? _1 @text
  @not|didnt|never|havent|hasnt|nobody _1 get|getting|got|receive|received _4 @text
  @not|longer _1 want|need|wanna|wish|care|like to? _1 miss|lose|change|wait|reschedule|come|forget|leave|pay|see|talk|discuss|use|delete|ignore|stop|cancel|bother|keep|read|erase
  @not _2 want|wish|need|like|care to? use|the|a|an|my|another|any|that? appointment|surgery|visit|help|refill|refills|late|rush|charge|call|copay|shot|vaccine|prescription|voicemail
  @not|longer _1 want|need|like to? the|my|that|this|a|an appointment|visit|surgery|refill
  not|dont need|want a|the|another|my? text|texts? reminder? back|yet|until
  no text|message|messages|texts|sms|reminder|reminders yet|was|were|came|left|from|has|received|on|in|is|for|since|plan|service|messaging|needed|necessary|today|about
  no texts|messages came|went|yet|showed|from|have
  @text not|never come|came|coming|going|go|gone|delivered|received|clear|working|arrived|through|loading|showing|opening|sent
  @text isnt|arent|wont|didnt|doesnt|cant|werent|wasnt _1 come|came|coming|going|go|delivered|working|open|load|show|send|arrive|through|clear
  without a|any text|message|messages
  @not|no text|message|txt and|while|or drive|driving
  not|dont|isnt a|an|my|the? good|great|best|new|working|secure|main|emergency|toll|valid|only time|number|way|line|phone|cell|day|place
  dont|never|please leave me|us on|hanging|a|hold
  reminder calls|call only
  dont|not need|want|require _2 reminder call|calls
  opt me|us? back
  leave|left me|us|him|her a|the|your? message|voicemail|note
  dont|not ignore|lose|delete|miss my|this|the @text
  still _3 getting|receiving _3 bill|bills|fever|headaches|pain|dizzy|sick|error
  havent|hasnt been able to _3 text|message
  rather|prefer|prefers not|no|dont|to|would? text|texts|texting|message|messages over|than|instead|please|better|to calls|call|calling|phone|a|being
  if not
  rather|prefer not to? text|message|contact him|her|them|my|on
  dont|not know jack shit
  have|had|got no|zero more? @text
  would|could|please|can you|u|yall text|message
`

/** Lists, numbers and things to remove that have nothing to do with texts. */
const OTHER_REMOVALS = `
  waiting|wait|cancellation|cancelation|standby list
  waitlist
  @remove|off me|us|my|him|her|mom|dad|your|the|mother|father|son|daughter|from|of? name|appointment|mom|dad|son|daughter|wife|husband|kid|mother|father? off|from|out|on? of? the|your|that|this|my|his|her|any? _1 waiting|wait|waitlist|cancellation|standby|schedule|calendar|appointment|appointments|medication|medicine|meds|insulin|pill|pills|account|insurance|antibiotic|antibiotics|oxygen|monday|tuesday|wednesday|thursday|friday|saturday|drug|books|hold|study|cholesterol|statin|steroids|prednisone|policy|panel|work|ventilator|program|diet|plan|statins|blood|work|job|morning|afternoon|3|2|slot|email|newsletter list|study|schedule?
  need|want|like|have to? take|get|remove|be my|me|us|him|her _1 off|out|from of? the|your _1 cancellation|wait|waiting|schedule|calendar|medication|standby
  want|need|like|get _2 off|out of? the|my|this|your|that? waiting|wait|waitlist|cancellation|medication|meds|pills|medicine|insulin|schedule|hospital|cast|house|car|bed|work|program|study|insurance
  @remove|@erase|change|update|lost|found|give|gave|add my|the|this|your|that|our|an|a old|previous|former|work|husbands|wifes|exs|moms|other|card|payment|stitches|second|emergency|pharmacy|pharmacys|policy|account|bank|home|claim|member|insurance|office|doctors|reference|fax|confirmation|case|cards _1 number|phone|info|cell|contact|address|email|line?
  not the patient
  i|we|just|mom|he|she|accidentally lost|lose|forget|forgot|deleted|erased|dropped|broke|misplaced my|the|your|his|her|this|our number|phone|cell|card|cellphone|iphone
  i|we|did|may|might|will|always|never lose|forget my|the|your number|phone|cell
  take _1 my|this|our|down number|phone|cell down|please|again|its|it|new|is
  need|have my|the|your|a number|phone|name|chart|records|results
  get my name|number|phone|info _1 spelled|right|fixed|updated|corrected|straight
  get|pull my|the|your|a chart|records|results
  @remove my|the|his|her|a|this|that|me cast|stitches|mole|staples|bandage|tube|catheter|dressing|ring|port|tick|splinter|device|iud|wart|nail|sutures|glasses|late|charge|fee|card|chart
  can|could|should|may|do i|we take|remove|get it|this|that|them off
  take|remove|get it|this|that|them off at|before|after|by|myself|when|if|tonight|tomorrow|today|to
  my|your|the name on|in|at|is|was the|my
  block|hold|save|book the|a|my|that|out _2 slot|pm|am|oclock|time|spot|appointment
  never|cant|wont leave|let my|the|me|us alone
  left|leave|live|lives|stay|staying|home|be|im|am me|him|her? alone with|in|at|for|today|overnight
  knock|knocked it off the|my
  block|blocked|blocking my|the|his _1 nose|ear|artery|arteries|driveway|sinus
  on my|the|your list of|for
`

/** "Don't text me at work": a time or a place, not an end. */
const NOT_HERE_NOW = `
  i|we|he|she|husband|wife|mom|dad|mother|father|you|they|who dont|cant|never|doesnt|cannot|didnt text|txt|message|messaging|texting
  i|we|he|she|you|they do|can|did|does not text|txt|message
  i|we dont|do not? use|have|get your|text|texts|texting|the|a
  do? @not @textVerb|call|send|disturb me|us|him|her|this|that|it|my|here? back|number|phone|text|texts|messages? at|before|after|until|till|during|today|tomorrow|tonight|while|when|if|back|yet|on|in|because|this|right|between|early|late|so work|night|home|noon|one|two|three|four|five|six|seven|eight|nine|ten|1|2|3|4|5|6|7|8|9|10|11|12|school|then|the|i|im|my|monday|tuesday|wednesday|thursday|friday|weekends|weekdays|sunday|saturday|morning|evening|week|now|meetings|lunch|dinner|you|its|it|tomorrow|today|after|before|next|about|late|early
  do? @not @textVerb|call|disturb me|us|him|her? before|after|until|till|during|today|tomorrow|tonight|while|when|if|back|yet|because|between|early
  do? @not message|text me|us? on|through|in|at|to the|my|your? portal|mychart|facebook|whatsapp|email|work|office|job|instagram
  do? @not message|text|send|contact|call|bother my|the|his|her|our|that|to _1 work|office|email|old|job|employer|boss|insurance|pharmacy|doctor|ex|school|former
  do? @not send _4 to|until|before|by|via the|mail|that|cvs|walgreens|old|i|email|we|fax
  do? @not send _4 to|via my|his|her|our _1 work|office|old|email|house|home|job|employer|insurance|address|pharmacy
  do? @not send me|us|my to|back|home|over|away|for|in|out|another|the|a|an|any|bill|bills|to|son|daughter|mom _1 to|er|lab|hospital|home|collections|bill|bills|prescription|refill|results|statement|copy|forms|form|different|generic|wrong|same|specialist
  do? @not send me|us to|back|home|over
  do? @not send my|the _1 son|daughter|mom|mother|dad|records|results|labs|chart|kid|kids|husband|wife|info|information|prescription|meds
  do? @not send _3 prescription|refill|bill|results|invoice|records|form|statement|pills|medicine|order|script
  do? @not need|have|want|hesitate|forget to text|contact|message|bother|call
  do? @not want to bother|disturb|text|message|contact|harass|pester
  do? @not contact|text|message|bother _1 insurance|doctor|pharmacy|him|her|employer
  @not want|need|like|wish you|u|anyone|them to? call|wait|send|worry _2 results|pharmacy|prescription|bill|at|until
  no contact with|info|information|sports|since
  hate|sorry|didnt|dont|want|mean to bother|disturb|bug|pester
  stop bothering|hurting me|him|her so|at|when
  pain|back|knee|leg|tooth|stomach|shoulder|cough|it|rash|foot|hip|neck|eye|head _2 bothering|bugging me
`

/** Consents, signatures and permissions for something else than texts. */
const OTHER_CONSENTS = `
  not|never|didnt|havent|dont|no|nobody sign|signed|agree|agreed|consent|authorize|authorized|ask|asked|request|requested|approved up? for|to|the|that|this|a|my|your|any? surgery|treatment|charge|charges|bill|procedure|test|payment|form|forms|consent|portal|class|vaccine|shot|fee|lab|appointment|visit|refill|prescription|referral|mychart|insurance|study|plan
  revoke|withdraw|cancel|withdrawing|revoking my|the|consent|permission|authorization to|for|of share|surgery|release|treatment|records|procedure|disclose|the|my|medical|research|photos|hipaa
  give|have|gave|need|get|sign permission|consent to|for treat|share|release|see|surgery
`

/** Wrong things, and numbers that are not the sender's phone. */
const OTHER_WRONGS = `
  is|was|do|did|does|have|if|whether this|that|it|i|you|i|this _1 have|the|a|got|dial? wrong|right number|num|phone|person
  is|was|isnt this|that|it the? wrong _1 number|phone|person
  is|isnt|are this|that|it|you your|the|a|my|not|still|right? _3 number|phone|line|cell or|right|correct|or|for
  wrong number|num|phone|cell _1 of|on|for|listed|in|from|is|was|at my|pills|file|the|me|days|tablets|account|chart|him|her|that|refills|record|system|them|insurance|billing|pharmacy|fax|your
  drop|lower|cut? the? number|num|numero of|de pills|people|days|tablets|times|pastillas|visits
  gave|give|given|put|wrote|entered|left|typed|listed|had|have|dialed|called|have _2 wrong number|phone|cell for|on|in|down|mine|the|it|my|its|earlier|sorry|first|last
  i|we must|think|may|might|just? gave|put|left|wrote|typed|entered|dialed|called|texted|have|had|copied|wrote|sent _3 wrong number|phone|person|one
  wrong person|guy|lady|man|woman picked|answered|called|at|in|on|for|came|signed my|the|your|that|me
  wrong|incorrect _1 person|number|phone insurance|card|policy|chart|bill|prescription|pharmacy
  not|isnt|wrong the|a|an|my|your right|main|correct|best|fax|fast number|phone|line? for|of|to|fax|pharmacy
  this|it isnt|is|its|thats not? about|for|regarding|urgent|an|emergency|a|working|just|my|fun|fair|right|as|too|that|what|sure|ready|serious
  not a|an patient person|portal|room|man|woman
  no pain|doctor|parking|openings|availability|doctors|appointments|times|signal|reception|heat here|at|to|is|in
  nobody|noone|one|anyone one? here|at _1 to|can|who|has|is|answered|speaks|answering|helped|picking
  theres|there|is is|isnt|no|any|a parking|doctor|record|appointment|line|place|openings|pain|signal _1 here
  i|hes|shes|im|he|she|we|you|be|my|dr|doctor|doctors|still _1 not|no|doesnt|dont|longer|isnt live|living|work|works|working|available|here|there|reachable|in far|until|today|anymore|near|tomorrow|on|at|the|monday|close|yet
  i|we dont|do not? have|know|use|own my|the|your|that|a|an|any|this account|policy|insurance|member|fax|id|card|pharmacy|claim|case|phone number|with?
  dont|not|didnt know|have|remember|recall|find any|a|the|your|of other|good|doctor|doctors|dentist|dentists|number|address|pharmacy|phone|fax|way|one|anyone|other _2
  new|other|different|correct|right|current|updated number|phone|cell is|its|below|instead|555
  my|his|her|moms|mothers new|old? number|phone|cell changed|is|has|was|broke|died|to
  not|never been to|in the|er|hospital|feeling|able|sleeping|eating|well|sick|diagnosed|better|tested
  doctor|pharmacy|pharmacist|nurse|dr|therapist|dentist _2 doesnt|no|not work|works|have|here|longer
  prefer|want|see|need|like|with|for dr|doctor|mrs|ms|mr
  not dr|doctor|mr|mrs|ms
`

const SPANISH = `
  para|alto|fin|baja|pare|basta|alta la|mi|el|una|un|de|que|los|cuando|las|hacer|preguntar|saber|confirmar|mañana|hoy|recordar|ver|decir cita|semana|presion|azucar|visita|colesterol|cirugia|mañana|hospital|mes
  no|ya quiero|quisiera|necesito|deseo|queremos ir|tomar|mas|el|la|esa|esta|ese|otra|una|un|seguir? mas? cita|medicina|pastillas|vacuna|doctor|tratamiento|tomando|con|esperando|medicinas|inyeccion|dolor
  no|ya quiero|quisiera|deseo|necesito molestar|molestarlos|molestarle|molestarla|perder|perderme|dejar|cancelar _4
  dejen|deje|dejar|dejo|deja|dejenme|dejeme|dejame|dejarme|dejarle|dejaron _1 mensaje|recado|texto|un|saber
  dejen|deje|deja|dejo|dejar|dejamos|dejaron de? tomar|que|comer|fumar|tomarme|tomando|usar|beber|trabajar|sangrar|toser|doler|vomitar
  no me|nos|le mand*|envi* la|el|los|mi|mis|las|un|una|otra|a? _1 receta|recetas|resultados|factura|medicina|papeles|resultado|orden|referencia|cuenta|formulario|farmacia|estudios|copia
  no me llego|llegaron|llega|ha|han
  no he|hemos|recibi|recibo recibido|recibi|el|ningun|su|sus|nada|la
  no recibi|recibimos|recibo|llego
  no me|nos|la llam*|marqu* antes|despues|hasta|hoy|en|al|cuando|a|por|para|de
  no me llamaron|hablaron|dijeron|dieron|escribieron|contestan|mandaron|enviaron
  no|ni me escrib*|mand*|text* antes|despues|hasta|hoy|en|al|cuando|a|mañana|tan
  no|nunca por? favor? dejen|deje|paren|pare|cancelen|cancele|quiten|quite|borren|borre|eliminen|saquen de? @mandar?
  quiero|quisiera|puedo|deseo|queria|necesito dejar|dejarle|dejarles|mandar|enviar|recibir un|el|este|los|una? mensaje|recado|texto|mensajes|recordatorio|recordatorios
  no puede|puedo|para|paro|puedan|paraba|pueden|ha _1 de? parar|dejar|dejo|vomitar|toser|llorar|escribir|recibir
  no quiero|quisiera que @parar|paren|dejen|cancelen|cancele|quiten _4
  no quiero|quisiera dejar|parar|cancelar|perder|perderme _4
  por que|ya dejaron|pararon|no|dejo
  dejar|deje|dejen|dejo|para|parar|suspender|suspendo de|la|el|las|los|mi? tomar|fumar|tomarme|tomando|usar|comer|beber|pastilla|medicina|tratamiento|medicamento|pastillas|insulina|sangrado|dolor|medicinas
  cuando|si|ya|como|puedo|debo|tengo|hay|mejor|puede|que|quiero|quisiera|quiere ya|que? dejaron|deje|dejo|dejar|parar|paro de comer|fumar|tomar|usar|beber|trabajar
  paro|para|dejo|para|sirve el|un|mi|recibir|mandar|enviar|escribir dolor|recordatorio|mensaje|recordatorios|mensajes?
  para mandar|enviar|recibir|escribir|llamar|contactar|recordarme|recibirlos
  paro cardiaco|respiratorio
  no equivocado
  me|se|lo|nos|yo|le equivoque|equivocaron|equivoco|equivoca de|en|mi|el|con|la|al dia|fecha|hora|farmacia|doctor|receta|consultorio|nombre|medicina|cuenta|dosis|direccion|apellido|pedido|cita|seguro|color|diagnostico|talla
  numero|telefono equivocado|equivocada de|en|del|es|para|con _1 seguro|poliza|cuenta|expediente|cita|cuarto|suite|paciente|tarjeta|factura|mi|farmacia
  tengo|di|dio|dieron|diste|puse|escribi|anote|dieron|dimos|marque|deje|llame|mande|tenia _2 numero|telefono equivocado|incorrecto
  es|sera|este|marque|tengo el|este|un? numero|telefono equivocado|correcto|incorrecto
  no hay @mensaje|citas|cita|nadie|problema|lugar|estacionamiento|espacio|farmacia|nada
  no hay
  no es el|la|mi|este|ese|esa|un|una|cierto|urgente|nada|de|que? dolor|medicina|doctor|doctora|farmacia|cita|problema|emergencia|dia|hora|fecha|receta|primera|misma|mismo|que|urgencia|cuenta|direccion|seguro|pastilla
  no soy paciente nuevo|nueva|de
  no soy|es el|la|de|muy|su|tan|mas? dueño|responsable|buena|bueno|esposo|esposa|mama|papa|titular|alergico|alergica|diabetico|diabetica|aseguranza
  ese|esa|este|esta no|ya es mi|el|la|su? doctor|doctora|farmacia|cita|medicina|receta|seguro|aseguranza|direccion|dia|hora|fecha
  que? me|le|nos|te? @sacar|@parar mi|me|el|la|los|mis|le|una|un|las|esa? cita|puntos|yeso|lunar|muela|sangre|dolor|receta|tubo|drenaje|vendaje|vesicula|diente|copia|uña|verruga|cargo|cobro|cita|foto|turno|direccion
  @sacar me|nos|una|un|la|mi|otra|otro? _1 cita|turno|puntos|yeso|lunar|muela|sangre|dolor|duda|foto
  @sacar _4 espera|agenda|calendario|puntos|horario|cita|citas|doctor|seguro
  lista de espera
  dar|darme|denme|de|dame|deme de baja el|la|mi|un|una|los pedido|cita|seguro|plan|cuenta|tarjeta|gimnasio|poliza|orden|receta
  no me|nos mand*|envi* _2 link|codigo|correo|fax|formulario|todavia|aun|direccion|factura|doctor|doctora
  cancelar|cancele|cancelen|cancela|cancelo|cancelado|anular mi|la|el|las|una|esa|los|mis|su? cita|citas|visita|consulta|turno|cirugia|appointment|orden|receta|mañana|estudio|examen|operacion _3
  quita|quite|quitar|quitan|quitarme|baja|bajar el|la|mi|los|de|las dolor|fiebre|inflamacion|sueño|hambre|azucar|presion|peso|puntos
  no se me|le|si|que|como|cuando|quita|donde
  no|nunca se|me quita|quitan|quito|baja|pasa
  dar|dado|dieron|dio|dan de alta
  baja|bajo la|de|del presion|azucar|peso|oficina|autobus
  nos|me den|dar|darme|denme|deme una|un|otra|la|el|mi|informacion|cita
  mi|mis _1 ya? no|ni vive|viven|tiene|usa|esta
  ya|no le|les|me debo|voy|puedo|puede a? ir|venir|llegar|escribir|hablar|mas
  no me|nos dieron|dio|dijeron|han|contestaron|paso|explicaron
  no|ya aqui|alla|ahi nadie|hay contesta|contestan|quien
  solo|solamente llamadas|llamen|por|llamo
  aqui no hay|esta|es|ha donde|farmacia|parada|doctor|estacionamiento|la|señal|llovido
  no|ni esta|se|es|vive bien|aqui|sea|lejos|enfermo|enferma|el|la mi|doctor|doctora|papa|mama
`

/** Words one letter away from a listed one that mean something else. */
export const REAL_WORDS = `
  contactaron contactamos molestaron enviaron escribieron textearon llegaron buscaron eliminaron cancelaron borraron
  contract contracts contracted contracting massage massages massaging remainder remainders contact contest content
  contents removal remover messier receives canceled equivocado autorice textiles blocker`

export const NO_REQUEST = [
  OTHER_STOPS,
  WANTS_TEXTS,
  OTHER_REMOVALS,
  NOT_HERE_NOW,
  OTHER_CONSENTS,
  OTHER_WRONGS,
  SPANISH,
].join('\n')
