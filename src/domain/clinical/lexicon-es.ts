import type { Lexicon } from './lexicon.ts'
import { ES_ADMINISTRATIVE } from './administrative.ts'
import { ES_COMPLAINTS } from './lexicon-es-complaints.ts'
import { ES_URGENT } from './lexicon-es-urgent.ts'

/** Spanish words and phrases that belong to licensed staff, as patients in the United States say and write them. */
export const LEXICON_ES: Lexicon = {
  version: 'es-2026.11.22',
  classes: {
    dolor: `
    dolor dolores duele duelen duela duelan dolia dolian dolio doliendo doler dolorido dolorida adolorido
    adolorida dolencia ardor arde arden ardia punzadas punzada punza calambre calambres colico colicos
    molesta molestia molestias lastime lastimo lastimado lastimada duelo matando`,
    cuerpo: `
    cabeza cuello garganta pecho pechos seno senos espalda cintura hombro hombros brazo brazos codo muneca
    mano manos dedo dedos estomago estomaguito barriga panza vientre abdomen cadera caderas pierna piernas
    muslo rodilla rodillas tobillo tobillos pie pies talon piel cara mandibula boca lengua encia encias
    muela muelas diente dientes incisivo colmillo oido oidos oreja ojo ojos parpado nariz corazon pulmon
    pulmones rinon rinones higado vejiga intestino intestinos colon prostata testiculo testiculos pene
    vagina matriz utero ovario ovarios vena venas articulacion articulaciones musculo musculos hueso
    huesos nervio costado ombligo costilla costillas ingle nalga lumbar columna ciatico cuerpo cabecita`,
    mal: `
    hinchado hinchada hinchados hinchadas hinchazon inflamado inflamada inflamados inflamadas inflamacion
    rojo roja rojos rojas morado morada entumido entumida entumidos entumidas adormecido adormecida
    dormido dormida infectado infectada pica picazon comezon bolita bola bolitas quebrado quebrada roto
    rota fracturado fracturada torcido torcida lastimado lastimada quemado quemada cortado cortada debil
    temblando tiembla rompio rompi quebro quebre torcio torci fracturo fracture golpeo golpee lastimo
    lastime corto corte quemo queme machuco machuque zafo safo hincho hincharon inflamo inflamaron hinchan
    granos ronchas mancha manchas llaga llagas`,
    remedio: `
    medicina medicinas medicamento medicamentos pastilla pastillas pildora pildoras tableta tabletas
    capsula capsulas insulina inhalador jarabe gotas crema pomada antibiotico antibioticos receta recetas
    tratamiento suero`,
    sangrando: `
    sangro sangra sangre sangrando sangrado manchando manchado mancha contracciones coagulos liquido
    colicos`,
    fiebre: 'fiebre|calentura|temperatura|fievre|calenturas',
    pariente: `
    mama mami papa papi hijo hija hijito hijita esposo esposa marido mujer abuelo abuela abuelito abuelita
    hermano hermana suegra suegro nieto nieta tia tio novio novia primo prima bebe nene nena nino nina
    muchacho muchacha senora viejito viejita companero`,
    numero: 'un una uno dos tres cuatro cinco seis siete ocho nueve diez 1 2 3 4 5 6 7 8 9 10 11',
    mi: 'mi|mis|su|sus|tu|tus',
    // Words that tell a trouble only beside a part of the body.
    queja: `
    @mal @dolor tapado tapada tapados tapadas pegado pegada pegados pegadas cerrado cerrada llena llenos lleno
    seca seco secas secos caliente calientes fria frio frias frios duro dura duros raro rara raros raras gordo
    tieso tiesa rigido pesado pesada pesadas negra negro verde amarillo amarilla amarillos blanca reventado
    reventada supura supurando sangrando sangra late laten latiendo tiembla tiemblan temblor punza punzando
    brinca truena truenan cruje crujen zumba zumban zumbido inflada inflado suelto suelta picando peor feo fea
    olor huele lagana laganas lagrimea bola bolas bulto bultos grano granito granitos roncha verruga lunar
    costra moreton moretones rasguno mancha cortada golpe herida heridas ampolla ampollas llaga ardor quema
    queman ardiendo pelada pelando irritado irritada irritados dormidas dormidos entume entumece hormigueo
    adormecidos acalambrado acalambra acalambran tronando puntos marcas enterrada enterrado revuelto revuelta
    adoloridas adoloridos cansados cansadas hinchandose hincha inflama reseca resecos floja chueca chuecos
    cariado picada picado partido partidos`,
    bebe: 'bebe|bebes|bebito|bebita|beba|nene|nena|recien|criatura',
    prueba: `
    prueba pruebas examen examenes analisis laboratorio laboratorios sangre estudio estudios biopsia
    radiografia ultrasonido resonancia tomografia mamografia papanicolau orina rayos placa placas embarazo
    covid colesterol`,
  },
  rules: [
    ...ES_URGENT,
    ...ES_COMPLAINTS,
    {
      rule: 'es:dolor',
      category: 'symptom',
      terms: `
      dolor, dolores, dolorcito, duele, duelen, duela, duelan, dolia, dolian, doliendo, doler, dolorido,
      dolorida, adolorido, adolorida, @dolor _4 @cuerpo, @cuerpo _3 @dolor, migrana*, jaqueca*, ciatica,
      punzada, punzadas, calambre, calambres, colico, colicos, dolencia*, ardor, me|le arde|arden, agruras,
      acidez`,
    },
    {
      rule: 'es:parte-del-cuerpo',
      category: 'symptom',
      weak: true,
      terms: `
      rodilla, rodillas, tobillo, tobillos, espalda, estomago, garganta, barriga, vientre, rinon, rinones,
      higado, vejiga, prostata, matriz, utero, ovario, ovarios, muela, muelas, codo, hombro, cadera, tiroides,
      vesicula, pulmones, senos, columna, mi|mis|su|sus|tu @cuerpo, problema|problemas|molestia|
      molestias _2 @cuerpo`,
    },
    {
      rule: 'es:parte-mala',
      category: 'symptom',
      terms: `
      @cuerpo _3 @mal, @mal _3 @cuerpo, hinchado, hinchada, hinchazon, hinchados, hinchadas, inflamado,
      inflamada, inflamacion, inchado, inchada, inchazon, entumido, entumida, entumecido, entumecida,
      hormigueo, adormecimiento, bolita en|de, bulto, absceso, pus, quiste*, caries, hemorroide*, hernia*,
      ulcera*, ojo rojo, verruga*, lunar, ictericia, se me _1 cayo un|el diente, nacido, orzuelo, perrilla`,
    },
    {
      rule: 'es:fiebre-infeccion',
      category: 'symptom',
      terms: `
      fiebre, fiebres, fievre, calentura, calenturas, calenturiento, calenturienta, temperatura, escalofrio*,
      sudor, sudores, sudando, sudo, infeccion, infecciones, infeccioso, infectado, infectada, infecto, gripe,
      gripa, influenza, covid, coronavirus, neumonia, pulmonia, bronquitis, amigdala*, anginas, varicela,
      sarampion, paperas, sarna, piojos, hongo, hongos, herpes, contagi*, virus, intoxicacion, tuberculosis,
      infeccion de orina|urinaria|vias`,
    },
    {
      rule: 'es:tos-resfriado',
      category: 'symptom',
      terms: `
      tos, toser, tose, toso, tosiendo, tosia, toz, flema, flemas, mocos, moquea*, moco, congestion*, resfri*,
      catarro, resfrio, nariz tapada|congestionada|mormada, mormad*, constipado, constipada, escurrimiento,
      estornud*, ronquera, ronco|ronca, silbido|chillido del|en el? pecho, sinusitis, asma, asmatico,
      asmatica, alergi*, oxigeno, nebuliza*, apnea, ronquidos, afonico, afonica, carraspera`,
    },
    {
      rule: 'es:estomago',
      category: 'symptom',
      terms: `
      vomit*, bomit*, bomito, vomitando, devolv* el estomago, basca, nausea*, nausias, asco, diarrea*, diarea,
      diarreas, chorro|soltura, estren*, empach*, indigest*, reflujo, gastritis, gases,
      inflamado del estomago, no _2 quiere|puede|puedo|quiero|retiene|tolera|he|ha _1 comer|tragar|beber|
      amamantar|mamar|comido|evacuar|defecar|orinar, no come, no esta comiendo, no toma leche|pecho|biberon,
      sin apetito, perdio|perdi el apetito, apetito, deshidrat*, evacu*, excremento, popo, heces, celiac*,
      mal del estomago, estomago revuelto, no agarra el pecho`,
    },
    {
      rule: 'es:piel',
      category: 'symptom',
      terms: `
      sarpullido, salpullido, zarpullido, ronchas, roncha, erupcion*, picazon, comezon, urticaria, eczema,
      eccema, psoriasis, acne, ampolla*, irritad*, llorosos, lagana*, me|le pica|pican, hongos, una enterrada,
      chichon, chipote, raspon*, moretes, granito, granitos, grano|granos, salieron _2 granos|granitos|
      ronchas|manchas, manchas en, moreton*, hematoma*, quemadura*, picadura*, pico|mordio|muerde una|un|el|
      la arana|abeja|mosco|mosquito|perro|alacran|gato|vibora, me|le|lo|la mordio, mordida de, rozadura,
      rozado, llaga*, lesion*, piquete*, caida del? cabello, se me cae el pelo|cabello`,
    },
    {
      rule: 'es:mareo-debilidad',
      category: 'symptom',
      terms: `
      mareo, mareos, maread*, marea, mareando, marean, vertigo*, debil, debilidad, debilit*, fatig*,
      cansancio, cansad* todo|siempre, muy cansad*, cansada, cansado, sin fuerzas|energia, agotad*, temblor*,
      temblando, palpitacion*, taquicardia, corazon _2 acelerado|rapido|late|latiendo|fuerte, soplo, arritmia,
      presion|tension _3 alta|baja|subio|bajo|arterial|sanguinea, vista|vision borrosa|doble|nublada, borroso, veo|
      ve borroso|doble|mal|nublado, zumbido*, no puedo|puede? oigo|oye|oir bien|nada|de, no _3 dormir|dormido|
      duermo|duerme|durmio, insomnio, desvelo*, bajado|perdido|subido|aumentado de? peso, perdida de peso|
      memoria|cabello, confundid*|confusion, desorient*, olvid* todo, no puedo|puede caminar|pararme|pararse|
      levantarse|moverme, tiembl*`,
    },
    {
      rule: 'es:malestar',
      category: 'symptom',
      terms: `
      malestar*, enfermo, enferma, enfermos, enfermas, enfermedad*, enfermito, enfermita, enferme, decaid*,
      desganad*, sin ganas de nada, hirviendo, me|se|te|nos _1 siento|siente|sentia|sentido|sienten|puse|puso|
      pone|pongo|sintiendo|senti|sintio|encuentro _3 mal|malo|mala|malito|malita|peor|enfermo|enferma|debil|
      raro|rara|triste|fatal|cansado|cansada|grave|terrible|ansiosa|ansioso|deprimida|deprimido|nerviosa|
      desesperada|desesperado|extrano|bien|caliente|pesima|pesimo, estoy|ando|sigo|andaba|anda|
      sigue muy? malo|mala|malito|malita|peor|mal, esta|estaba muy mal|malo|mala|malito|malita, esta malito|
      malita|delicado|delicada|empeorando|peor, empeor*, sintoma*, efecto|efectos secundario|secundarios|
      adversos, mi|su salud, pregunta|duda|consejo|problema medica|medico, pregunta para|a la|el enfermera|
      doctor|doctora, hablar con la|una|el|un enfermera|enfermero, enfermera|doctor|doctora me llame,
      condicion medica, diagnost*, padec*, salud mental, recaida*, sigue igual|peor, brote, dolencia`,
    },
    {
      rule: 'es:sangrado',
      category: 'symptom',
      terms: `
      sangra*, sangre, sangro, sangrado, hemorragia, coagulo*, anemi*, regla, mi|su periodo,
      periodo _2 atrasado|retrasado|fuerte|irregular|bajado|mucho, menstrua*, menopaus*, bochornos, flujo,
      secrecion*, manchado|manchando, no me ha bajado, retraso menstrual|de, bajando mucho`,
    },
    {
      rule: 'es:orina',
      category: 'symptom',
      terms: `
      orina, orinar, orino, orinando, orines, pipi, mear, hacer del bano, ir|ido al bano, mal de orin,
      incontinencia, vias urinarias, piedras|calculos en|del|renales, sonda, ir al bano _2 mucho|no|sangre,
      cistitis`,
    },
    {
      rule: 'es:enfermedad',
      category: 'symptom',
      terms: `
      hipotiroid*, hipertiroid*, bocio, migrana, fibromialgia, ciatica, lumbago, hernia, gastritis,
      colon irritable, hemorroides, polipo*, divertic*, pancreat*, cirrosis, insuficiencia, calculos,
      piedras en, prostata, menopausia, osteopor*, tendinitis, bursitis, juanete*, glaucoma, conjuntivitis,
      otitis, sinusitis, rinitis, faringitis, amigdal*, bronquiolitis, asma, epoc, dengue, chikungunya, zika,
      paludismo, lombrices, parasitos, amibas, solitaria, tosferina, rubeola, sarampion, vitiligo, rosacea,
      acne, psoriasis, dermatitis, pie de atleta, prediabet*, potasio, sodio, hierro, vitamina d|b, hormonas,
      quistes, miomas, ligamento*, tendon*, menisco*, cartilago, disco, discos, hernia de disco, lupus,
      parkinson, preinfarto, soplo, arritmia, taquicardia, trombosis, varices, anemia, leucemia, linfoma,
      melanoma, metastas*, quimio, radioterapia, resaca, crudo|cruda con, presion alta|baja|arterial|
      sanguinea, la|mi|su|tengo|tiene|de presion, alta presion, hipertens*, azucar, glucosa, diabet*, diavet*,
      colesterol, trigliceridos, tiroid*, artritis, artrosis, reuma*, gota, cancer*, tumor*, epilep*,
      alzheimer, demencia, autis*, vih, sida, hepatitis, sifilis, gonorrea, clamidia, enfermedad*,
      del corazon, marcapaso*, problemas|enfermo|enferma del|de la? corazon|rinon|rinones|higado|tiroides|
      prostata|estomago|azucar, piedras, vesicula, higado graso, catarata*, osteoporosis, fibromas|miomas,
      endometriosis, *itis, *algia, *opatia, *orragia, *emia, osteo*, insuficiencia renal|cardiaca, rinones`,
    },
    {
      rule: 'es:medicina',
      category: 'medication',
      terms: `
      medicina, medicinas, medisina*, mediciana*, medicament*, medicacion*, remedio, remedios, pastilla*,
      pastiya*, crema, anticoncept*, me tomo|tome una|dos|la|las, cada cuanto|cuantas me|le tomo|doy|toma,
      pildora*, tableta, tabletas, capsula, capsulas, antibiotico*, jarabe, pomada, unguento, gotas,
      inhalador*, insulina, analgesic*, antidepresiv*, vitamina*, supositorio*, droga|drogas, farmacia,
      farmaceutic*, receta, recetas, recetar, recetaron, receto, recetado, reseta*, rellen* mi|la|una|de,
      resurt*, surtir, surtido, surtan, renovar|renueve|renovacion _2 receta|@remedio, dosis, miligramos, mg,
      cada|por ocho|seis|doce|cuatro|8|6|12|4 horas, acabo|termino|acaba|acabaron|terminaron|
      acabando _2 @remedio, tomando, tomar|tomo|tomarme|tome|toma|tomaba|deje|dejar de _2 @remedio, puedo|
      puede|debo|debe tomar, inyecto, parche|parches, aspirina, penicilina, efecto|efectos`,
    },
    {
      rule: 'es:resultados',
      category: 'test-result',
      terms: `
      resultado, resultados, rezultado*, resultados _3 @prueba, analisis, analises, examen|examenes|prueba|
      pruebas|estudio|estudios de|del la|el|mi? sangre|orina|laboratorio|embarazo|covid|vih|azucar|colesterol|
      corazon|heces|papanicolaou|tiroides|medico|medicos, mis|los|unos|sus|mi|el|la|las examen|examenes|
      estudios|laboratorios|pruebas|biopsia|prueba de|del|que|salio|salieron|estan|me, mis|sus estudios|
      examenes|laboratorios|pruebas|placas, laboratorios, laboratorio, biopsia*, radiograf*, rayos x|equis,
      placa|placas de, ultrasonido*, ecograf*, mamograf*, tomograf*, resonancia*, colonoscop*, endoscop*,
      electrocardio*, papanicola*, papanicolau, sali|salio positivo|positiva|negativo|mal|anormal|alto|alta|
      bajo, dio|di positivo, anormal, patologia, hemoglobina, sacaron|sacar|saque sangre, *scopia, *grafia`,
    },
    {
      rule: 'es:tratamiento',
      category: 'treatment',
      terms: `
      fumo, fuma, fumaba, fumador|fumadora, cigarros|cigarrillos al|por|diarios, cirugia*, sirugia*,
      operacion, operaron, operar, operarme, operada, operado, operarse, quirurgic*, puntos, puntadas,
      sutura*, vendaje*, venda|vendas, herida*, erida, curacion*, yeso, ferula, muletas, tratamiento*,
      inyeccion*, inyecci*, inyectar*, vacuna*, quimio*, radioterapia, radiaciones, dialisis, hemodialisis,
      transfus*, anestesia, trasplante*, transplante*, implante*, terapia fisica, fisioterapia,
      rehabilitacion, endodoncia, extraccion, sacar|sacaron|saque una|la|las muela|muelas, muela del juicio,
      muelas del juicio, corona se, dentadura, hospital, hospitaliz*, internad*, internar*, intern* en,
      dieron de|el alta, en ayunas, ayuno, cesarea, sonda, cateter, marcapasos, suero, oxigeno, procedimiento,
      post operatorio, postoperatorio, cicatriz*, recuperacion de, fum* cigarro|cigarros|un|mucho,
      dejar de fumar|tomar, alcohol, borrach*, desintoxic*`,
    },
    {
      rule: 'es:embarazo',
      category: 'pregnancy',
      terms: `
      embaraz*, embarasada, enbarazada, encinta, prenatal*, posparto, postparto, semanas de gestacion|
      embarazo, trimestre, parto, dar a luz, aliviar*, amamant*, lactancia, dar|dando|doy pecho,
      leche materna, aborto, abortar, fertilidad, ovula*, quedar embarazada, cesarea, feto, dispositivo, diu,
      gestacional, espero|esperando un bebe, no me baja la regla`,
    },
    {
      rule: 'es:salud-mental',
      category: 'mental-health',
      terms: `
      depres*, deprim*, ansied*, ansios*, ataque|ataques|crisis de panico|ansiedad|nervios|nerviosa, panico,
      angusti*, bipolar, esquizo*, alucina*, oigo|oye|escucho|escucha voces, adicci*, adict*, alcohol*,
      drogadic*, estres*, estrez, muy triste|nerviosa|nervioso, nervios, no paro|puedo|paro|
      dejo parar? de llorar, llorando todo|mucho|siempre, llora mucho|todo, anorexia, bulimia, trastorno*,
      abuso, abusa*, me|le pega|golpea|maltrata, maltrat*, violencia domestica|familiar, desesperad*,
      pesadillas, mal de los nervios, crisis nerviosa`,
    },
    {
      rule: 'es:lesion',
      category: 'injury',
      terms: `
      me|se cai|cayo|caido|cae, caida, caidas, lastim* mi|el|la|su|me|se, me|se lastime|lastimo|golpee|golpeo|
      pegue|pego|queme|quemo|corte|corto|torci|torcio|quebre|quebro|rompi|rompio|fracture|fracturo|machuque|
      machuco|disloque|disloco|esguince _1 @cuerpo, esguince*, fractur*, quebr* mi|el|la|un hueso, lesion*,
      herid*, cortada, cortadura*, quemadura*, golpe, golpes, golpazo, golpe|golpeo|pego en|la|su _1 cabeza,
      accidente, atropell*, choque|choco en|de|el carro|auto, torcedura*, moreton*, conmocion, se trago una|
      un|algo, clavo en, enterro, astilla, tobillo torcido, hueso`,
    },
    {
      rule: 'es:palabras-urgentes',
      category: 'urgent-language',
      terms: `
      urgente, urgentes, urgentemente, urge, me urge, urgencia, urgencias, ayudenme por favor,
      por favor ayuda*, necesito ayuda ya, ayuda rapido, lo mas pronto posible por favor es serio, es serio`,
    },
  ],
  administrative: ES_ADMINISTRATIVE,
  realWords: `
    encargada encargado encargados response responses respond responds responding violation violations abortion problemo castilla alegria
    alegrias colores dolares casado casada casados pasado pasada pasados marcado marcada prision pension
    pasion mision vision cansino medida medidas quedada rectas gratuitos contestado contestar cartera
    carrera`,
}
