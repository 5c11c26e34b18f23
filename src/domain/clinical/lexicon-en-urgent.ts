import type { LexiconRule } from './lexicon.ts'

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
      clutching|grabbing|holding|grabbed|clutched @my chest|heart, chest _6 sitting|elephant|weight,
      chest|chess|ches _4 @pain|pane|tight|tightness|tightening|pressure|heavy|heaviness|squeezing|
      crushing, @pain|tight|tightness|pressure|heaviness|squeezing|crushing|elephant|sitting|
      weight _6 chest|chess|ches, chestpain, chestpains, heart attack|attacks, heart a tack, heartattack,
      angina, cardiac arrest, myocardial, heart stopped, heart _2 @pain, @pain _3 heart,
      left arm _2 @pain|numb|tingling|heavy, @pain _3 left arm`,
  },
  {
    rule: 'en:breathing',
    category: 'symptom',
    urgent: true,
    terms: `
      cant|cannot|couldnt|cudnt|unable|not|barely|hardly able? to? even|really|hardly? breath|breathe|
      breeth, isnt|not|stopped|barely|hardly|aint|wasnt really|even? breathing|breathin,
      can|could not|barely|hardly breath|breathe, trouble|difficulty|difficulties|problem|problems|hard|
      tough|difficult|struggling|struggle|struggles|labored|shallow|rapid|fast|heavy|funny|harder with|to|
      in|time? her|his|my? breath|breathe|breathing|breathin|breaths,
      hard|rough|tough time _1 breathing|breathe, struggling|struggles _3 breathe|breath|breathing,
      trouble _3 breathing, breathing is|has|was|gets|got|sounds|seems|looks|very|so|too|really _2 hard|
      heavy|fast|labored|shallow|bad|worse|funny|difficult|weird|trouble|rapid,
      breathing fast|hard|heavy|badly|weird|funny, breathing really|very|so|too fast|hard|heavy,
      short|shortness|shortnes|shorter of|on? breath|breadth|breathe|breathing|bref, short nose of breath,
      catch|catching my|his|her|their breath, out of breath, gasping, gasp for, choking, chokes on,
      suffocat*, turning|turned|turns|going|gone|looks|looking|is blue|purple|gray,
      lips|face are|is|were|look|looks|turned|turning|going? blue|purple, blue lips, asthma attack|attacks,
      enough oxygen|air, cant|cannot get air, oxygen _3 low|dropped|dropping|eighties|eighty, low oxygen,
      no pulse, cpr, drowned, drowning`,
  },
  {
    rule: 'en:stroke',
    category: 'symptom',
    urgent: true,
    terms: `
      stroke, strokes, tia,
      face|mouth|smile|eye|eyelid is|was|looks|keeps? suddenly|all? droop*|crooked|lopsided,
      droop*|droopy face|mouth|smile, drooping, one side of my|his|her|the|their,
      side of @my|the|your face|body _3 numb|weak|droop*|paralyzed|tingling, half @my|the face|body,
      right|left side _4 numb|weak|weakness|paralyzed|droop*|limp|tingling,
      numb|weak|paralyzed _3 right|left|one side, slur, slurs, slurred, slurring,
      cant|cannot|couldnt|trouble|difficulty|unable|suddenly to|even? talk|talking|speak|speaking,
      get|find words|her|his|my words out?, speech _3 slurred|garbled|funny|off|strange|gone|weird|wrong,
      words _3 jumbled|slurred|garbled|wrong, cant|cannot|couldnt|not|unable|trouble|barely to? move|moving|
      lift|lifting|raise|raising|feel|feeling @my|one _1 arm|arms|leg|legs|face|hand|side|body,
      arm|leg|hand|side|face _2 paralyzed|paralysed|limp,
      arm|leg|hand|side|face suddenly|went|gone|goes suddenly? numb|weak|dead|limp,
      suddenly|sudden numb|numbness|weak|weakness|confused|confusion|blind|blindness|headache, paralyz*,
      paralys*, lost|losing|loss of|my|his|her|all? vision|sight|eyesight, vision loss, went blind,
      cant|cannot|couldnt see out|anything, suddenly cant|couldnt _1 see|talk|walk|speak|move,
      worst headache, headache _2 my life, thunderclap`,
  },
  {
    rule: 'en:suicide',
    category: 'mental-health',
    urgent: true,
    terms: `
      suicid*, sucid*, suiside, unalive*,
      kill|killing|hang|hanging|shoot|shooting|harm|harming|cutting|hurting|starving @self,
      kill|killing|harm|hurting my self, self harm*, @wanting _4 hurt|cut @self,
      end|ending|take|taking|took my|his|her|their own? life, end|ending it all,
      thinking|thoughts|thought|think|want|wanted of|about|to ending|end it,
      @wanting|rather to|be|i|was|were|am? to|be|was|were? dead|die, better off dead|without, dont|doesnt|
      not|no|didnt|never|cant|wont want|wanna|wants|wanting? to|too? be? live|alive|living|here|
      exist anymore|any|like?, dont|doesnt|not|didnt want|wanna|wants to? wake up|live|exist|be here|alive,
      reason|reasons|point|nothing to|in|for live|living, nothing to live for, be here anymore,
      not worth living|it anymore, tired of living|life,
      cant|cannot go on anymore|any|like|living|with|much|another,
      cant|cannot take|do it|this|life anymore|any,
      hurt|kill|harm|killing|hurting|stab|shoot someone|somebody|people|others,
      hurt|kill|harm|killing|hurting|shake the|my baby|child|children|kids|kid|newborn, voices telling,
      homicid*, goodbye note, suicide note, gun to, 988, crisis|suicide line|hotline`,
  },
  {
    rule: 'en:bleeding-heavily',
    category: 'symptom',
    urgent: true,
    terms: `
      bleed|bleeds|bleeding|bled|bleading _4 heavily|heavy|badly|bad|profusely|lot|alot|everywhere|nonstop|
      constantly|uncontroll*|internally|hard|severely|severe|terribly,
      bleed|bleeding|bled|bleading|blood _3 wont|not|isnt|doesnt|non|hasnt|never stop|stopping|stopped|quit,
      bleed|bleeding through|thru|out, bleed|bleeding to death, heavy|heavily|severe|severely|uncontrolled|
      uncontrollable|profuse|profusely|internal|massive|excessive|bad|terrible rectal|vaginal? bleed|
      bleeding|bleeds, wont|not|cant|cannot|doesnt|hasnt|isnt|didnt|couldnt|never stop|stopped|stopping|
      control|quit the|my|his|her|this? bleed|bleeding|blood, hemorrhag*, haemorrhag*, hemorag*, hemorrag*,
      lost|losing|lots|lot|alot|much|bunch|pool|puddle|covered|gushing|spurting|pouring|squirting of|in|
      a? lot? of? blood, blood _3 everywhere|gushing|spurting|pouring|squirting, blood _2 all over, cough*|
      vomit*|vommit*|throw|throwing|threw|thrown|puk*|spit|spitting up|out? some|bright|a|of? blood|bloody|
      red blood?, blood in|with @my|the? vomit|throw|puke, artery, amputat*,
      cut|cutting|sliced off my|his|her|the|a _1 finger|fingers|fingertip|toe|thumb|hand, severed, gunshot*,
      gun shot, shot in the leg|arm|chest|head|stomach|foot, been|got|was|getting shot at?,
      been|got|was stabbed, stab wound`,
  },
  {
    rule: 'en:overdose-poison',
    category: 'medication',
    urgent: true,
    terms: `
      took|taken|swallowed ten|twelve|fifteen|twenty|thirty|forty|fifty|10|12|15|20|30|40|50 _4 @drug,
      overdos*, over dose|dosed|dosing, od on|off, too many|much _3 @drug|tylenol|aspirin|advil|ibuprofen|
      painkillers|xanax|percocet|benadryl|insulin|killers, took|taken|swallowed|drank|taking too many|much,
      whole|entire|full|all bottle|pack of, handful of @drug,
      took|take|taken|swallowed|ate _2 all|whole|entire|bunch _3 @drug|bottle, poisoned, poisonous,
      rat poison, poison control, carbon|lead|alcohol|blood|monoxide poisoning, swallowed|drank|ate|
      drinking|swallow|inhaled|ingested _3 bleach|battery|batteries|magnet|magnets|detergent|chemical|
      chemicals|cleaner|antifreeze|pod|pods|gasoline|poison|soap|@drug, carbon monoxide,
      got|gotten|gets into my|the|his|her|grandmas|some @drug,
      took|taken|gave|given|taking|got @my|the|somebody|someone? wrong|elses @drug|dose,
      double|triple dose|dosed`,
  },
  {
    rule: 'en:anaphylaxis',
    category: 'symptom',
    urgent: true,
    terms: `
      anaphyla*, anafila*, anifila*, allergic|allergy|alergic reaction|reactions|reacting|attack|shock,
      throat|thoat _3 closing|closed|closes|swelling|swollen|swelled|swell|tight|tightening|tightness,
      tongue|lips|lip|face|airway is|are|was|has|have|keeps|been|getting|starting|to|so|really|
      all? swelling|swollen|swelled|swell|puffing, swelling|swollen _3 tongue|throat|lips|lip|face|airway,
      used|use|using|gave|give|need|needed _2 epipen|epi, hives _4 breath*|swelling|throat|face`,
  },
  {
    rule: 'en:unconscious',
    category: 'symptom',
    urgent: true,
    terms: `
      passed|passes|passing|pass|past out, blacked|blacking|blacks|black out, blackout, blackouts, faint,
      fainted, fainting, faints, unconscious, unconcious, unconsious, consciousness, unresponsive,
      not|isnt|wont|stopped|barely|hardly respond|responding|responsive|waking|wake|conscious,
      wont|cant|cannot|couldnt|doesnt|not get? wake|awake|waking him|her|them|my|the|mom|dad? up, collaps*,
      knocked out|unconscious, found him|her|my|them _1 on the, hard to wake|rouse, coma,
      went|gone|going|goes|is limp, limp and, floppy`,
  },
  {
    rule: 'en:seizure',
    category: 'symptom',
    urgent: true,
    terms: `
      seizure, seizures, siezure*, seisure*, seizur*, ceasure*, see sure, seizing, convuls*, grand mal,
      having|had|has a|an? epileptic? fit|fits, shaking uncontrollably, eyes rolled|rolling|roll`,
  },
  {
    rule: 'en:pregnancy-emergency',
    category: 'pregnancy',
    urgent: true,
    terms: `
      pregnan*|pregant|pregnat|trimester|prenatal|expecting _8 @bleeding,
      weeks _4 pregnan*|pregant|along _8 @bleeding,
      @bleeding _8 pregnan*|pregant|pregnat|trimester|expecting,
      water|waters just|has|may? broke|broken|breaking, contraction, contractions, in labor,
      going into labor, labor pain|pains, preterm, miscarr*, misscar*, miscarage, ectopic, preeclampsia,
      pre eclampsia, eclampsia, baby|babys|fetus _2 not|isnt|hasnt|stopped|stop|stops|less|havent|
      doesnt moving|moved|move|kicking|kicked, not|cant|cannot|havent|dont|less felt|feel|feeling? the|my|
      much? baby|babys move|moving|movement|kick|kicking, no|less|decreased fetal|baby movement|movements`,
  },
  {
    rule: 'en:high-fever-infant',
    category: 'symptom',
    urgent: true,
    terms: `
      @infant _6 @fever, @fever _6 @infant, month|months|weeks|week|days|day old _6 @fever,
      @fever _6 month|months|weeks|week old,
      @infant _5 burning|lethargic|limp|hundred|101|102|103|104|105|blue,
      fever|temp|temperature|running _4 104|105|106,
      fever|temp|temperature|running _3 hundred|one|oh|o and|oh|o four|five,
      104|105|106 degree|degrees? fever|temp|temperature, high|very|bad stiff? fever _4 stiff neck,
      stiff neck _4 fever, fever _3 stiff neck`,
  },
  {
    rule: 'en:emergency',
    category: 'urgent-language',
    urgent: true,
    terms: `
      emergency, emergencies, emergancy, emergeny, emergcy, emergancies, emergently, the|to|an|in|at er,
      to e r, the e r, 911, 9 1 1, 9 11, nine one one, nine eleven, ambulance*, ambulence, paramedic*,
      paramedics, life threatening, lifethreatening, im|is|am|are|be|shes|hes|was|were dying,
      feel|feels|felt|feeling like im|i|she|he am|is|was? dying, going|gonna|about|might|could to? die,
      help me im, save my|his|her life, life or death, worst pain, excruciat*, unbearable, sexual* assault*,
      raped, rape, electrocuted, meningitis, appendicitis, sepsis, blood clot in|on, pulmonary embol*,
      embolism, aneurysm, dka, diabetic coma|ketoacidosis, heat stroke,
      sugar|glucose _3 under|below forty|fifty|40|50, sugar|glucose _3 400|500|600,
      sugar|glucose _3 four|five|six hundred, broken|broke @my|the|a? neck|hip,
      hit my|his|her|the head _4 vomit*|throwing|confused|sleepy|passed, intensive care, icu, house fire,
      help me i|im _1 cant`,
  },
]
