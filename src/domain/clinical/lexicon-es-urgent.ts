import type { LexiconRule } from './lexicon.ts'

/** The emergency core in Spanish: what a practice cannot switch off. Gaps mean the same as in the English one. */
export const ES_URGENT: readonly LexiconRule[] = [
  {
    rule: 'es:dolor-de-pecho',
    category: 'symptom',
    urgent: true,
    terms: `
      elefante|piedra|losa|mano _4 pecho, infarto, infartos, ynfarto, pecho _6 mandibula|brazo|sudando|sudor|
      aplasta|aplastando|apachurra|elefante|oprimido|oprimiendo|punzadas, aprieta|aplasta|oprime|apachurra|
      punza|quema _4 pecho, corazon _4 aire|desmayo|voy|siento|morir, @dolor|presion|opresion|apreton|aprieta|
      aprietan|apretando|peso|pesadez _5 pecho, pecho _4 @dolor|presion|opresion|aprieta|apretado|oprime|
      pesado|cerrado, cierra|cerro|cerrando el pecho, infarto*, infartado, ataque|ataques al|de|del? corazon,
      ataque|paro cardiaco, paro cardio*, angina de pecho, @dolor _3 corazon, corazon _2 @dolor`,
  },
  {
    rule: 'es:respiracion',
    category: 'symptom',
    urgent: true,
    terms: `
      atragant*, se _1 atoro _4 garganta, no _2 entra|pasa el? aire, ahogando|ahogo|ahoga con, boca|labios|
      unas|cara morada|moradas|morados|azul|azules, no respira, silbando _2 respirar|aire, se le|me sume|
      sumen|hunde|hunden _3 costillas|pecho|panza, respira _3 rapidito|rapido|raro|hundido, moradito|moradita|
      azulito|azulado, no|apenas|casi _2 puedo|puede|podia|pude|pueden|puedes _1 respirar|resollar, no|apenas|
      casi esta|estaba? respira|respiro|respiraba|respirando, no puedo|puede|logro jalar|agarrar|tomar aire,
      dificultad|dificultades|problema|problemas|trabajo|dificil|dificulta para|al|de|en|a? poder? respirar|
      respiratoria|respiratorios, dificultad|trabajo|problemas|cuesta|costando|batallo|batalla|batallando|
      esfuerzo _3 respirar, respirar _3 mal|dificil, respira|respirando|respiracion _2 mal|rapido|agitada|
      agitado|dificultad|cortada, falta|faltando|falto|faltaba el|de|la? aire|respiracion|oxigeno, aire me|le|
      nos falta, sin aire|aliento|respiracion, me|se ahogo, se ahoga, ahogando, ahogandose, ahogandome,
      ahogos, asfixi*, puso|pone|poniendo|esta|puesto|puesta morado|morada|azul, labios _2 morados|azules,
      ataque|crisis de asma, crisis asmatica, oxigeno _2 bajo|bajito|baja`,
  },
  {
    rule: 'es:derrame',
    category: 'symptom',
    urgent: true,
    terms: `
      se quedo|quedo tieso|tiesa|trabado|trabada|chueco|chueca|paralizad*, lado izquierdo|derecho|
      entero _1 muerto|dormido|tieso|paralizado|debil|flojo, boca|cara _3 lado|colgando|chuec*, habla|
      hablando _2 enredad*|trabad*|mocho|raro, no coordina, lado|mitad|medio _3 cuerpo|cara dormid*|paraliz*|
      debil, derrame|derrames cerebral?, embolia, embolias, ictus, trombosis, apoplej*, accidente|
      evento cerebro*, no _1 entiende|entendemos|entiendo _2 habla|dice|hablar, cara|boca|ojo _3 caida|caido|
      torcida|torcido|chueca|chueco|colgada|cayo|dormida|paralizada|paralizo, se _2 torcio|enchueco|paralizo|
      durmio|dormio _2 cara|boca|brazo|cuerpo|lado|pierna, medio cuerpo, lado _3 dormido|paralizado|debil|
      entumido, un|mi|su lado|mitad del|de cuerpo, lado izquierdo|derecho del cuerpo, no|apenas _2 puedo|
      puede|pude|podia|logra mover|levantar|hablar|ver|hablarnos, no _1 mueve|muevo _2 brazo|pierna|cuerpo|
      lado|mano|piernas, no _1 siento|siente _2 brazo|pierna|cara|piernas|mano|lado|cuerpo, habla|hablando|
      hablar|palabras _2 raro|arrastrando|arrastra|enredado|trabado|enredadas|mal, traba|enreda|traban|
      traba la|las? lengua|palabras, balbuce*, paralis*, paraliz*, perdi|perdio|perdiendo|perdida la|
      de? vista|vision, ceguera, de repente no ve|veo, peor dolor de cabeza`,
  },
  {
    rule: 'es:suicidio',
    category: 'mental-health',
    urgent: true,
    terms: `
      voy|vamos|va|quiero|quiere a? aventar|aventarme|tirar|tirarme|lanzar|lanzarme|ahorcar|colgar|matar de|
      del|al|desde, nadie me extranaria|extrana|necesita, si me muero|muriera, corto|corte|cortado|cortarse|
      cortarme|cortando _2 venas|munecas, dejo una carta, se quiere|queria|va|iba? aventar|tirar|ahorcar|
      colgar|matar|morir|envenenar, plan|planes para|de matarme|suicidarme|morir, golpeando|pegando|
      ahorcando a|me, me va a matar, voy a hacerme|matarme, dice|dijo|amenaza|quiere que|con? se? va a matar|
      morir|ahorcar|aventar|tirar|lanzar, cuchillo|pistola _5 matar|matarse|morir, despedi*|despidio|
      carta de despedida, aventarme|aventarse|tirarme|tirarse|lanzarme de|del|al|a|por, pensando en morir|
      morirme|hacerme, no vale la pena vivir|seguir, no tiene caso vivir|seguir, quiero dormir y no, cortarme|
      cortarse|cortando las|los venas|brazos|munecas, suicid*, matarme, matarse, me|se voy|quiero|quiere|va|
      queria|puedo|iba a? matar, quiero|quiere|queria|quisiera|ganas|deseo|prefiero|mejor|pensando|pienso|
      pensado|intento|intente|trate|debi _3 morir|morirme|morirse|matarme|muerto|muerta|desaparecer|
      lastimarme, quitarme|quitarse|quitar|quito|quite|quita la vida, acabar|terminar con mi|su|la|todo? vida,
      acabar con todo, hacerme|hacerse|hacerle|haga|hago|hace|hacer dano, lastimarme, lastimarse, cortarme,
      cortarse, cortandose, no|ya _3 quiero|quiere|deseo|vale|tiene|hay _3 vivir|viviendo|vivo, no _1 quiero|
      quiere estar aqui, no|ya _1 aguanto mas, sentido vivir|de vivir, autolesi*, ahorcar*,
      voces que _1 dicen|dice, matar a, matarlo, matarla, matarlos`,
  },
  {
    rule: 'es:sangrado-fuerte',
    category: 'symptom',
    urgent: true,
    terms: `
      sangr* _3 mucho|mucha|muchisimo|fuerte|abundante|demasiado|demasiada|bastante|grave|severo|chorros,
      sangr* sin|no parar|para, mucha|mucho|demasiada|bastante|demasiado|harta _1 sangr*, no _3 para|deja|
      paro|parar|dejo|detiene|quita|puedo|detener _3 sangr*, sangr* _2 no _1 para|detiene|deja|quita|paro,
      hemorrag*, emorrag*, desangr*, perd* mucha? sangre, vomit*|tose|tosiendo|tosio|escup*|
      bomit* con? sangre, sangre en|con el|la? vomito|flema, echa|echando|echo|arroja|arrojando|arrojo sangre,
      apunal*, balazo, baleado, balearon, amputo, amputar*, se|me corto|corte parte _1 dedo`,
  },
  {
    rule: 'es:sobredosis-veneno',
    category: 'medication',
    urgent: true,
    terms: `
      tomo|tome|tomado|tomaron|trago|trague|trague _2 diez|doce|quince|veinte|treinta|cuarenta|cincuenta|10|
      12|15|20|30|40|50 _2 @remedio, @pariente _4 tomo|trago|comio _3 pastillas|pastilla|medicina|pildoras|
      gotas|jarabe|vitaminas, tomo|tome|trago _3 equivocada|equivocado|equivocadas, sobredosis, sobre dosis,
      intoxic*, envenen*, veneno, se|me _2 tomo|tome|trago|trague|comio|bebio _4 muchas|demasiadas|todo|toda|
      todas|cloro|pila|frasco|veneno|bote|detergente|jabon|monton|puno|punado|caja|blister|raticida|
      insecticida|gasolina|acido|lejia|thinner, monton|puno|punado|caja|frasco|bote de @remedio|pastas, tomo|
      tome|trago|trague|bebio|bebi|ingirio|comio _5 cloro|veneno|raticida|detergente|acido|lejia|gasolina|
      thinner|pila|bateria|imanes, tomo|tome|tomado|tomaron|trago|trague muchas|demasiadas|todas|demasiado|
      demasiados|muchos _2 @remedio, demasiadas|frasco _1 pastillas|pildoras|medicinas, todo el frasco,
      frasco entero, tomo|tome|bebio|trago|trague cloro|veneno|acido|gasolina|pila|bateria|iman|moneda, dosis|
      medicina|pastilla equivocada`,
  },
  {
    rule: 'es:anafilaxia',
    category: 'symptom',
    urgent: true,
    terms: `
      anafil*, choque|shock alergico|anafilactico, reaccion|reacion|reacciones alergica|alergicas,
      garganta _3 cerrando|cierra|cerro|hinchada|hincho|hinchando|apretada, cerrando|cierra|cerro|hinchando|
      hincho|hincha|hinchada|hinchado|inflamando|inflamo|hinchazon|hincharon|hinchados _4 garganta|lengua|
      cara|labios, lengua|labios|cara _3 hinchad*|hincho|hincharon|hinchando|inflamad*|inflamo|hincha`,
  },
  {
    rule: 'es:inconsciente',
    category: 'symptom',
    urgent: true,
    terms: `
      desmay*, desmall*, desvanec*, inconscien*, inconcien*, perdio|perdi|perdido|perdiendo|perder el|
      la? conocimiento|conciencia|consciencia|sentido, no _2 responde|reacciona|despierta|despertar|
      reaccionaba|respondia|reaccionar|despertarlo|despertarla, colaps*, en coma, espuma _3 boca, no lo|la|le|
      los puedo|podemos|pude despertar|reanimar, cayo inconsciente|redondo, tiene|sin pulso`,
  },
  {
    rule: 'es:convulsion',
    category: 'symptom',
    urgent: true,
    terms: `
      le dio un? ataque, se puso tieso|tiesa|duro y, ojos volteados, @pariente _2 ataque|ataques, convuls*,
      combuls*, ataque|ataques|crisis de? epilep*, temblando sin control, ojos en blanco, ojos _2 voltearon`,
  },
  {
    rule: 'es:embarazo-emergencia',
    category: 'pregnancy',
    urgent: true,
    terms: `
      embaraz* _8 lucecitas|borroso|vision|hinchada|convulsion*, no siento|sentido|siente al|a? mi? bebe,
      siete|ocho|seis|nueve|cinco meses _6 sangre|sangrado|liquido|siento, embaraz*|trimestre|
      encinta _8 sangre|sangra|bajando, embaraz*|trimestre|encinta _8 @sangrando, semanas de embarazo|
      gestacion? _6 @sangrando, @sangrando _8 embaraz*|encinta, rompio|rompi|revento|romper|rompieron la|las|
      el? fuente|aguas|bolsa, fuente rota, contracciones, contraccion, dolores|dolor|trabajo de parto,
      aborto espontaneo, abortando, perdi|perdiendo|perder|perdio a? el|al|mi|un|su? bebe|embarazo,
      bebe _3 no _2 mueve|movido|moviendo|patea, no _3 mueve|mueva|siento|movido|muevo|sentido|mover _3 bebe, no siento que se mueva,
      preeclam*, eclamp*, ectopico`,
  },
  {
    rule: 'es:fiebre-bebe',
    category: 'symptom',
    urgent: true,
    terms: `
      @bebe _8 @fiebre|caliente|hirviendo|ardiendo|treinta|39|38|40, @fiebre _6 @bebe, @numero mes|meses|
      semana|semanas|dias de|nacido|nacida _6 @fiebre|caliente, de|tiene @numero mes|meses|semanas y|con|esta|
      tiene|hirviendo _4 @fiebre|caliente, @fiebre _4 40|41|cuarenta|104|105, @fiebre altisima`,
  },
  {
    rule: 'es:emergencia',
    category: 'urgent-language',
    urgent: true,
    terms: `
      atropell*, lo|la|me|le choco|atropello|arrollo, quemo|queme|quemado|quemada _4 aceite|hirviendo|fuego|
      acido|gasolina|cara, se cayo _6 no _2 mueve|responde|despierta|reacciona|siente, electrocut*,
      descarga electrica, choque electrico, mordio|pico una|un vibora|serpiente|coralillo,
      dolor _2 insoportable|horrible|terrible|desesperante, se le|me salio el hueso, hueso salido|expuesto,
      dolor diez de diez, emergencia, emergencias, emerjencia, emergensia, sala|cuarto|a|en|de urgencias,
      nueve uno uno, nueve once, ambulancia*, anbulancia, paramedico*, me|se|nos|te|le|lo muero|muere|murio|
      muriendo, estoy|esta muriendo, me|se|nos estoy|esta muriendo, voy|va|puede|podria a? morir, muriendome,
      muriendose, esta|estoy|muy|tan|sigue|en|es|algo grave|graves, gravisim*, de vida o muerte, auxilio,
      socorro, siento|senti que me voy|muero|desmayo|ahogo|morir, insoportable, peor dolor, violaron,
      violacion, meningitis, apendicitis, aneurisma, terapia intensiva, coma diabetico, azucar _4 400|500|600|
      quinientos|seiscientos|cuatrocientos, vida _2 peligro, peligro de muerte, no _1 aguanto el|este|
      mas? dolor`,
  },
]
