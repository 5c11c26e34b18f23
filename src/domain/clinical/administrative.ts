/**
 * Everyday and office uses of words that are otherwise clinical. A mention is discounted only when it lies wholly
 * inside one of these, within one sentence, and an emergency only where the phrase itself names what it is instead.
 */
export const EN_ADMINISTRATIVE = `
  dont|not|didnt need|want|request a|any|my|the|another? refill|refills,
  got|getting|with a cold call|calls|transfer|transfers, my back office|up, off my chest,
  off|from the top of my head, over my head, keep|kept|keeping my eye|eyes on, my fingers crossed,
  on my shoulders, pulling my leg, my head around, watch|watching|have|has|got my|his|her|their back, pain|
  headache|allergy|asthma|diabetes|diabetic|cancer|wound|surgery|surgical|spine|vein|dialysis|rehab|
  rehabilitation|pregnancy|infusion|imaging|migraine|fertility|vaccine|vaccination|immunization|fracture|
  burn|injury|depression|anxiety|addiction|memory|balance|diagnostic|medication|treatment|hernia|dermatitis|
  arthritis|osteoporosis|infectious care|management|disease|disorders? clinic|clinics|center|centre|centers|
  department|dept|institute|unit|building|office|offices|seminar|hotline|support|class|classes|fundraiser|
  conference, pain management doctor|specialist|appointment|referral|referrals,
  pain medicine clinic|center|department|specialist|office,
  infectious disease doctor|specialist|office|department, the|my|a|your allergy|cancer|pain|heart|eye|foot|
  skin|lung|kidney|thyroid|sinus doctor|doctors|dr|specialist, my|his|her|the heart|eye|eyes|foot|feet|ear|
  teeth|tooth|skin|back|knee|hip|mouth exam|exams|exam|appointment|appointments|appt|checkup|cleaning|
  cleanings|cleaned|glasses|checked|whitened|whitening|examined|tested,
  my|his|her teeth looked|taken|done at|care?, health care plan,
  close|closest|near|next to|by the|your? hospital,
  general|county|community|memorial|regional|city|childrens|university|mercy hospital,
  which|what|nearest hospital, a|total|real|royal|such|big|huge pain in the|my neck|butt|ass|rear,
  a|such|real|total|big|huge a? pain to, pain to park|reach|get,
  billing|insurance|paperwork|parking|scheduling|scheduler|computer|website headache|headaches,
  a|such|real|total headache to|dealing, painful process|experience|to, no pain no gain,
  hurt|hurts to ask|try|check, hurt my|your|her|his feelings, @was? @was? dying to|for,
  @was? @was? sick|tired of waiting|calling|this|your|being|paying|it|holding|hold|the|getting|hearing,
  @was? @was? tired of waiting|calling|this|your|being|paying|it|holding|hold, get|got worse at answering,
  cough up the|money|cash, give it a shot|try, a shot at, fever pitch, cabin fever, rash decision|decisions,
  stroke of luck|midnight|genius|a, different strokes, bleeding money|edge,
  blood drive|bank|donation|relative|relatives|related, in cold blood, a? new blood, in stitches,
  itching to, shaking my head, shaking hands, contagious smile|laugh|enthusiasm,
  surgery hours|address|location|center|centers|building|parking|schedulers|scheduler|phone,
  drug store|stores|test for work, pharmacy hours|address|location|parking|phone,
  closest|nearest|nearby pharmacy, family|internal|general|sports|emergency|occupational|geriatric|
  integrative|preventive|podiatric|nuclear medicine, school|college|doctor|department of medicine,
  medicine department|residents, prescription glasses|sunglasses|drug? plan|card|coverage|benefit|benefits,
  vitamin shoppe|store, search|survey|election|poll|game|exam|quiz results, results page,
  labs hours|address|location|parking, drug free, vaccine|vaccination|vaccinations|immunization|
  immunizations|shot record|records|card|cards|form|forms|certificate, surgery|surgical|treatment|
  medication|hospital|lab|labs|ambulance|blood|x|mri|ultrasound|colonoscopy|mammogram|injection|er|
  emergency work|test|ray|room? bill|bills|billing|invoice|statement|copay|charge|charges|estimate|receipt,
  hospital address|parking|directions|location|badge|volunteer|gift|campus|building|lobby|entrance|garage|
  main, at|near|by|behind|across|next|opposite|past from|to? the|a? general|county|community|memorial|city|
  regional|childrens? hospital, hospital address|affiliation|privileges,
  emergency contact|contacts|exit|exits|fund|preparedness|brake,
  emergency phone|contact number|numbers|form|person, urgent care, not urgent, not that urgent,
  nothing urgent, no|not an? emergency contact,
  suite|room|unit|apartment|apt|extension|ext|number|box|route|highway|code|dollars|building 911,
  911 street|main|elm|oak|park|north|south|east|west|avenue|road|drive|lane|boulevard|dollars,
  @was? @was? anxious|nervous to hear|know|see|meet|get, panic button,
  black|blackout out? date|dates|period, pass|passed|passing|passes out flyers|forms|papers|cards|the,
  knocked out the|paperwork, password|account|data recovery time?, computer|phone virus,
  virus scan|protection|software, abnormal charge|charges|hours, injury lawyer|attorney|lawyers|law,
  personal injury, car accident report|claim|lawyer|attorney, diabetes|cancer|heart|kidney|lupus|autism|
  alzheimers|asthma|lung association|society|foundation|walk|run|fundraiser|awareness|month,
  mental health parity|benefits|coverage|month|department|clinic|center|services|day,
  medical|health|clinical history|condition|question|issue? form|forms|paperwork|questionnaire|packet,
  discharge from the army|navy|military, discharge papers copy, physical therapy office|clinic|center|
  department|hours|address|phone|appointment|appointments|appt|referral|referrals|location|building,
  growing pains, expecting a baby sitter, drowning in paperwork|work|email|emails|bills,
  choking on paperwork, flu season, covid policy|policies|protocol|protocols|rules|restrictions|hours,
  mask|covid policy, physical|sports|school|camp|work medication? form|forms, medication list form,
  allergy free menu, oxygen bar|magazine, hospital grade, knee deep, shoulder to, toe the line,
  breast cancer awareness|walk|month|center|clinic, chocolate|tooth fairy, ice|sour|whipped|shaving cream,
  cream cheese, phone|help|water|repair gel, in the mood, mood lighting,
  @was? confused about|by my|the|your|this|which,
  not|doesnt|isnt|hasnt|wont|didnt really? help|helping|helped with|find|the|you, crying shame,
  is it normal|ok to wait|be|have|get charged|billed,
  worried about my|the|his|her bill|insurance|coverage|appointment|balance|account|claim`

/** The same in Spanish. */
export const ES_ADMINISTRATIVE = `
  clinica|centro|departamento|unidad|edificio|especialista|instituto|grupo de|del el|la|los|las? dolor|
  diabetes|cancer|alergias|alergia|heridas|salud|embarazo|vacunas|cirugia|corazon|asma|dialisis|diagnostico|
  rehabilitacion|urgencias|emergencias|ojos|pie|pies|piel|espalda|medicina|migrana|columna mental|fisica|
  deportiva|familiar|interna|general?,
  medicina general|interna|familiar|deportiva|nuclear|preventiva|alternativa|laboral,
  facultad|escuela|doctor|departamento de medicina,
  contacto|contactos|numero|telefono de emergencia|emergencias, salida de emergencia, fondo de emergencia,
  no es urgente, nada urgente, no urge, sin urgencia, no es ninguna urgencia, me duele decir|decirle,
  dolor de cabeza con la|el|los seguro|papeleo|factura|tramite|tramites, en mis manos, mis manos llenas,
  en su mano, azucar en el cafe, receta de cocina|pastel|arroz,
  resultados de la busqueda|encuesta|eleccion|elecciones, resultado del partido,
  mis|los estudios universitarios, placa|placas del|de mi|del|el|mi? carro|coche|auto,
  cartilla|tarjeta|carnet|comprobante|registro|registros|record|historial de vacuna|vacunas|vacunacion,
  factura|cobro|recibo|cuenta|cargo|copago|estado de|del|por la|el|mi|cuenta|del? laboratorio|hospital|
  cirugia|ambulancia|emergencia|emergencias|operacion|tratamiento|radiografia|ultrasonido,
  direccion|horario|telefono|estacionamiento|entrada|ubicacion de|del la|el? hospital|farmacia|laboratorio,
  frente|cerca|atras|lado|junto al|del hospital,
  horario|horas de farmacia|laboratorio|vacunacion|operacion|cirugia, farmacia mas cercana|cerca,
  lunar nuevo, me muero de ganas|hambre|risa, me muero por ver|saber|conocer, harta|harto y cansada|cansado,
  cansado|cansada de esperar|llamar|esperarlos|que, enfermo|enferma de esperar,
  ausencia|nota|dia|dias|licencia por enfermedad, dia|dias de enfermedad,
  puntos de recompensa|venta|lealtad, cuantos puntos, a que|en punto|puntos,
  procedimiento para|de cancelar|pagar|registro|queja|quejas, golpe de suerte, de golpe,
  virus de computadora, virus en mi|la computadora, calentura de,
  grave problema con mi|la factura|cuenta|seguro, tomando un|una|el|la|nota clase|taxi|cafe|mensaje|recado,
  temperatura de|del la|el? oficina|sala|clima, seguro medico|de enfermedad|vida|salud`
