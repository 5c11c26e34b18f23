/**
 * Everyday and office uses of words that are otherwise clinical. A mention is discounted only when it lies wholly
 * inside one of these, within one sentence, and an emergency only where the phrase itself names what it is instead.
 */
export const EN_ADMINISTRATIVE = `
  im? gonna|going|about|ready to? jump on|in|into|to|back|online|over|ahead|through, dog|dogs|cat|cats|puppy|
  kitten|pet|horse _2 sick|hurt|ill|vet|injured|surgery, flu|covid|vaccine|blood clinic|clinics, the flu|
  covid clinic, offer|offering|giving|doing|do|book|schedule|scheduling|provide _4 flu|covid shots|shot|
  vaccine|vaccines, a? shot of espresso|whiskey|tequila|vodka|courage, neck of the woods, cold shoulder|feet,
  have|got|getting cold feet, can|could|cant|cannot you|i|we stomach, bleeding ink|heart, wound up, wallet|
  budget|pocket|pocketbook hurts|hurting, pharmacist|pharmacy|pharma|drug|medical rep|representative|sales,
  headache of a, donate|donating crutches|blood|wheelchair|supplies, put|add|keep me|us|him|her|
  them on to? the|your|a? cancellation|waiting|wait|call|mailing|email|schedule|calendar|hold|speaker list?,
  came|comes back undeliverable|returned, rate|rating|service|experience|survey|stars _5 out of ten,
  joint account|checking|tax|custody|venture|savings, thumb drive|nail, nail|nails salon|appointment|done|
  polish|tech, hip hop, something|whats|somethings|what is? wrong with my|the|your|this account|card|bill|
  payment|order|app|website|portal|phone|insurance|appointment|system|statement|login|link, website|portal|
  app|system|computer|phone|line|link|page|site|screen|elevator|machine|car|printer|fax|internet|wifi|card|
  account _3 acting|being _1 weird|strange|funny|odd|off|slow|up, had|have|get|got|getting _2 name|number|
  email|card|charge|fee|hold|block|address removed, gluten|dairy|lactose|allergy|fat|sugar free option|
  options|menu|menus|food|meal, issue|problem|trouble|something|wrong _3 back door|entrance|gate|lot|office|
  yard, next|new|last|latest|first|another|play|watch episode|episodes, lost|forgot|change|check|set|full? my|
  the|your? voice mail|message|mailbox, movie|film|series|book|show|game _4 blood, sick and tired of|with,
  bitter|hard|tough|big? pill to swallow, blood orange|oranges|moon|brothers, weight loss|management clinic|
  program|programs|consultation|consultations|class|classes|center|group, hurt|hurts the mood|vibe|sale,
  back yard|yards|porch|door|gate|entrance|room|lot|stairs|way|page|pocket|seat|burner, head start|count|
  coach|quarters|line|office|of, court|the hearing, schedule|scheduling|scheduled|reschedule|rescheduling|
  book|booking|cancel|canceling|cancelling|confirm|confirming|move|moving|change|changing|switch|push my|a|
  the|an|his|her|our|that|hubbys|husbands|wifes|moms|dads|sons|daughters? yearly|annual|follow? mammogram|mri|
  mris|ct|cat|xray|x|ultrasound|sonogram|colonoscopy|endoscopy|biopsy|ekg|infusion|bloodwork|blood|lab|labs|
  vaccine|vaccines|flu|shot|shots|booster|surgery|procedure|physical|therapy|pt|treatment|injection|dexa|scan|
  allergy|stress|hearing|sleep? ray|scan|work|draw|test|testing|study|shot|therapy|shots?, mri|ct|xray|
  ultrasound|mammogram|colonoscopy|surgery|lab|infusion|procedure slot|appointment|appointments|appt|
  schedulers|scheduling|desk|location|suite|center|department|time|date, what|which time|day is|was my|his|
  her|the|our mammogram|mri|xray|ultrasound|colonoscopy|surgery|procedure|biopsy|infusion, mammogram|mri|xray|
  ultrasound|colonoscopy|surgery|procedure|infusion is|at|on _5 where|which|what time|building|floor|entrance,
  is|are|have|has|got|with|its|called|carrier blue cross|shield, discharge summary|paperwork, dont|not|
  didnt need|want|request a|any|my|the|another? refill|refills, got|getting|with a cold call|calls|transfer|
  transfers, my back office|up, off my chest, off|from the top of my head, over my head, keep|kept|
  keeping my eye|eyes on, my fingers crossed, on my shoulders, pulling my leg, my head around, watch|watching|
  have|has|got my|his|her|their back, pain|headache|allergy|asthma|diabetes|diabetic|cancer|wound|surgery|
  surgical|spine|vein|dialysis|rehab|rehabilitation|pregnancy|infusion|imaging|migraine|fertility|vaccine|
  vaccination|immunization|fracture|burn|injury|depression|anxiety|addiction|memory|balance|diagnostic|
  medication|treatment|hernia|dermatitis|arthritis|osteoporosis|infectious care|management|disease|
  disorders? clinic|clinics|center|centre|centers|department|dept|institute|unit|building|office|offices|
  seminar|hotline|support|class|classes|fundraiser|conference, pain management doctor|specialist|appointment|
  referral|referrals, pain medicine clinic|center|department|specialist|office, infectious disease doctor|
  specialist|office|department, the|my|a|your allergy|cancer|pain|heart|eye|foot|skin|lung|kidney|thyroid|
  sinus doctor|doctors|dr|specialist, my|his|her|the heart|eye|eyes|foot|feet|ear|teeth|tooth|skin|back|knee|
  hip|mouth exam|exams|exam|appointment|appointments|appt|checkup|cleaning|cleanings|cleaned|glasses|checked|
  whitened|whitening|examined|tested, my|his|her teeth looked|taken|done at|care?, health care plan, close|
  closest|near|next to|by the|your? hospital, general|county|community|memorial|regional|city|childrens|
  university|mercy hospital, which|what|nearest hospital, a|total|real|royal|such|big|huge pain in the|
  my neck|butt|ass|rear, a|such|real|total|big|huge a? pain to, pain to park|reach|get, billing|insurance|
  paperwork|parking|scheduling|scheduler|computer|website headache|headaches, a|such|real|total headache to|
  dealing, painful process|experience, no pain no gain, hurt|hurts to ask|try|check, hurt my|your|her|
  his feelings, @was? @was? dying to|for, @was? @was? sick|tired of waiting|calling|this|your|being|paying|it|
  holding|hold|the|getting|hearing, @was? @was? tired of waiting|calling|this|your|being|paying|it|holding|
  hold, get|got worse at answering, cough up the|money|cash, give it a shot|try, a shot at, fever pitch,
  cabin fever, rash decision|decisions, stroke of luck|midnight|genius|a, different strokes, bleeding money|
  edge, blood drive|bank|donation|relative|relatives|related, in cold blood, a? new blood, in stitches,
  itching to, shaking my head, shaking hands, contagious smile|laugh|enthusiasm, surgery hours|address|
  location|center|centers|building|parking|schedulers|scheduler|phone, drug store|stores|test for work,
  pharmacy hours|address|location|parking|phone, closest|nearest|nearby pharmacy, family|internal|general|
  sports|emergency|occupational|geriatric|integrative|preventive|podiatric|nuclear medicine, school|college|
  doctor|department of medicine, medicine department|residents, prescription glasses|sunglasses|drug? plan|
  card|coverage|benefit|benefits, vitamin shoppe|store, search|survey|election|poll|game|exam|quiz results,
  results page, labs hours|address|location|parking, drug free, vaccine|vaccination|vaccinations|immunization|
  immunizations|shot record|records|card|cards|form|forms|certificate, surgery|surgical|treatment|medication|
  hospital|lab|labs|ambulance|blood|x|mri|ultrasound|colonoscopy|mammogram|injection|er|emergency work|test|
  ray|room? bill|bills|billing|invoice|statement|copay|charge|charges|estimate|receipt, hospital address|
  parking|directions|location|badge|volunteer|gift|campus|building|lobby|entrance|garage|main, at|near|by|
  behind|across|next|opposite|past from|to? the|a? general|county|community|memorial|city|regional|
  childrens? hospital, hospital address|affiliation|privileges, emergency contact|contacts|exit|exits|fund|
  preparedness|brake, emergency phone|contact number|numbers|form|person, urgent care, not urgent,
  not that urgent, nothing urgent, no|not an? emergency contact, suite|room|unit|apartment|apt|extension|ext|
  number|box|route|highway|code|dollars|building 911, 911 street|main|elm|oak|park|north|south|east|west|
  avenue|road|drive|lane|boulevard|dollars, @was? @was? anxious|nervous to hear|know|see|meet|get,
  panic button, black|blackout out? date|dates|period, pass|passed|passing|passes out flyers|forms|papers|
  cards|the, knocked out the|paperwork, password|account|data recovery time?, computer|phone virus,
  virus scan|protection|software, abnormal charge|charges|hours, injury lawyer|attorney|lawyers|law,
  personal injury, car accident report|claim|lawyer|attorney, diabetes|cancer|heart|kidney|lupus|autism|
  alzheimers|asthma|lung association|society|foundation|walk|run|fundraiser|awareness|month,
  mental health parity|benefits|coverage|month|department|clinic|center|services|day, medical|health|
  clinical history|condition|question|issue? form|forms|paperwork|questionnaire|packet,
  discharge from the army|navy|military, discharge papers copy, this is the? pharmacy, this is a? pharmacist, calling from the|a? pharmacy,
  price|prices|cost|costs|bill|that really? hurts|hurt my|the? wallet|budget?, physical therapy office|clinic|center|
  department|hours|address|phone|appointment|appointments|appt|referral|referrals|location|building,
  growing pains, expecting a baby sitter, drowning in paperwork|work|email|emails|bills, choking on paperwork,
  flu season, covid policy|policies|protocol|protocols|rules|restrictions|hours, mask|covid policy, physical|
  sports|school|camp|work medication? form|forms, medication list form, allergy free menu, oxygen bar|
  magazine, hospital grade, knee deep, shoulder to, toe the line, breast cancer awareness|walk|month|center|
  clinic, chocolate|tooth fairy, ice|sour|whipped|shaving cream, cream cheese, phone|help|water|repair gel,
  in the mood, mood lighting, @was? confused about|by my|the|your|this|which, not|doesnt|isnt|hasnt|wont|
  didnt really? help|helping|helped with|find|the|you, crying shame, is it normal|ok to wait|be|have|
  get charged|billed, worried about my|the|his|her bill|insurance|coverage|appointment|balance|account|claim,
  computer|laptop|phone|email|website|mac|pc|tablet|ipad _3 virus|frozen|freezing|crashed|dead, virus on|
  in my|the|our computer|laptop|phone|email|pc, hurt|hurts|hurting my|our|the budget|wallet|credit|score|
  chances|business|pocket, allergic to paperwork|computers|technology|mornings|work|phones, a|such|real|
  huge? pain trying|getting|finding|having, my heart is|was set|on, my heart goes out,
  from the bottom of my heart, break|breaks|broke my heart, by heart, feel|feels|felt so|really? bad about|
  for|that missing|asking|bothering|canceling|cancelling|being|you|her|him|them|the|i, cant|cannot stand the|
  this|that|your hold|music|receptionist|waiting|it|when|how, has|have a cold attitude|tone|heart|shoulder,
  fell|falling|fall asleep on|waiting|holding|during|watching|in, nearly|almost fell asleep, flu|covid|
  booster|vaccine shot|shots clinic|clinics|drive|event|hours|record|records|card|form|forms|price|cost, my|
  his|her|the|our shot|shots|vaccine|immunization|vaccination record|records|card, hospital bed|
  equipment rental|rentals|catalog, refill|refills|medication|prescription request|renewal|refill|
  release? form|forms|policy|line|paperwork, the? back|neck|knee|hip|chest|heart|joint|head? pain|health|care|
  surgery|injury|diabetes seminar|class|lecture|webinar|workshop|brochure|flyer|newsletter, my|his|her hands|
  hand are|is full|tied, in|on|by my|his|her hand|hands|feet, hand|hands on|in|out|over|up|delivered|written,
  at hand, give|gave|lend|lending|need|giving me? a|you? hand, out of my|our hands, off my hands, behind|
  in my back pocket|yard|office|seat, my head around|straight|in, out of my mind, on the back of, get|got|
  getting back to|in|on|from, on my|our|your|this|the side|end of the phone|line|door|street|building|road,
  see|saw eye to eye, keep|kept an eye|ear out|on, all ears, play it by ear, face to face, in your|my face,
  head to|over|out|back|up|down|home, head of, head|nurse start, from head to toe, tooth and nail,
  foot the bill, get|got off on the wrong|right foot, cold feet, on foot, feet away|tall|square|from, six|
  five|ten feet, shoulder surfing, cost|costs|costing me|us|an? an|me? arm and a leg, arm wrestling,
  long arm of, break|broke a leg, last leg, leg room, leg of the trip|journey|race|flight, belly up,
  gut feeling, skin in the game, thick skin, pay|paid through the nose, nose around, cold call|calls|cut|brew|
  drinks|snap|water|pizza|food, hot water|dog|dogs|sauce|chocolate|topic|line|spot|yoga, heat game|pump|wave|
  bill|index, miami heat, blue cross|shield|chip|jays|kidney|line, bleeding edge, red tape|cross|line|light|
  sox|bull|carpet, black friday|tie|belt|car|coffee, green light|card|tea|bay|line, yellow pages|line|cab,
  sick day|days|leave|note|pay|time|of, call|called|calling in|out sick, medical arts|records|leave|board|
  license|assistant|billing|building|center|school|group|supply|release, health|wellness fair|club|plan|
  insurance|portal|app|care|savings|department|food|grade|coverage|benefits|card|network|system|spa,
  dead serious|line|end|battery|phone|wrong|zone|tired|on, battery|phone|line|car|internet|computer is|was|
  went|died dead, car|truck|phone died, kill|killing|killed time|two|the|my? battery|lights|engine|vibe|mood,
  weather|heat|traffic|commute|boss|job|wait|suspense|hold|music|price|bill is|has|been killing me, stuck in|
  on|at traffic|hold|line|work|meeting|parking|elevator|voicemail|a|an|the, broke|broken up|down|link|page|
  elevator|door|stairs|website|even|into|record, tripped the alarm|wire|breaker|over, crash|crashes|crashed|
  crashing each|every|when|on, choke point, poison pill, bitter pill, chill pill, chill out, pill box hat,
  drop|dropped dead|off|by|in gorgeous?, headache trying|getting|with, brain teaser|drain|storm|dead,
  mental note|math|picture, tomorrow|today|weekend|outside|weather _3 temperature, temperature in|of|for|
  outside|today|tomorrow|the|at the? oven|office|room|lobby|waiting|outside|tonight|weekend|phoenix|boston,
  whats|what|how is the? temperature, severe|nasty|bad weather|storm|traffic|storms, labor day|law|union|laws|
  costs|department, in labor day, delivery|deliver date|driver|fee|truck|service, expecting a|your|to|an|
  the call|package|letter|check|email|delivery|refund|hear|reply, stress test|tests the|system|server,
  positive|negative feedback|review|balance|experience|attitude, sharp at|dressed|image, on the dot, billing|
  grace|time|trial|waiting|probation|enrollment|notice|pay|day|week|month|year|rental|this|third|fourth|
  second|first period|periods, period _2 charge|charged|charges, how|where|can|could do|can|
  could? i stop being|getting|receiving|the|these|auto, use to|for convert|call|pay|log|check|make|get|send,
  cant|cannot|couldnt go on|to|out|in|there|with|that monday|tuesday|wednesday|thursday|friday|saturday|
  sunday|the|this|that|vacation|a|my|anymore?, look|looks|looking|seem|seems really|very|a|bit|kind|so? weird|
  funny|strange|off|odd|wrong on|to|in|this|that|with, charge|charges|transaction|transactions|payment|
  payments|statement|bill|card|account|email|link|website|number|balance _5 look|looks|looking|is|are|
  was _1 weird|strange|funny|off|odd|wrong, really|very|so sad whats|what|experience|service|news|that,
  swallowed by|my the|card|pin, ate my|the card|money|homework, pressing matter|issue|question|engagement,
  tail end|light|lights|gate, loose ends|leaf|change, growing list|business|family|company|concern,
  burning question|desire|man|rubber, bump|bumped into|up|my|the appointment|time|list|meeting|slot, knot in|
  the tie|rope, spot|spots open|available|left|on|for|in the|a|my|your? schedule|list|calendar|waitlist|class|
  tuesday|monday|friday|thursday|wednesday|parking, parking spot|spots, patch me|through|us, patch|patched me|
  us? through, mark|marked|marking it|me|my|your|the|down calendar|appointment|date, cut|cuts off|check|out|
  me|corners|back|short|the, hole in|one, spasm of, lump|lumps sum|in, itch|itching for|to, rash of,
  hive mind, shot in the dark, sore subject|loser|spot, rough estimate|idea|draft|time|number|guess|quote,
  raised my|the rates|premium|prices|fee|rate, pressure washer|cooker|me|washing|from, under pressure,
  peer pressure, blown away, blew it|me|up? off|away, worse service|than|every before|last|expected, service|
  wait|waits|traffic|line|lines|parking|website|experience|app _4 worse`

/** The same in Spanish. */
export const ES_ADMINISTRATIVE = `
  perro|perra|perrito|gato|gata|mascota|gatito _2 enfermo|enferma|malo|malito|operado|herido, trabajo|trabaja|
  hablo|llamo de parte de la|una farmacia, trabajamos en una|la|un|el farmacia|clinica|hospital|laboratorio, hirvio|hierve la sangre, fiebre del|
  de oro|mundial|compras|sabado, un? dolor de muelas|cabeza este|esta|el|la tramite|seguro|papeleo, tramite|
  papeleo|pagina|sitio _3 dolor de muelas|cabeza, duele en el|la alma|bolsillo|cartera, cambiar|mover|
  cancelar|confirmar|reagendar|agendar|reprogramar|programar|sacar|hacer la|mi|el|una|un|su|cita|hora|fecha|
  turno|dia de|para|del|la|mi? mi|la|el|una|un|los? resonancia|mamografia|ultrasonido|ecografia|colonoscopia|
  endoscopia|tomografia|radiografia|laboratorio|laboratorios|terapia|vacuna|operacion|cirugia|examen|analisis|
  estudio|estudios|placa?, donde|cual|cuando queda|esta|es _2 laboratorio|hospital|farmacia|ultrasonido,
  a que hora es|sera|tengo _2 cirugia|operacion|resonancia|mamografia|ultrasonido|examen, enfermera|
  enfermero que me|nos|lo|la? atendio|contesto, limpieza dental _3 rayos|radiografias x?, clinica|centro|
  departamento|unidad|edificio|especialista|instituto|grupo de|del el|la|los|las? dolor|diabetes|cancer|
  alergias|alergia|heridas|salud|embarazo|vacunas|cirugia|corazon|asma|dialisis|diagnostico|rehabilitacion|
  urgencias|emergencias|ojos|pie|pies|piel|espalda|medicina|migrana|columna mental|fisica|deportiva|familiar|
  interna|general?, medicina general|interna|familiar|deportiva|nuclear|preventiva|alternativa|laboral,
  facultad|escuela|doctor|departamento de medicina, contacto|contactos|numero|telefono de emergencia|
  emergencias, salida de emergencia, fondo de emergencia, no es urgente, nada urgente, no urge, sin urgencia,
  no es ninguna urgencia, me duele decir|decirle, dolor de cabeza con la|el|los seguro|papeleo|factura|
  tramite|tramites, en mis manos, mis manos llenas, en su mano, azucar en el cafe, receta de cocina|pastel|
  arroz, resultados de la busqueda|encuesta|eleccion|elecciones, resultado del partido, mis|
  los estudios universitarios, placa|placas del|de mi|del|el|mi? carro|coche|auto, cartilla|tarjeta|carnet|
  comprobante|registro|registros|record|historial de vacuna|vacunas|vacunacion, factura|cobro|recibo|cuenta|
  cargo|copago|estado de|del|por la|el|mi|cuenta|del? laboratorio|hospital|cirugia|ambulancia|emergencia|
  emergencias|operacion|tratamiento|radiografia|ultrasonido, direccion|horario|telefono|estacionamiento|
  entrada|ubicacion de|del la|el? hospital|farmacia|laboratorio, frente|cerca|atras|lado|junto al|
  del hospital, horario|horas de farmacia|laboratorio|vacunacion|operacion|cirugia, farmacia mas cercana|
  cerca, lunar nuevo, se cayo|cae|corto|corta la|el|mi llamada|celular|sistema|telefono|internet|senal|pagina|
  linea|cita|servidor|conexion|comunicacion, se me|le cayo|rompio|murio el|la|mi celular|telefono|llamada|
  internet|bateria|reloj|senal|sistema, se rompio|quebro|descompuso el|la|mi enlace|link|carro|coche|pagina|
  celular|ascensor|elevador|impresora|computadora|trato, primeros auxilios, receta electronica|de cocina|
  del flan|pastel|abuela|en blanco, receta del|de la|el? flan|pastel|sopa|salsa|mole|tamales|arroz, tomar|
  tome|toma|tomo|tomando el|un|nota|la|su|mis|mi|los|unos recado|mensaje|datos|pedido|foto|asiento|taxi|
  camion|metro|bus|turno|clase|curso|cafe|vuelo|mensaje, temperatura va|hace|hay|habra|hara, la|
  que temperatura manana|hoy|en|del|de|afuera, dolor|dolores de cabeza con|por|para este|esta|el|la|los|las|
  mi? recibo|factura|cobro|cuenta|papeleo|seguro|tramite|tramites|pagar, soy|habla|llamo|llama|ciudad|calle|
  colonia|avenida|virgen|senor|senora|dona|don|sra|sr|para dolores, tengo|con la cabeza en otro|otra lado|
  cosa|parte, se me fue la onda|llamada|senal, me|nos urge hablar|saber|pagar|cambiar|mover|cancelar|
  confirmar|una|un _2 factura|contabilidad|cita|cobro|cuenta|recibo|pago|carta|constancia|gerente, me|
  nos esta|estan|tiene|trae matando el|la|con|de jefe|trafico|horario|espera|musica|renta|trabajo|calor, jefe|
  trafico|calor|horario|trabajo|renta|espera me|nos esta|trae matando, muerto|muerta de hambre|risa|cansancio|
  sueno|frio|calor, muero de|por hambre|risa|ganas|ver|conocer|saber, el|la|mi carro|coche|bateria|celular|
  telefono|tele murio|se, estacion|llamada|tarjeta|cuenta|pagina caida|cortada|bloqueada, esta|estan|queda|
  sigue|abre abierto|abierta|abiertos el|los|la|hoy|manana|ahora|sabado|domingo, no me|nos|le llega|llego|
  baja|ha|viene el|la|mi|su|ningun|un|llegado correo|factura|mensaje|codigo|recibo|carta|link|enlace|cheque|
  tarjeta|archivo|aplicacion|app|paquete, sangre fria|azul, mala|mal sangre|educacion|servicio|atencion|trato|
  numero|dia|experiencia|hora|clima|tiempo|escrito|direccion, es normal que tarden|cobren|no|esten|
  me contesten|cobren|atiendan|abran|llamen, curso|clase|taller|platica|folleto de|sobre primeros|la|
  el? auxilios|diabetes|nutricion|parto|lactancia, va|van peor el servicio|trafico, peor servicio|experiencia|
  atencion|que antes, me muero de ganas|hambre|risa, me muero por ver|saber|conocer, harta|harto y cansada|
  cansado, cansado|cansada de esperar|llamar|esperarlos|que, enfermo|enferma de esperar, ausencia|nota|dia|
  dias|licencia por enfermedad, dia|dias de enfermedad, puntos de recompensa|venta|lealtad, cuantos puntos,
  a que|en punto|puntos, procedimiento para|de cancelar|pagar|registro|queja|quejas, golpe de suerte,
  de golpe, virus de computadora, virus en mi|la computadora, calentura de, grave problema con mi|la factura|
  cuenta|seguro, tomando un|una|el|la|nota clase|taxi|cafe|mensaje|recado, temperatura de|del la|el? oficina|
  sala|clima, seguro medico|de enfermedad|vida|salud`

/** What an "urgent" is about when nothing clinical stands beside it. */
export const BUSINESS_WORDS: ReadonlySet<string> = new Set(
  `refund refunds invoice invoices bill bills billing billed charge charges charged payment payments transaction transactions
  transfer account accounts insurance coverage claim claims paperwork order orders delivery package password login
  factura facturas cobro cobros cuenta cuentas pago pagos recibo recibos papeleo contabilidad reembolso tarjeta pedido
  contrasena`.split(/\s+/),
)
