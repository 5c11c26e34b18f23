import type { LexiconRule } from './lexicon.ts'

/**
 * The grammar of complaint in English: a part of the body beside a word of trouble, what the body does or no longer
 * does, and how an illness goes on. Here stand everyday words that say nothing alone.
 */
export const EN_COMPLAINTS: readonly LexiconRule[] = [
  {
    rule: 'en:body-complaint',
    category: 'symptom',
    terms: `
      @part _3 @bad, @someones @body _4 @bad|@trouble, @kin _1 has|have|had|got _4 @part, cant|cannot|couldnt|
      barely|hardly|trouble|hurts|hard to|put|even? move|bend|lift|raise|turn|straighten|close|open|use|feel|
      weight|grip|hold _2 @my|the|on|his @body|it, put|bear any|much|my|no|full? weight on, heart|hearts is|
      was|does|doing|goes|going|skips|skip|flutters|flutter|races|pounds|thumping|thumps|jumping _2 fast|beat|
      beats|somersaults|flip|flips|hard|crazy|funny|mad|wild|chest, heart _2 beating|racing|pounding|thumping|
      flutter*|skipping|skips|fast|pounds, @my @body _4 @bad, the|one|both|left|right|lower|
      upper @part _4 @bad, the|one|both left|right|other|whole @body _4 @bad, @bad|something _3 @my @body,
      @bad|something _3 the|one|both @part, @bad|something _2 in|on|under|behind|around|between|inside|
      near @my|one|both|this|that @body, @bad|something _2 in|on|under|behind|around|between|inside the @part,
      rash|cut|bump|lump|bruise|sore|spot|pain|burn|bite|mole on|in the @body, @part went|goes|keeps|keep|is|
      are|has|feels|feel|gets|get _2 @bad, @my @body acting|giving|playing|bothering|bugging|killing|
      troubling _1 up|me|out|him|her`,
  },
  {
    rule: 'en:function',
    category: 'symptom',
    function: true,
    terms: `
      to the toilet|loo|bathroom _4 night|times|every|lot|alot|constantly|again, up and down to the toilet|
      loo|bathroom, poo smells, opened my bowels, wets|wetting the|his|her bed, wet the bed, pea|peeing|
      pee blood|again|anything, cant pea|pee|go|poo|poop, the shits, shits, shitting, shit|shat my|his|her|
      himself, crap|crapping blood|my|himself, milk supply, milk _2 drying|dropping|dried, get|got to|on|
      off the? toilet, wee, weeing, wees, weed myself, pee, peed, peeing, pees, poo, pooing, poos, pooed,
      pooped, poopy|dirty|wet|soiled nappy|nappies|diaper|diapers, nappy, nappies, wet the? bed, wetting,
      bedwetting, bowel movement|movements, bowels, bm|bms, loose stool|stools|motions, passing water|gas|
      wind|urine, pass water|urine, the trots, bunged up, go|going|went|been|run|running|get|up to the loo|
      toilet, loo, wetting myself|himself|herself, go|going|went|been|running to the bathroom _3 every|lot|
      alot|much|times|constantly|night|often|day|since, cant hold it|my|his, leak|leaks|leaking when i,
      when i|he|she go|goes to? the? bathroom|toilet|loo|pee|wee|poop|urinate, my cycle, period|
      periods _3 late|early|heavy|light|painful|started|lasting|lasts|stopped|irregular|cramps, on|skipped|
      missed|no my? period, swallow, swallowing, swallows, appetite, wind pain, wet diapers, sleeping pattern,
      my sleep, his sleep, every time i|he|she go|goes|went to the bathroom|loo|toilet, potty accidents`,
  },
  {
    rule: 'en:eating-sleeping',
    category: 'symptom',
    terms: `
      sleep|sleeping|slept _3 hours a|per|at, voice is|was|has gone|lost|hoarse|going, funny turn|turns,
      all hot, puffy, taste in @my mouth, slept|sleep through, cut|cutting out dairy|gluten|bread|sugar|salt|
      caffeine|carbs, upset|upsets|upsetting @my stomach|tummy|bowels, sense of smell|taste, lost|losing|
      no _1 taste|smell, cant taste|smell, sleep on my, sleep|sleeping|slept in a recliner|sitting, teething,
      teeth coming in, off @my|their food|feed|feeds|milk|bottle, right off @my food, cant face food|eating|
      breakfast|anything, not interested in food|eating|milk, waking|wake|wakes|woke|woken _2 up? _3 drenched|
      soaked|soaking|sweaty|sweating|gasping|coughing|screaming|choking|pain|crying|panic, woke up with|and|
      feeling, wakes|wake|waking|woke me|him|her|us up, wakes|waking|wake up all|every|several|five|four|
      three|at night|hour|two|times, up all night, awake all night, sleeping _2 lot|alot|all|much|constantly,
      keep my|her|his eyes open, drenched, soaked through, sweat|sweats|sweated|sweaty|clammy, night sweats,
      havent|hasnt|cant|couldnt|barely|hardly|not|wont|trouble|difficulty|havnt|arent|isnt|dont|doesnt really|
      been|able|to|get|any|getting|much|at? all? _1 sleep|sleeping|slept|shuteye|rest|wink, sleepless,
      snoring, snores, toss|tossing and turn|turning, foggy, fogginess, through fog, in a fog, gag, gagging,
      gags, retch, retching, burp*, belch*, gassy, gas pains, full of gas, bloat*, heart burn, drool*,
      projectile, spit up, spits up, spitting up, cradle cap, colicky, inconsolable, soft spot, wont|
      cant be? settle|settled|console|consoled, clingy|cranky|fussy|whiny|grizzly|listless, off color|colour,
      sleeping more|less than, eating less|more|nothing, not gaining weight, losing|lost|loosing _4 weight, metallic taste,
      brings|bringing|coming|comes _3 back up, keep|keeps bringing _3 up, baby|his|her formula, food|liquids|
      fluids|meds|pills down, wont|doesnt|cant|not|refuses|refusing|hardly|barely|hasnt|isnt _1 eat|eating|
      drink|drinking|feed|feeding|nurse|nursing|latch|latching|suck|swallow|sleep|sleeping|slept|touched|chew,
      feel|feels|feeling|felt full, fall|falls|falling|fell|nod|nodding|drift|drifting asleep, mind|
      brain wont|doesnt|cant|is|just|keeps|never _1 switch|shut|stop|race|racing|fog|foggy,
      intolerant to dairy|lactose|gluten`,
  },
  {
    rule: 'en:energy',
    category: 'symptom',
    terms: `
      squint|squinting|squints, grind|grinds|grinding @my teeth, stuff|squeezing @my eyes, feel|feels|feeling|
      felt _2 nauseated|unsteady|breathless|wheezy|congested|dehydrated|confused|foggy|disoriented|depressed|
      suicidal|anxious|hot|cold|chilled|achy|weird|poorly|grim|ropey|crummy|miserable|terrible, knackered,
      wiped out, worn out, run down, rundown, zonked, sluggish, lethargic, drained all|and|after|since,
      no energy|strength|stamina|motivation, energy level|levels, cant|cannot|couldnt|barely|hardly|dont get|
      got|getting? out of bed|up, stay|stayed|staying|lay|lie|laying|lying|stuck in bed, in bed all|for|since|
      most, feel|feels|feeling|felt _2 rough|crap|crappy|garbage|death|zombie|hungover|rubbish|drunk|drugged|
      high|spacey|spaced|floaty|wobbly|shaky|jittery|queasy|bloated|flushed|swollen|sore|stiff|feverish|
      grotty|peaky|sluggish|light|heavy|empty|hopeless|trapped|detached|worthless|useless|numb, like a|
      walking zombie|fog|death, feel|feels|feeling|felt|been|am|was out of sorts, out of puff|breath|wind,
      puffed out|by|just|going, puffing, get|gets|getting|got puffed|winded, head rush, room spins|spinning,
      unsteady on, wobbly, swaying, stand|standing|stood|get|getting up too? fast|quick|quickly,
      not right in myself|himself|herself, not myself|himself|herself, isnt|wasnt|hasnt|not been? himself|
      herself|myself|themselves, acting|being strange|weird|funny|off|odd|confused|different, weight loss|
      gain, losing weight, down eight|ten|five|six|seven|twelve|fifteen|twenty pounds|now, shaky, shakes,
      the shakes, shiver*, trembly, jittery, twitch*, spasm*, tingl*, numb, numbness, fuzzy headed, heat|
      cold intolerance, jaundiced, hot flush|flushes|flashes|flash, flushing, gone|turned|went|looks|
      looking pale|yellow|grey|gray|white|blue, lost|losing|gained|gaining|dropped _4 pounds|lbs|kilos|kg|kgs|
      stone|pound|lb, put on _3 pounds|lbs|kilos|kg|stone|weight, up|down @count pounds|lbs|kilos since|from|
      already|in, seeing|saw stars|flashes|double, everything|all|vision|eyes|sight went|goes|going|
      gone black|dark|blurry|white|spinning|fuzzy, everything spins|spinning, feel|feels|feeling not right,
      isnt|wasnt|not well since|in|at, keeps|keep|kept falling|stumbling|fainting|vomiting, keeps|
      keep dropping|forgetting things|everything`,
  },
  {
    rule: 'en:course-of-illness',
    category: 'symptom',
    terms: `
      burns|burn|burning|stings|aches|throbs|itches|hurts|sore|worse|painful when|after|if, quite|bit|very|so|
      really|is|was|its|still|gets|got|are|too sore, a|the|my|this|his|her|another boil, boils, gaping, gapes|
      gaped, pulling apart|open, suture|sutures, pinkish, bloody, milky, tarry, drainage, cast _2 wet|tight|
      loose|itchy|broke|cracked|rubbing, splint|boot|brace|bandage|dressing|gauze|packing|drain|tube _3 fell|
      off|out|wet|loose|tight|rubbing|soaked|slipped|came|leaking, ice it, icing it, elevate|elevating|
      elevated it|my|his, out of control, rubs|rubbing|rubbed raw|a|my|against, screaming|cries|crying|
      cry in pain|when|all|every, soaked|soaking with sweat, soaking wet, comes and goes, coming and going,
      come and go, came and went, keeps coming back, came back worse|again|same, wont|not|isnt|doesnt|didnt|
      never go|going|gone|went|clear|clearing|heal|healing|shift|ease|easing _1 away|up|properly|down|off,
      hasnt|havent gone|cleared|healed|eased away|up|off, take|takes|took the edge off, eased, eases,
      relieves|relieved|relieve it|the|my|some|pain, is|its|are|got|gets|gotten|getting|much|a|lot|even|
      way worse, worse and worse, worsen*, spread|spreading|spreads|spreded|spred|spreding to|all|down|up|
      over|on, pain scale, throb*, stabby, sharp|shooting|stabbing|burning|dull|crampy|searing|splitting|
      pounding|nagging pain|ache|pains|feeling|sensation|head|headache, shoots|shooting|radiates|radiating|
      radiate down|to|into|up|through, bouts, spells of, dizzy spell|spells, on and off for|since|all, tender,
      press|pressing on it, to the touch, flared, flare up, flaring up, playing|played up, like a knife|
      needle|balloon|needles|pins|rock, hot and hard, green around, smells bad|funny|like|awful|foul|weird,
      it|and|really|that|wound|smell|smells smells|stinks|stinking, weep|weeps|weeping|oozes|ooze|oozing|
      seeping|draining, crusted over, crusty, scabby, scabbed, scab, scabs, raw, itch*, scratch|scratches|
      scratching till|until|at|it|himself|herself, inflam*, irritates, irritated, gunk, gunky, goop, goopy,
      gooey, discharge, mucus, phlegm, snot, snotty, sniffle*, sniffl*, runny, bunged, stuffed up, sinusy,
      croupy, chesty, barking cough, hacking cough|up, under the weather, feels|feel|felt worse, on the mend,
      noticed a|some|this|that|blood|it|something _3 lump|bump|spot|rash|patch|blood|growth|mole|swelling,
      something|thing|lump|growth|spot|patch _2 growing|growth|grew|raised|scaly|hard|itchy|bleeding, scaly,
      flaky, lump|lumps, bumps, growth on|in, blotch*, mole, moles, freckle*, birthmark, wart*, verruca*,
      zit*, pimple*, pustul*, welts, welt, scald*, singed, sty, styes, stye, hasnt|isnt|not shifting|shifted|
      budged, came|coming|come apart|undone, my|the|his|her staples, hard ridge, cloudy urine|pee|wee|
      discharge|bag|fluid, put|putting out _2 cc|ccs|ml|mls, allowed to lift|shower|swim|exercise, white|
      black|dark|red|yellow|brown spot|spots|bump|lump|patch|streak|streaks on|in|up|around|of|inside, break|
      broke|breaking|broken out in|on|all, came|come|coming out in a|hives|spots|blisters, it come|came|comes|
      coming|has come back again|worse, doctor|said _4 came|comes back, nothing|anything _2 helps|touches|
      shifts|shift|eases|helping|relieves, worse when|if|after|since|lying|at _2 night|morning|i, seven|eight|
      nine|six|five|ten|four out of ten, dull ache|pain|throb, lasting|lasted _2 days|weeks, having|had|get|
      getting|gets|these|dizzy|his|her|another _1 episode|episodes _2 of|where|again|today|last|every|lately,
      these episodes, when i|he|she|you bend|swallow|breathe|cough|sneeze|lie|lay|inhale|exhale|twist, when i|
      you press|touch|push on it|here|there, when i press|touch|push it, sore|tender|hurts to touch,
      felt a _2 pop|crack|snap|click|crunch, heard a _2 pop|crack|snap, puffed|swelled|swole|ballooned|
      swollen up, blew|blown up like, red and hot|swollen|sore|itchy|puffy|angry|warm, swollen|hot|sore|puffy|
      warm and red, getting|got|gotten|grown|growing|gets bigger|larger|redder|darker|swollen|infected`,
  },
  {
    rule: 'en:health-history',
    category: 'symptom',
    terms: `
      intercourse, sex, a and e, walk in centre, jab, jabs, glass|glasses|pint|pints|bottle|can|cans|couple|
      shots of|or of|two? _1 red|wine|beer|beers|whiskey|vodka|gin|rum|tequila, give it a|an one|two|three|
      four|five|six|seven|eight|nine|ten, sugar|sugars _4 down|up|high|low|spiking|crashing|over|under|spiked|
      dropped, hearing _3 muffled|gone|worse|going|bad|reduced, muffled, dexcom, libre, glucometer, arrow up|
      down, cgm, sensor _3 arm|reading|off|fell, pump _3 beeping|alarm|occlusion|site|out|failing|readings,
      my|insulin|infusion|his|her pump, generic _4 working|same|different, brand _3 works|working,
      positive test, test positive, trying for a|another baby, trying to have a|another baby, get|
      getting pregnant|knocked, knocked up, condom broke, morning after pill, plan b, drinking|drink more|too|
      less, a shadow, shadow on, a one c, hand foot and mouth, dry socket, hospice, comfort meds, flossing,
      floss, runs in the|my|our family, family history, smoke|smokes|smoked|smoking, smoker, cigarettes,
      cigarette, vape, vapes, vaping, drink|drinks|drank|drinking _5 day|night|week|weekend|weekends|nights,
      glass|glasses of wine, pints of, appendix, tonsils, gallbladder, hysterectomy, heart murmur|disease|
      condition|failure|problems|problem|bypass|valve|rate, high cholesterol, for|on|something the|
      my? cholesterol|pressure|thyroid|nerves|pain|heart|sleep, type one|two|1|2 diabet*, diet controlled,
      chickenpox, childhood illness, sexually active, unprotected sex, condom, condoms, libido, erection*,
      erectile, keeping it up, get|getting|keep it up in, in the bedroom, sex drive, std, menopause,
      menopausal, the change of life, genetic, hereditary, allergies, allergic, intolerant, intolerance,
      hasnt|havent|isnt|not made|making any|much|a? difference, pulled|tore|strained|tweaked something,
      xrayed, reads|reading|read|showing|shows|beeping _1 low|high|occlusion, numbers _2 climbing|high|low,
      radiology said|says|report, units of alcohol, units a week|day`,
  },
  {
    rule: 'en:mind',
    category: 'mental-health',
    terms: `
      havent|hasnt|cant|wont|not|dont|doesnt left|leave|leaving _1 house|home|apartment|room|bed, pointless,
      hopeless, worthless, flashbacks, flash backs, nobodys|nobody|noone|no one there|around, hearing|hear|
      hears my|his|her|things|someone|somebody _2 called|calling|name|talking, pulls|pulling|picks|picking|
      pull out|at her|his|my|own _2 eyelashes|hair|skin|eyebrows|scabs|nails, bullied, bullying, sundown*,
      sun downing, lost driving|walking, confused and|about|at|all|more|easily|lately, stopped eating|
      sleeping|talking|bathing|showering, stopped taking, on edge, tearful, weepy, teary, low mood, burnt|
      burned out, overthink*, intrusive thoughts, racing mind, cry|cries|cried|crying _3 day|days|time|night|
      lot|sleep|nothing|reason|everything|alot|myself, talks|talking|talk|sees|seeing|hears|hearing _2 people|
      things|voices|stuff _2 not|arent|isnt|there, who|that|which arent|isnt|werent|wasnt there,
      seeing things, hearing things, scared|afraid to leave|go|sleep, lonely, in a dark place, dark thoughts,
      snapping at everyone|my, anger issues|outbursts, meltdown*, tantrum*, grief, grieving, panic*, worry|
      worrying|worried all|constantly|myself, something terrible|bad is|will|gonna|might about|going|happen,
      wander|wanders|wandering off|at|around|away, stove on, repeats himself|herself, cant|cannot|not|hard|
      trouble|struggling|difficulty _1 cope|coping, stress at|from|level|levels, under _3 stress, concentrate,
      concentrating, concentration, read|reading the same page, sober, purge|purging, making himself|herself|
      myself throw|sick|vomit, wont come out of his|her room, nervous about leaving|everything, ptsd, trouble|
      hard|difficulty|problems|difficult|struggle|struggling _1 remembering|focusing|concentrating, trouble|
      hard to remember, cant remember things|names|words|anything|what day, forgets|forgot _2 names|words|
      meds|pills|everything|things|who|eat, no|lost|losing|havent|little interest|joy|motivation in|to|for|at|
      left, lost interest, dont|doesnt|not feel|feeling like _1 anything|eating|living|getting|showering|
      bathing, dont|doesnt|cant enjoy _1 anything|things|life|food, lost|losing _1 will, cant|cannot|
      couldnt stop|quit crying|worrying|shaking|eating|drinking|scratching, leaves|leave|
      leaving the house at night, doesnt|didnt|cant recognize _1 me|us|him|her|family|people|anyone|his|faces,
      know who i|we am|are|is, so|very|extremely|really|constantly|always|just anxious|depressed|sad|paranoid|
      manic, so|very|completely overwhelmed|stressed, drinking again|heavily|every, using drugs|heroin|
      again and, binge eating|drinking, binging and, spiraling, freaking out over|about my|this rash|lump|
      spot|bump`,
  },
  {
    rule: 'en:accident',
    category: 'injury',
    terms: `
      took|had|taken|take a|another|bad|nasty? tumble|spill|fall|spills|falls, keeps falling, fall risk, i|he|
      she|mom|dad|grandma|grandpa|mum|nan|son|daughter|kid fell|slipped|tripped|tumbled, slipped in|on|down|
      getting, tripped over|on|and|down, twisted|rolled|sprained|broke|broken|jammed|smashed|banged|bumped|
      hit|whacked|bashed|knocked|cut|sliced|burned|burnt|scalded|scraped|hurt|pulled|strained|tore|dislocated|
      bruised|crushed|pinched|injured|wrenched _2 @my|the @body, twisted|rolled|sprained|wrenched it|him|her,
      dog|cat|tick|spider|snake|bee|wasp|bug|ant|insect bit|bite|bites|bitten|stung|sting|scratched, ticks,
      tick on|in|off, splinter, thorn in, fish hook, stuck|swallowed|put|got|shoved|lodged _3 up|in|down @my|
      the nose|ear|throat|eye, swallowed a|an|his|her|some|my, put|stuck|shoved a|an|something _2 up|in his|
      her nose|ear, crawling in|on|through his|her|my hair|head|scalp, nits, bedbug*, bed bugs, black eye,
      goose egg, gash*, knee cap, limp, limping, limps, hobbling, hobble, swollen and, fat and purple,
      black and blue, fell|fallen _2 down|over|out|on|onto|from|again|last|yesterday|in|at|getting|off,
      falling down|over|a, falls down|a, stepped on a|glass|nail|something, bitten|stung|bit by, got|get|
      getting bit|bitten|stung, stung|bit @my|me|him|her, hurt her|his|him|me|us`,
  },
  {
    rule: 'en:question-of-health',
    category: 'symptom',
    terms: `
      ok|okay|safe|alright to fly|travel|exercise|swim|breastfeed|nurse, what _2 contagious|poisonous,
      is _4 dangerous|contagious|poisonous|toxic, high|low|normal|dangerous|much for a|my|his|her|someone|an|
      that _3 old|age|kid|child|baby|toddler|adult|pregnancy, should|do|can|could|may i|he|she|we stop|start|
      quit|come off|on? taking|using|my|the|it @drug|it|them, safe for|to|while|with take|use|drink|pregnant|
      baby|nursing, something|whats|what is|is wrong with my|me|him|her|the, whats happening|
      going on with my @body, health|medical|nursing|clinical question|concern|emergency|attention|help,
      triage, the|a|your nurse line, is|are|was|could it|that|this|they|these dangerous|contagious|poisonous|
      toxic|harmful|infected|cancerous|malignant|benign|sprained, is|are|was it|this|that|these|they normal|
      dangerous|contagious|infected|cancer to|that|after|for|when _1 have|be|feel|hurt|bleed|swell|itch|get|
      still|so|i|my|a|this|days|weeks, should|do i be? worried|concerned, should|do|can|may i|he|she|we still|
      just|go? shower|bathe|swim|exercise|fast|ice|soak|lift, should|can|may|do i|he|she|we eat|
      drink anything|before|after|with|while|on, should|can|may|do i|he|she|we still|just|keep? take|
      taking @drug|it|them|both|two|tylenol|ibuprofen|aspirin, ok|okay|alright|right to mix|shower|swim|skip|
      double, ok|okay|alright to take _2 @drug|it|them|together|with, what|anything can|could|should i take|
      give for|him|her|it, something|anything stronger, something|anything|somethin to|for sleep|pain|nausea|
      nerves|cough|fever|anxiety|sleeping|itching|the, call|told|said|asked|supposed _1 to? call|notify if it|
      i|he|she|anything _2 came|comes|worse|worsens|changes|fever|bleeding`,
  },
]
