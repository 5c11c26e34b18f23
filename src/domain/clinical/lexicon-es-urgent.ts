import type { LexiconRule } from './lexicon.ts'

/** The emergency core in Spanish: what a practice cannot switch off. Any doubt counts. */
export const ES_URGENT: readonly LexiconRule[] = [
  {
    rule: 'es:dolor-de-pecho',
    category: 'symptom',
    urgent: true,
    terms: `@dolor|presion|opresion|apreton|aprieta|aprietan|peso|pesadez|ardor _5 pecho, pecho _4 @dolor|presion|opresion|aprieta|apretado|oprime|pesado|cerrado, infarto*, infartado, ataque|ataques al|de|del? corazon, ataque|paro cardiaco, paro cardio*, angina, @dolor _3 corazon, corazon _2 @dolor, se me cierra el pecho`,
  },
  {
    rule: 'es:respiracion',
    category: 'symptom',
    urgent: true,
    terms: `no|apenas|casi _2 puedo|puede|podia|pude|pueden|puedes _1 respirar|resollar, no|apenas respira|respiro|respiraba|esta respirando|respirando, no puedo|puede|logro jalar|agarrar|tomar aire, dificultad|dificultades|problema|problemas|trabajo|dificil|dificulta para|al|de|en|a? poder? respirar|respiratoria|respiratorios, dificultad|trabajo|problemas _3 respirar, cuesta|costando|batallo|batalla|batallando|esfuerzo _3 respirar, respirar _3 mal|dificil, respira|respirando|respiracion|respiro _2 mal|rapido|agitada|agitado|dificultad|cortada, falta|faltando|falto|faltaba el|de|la? aire|respiracion|oxigeno, aire _2 falta, sin aire|aliento|respiracion, me|se ahog*|ahogo, ahogando|ahogandose|ahogandome|ahogo|ahogaba, asfixi*, atragant*, se _2 puso|pone|poniendo|esta|puesto morado|morada|azul, labios _2 morados|azules, ataque de asma, crisis asmatica|de asma, oxigeno _2 bajo|bajito|baja`,
  },
  {
    rule: 'es:derrame',
    category: 'symptom',
    urgent: true,
    terms: `derrame|derrames cerebral*?, embolia|embolias, ictus, trombosis, apoplej*, accidente cerebro*, cara|boca|ojo _3 caida|caido|torcida|torcido|chueca|chueco|colgada|cayo|dormida|paralizada|paralizo, se _2 torcio|enchueco|paralizo|durmio _2 cara|boca|brazo|cuerpo|lado, medio cuerpo, lado _3 dormido|paralizado|debil|izquierdo|derecho|entumido del? cuerpo, no|apenas _2 puedo|puede|pude|podia mover|levantar|hablar|ver, no _1 mueve|muevo _2 brazo|pierna|cuerpo|lado|mano, no _1 siento|siente _2 brazo|pierna|cara|piernas|mano|lado|cuerpo, habla|hablando|hablar|palabras _2 raro|arrastrando|arrastra|enredado|trabado|enredadas|mal, se le traba|enreda|traban la? lengua|las? palabras, balbuce*, paralis*, paraliz*, perdi|perdio|perdiendo|perdida _3 vista|vision, ceguera repentina, de repente no ve|veo, peor dolor de cabeza`,
  },
  {
    rule: 'es:suicidio',
    category: 'mental-health',
    urgent: true,
    terms: `suicid*, matarme, matarse, me _3 matar, me voy a matar, quiero|quiere|queria|quisiera|ganas|deseo|prefiero|mejor|pensando|pienso|pensado|intento|intente|trate _3 morir|morirme|morirse|matarme|matarse|muerto|muerta|desaparecer|hacerme dano|lastimarme, quitarme|quitarse la vida, quito|quite|quita la vida, acabar|terminar con _1 vida|todo, hacerme|hacerse|hacerle|hace|hacer dano, hacerme|hacerse|me hago|se hace dano, lastimarme|lastimarse, cortarme|cortarse|cortandose, no|ya _3 quiero|quiere|deseo|vale|tiene|hay _3 vivir|seguir viviendo|vivo|razon para vivir|sentido vivir, no quiero|quiere seguir|vivir|estar aqui, no|ya _1 aguanto mas, no vale la pena vivir, autolesi*, ahorcar*, voces que _1 dicen|dice`,
  },
  {
    rule: 'es:sangrado-fuerte',
    category: 'symptom',
    urgent: true,
    terms: `sangr* _3 mucho|mucha|muchisimo|fuerte|abundante|demasiado|demasiada|bastante|grave|severo|sin parar|no para|no se detiene, mucha|mucho|demasiada|bastante|demasiado _1 sangr*, no _3 para|deja|paro|parar|dejo|deja|detiene|quita|puedo _3 sangr*, no _2 para|detiene|detener|parar _2 sangr*, hemorrag*, emorrag*, desangr*, perd* _3 sangre, vomit*|tos*|escup*|bomit* _3 sangre|sangre, echa|echando|echo|arroja|arrojando|arrojo sangre, apunal*, balazo, disparo, baleado|balearon, se corto|corte|amputo _2 dedo|dedos|mano`,
  },
  {
    rule: 'es:sobredosis-veneno',
    category: 'medication',
    urgent: true,
    terms: `sobredosis, sobre dosis, intoxic*, envenen*, veneno, se|me|te|lo|la _2 tomo|tome|trago|trague|comio|bebio _4 muchas|demasiadas|todo|toda|todas|cloro|pila|frasco|veneno|bote|detergente|jabon, tomo|tome|tomado|tomaron|trago|trague muchas|demasiadas|todas|demasiado|demasiados|muchos _2 pastillas|pildoras|medicina|medicinas|medicamento|medicamentos|capsulas|tabletas, demasiadas|todas las|muchas|frasco de pastillas|pildoras|medicinas, todo el frasco, frasco entero, tomo|tome|bebio|trago|trague cloro|veneno|acido|gasolina|pila|bateria, dosis equivocada, medicina equivocada`,
  },
  {
    rule: 'es:anafilaxia',
    category: 'symptom',
    urgent: true,
    terms: `anafil*, choque|shock alergico|anafilactico, reaccion|reacion alergica, reaccion|reacciones alergicas, garganta _3 cerrando|cierra|cerro|cerrada|hinchada|hincho|hinchando|inflamada|apretada, cerrando|cierra|cerro|hinchando|hincho|hincha|hinchada|hinchado|inflamando|inflamo|hinchazon|hincharon|hinchados _4 garganta|lengua|cara|labios, lengua|labios|cara _3 hinchad*|hincho|hincharon|hinchando|inflamad*|inflamo|hincha`,
  },
  {
    rule: 'es:inconsciente',
    category: 'symptom',
    urgent: true,
    terms: `desmay*, desmall*, desvanec*, inconscien*, inconcien*, perdio|perdi|perdido|perdiendo el|la? conocimiento|conciencia|consciencia|sentido, no _2 responde|reacciona|despierta|despertar|reaccionaba|respondia|reaccionar, no _2 puedo|podemos|logro|pude despertar*|despertarlo|despertarla, colaps*, en coma, no tiene pulso, sin pulso`,
  },
  {
    rule: 'es:convulsion',
    category: 'symptom',
    urgent: true,
    terms: 'convuls*, combuls*, ataque|ataques|crisis epilep*|de epilepsia, ataques epilep*, temblando sin control, ojos en blanco, ojos _2 voltearon',
  },
  {
    rule: 'es:embarazo-emergencia',
    category: 'pregnancy',
    urgent: true,
    terms: `embaraz*|semanas|trimestre|encinta _8 sangr*|manch*|liquido|contracciones|coagulos|fuente|colicos, sangr*|mancha*|manchando|contracciones|coagulos _8 embaraz*|encinta, rompio|rompi|reventó|revento|romper|rompieron _2 fuente|aguas|bolsa, fuente rota, contracciones, contraccion, trabajo|dolores|dolor de parto, aborto espontaneo, abortando, perdi|perdiendo|perder|perdio _2 bebe|embarazo, bebe _3 no _2 mueve|movido|moviendo|patea, no _3 mueve|siento|movido|muevo|sentido _3 bebe, preeclam*, eclamp*, embarazo ectopico`,
  },
  {
    rule: 'es:fiebre-bebe',
    category: 'symptom',
    urgent: true,
    terms: `@bebe|meses|semanas _6 fiebre|calentura|temperatura|temperaturas|fievre, fiebre|calentura|temperatura|fievre _6 @bebe|meses|semanas, fiebre|calentura|temperatura _4 40|41|cuarenta|104|105, fiebre|calentura _1 muy alta|altisima, mucha fiebre|calentura, fiebre|calentura alta`,
  },
  {
    rule: 'es:emergencia',
    category: 'urgent-language',
    urgent: true,
    terms: `emergencia, emergencias, emerjencia, emergensia, emergente, sala|cuarto de urgencias|emergencias, a urgencias, en urgencias, nueve uno uno, nueve once, ambulancia*, anbulancia, paramedico*, me|se|nos|te|le|lo _1 muero|muere|estoy muriendo|esta muriendo|murio|muriendo|voy a morir|va a morir, muriendo, muriendome, muriendose, grave, muy grave, gravisim*, de vida o muerte, auxilio, socorro, insoportable, peor dolor, violaron|violacion, meningitis, apendicitis, aneurisma, terapia intensiva, coma diabetico, azucar _4 400|500|600|quinientos|seiscientos|cuatrocientos, vida _2 peligro, peligro de muerte, no aguanto _1 dolor`,
  },
]
