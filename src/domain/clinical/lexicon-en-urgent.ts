import type { LexiconRule } from './lexicon.ts'
import { EN_HARM } from './lexicon-en-harm.ts'

/**
 * The emergency core in English: what a practice cannot switch off. Terms without a gap can be taken back by a plain
 * "no"; those with one count in any case.
 */
export const EN_URGENT: readonly LexiconRule[] = [
  {
    rule: 'en:chest-pain',
    category: 'symptom',
    urgent: true,
    terms: `
      breastbone|sternum _5 pain|pressure|weight|crushing|tight|heavy|burning, pain|pressure|weight|crushing|
      tight|heavy _5 breastbone|sternum, squeezing|squeeze|gripping|crushing|pressure|tight|tightness|
      tightening _4 heart, heart _3 squeezing|squeezed|crushing|gripping|stopping|stops|stopped,
      elephant _4 on|sitting|top|chest, gray|grey|ashen|clammy and sweating|sweaty|clammy, chest|chess|ches|
      jest _1 paint|pains|pane|panes|pan, heart of|or|a tack|attack|tax, hart|heart attack|atack|attach|atac,
      elephant on, chest on fire, clutch|clutching|grabbing chest, clutching|grabbing|holding|grabbed|
      clutched @my chest|heart, chest _6 sitting|elephant|weight, chest|chess|ches _4 @pain|pane|tight|
      tightness|tightening|pressure|heavy|heaviness|squeezing|crushing, @pain|tight|tightness|pressure|
      heaviness|squeezing|crushing|elephant|sitting|weight _6 chest|chess|ches, chestpain, chestpains,
      heart attack|attacks, heart a tack, heartattack, angina, cardiac arrest, myocardial, heart stopped,
      heart _2 @pain, @pain _3 heart, left arm _2 @pain|numb|tingling|heavy, chest|chess|ches _8 crushing|
      crushed|vice|band|jaw|elephant|squeezed|weight|tightening|tight|tightness|squeezing|pressure|heavy|
      heaviness, crushing|squeezing|heavy|heaviness|tight|tightness|pressure|vice|weight|band|stabbing|
      ripping|tearing|jaw _8 chest|chess|ches, pain|ache|pressure|numbness _4 jaw and|or|into,
      sweating _4 chest, @pain _3 left arm`,
  },
  {
    rule: 'en:breathing',
    category: 'symptom',
    urgent: true,
    terms: `
      cant|cannot|couldnt|barely|hardly get|catch|getting|catching my|his|her|a|any|enough|their breath|air,
      trouble|hard|hardly|not|isnt|cant|cannot|difficulty|barely|stopped|problems|aint|time|
      doesnt _1 breeding|bread|breading|breething|breathin|breating|breding, breeding fast|hard|heavy|funny|
      bad|right, sucking|pulling|caving|sinking in _4 ribs|chest|neck|throat|belly|breathes|breath,
      nostrils flaring|flare, fighting|struggling|begging|grasping|hungry for air|breath, cant|cannot|couldnt|
      barely _2 finish|complete|say a sentence|sentences, full sentences, stridor, lips|fingernails|nails|
      fingertips _4 blue|purple|bluish|gray|grey, blue|purple|bluish lips|fingernails|around, not|isnt|
      stopped|quit breathing|breathin, choked on, choking on, cant|cannot|cudnt|couldnt|hard|hardly|barely|
      not|trouble to? brethe|breth|breeth|breath|brreathe|breathin|breate|braethe|breahte|brethin, struggling|
      struggles|fighting for air|breath, turning|turned|going bluish|dusky, breathing stopped|stops, stops|
      stopped breathing, ribs sucking|pulling in, grunting _2 breath|breathing, cant|cannot|couldnt|unable|
      not|barely|hardly|barely|hardly able? to? even|really|hardly? breath|breathe|breeth, isnt|not|stopped|
      barely|hardly|aint|wasnt really|even? breathing|breathin, can|could not|barely|hardly breath|breathe,
      trouble|difficulty|difficulties|problem|problems|hard|tough|difficult|struggling|struggle|struggles|
      labored|shallow|rapid|fast|heavy|funny|harder with|to|in|time? her|his|my? breath|breathe|breathing|
      breathin|breaths, hard|rough|tough time _1 breathing|breathe, struggling|struggles _3 breathe|breath|
      breathing, trouble _3 breathing, breathing is|has|was|gets|got|sounds|seems|looks|very|so|too|
      really _2 hard|heavy|fast|labored|shallow|bad|worse|funny|difficult|weird|trouble|rapid, breathing fast|
      hard|heavy|badly|weird|funny, breathing really|very|so|too fast|hard|heavy, short|shortness|shortnes|
      shorter of|on? breath|breadth|breathe|breathing|bref, short nose of breath, catch|catching my|his|her|
      their breath, out of breath, gasping, gasp for, choking, chokes on, suffocat*, turning|turned|turns|
      going|gone|looks|looking|is blue|purple|gray, lips|face are|is|were|look|looks|turned|turning|
      going? blue|purple, blue lips, asthma attack|attacks, enough oxygen|air, cant|cannot get air,
      oxygen _3 low|dropped|dropping|eighties|eighty, low oxygen, no pulse, cpr, drowned, drowning`,
  },
  {
    rule: 'en:stroke',
    category: 'symptom',
    urgent: true,
    terms: `
      face|mouth|smile|cheek _3 dropped|drops|fell|falling|sliding|lopsided|crooked|twisted|uneven,
      half of _2 face|body, weak|weakness|numb|numbness|paralyzed|droop* on|of|in|down one|the|my|his|
      her left|right? side, cant|cannot|couldnt|unable _1 smile|swallow and, slurring, garbled, talking funny|
      weird|strange|backwards|slurred, sudden|suddenly confused|confusion|weak|numb|dizzy, wont form words,
      cant|cannot|couldnt _1 see out of, curtain over|across|coming, blind in one|my|his, sudden|
      suddenly _4 see|vision|blind|sight|speak|talk, face|smile|mouth _3 droop|droopy|drooping|drupe|drooped|
      droops, droopy _2 left|right|face|mouth|side, stroke, strokes, a|mini|another tia, face|mouth|smile|eye|
      eyelid is|was|looks|keeps? suddenly|all? droop*|crooked|lopsided, droop*|droopy face|mouth|smile,
      drooping, he|hes|she|shes|him|her|mom|mum|dad|husband|wife|grandma|grandpa|mother|father isnt|not|wasnt|
      stopped|barely|aint _1 making _2 sense, talking gibberish|nonsense|jibberish, arm|arms|leg|legs|hand|
      foot is|are|was|just|went|hangs|keeps _2 hanging|dangling|limp|useless|dragging|dead|floppy, mouth|face|
      smile|eyelid|lip _4 hanging|hangs|sagging|sags|sagged|drooping|drooped|crooked|lopsided|slid|dropping,
      half|side of my|his|her|the face|mouth|body _2 numb|weak|droop*|fell|falling|dead|drop|dropped|limp|
      paralyzed|sagging, one sided weakness|numbness, face went|goes|gone|is|feels numb|dead|weak|frozen,
      couldnt|cant|cannot|trouble|struggling|unable|not|stopped _1 getting|get|getting|find|finding|form @my|
      the|any? words|word|sentence, words _2 wont|not|wouldnt|didnt come|coming, one side of my|his|her|the|
      their, side of @my|the|your face|body _3 numb|weak|droop*|paralyzed|tingling, half @my|the face|body,
      right|left side _4 numb|weak|weakness|paralyzed|droop*|limp|tingling, numb|weak|paralyzed _3 right|left|
      one side, slur, slurs, slurred, cant|cannot|couldnt|trouble|difficulty|unable|suddenly to|even? talk|
      talking|speak|speaking, get|find words|her|his|my words out?, speech _3 slurred|garbled|funny|off|
      strange|gone|weird|wrong, words _3 jumbled|slurred|garbled|wrong, cant|cannot|couldnt|not|unable|
      trouble|barely to? move|moving|lift|lifting|raise|raising|feel|feeling @my|one _1 arm|arms|leg|legs|
      face|hand|side|body, arm|leg|hand|side|face _2 paralyzed|paralysed|limp, arm|leg|hand|side|
      face suddenly|went|gone|goes suddenly? numb|weak|dead|limp, suddenly|sudden numb|numbness|weak|weakness|
      confused|confusion|blind|blindness|headache, paralyz*, paralys*, lost|losing|loss of|my|his|her|
      all? vision|sight|eyesight, vision loss, went blind, cant|cannot|couldnt see out|anything,
      suddenly cant|couldnt _1 see|talk|walk|speak|move, worst headache, headache _2 my life, thunderclap`,
  },
  {
    rule: 'en:bleeding-heavily',
    category: 'symptom',
    urgent: true,
    terms: `
      cut|cuts|sliced|chopped|sawed|ripped|tore|bit @my|the|a? finger|fingers|thumb|toe|fingertip|hand|ear|
      tip|arm|leg _1 off, passing|passed|passes _2 clots, huge|big|large|giant|massive clots, soaking|soaked|
      soaks everything|the|my|through sheets|bed|clothes|mattress?, blood pouring|gushing, pouring|gushing|
      squirting|spurting _3 blood|nose|mouth|wound, blood keeps coming|pouring, wont quit bleeding, cough*|
      vomit*|throw|throwing|threw|thrown|puk*|spit|spitting|spat|bring|bringing|brought up _5 blood|bloody,
      blood _3 soaking|soaked|pumping|dripping|streaming|squirting|filled|filling, soaking|soaked|
      soaks through _2 pad|pads|towel|towels|gauze|bandage|dressing|shirt|sheets|every, towel after towel,
      pad|pads every|an|each|per hour, pad an|a hour, filled the toilet|sink|bowl|tub, clots the size,
      size of a? _1 golf|lemon|plum|baseball|egg, coffee grounds, coffee ground vomit, bone|bones _2 sticking|
      poking|coming out|through, bent|twisted|pointing the wrong way, bent backwards, spurting, gushes,
      wont clot, bleeding _4 pressure, bleed|bleeds|bleeding|bled|bleading _4 heavily|heavy|badly|bad|
      profusely|lot|alot|everywhere|nonstop|constantly|uncontroll*|internally|hard|severely|severe|terribly,
      bleed|bleeding|bled|bleading|blood _3 wont|not|isnt|doesnt|non|hasnt|never stop|stopping|stopped|quit,
      bleed|bleeding through|thru|out, bleed|bleeding to death, heavy|heavily|severe|severely|uncontrolled|
      uncontrollable|profuse|profusely|internal|massive|excessive|bad|terrible rectal|vaginal? bleed|bleeding|
      bleeds, wont|not|cant|cannot|doesnt|hasnt|isnt|didnt|couldnt|never stop|stopped|stopping|control|
      quit the|my|his|her|this? bleed|bleeding|blood, hemorrhag*, haemorrhag*, hemorag*, hemorrag*, lost|
      losing|lots|lot|alot|much|bunch|pool|puddle|covered|gushing|spurting|pouring|squirting of|in|
      a? lot? of? blood, blood _3 everywhere|gushing|spurting|pouring|squirting, blood _2 all over, cough*|
      vomit*|vommit*|throw|throwing|threw|thrown|puk*|spit|spitting up|out? some|bright|a|of? blood|bloody|
      red blood?, blood in|with @my|the? vomit|throw|puke, artery, amputat*, cut|cutting|sliced off my|his|
      her|the|a _1 finger|fingers|fingertip|toe|thumb|hand, severed, gunshot*, gun shot, shot in the leg|arm|
      chest|head|stomach|foot, been|got|was|getting shot at?, been|got|was stabbed, stab wound`,
  },
  {
    rule: 'en:anaphylaxis',
    category: 'symptom',
    urgent: true,
    terms: `
      aller|alergic|allergic|alergick|allergik gic? reaction|reacton|reacktion, tongue _2 thick|fat|huge|big|
      swole|numb and?, throat _2 itchy and, hives all over, anaphyla*, anafila*, anifila*, allergic|allergy|
      alergic reaction|reactions|reacting|attack|shock, throat|thoat _3 closing|closed|closes|swelling|
      swollen|swelled|swell|tight|tightening|tightness, tongue|lips|lip|face|airway is|are|was|has|have|keeps|
      been|getting|starting|to|so|really|all? swelling|swollen|swelled|swell|puffing, swelling|
      swollen _3 tongue|throat|lips|lip|face|airway, stung|bee|wasp|hornet|peanut|peanuts|nut|nuts|shrimp|
      shellfish|ate|eating|eaten|bitten|antibiotic|vaccine|allergic|allergy|shot _10 swelling|swollen|swelled|
      swells|puffing|puffed|puffy|closing|wheezing, swelling|swollen|swelled|puffing|puffed|puffy|closing|
      wheezing _10 stung|bee|wasp|hornet|peanut|peanuts|nuts|shrimp|shellfish|ate|eating|sting, lips|tongue|
      throat|face|mouth _3 swelling|swells|ballooning, used|use|using|gave|give|need|needed _2 epipen|epi,
      hives _4 breath*|swelling|throat|face`,
  },
  {
    rule: 'en:unconscious',
    category: 'symptom',
    urgent: true,
    terms: `
      past|passed out, slumped over, not|isnt|wont|aint waking up, cant|couldnt wake|rouse|arouse, passed|
      passes|passing|pass|past out, blacked|blacking|blacks|black out, blackout, blackouts, faint, fainted,
      fainting, faints, unconscious, unconcious, unconsious, consciousness, unresponsive, not|isnt|wont|
      stopped|barely|hardly respond|responding|responsive|waking|wake|conscious, wont|cant|cannot|couldnt|
      doesnt|not get? wake|awake|waking him|her|them|my|the|mom|dad? up, collaps*, knocked out|unconscious,
      cant|cannot|couldnt|wont|unable|doesnt to? get|getting? him|her|them|my|mom|dad|mum|grandma|
      grandpa _2 to? answer|respond|wake|talk|open|come, will|does|is not wake|waking|answering|responding,
      foaming|foam|frothing|froth _3 mouth, out cold, keeled over, dropped to the floor|ground, found him|her|
      my|them _1 on the, hard to wake|rouse, coma, went|gone|going|goes|is limp, limp and, floppy`,
  },
  {
    rule: 'en:seizure',
    category: 'symptom',
    urgent: true,
    terms: `
      sea sure|sures, see sures, seasure, ceizure, seizur, seazure, having|had|has|have a|another fit,
      fitting again, jerking all|uncontrollably, stiff and _1 eyes|shaking|jerking, eyes rolled,
      shaking all over and, seizure, seizures, siezure*, seisure*, seizur*, ceasure*, see sure, seizing,
      convuls*, grand mal, having|had|has a|an? epileptic? fit|fits, shaking uncontrollably, eyes rolled|
      rolling|roll`,
  },
  {
    rule: 'en:pregnancy-emergency',
    category: 'pregnancy',
    urgent: true,
    terms: `
      @gestation one|two|three|four|five|six|seven|eight|nine? weeks _8 vision|spots|bleeding|contractions|
      headache|swelled|fluid, pregnan*|trimester|expecting _10 spots|blurry|vision|seeing|swollen face, hasnt|
      havent|not|isnt|stopped moved|moving|kicked|kicking all|since|today, weeks|months _8 gush|gushing|
      contractions, pregnan*|trimester _8 gush|gushing|fluid|leaking|bleeding|bled|clots|contractions|water,
      gush|leaking of|fluid|water _6 weeks|pregnan*|down, had a|the baby|c|section _12 bleeding|clots|
      pounding|spots|fever|hemorrhag*, contractions _3 apart, baby _2 moving|kicking|moved less, crowning,
      the baby is coming|out, cord _2 out, pregnan*|pregant|pregnat|trimester|prenatal|expecting _8 @bleeding,
      weeks _4 pregnan*|pregant|along _8 @bleeding, @bleeding _8 pregnan*|pregant|pregnat|trimester|expecting,
      water|waters just|has|may? broke|broken|breaking, contraction, contractions, in labor, going into labor,
      labor pain|pains, preterm, miscarr*, misscar*, miscarage, ectopic, preeclampsia, pre eclampsia,
      eclampsia, baby|babys|fetus _2 not|isnt|hasnt|stopped|stop|stops|less|havent|doesnt moving|moved|move|
      kicking|kicked, not|cant|cannot|havent|dont|less felt|feel|feeling? the|my|much? baby|babys move|moving|
      movement|kick|kicking, havent|hasnt|not|cant|didnt|barely|hardly|stopped|havnt feel|felt|
      feeling _4 kick|kicks|kicking|kicked|move|moves|moving|movement|movements|flutters, no|less|
      decreased fetal|baby movement|movements`,
  },
  {
    rule: 'en:high-fever-infant',
    category: 'symptom',
    urgent: true,
    terms: `
      @fever _10 only|just|hes|shes|is _1 weeks|days, week|weeks|month|months|day|days old _8 hot|burning|
      limp|lethargic|wake|feed|breathing|blue|floppy, stiff neck _6 light|headache|rash|vomiting, fever|temp|
      temperature of|is|was|at|over|above|around|to? 104|105|106, limp|floppy|lethargic and? baby|infant|
      newborn, @infant _4 lethargic|limp|floppy|unresponsive|blue|gray|grey, @infant _6 @fever,
      @fever _6 @infant, month|months|weeks|week|days|day old _6 @fever, @fever _6 month|months|weeks|
      week old, @infant _5 burning|lethargic|limp|hundred|101|102|103|104|105|blue, fever|temp|temperature|
      running _4 104|105|106, fever|temp|temperature|running _3 hundred|one|oh|o and|oh|o four|five, 104|105|
      106 degree|degrees? fever|temp|temperature, high|very|bad stiff? fever _4 stiff neck,
      stiff neck _4 fever, fever _3 stiff neck`,
  },
  {
    rule: 'en:emergency',
    category: 'urgent-language',
    urgent: true,
    terms: `
      sudden|suddenly severe|sharp|terrible|intense|awful pain, ice cold _4 feel|white|blue|numb,
      rash _4 fade|blanch, rash _8 stiff neck, stiff neck _8 rash, burst appendix, appendix _2 burst|ruptured,
      hit|struck|run|ran|knocked over|down? by|with? a|an|the? car|truck|bus|train|van|motorcycle|vehicle|suv,
      fell|falls|fallen _6 not|isnt|cant|wont|doesnt _1 moving|move|responding|respond|wake|breathing|talking|
      feel, burned|burnt|scalded|burn _5 oil|boiling|fire|acid|grease|gasoline|chemical|hot, boiling water|
      oil on|over|his|her, third degree, electric|electrical shock, lightning, severe|intense|extreme|
      excruciating abdominal|stomach|belly|tummy|side|testicle|testicular|flank pain?, ten|10 out of ten|10,
      pain _4 cant|cannot stand|bear|take it?, twisted testicle, cant|cannot feel|move @my|the|his legs|feet|
      arms|toes, broke|broken @my|the|his neck, bone _3 skin, impaled, stuck in his|her|my eye,
      drunk and unconscious|vomiting, heat stroke, hypothermia, near|almost drowned|drowning, meter|monitor|
      reading says|reads hi|high|error and, emergency, emergencies, emergancy, emergeny, emergcy, emergancies,
      emergently, the|to|an|in|at er, to e r, the e r, 911, 9 1 1, 9 11, nine one one, nine eleven,
      ambulance*, ambulence, paramedic*, paramedics, life threatening, lifethreatening, im|is|am|are|be|shes|
      hes|was|were dying, feel|feels|felt|feeling like im|i|she|he am|is|was? dying, going|gonna|about|might|
      could to? die, help me im, save my|his|her life, life or death, worst pain, excruciat*, unbearable,
      sexual* assault*, raped, rape, electrocuted, meningitis, appendicitis, sepsis, blood clot in|on,
      pulmonary embol*, embolism, aneurysm, dka, diabetic coma|ketoacidosis, sugar|glucose _3 under|
      below forty|fifty|40|50, sugar|glucose _3 400|500|600, sugar|glucose _3 four|five|six hundred, broken|
      broke @my|the|a? neck|hip, hit|hits|bumped|banged|smacked|cracked|knocked|bonked my|his|her|the|
      a head _10 vomit*|throwing|threw|puking|puked|drunk|sleepy|drowsy|confused|passed|slurring|unconscious|
      blacked|lethargic|groggy, intensive care, icu, house fire, help me i|im _1 cant`,
  },
  ...EN_HARM,
]
