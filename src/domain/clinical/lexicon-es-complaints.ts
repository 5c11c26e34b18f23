import type { LexiconRule } from './lexicon.ts'

/** The grammar of complaint in Spanish, as spoken from Mexico to Chile: everyday words that say nothing alone. */
export const ES_COMPLAINTS: readonly LexiconRule[] = [
  {
    rule: 'es:queja-del-cuerpo',
    category: 'symptom',
    terms: `
      partio|partieron|quebro|rompio|cayo|aflojo|despostillo|movio|mueve _2 diente|dientes|muela|corona|
      tapadura|resina|protesis|placa|uno, telaranas|mosquitas|moscas|lucecitas|manchas|sombra _3 ojo|ojos|
      vista, lloran|llora|arden|pican _2 los? ojos|ojo, ojos llorosos, @mi|el|la|los|las|un|
      una @cuerpo _4 @queja, @queja _4 @mi|el|la|los|las|un|una|del|de|al @cuerpo, @cuerpo @queja,
      @mi @cuerpo _2 @queja, se me|le|nos _2 duerme|duermen|durmio|durmieron|entume|entumen|hincha|hincho|
      hinchan|inflama|inflamo|hace|hizo|salio|salieron|pela|pelan|cae|caen|acalambra|acalambran|engarrota|
      tapa|tapo|tapan|reseca|parte|parten|pega|pegan|nubla|sube|baja|bajo|subio|quiebra|infecto|enterro|
      encarno|revento|abrio|zafo|cierra|cierran|va|voltea _3 @cuerpo|presion|azucar|cosas|pelo|unas|vista|
      grano|granos|bola|bolita|roncha|ronchas|herida|puntos|uno|una|vientre, se me|le caen las cosas, me|le|
      nos tira|late|jala|pica|arde|quema|molesta|truena|cruje|zumba|zumban|lagrimea|sangra|supura|rasca|pulsa|
      pesa|hormiguea|tiembla|brinca|chilla|chifla, oido|oidos|nariz _2 tapado|tapados|tapada|zumba|zumban,
      zumbido*, supur*, late _3 corazon|dedo|cabeza|muela, unero, unas? enterrada|encarnada, cuajo, algo|cosa|
      cuenta|frijol|semilla|moneda|piedrita|objeto _3 nariz|oido|garganta|ojo, se metio|atoro|trago|
      enterro _4 nariz|oido|garganta|ojo|boca|pie|dedo, brazos|piernas|munecas|venas _3 cortando|cortados|
      marcas, nudo|bola|bulto en|de la|el? garganta|estomago|pecho|cuello|seno|axila|espalda, punto|
      punzada al|en`,
  },
  {
    rule: 'es:funcion',
    category: 'symptom',
    function: true,
    terms: `
      sale|salio|baja|baje|tengo|produzco leche, hago|hace|hacer|hacia|hizo|haciendo del? pis|pipi|popo|bano|
      chis|caca|cuerpo, pis, pipi, popo, caca, cagadera, churrias, churria, obrar, obra|obrado,
      corregir del? cuerpo, voy|va|ir|yendo|fui a cada rato al bano, a cada rato al bano, al bano a cada|cada|
      muchas|varias|toda|seguido, orino, orina, orinar, orinando, defeca*, evacua*, no va|voy|ha|
      he ido? al bano, mi|la|su regla|periodo|menstruacion|mes|ciclo, regla, sin que me venga|baje|llegue,
      no me viene|vino|baja|bajo|llega|llego, periodo, panal|panales mojado|mojados|seco|secos|sucio|sucios,
      mojado|moja|orina la cama, apetito, no pega|pego|pegado el ojo, duermo, no duerme|duermo|dormi|durmio|
      duermen, sueno profundo|ligero`,
  },
  {
    rule: 'es:comer-dormir',
    category: 'symptom',
    terms: `
      saliendo|salen|salieron los|sus dientes, dientes|dientitos saliendo|brotando, no para|paro|deja|
      dejo de llorar|toser|vomitar|temblar|rascarse, me sudan|suda, hambre de noche, no|sin|ni _2 quiere|
      quiero|puede|puedo|ganas|querido|deja|acepta|agarra|apetece|provoca _2 comer|lactar|mamar|dormir|
      levantarme|levantarse|banarse|beber|tomar|tragar|salir|nada|agua|leche|pecho|biberon|tetero|teta|
      alimento, no|nada me|le|se detiene|queda|para|cae en el estomago|bien|nada, todo lo que come|toma|bebe,
      lactar, lactando, quejumbros*, chipil, chipilon, llora _2 mucho|todo|todas|toda|noche|dia|nada|cuando|
      al, lloron*, inquiet* toda|y|no, decaid*, desganad*, aguado|aguada y|con, sin fuerza|fuerzas|animo|
      animos|ganas, flojo|floja con|desde|todo, me siento flojo|floja|debil|inflado|inflada|rara|raro|pesado|
      pesada|lleno|llena|agotado|agotada|apagado|apagada|bajoneado|bajoneada|vacio|vacia|solo|sola|inutil|
      ahogado|ahogada, bajoneado, bajoneada, bajon, llen* de|con gases|aire, gases, inflad*, hinchaz*,
      guatazo, guata, guatita, empacho, empachado, empachada, agruras, eructo*, eruct*, repite|repiten la|
      las comida, atragant*, hipo, desvel*, despierto|despierta|despierto sudando|ahogado|ahogada|con|
      en la madrugada|gritando|llorando, toda la noche, ronca, pesadillas, sonambul*, sudo|suda|sudor|sudores|
      sudando, bochorno*, escalofr*, tiembla|tiemblo|temblor|temblando|temblorina, la palida|palido|palida|
      paliducho|amarillo|amarilla, ver|veo|ve|veia|empece _2 lucecitas|estrellitas|manchas|moscas|borroso|
      doble|nublado|negro|puntitos, todo me da|daba vueltas, da|daba|dan vueltas, casi me voy|caigo|fui|
      desmayo, me voy de lado, se me va la, cabeza pesada|liviana, aturdid*, atarantad*, mareito, sofoc*,
      bochornos, perdi|perdio|perdido|bajado|baje|bajo|subi|subio|subido|aumentado|aumente _3 kilos|libras|
      peso|kilo|kg, ardores, acidez, reflujo, cuesta|duele|arde|dificil|trabajo _1 tragar|masticar|comer,
      perdi|perdio|perdiendo la voz, duermo _2 horas|poco|nada, no|sin voz`,
  },
  {
    rule: 'es:como-va-la-enfermedad',
    category: 'symptom',
    terms: `
      va y viene, viene y va, no se|me|le quita|quitan|quito|pasa|pasan|paso|baja|bajan|cede|calma|corta|
      alivia|mejora|cura|cierra|sana, no _1 mejora|mejoro|mejorado|sana|cicatriza|cierra|cura, nada me|le|
      lo hace|quita|calma|ayuda|alivia, no|nada le|me hizo|hace|ha hecho nada|efecto, sigo|sigue|sigues|
      seguimos _1 igual|peor|mal|malo|mala|con|ardiendo|doliendo|sangrando|tosiendo|vomitando, cada vez peor|
      mas, me siento peor|mal, peor que|cuando|en|de, se esta|le esta corriendo|regando|extendiendo|pasando|
      poniendo, se puso|pone|ha puesto peor|rojo|roja|morado|morada|negro|negra|feo|fea|duro|dura|caliente|
      amarillo|amarilla|verde|blanca, mal olor|aspecto, huele _1 mal|feo|raro|podrido, mala cara|pinta,
      mal aspecto, esta hinchad*|rojo|roja|caliente|infectad*|duro|dura|abierta|abierto|supurando, flujo,
      con espuma, espumosa, flema, gargajo, mocos|moco verde|verdes|amarillo|amarillos, verdoso, amarillento,
      costra*, pus, llaga, llagas, agua|aguita _2 labio|boca|piel, granos|granitos con|en|llenos, salpullid*,
      sarpullid*, ronch*, jiote, pano|panos en la, erupc*, herpes, fuego|fuegos en, postemilla, perrilla,
      orzuelo, mezquino, callo|callos, juanete*, espolon, varices, varice, bolita|bolitas, bolsita, tumorcito,
      ganglio*, lobanillo, se me cae el|mucho pelo|cabello, caspa, calvicie, celulitis, reventado, reventada,
      uno|dos|tres|varios dias con, llevo _4 con|sin, desde ayer con|anda|ando|esta|tiene,
      desde hace _3 siento|tengo|traigo|ando|me, traigo|trae|ando|anda|tengo|tiene _1 un|una|mucho|mucha|mal|
      malo|mala tos|gripa|gripe|ardor|calambres|comezon|flema|diarrea|fiebre, calambre*, tos, toso, gripa,
      gripe, gripon, constipad*, resfriad*, cuerpo cortado|molido|adolorido, ciatica, reuma*, dolencias,
      achaque*, mala|mal del? estomago|circulacion|rinon|higado|digestion`,
  },
  {
    rule: 'es:pregunta-de-salud',
    category: 'symptom',
    terms: `
      relaciones sin|con|sexuales, sin proteccion|condon, es|sera|seria|eso es normal|malo|grave|peligroso|
      contagioso|seguro que|si|tener|sentir|dar|tomar|despues|para, es normal, puedo|puede|podemos|debo|debe|
      deberia|podria|se puede _1 tomar|tomarme|darle|darme|mezclar|ponerme|ponerle|banarme|banarlo|comer|
      desayunar|beber|suspender|dejar|seguir|hacer|inyectarme|combinar|untarme|amamantar|vacunarme|vacunarlo,
      cuantos|cuantas|cada cuanto|cuando dias|gotas|semanas|dosis|horas|veces _3 tomar|tomo|le|debo|doy|
      reposo|pongo|dar, que le|me doy|pongo|tomo|doy|hago|puedo|unto, q tomo|le doy, que me|le recomienda|
      recomiendan|receta|aconseja para|tomar|hacer, algo para el|la|los|dormir|dolor, remedio|remedios,
      que es bueno para, sirve para el|la, hace dano|mal|falta, a que se debe, por que me|le duele|da|sale|
      pica|arde|siento, sintoma*, efecto|efectos|corta|cortan el|los? secundario*|efecto, efectos secundarios,
      reposo, de|en reposo, incapacidad medica, le dieron|dio|da un? ataque|crisis|paro|dolor|fiebre|tos|
      vomito|diarrea|mareo|alergia, me|le dio|dan|da|dieron _1 nauseas|vomito|diarrea|mareos|alergia|ronchas|
      comezon|ansiedad|panico|tos|fiebre|calambres|palpitaciones, le saco|salio|salieron ronchas|granos|
      sarpullido|alergia, cae|cayo|sienta|sento|hace|hizo mal|pesado la|el|al?, me|le cae|cayo|sienta mal,
      ya me|le toca|tocaba|tocan cambio|vacuna|refuerzo|inyeccion|quimio, hablar con una|la|el enfermera|
      doctor sobre|por|porque, opinion medica, segunda opinion`,
  },
  {
    rule: 'es:mente',
    category: 'mental-health',
    terms: `
      me|le da|dan|entra|entro miedo|panico|angustia|ansiedad|terror _1 salir|la|de|dormir|todo, olvidadiz*,
      se le|me olvida|olvidan|olvido _2 todo|cosas|nombres|tomar|donde|quien, olvid* las|todo|cosas, dejo|
      deja la estufa|hornilla|llave prendida|abierta|encendida, desorientad*, confundid*, perdido|perdida en,
      habla|hablando sol*, ve|viendo|oye|oyendo|escucha cosas|voces|gente|sombras, no me|nos|lo reconoce|
      conoce, no reconoce|conoce a|nadie, muy|bien|tan triste|triste|nerviosa|nervioso|ansiosa|ansioso|
      deprimid*|sola, triste|tristeza|melancol*, ganas de llorar|nada|vivir|levantarme|salir, lloro|llorar|
      llorando por|sin|todo|todos|mucho, no quiere|quiero salir|hablar|levantarse|levantarme|ver a, angusti*,
      nervios, me altero|estreso, estres*, ataques? de panico|ansiedad|nervios, encerrad* en, agresiv*,
      se pone agresivo|violento|violenta, toma|tomando|bebe mucho|demasiado|diario, alcoholic*, drogas,
      volvio a tomar|beber|usar|drogarse, duelo, autoestima, no le|me encuentro sentido|salida, se corta los|
      las|con|sola|solo los? brazos|piernas|venas|navaja|muslos|cuchillo`,
  },
  {
    rule: 'es:accidente',
    category: 'injury',
    terms: `
      ya no camina|ve|oye|habla|come, no _1 camina|ve|oye _1 bien, arrastra|arrastrando un|el|la|los pie|pies|
      pierna, pierde|perdio|pierdo el equilibrio, se va de lado, se anda cayendo, camina mal|chueco|cojeando,
      me|se|nos|te resbale|resbalo|resbalamos|cai|caido|tropece|tropezo _1 en|de|del|con|jugando|por|al|y,
      me cai, se cayo de|del|en|por|y, @pariente se|nos cayo|resbalo|golpeo|pego|lastimo|quemo|corto|
      ha _1 caido, se cayo|golpeo|pego|lastimo|quemo|corto mi|el|la|un @pariente, torci|torcio|doble|doblo|
      golpee|golpeo|pegue|pego|corte|corto|queme|quemo|machuque|machuco|lastime|lastimo|fracture|fracturo|
      quebre|quebro|rompi|rompio|zafe|zafo|raspe|raspo|abri|abrio|enterre|clavo|clave|pinche|pico|mordio|
      desgarre|lesione|lesiono _3 @cuerpo, me|se|le|lo|la atropello|atropellaron|quemo|queme|corte|corto|
      torci|torcio|fracture|fracturo|lastime|lastimo|lesione|lesiono, resbal* en|y|del|de, cojea*, cojo|coja|
      cojeando, renque*, no puedo|puede|logra apoyar|pisar|doblar|mover|cargar|levantar|estirar|agacharme, me|
      le|lo|la pico|mordio|arano|rasguno|aranaron un|una|el|la|mi, alacran, garrapata*, chinche*, piojos,
      liendres, sarna, moretes, moreton*, morete, chichon, chipote, esguince, desgarre, luxacion,
      dio un golpe|toque|porrazo, se dio|di un golpe|porrazo|madrazo, accidente de carro|auto|coche|moto|
      trabajo|bici, se me cayo|resbalo mi|el|la? @pariente`,
  },
]
