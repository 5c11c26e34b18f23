import type { LexiconRule } from './lexicon.ts'

/** The emergency core in Spanish: what a practice cannot switch off. Gaps mean the same as in the English one. */
export const ES_URGENT: readonly LexiconRule[] = [
  {
    rule: 'es:dolor-de-pecho',
    category: 'symptom',
    urgent: true,
    terms: `
      @dolor|presion|opresion|apreton|aprieta|aprietan|apretando|peso|pesadez _5 pecho,
      pecho _4 @dolor|presion|opresion|aprieta|apretado|oprime|pesado|cerrado,
      cierra|cerro|cerrando el pecho, infarto*, infartado, ataque|ataques al|de|del? corazon,
      ataque|paro cardiaco, paro cardio*, angina de pecho, @dolor _3 corazon, corazon _2 @dolor`,
  },
  {
    rule: 'es:respiracion',
    category: 'symptom',
    urgent: true,
    terms: `
      no|apenas|casi _2 puedo|puede|podia|pude|pueden|puedes _1 respirar|resollar,
      no|apenas|casi esta|estaba? respira|respiro|respiraba|respirando,
      no puedo|puede|logro jalar|agarrar|tomar aire, dificultad|dificultades|problema|problemas|trabajo|
      dificil|dificulta para|al|de|en|a? poder? respirar|respiratoria|respiratorios,
      dificultad|trabajo|problemas|cuesta|costando|batallo|batalla|batallando|esfuerzo _3 respirar,
      respirar _3 mal|dificil,
      respira|respirando|respiracion _2 mal|rapido|agitada|agitado|dificultad|cortada,
      falta|faltando|falto|faltaba el|de|la? aire|respiracion|oxigeno, aire me|le|nos falta,
      sin aire|aliento|respiracion, me|se ahogo, se ahoga, ahogando, ahogandose, ahogandome, ahogos,
      asfixi*, atragant*, puso|pone|poniendo|esta|puesto|puesta morado|morada|azul,
      labios _2 morados|azules, ataque|crisis de asma, crisis asmatica, oxigeno _2 bajo|bajito|baja`,
  },
  {
    rule: 'es:derrame',
    category: 'symptom',
    urgent: true,
    terms: `
      derrame|derrames cerebral?, embolia, embolias, ictus, trombosis, apoplej*, accidente|evento cerebro*,
      cara|boca|ojo _3 caida|caido|torcida|torcido|chueca|chueco|colgada|cayo|dormida|paralizada|paralizo,
      se _2 torcio|enchueco|paralizo|durmio|dormio _2 cara|boca|brazo|cuerpo|lado|pierna, medio cuerpo,
      lado _3 dormido|paralizado|debil|entumido, un|mi|su lado|mitad del|de cuerpo,
      lado izquierdo|derecho del cuerpo,
      no|apenas _2 puedo|puede|pude|podia|logra mover|levantar|hablar|ver|hablarnos,
      no _1 mueve|muevo _2 brazo|pierna|cuerpo|lado|mano|piernas,
      no _1 siento|siente _2 brazo|pierna|cara|piernas|mano|lado|cuerpo,
      habla|hablando|hablar|palabras _2 raro|arrastrando|arrastra|enredado|trabado|enredadas|mal,
      traba|enreda|traban|traba la|las? lengua|palabras, balbuce*, paralis*, paraliz*,
      perdi|perdio|perdiendo|perdida la|de? vista|vision, ceguera, de repente no ve|veo,
      peor dolor de cabeza`,
  },
  {
    rule: 'es:suicidio',
    category: 'mental-health',
    urgent: true,
    terms: `
      suicid*, matarme, matarse, me|se voy|quiero|quiere|va|queria|puedo|iba a? matar, quiero|quiere|queria|
      quisiera|ganas|deseo|prefiero|mejor|pensando|pienso|pensado|intento|intente|trate|debi _3 morir|
      morirme|morirse|matarme|muerto|muerta|desaparecer|lastimarme,
      quitarme|quitarse|quitar|quito|quite|quita la vida, acabar|terminar con mi|su|la|todo? vida,
      acabar con todo, hacerme|hacerse|hacerle|haga|hago|hace|hacer dano, lastimarme, lastimarse, cortarme,
      cortarse, cortandose, no|ya _3 quiero|quiere|deseo|vale|tiene|hay _3 vivir|viviendo|vivo,
      no _1 quiero|quiere estar aqui, no|ya _1 aguanto mas, sentido vivir|de vivir, autolesi*, ahorcar*,
      voces que _1 dicen|dice, matar a, matarlo, matarla, matarlos`,
  },
  {
    rule: 'es:sangrado-fuerte',
    category: 'symptom',
    urgent: true,
    terms: `
      sangr* _3 mucho|mucha|muchisimo|fuerte|abundante|demasiado|demasiada|bastante|grave|severo|chorros,
      sangr* sin|no parar|para, mucha|mucho|demasiada|bastante|demasiado|harta _1 sangr*,
      no _3 para|deja|paro|parar|dejo|detiene|quita|puedo|detener _3 sangr*,
      sangr* _2 no _1 para|detiene|deja|quita|paro, hemorrag*, emorrag*, desangr*, perd* mucha? sangre,
      vomit*|tose|tosiendo|tosio|escup*|bomit* con? sangre, sangre en|con el|la? vomito|flema,
      echa|echando|echo|arroja|arrojando|arrojo sangre, apunal*, balazo, baleado, balearon, amputo,
      amputar*, se|me corto|corte parte _1 dedo`,
  },
  {
    rule: 'es:sobredosis-veneno',
    category: 'medication',
    urgent: true,
    terms: `
      sobredosis, sobre dosis, intoxic*, envenen*, veneno, se|me _2 tomo|tome|trago|trague|comio|
      bebio _4 muchas|demasiadas|todo|toda|todas|cloro|pila|frasco|veneno|bote|detergente|jabon,
      tomo|tome|tomado|tomaron|trago|trague muchas|demasiadas|todas|demasiado|demasiados|muchos _2 @remedio,
      demasiadas|frasco _1 pastillas|pildoras|medicinas, todo el frasco, frasco entero,
      tomo|tome|bebio|trago|trague cloro|veneno|acido|gasolina|pila|bateria|iman|moneda,
      dosis|medicina|pastilla equivocada`,
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
      desmay*, desmall*, desvanec*, inconscien*, inconcien*,
      perdio|perdi|perdido|perdiendo|perder el|la? conocimiento|conciencia|consciencia|sentido,
      no _2 responde|reacciona|despierta|despertar|reaccionaba|respondia|reaccionar|despertarlo|despertarla,
      colaps*, en coma, tiene|sin pulso`,
  },
  {
    rule: 'es:convulsion',
    category: 'symptom',
    urgent: true,
    terms: `
      convuls*, combuls*, ataque|ataques|crisis de? epilep*, temblando sin control, ojos en blanco,
      ojos _2 voltearon`,
  },
  {
    rule: 'es:embarazo-emergencia',
    category: 'pregnancy',
    urgent: true,
    terms: `
      embaraz*|trimestre|encinta _8 @sangrando, semanas de embarazo|gestacion? _6 @sangrando,
      @sangrando _8 embaraz*|encinta, rompio|rompi|revento|romper|rompieron la|las|el? fuente|aguas|bolsa,
      fuente rota, contracciones, contraccion, dolores|dolor|trabajo de parto, aborto espontaneo, abortando,
      perdi|perdiendo|perder|perdio a? el|al|mi|un|su? bebe|embarazo,
      bebe _3 no _2 mueve|movido|moviendo|patea, no _3 mueve|siento|movido|muevo|sentido|mover _3 bebe,
      preeclam*, eclamp*, ectopico`,
  },
  {
    rule: 'es:fiebre-bebe',
    category: 'symptom',
    urgent: true,
    terms: `
      @bebe _6 @fiebre, @fiebre _6 @bebe, meses|semanas|dias _6 @fiebre, @fiebre _4 40|41|cuarenta|104|105,
      @fiebre muy? alta|altisima, mucha fiebre|calentura`,
  },
  {
    rule: 'es:emergencia',
    category: 'urgent-language',
    urgent: true,
    terms: `
      emergencia, emergencias, emerjencia, emergensia, sala|cuarto|a|en|de urgencias, nueve uno uno,
      nueve once, ambulancia*, anbulancia, paramedico*, me|se|nos|te|le|lo muero|muere|murio|muriendo,
      estoy|esta muriendo, me|se|nos estoy|esta muriendo, voy|va|puede|podria a? morir, muriendome,
      muriendose, grave, gravisim*, de vida o muerte, auxilio, socorro, insoportable, peor dolor, violaron,
      violacion, meningitis, apendicitis, aneurisma, terapia intensiva, coma diabetico,
      azucar _4 400|500|600|quinientos|seiscientos|cuatrocientos, vida _2 peligro, peligro de muerte,
      no _1 aguanto el|este|mas? dolor`,
  },
]
