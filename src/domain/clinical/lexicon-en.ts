import type { Lexicon } from './lexicon.ts'
import { EN_ADMINISTRATIVE } from './administrative.ts'
import { EN_CARE } from './lexicon-en-care.ts'
import { EN_COMPLAINTS } from './lexicon-en-complaints.ts'
import { EN_URGENT } from './lexicon-en-urgent.ts'
import { EN_CLASSES, EN_REAL_WORDS } from './lexicon-en-words.ts'

/** English words and phrases that belong to licensed staff, as patients say them to a front desk. */
export const LEXICON_EN: Lexicon = {
  version: 'en-2026.11.22',
  classes: EN_CLASSES,
  rules: [
    ...EN_URGENT,
    {
      rule: 'en:pain',
      category: 'symptom',
      terms: `
      pain, pains, painful, hurt, hurts, hurting, ache, aches, aching, achy, headache, headaches, headachy,
      hedache, headach, migraine*, my grain, backache, back ache, stomachache, stomach ache, belly ache,
      bellyache, toothache, tooth ache, earache, ear ache, cramping, cramps, heartburn, sciatica, soreness,
      throbbing, tenderness, @body _4 @pain, @pain _4 @body, sore|soar throat|throats|throte, sore throats,
      i m|am sore, im|is|so|very sore, discomfort, pain level, stiff neck, charley horse`,
    },
    {
      rule: 'en:body-trouble',
      category: 'symptom',
      terms: `
      @body _3 @trouble, @trouble|spot|spots|sore|sores _3 on|in|with|around|under|behind @my|the|one? @body,
      swelling, swollen, numbness, tingling, pins and needles, lump, lumps, cyst, cysts, puffy eyes|face,
      bloated, bloating, jaundice, skin infection, stuck in @my|the @part, ingrown, bunion*, wart, warts,
      boil on, abscess*, mole that|on|changed, pus, oozing, red eye, pink eye, pinkeye, stye, tooth fell out,
      broken tooth, chipped tooth, cavity, cavities, canker sore*, cold sore*, hemorrhoid*, hemroid*, hernia*,
      ulcer*, gas pain, gassy`,
    },
    {
      rule: 'en:body-part',
      category: 'symptom',
      weak: true,
      terms: `
      my|his|her|their @part, my|his|her|their _1 @part, @my left|right|lower|upper|whole|entire|big @body,
      knee, knees, elbow, elbows, wrist, wrists, ankle, ankles, shoulder, shoulders, hips, stomach, tummy,
      belly, abdomen, groin, thigh, thighs, toe, toes, toenail, throat, throats, kidney, kidneys, liver,
      bladder, bowel, bowels, colon, prostate, uterus, ovary, ovaries, thyroid, gallbladder, tailbone, lungs,
      spine, ribs, tooth, molar, penis, vagina, testicle, testicles, breast, breasts, my back, my neck,
      my feet, my foot, my eyes, my head, @kin @part, left|right knee|hip|shoulder|ankle|elbow|wrist`,
    },
    {
      rule: 'en:fever-infection',
      category: 'symptom',
      terms: `
      fever, fevers, feverish, fevor, feaver, @my temperature, running|has|have|had|having|spiked|got a|an|
      some? temp|temperature, bit of a temperature, high temp|temperature, low grade, the culture,
      replacement knee|hip, knee|hip|joint replaced, hip|knee|shoulder|joint|valve replacement,
      temperature of|is _2 ninety|hundred|101|102|103|104, chills, the shivers, night sweats, sweats, sweaty,
      sweating, hot flash*, hot and cold, infection, infections, infected, infectious, contagious, flu,
      the flu, influenza, covid, corona virus, coronavirus, strep, mono, sepsis, septic, pneumonia, new monia,
      bronchitis, tonsil*, uti, u t i, yeast infection, staph, mrsa, shingles, chicken pox, measles, mumps,
      scabies, lice, ringworm, tick bite, exposed to, virus, stomach bug, food poisoning, mold exposure`,
    },
    {
      rule: 'en:cold-cough',
      category: 'symptom',
      terms: `
      alerg*, allerj*, alergy, alergys, noshus, nawshus, nasea*, cough, coughs, coughing, coffing, cofing,
      caugh, phlegm, flem, mucus, mucous, congested, congestion, stuffy|stuffed nose|head|up, runny|
      running nose, nose is|was|keeps running, sneez*, wheez*, have|has|had|having|got|getting|with|
      caught a? bad|head|chest|nasty? cold, a|the cold for, bad cold, head cold, sinus|sinuses,
      post nasal drip, hoarse*, lost @my|the voice, laryngitis, croup, asthma*, copd, inhaler, nebulizer,
      oxygen, sleep apnea, cpap, c pap, allerg*, hay fever, hayfever, winded, breathing problems|issues|
      treatment|treatments, breathless*, snor*`,
    },
    {
      rule: 'en:stomach',
      category: 'symptom',
      terms: `
      dire|diar rea|ear, die a rhea|ria, diaria, diareah, noshus, vomit*, vommit*, throwing|throw|threw|
      throws|thrown up, thru up, throwin up, puke*, puking, nausea*, nauseous, nausious, queasy, diarr*,
      diahr*, diarh*, die a rea, the runs, constipat*, upset stomach|tummy, stomach|tummy upset|flu|virus|
      issues|problems, indigestion, acid reflux, reflux, gerd, bowel movement*, poop|pooping|pooped, stool|
      stools, black stool*, cant poop, cant keep|hold anything|food|water|fluids|it|food down, keep|
      keeping anything|food|fluids|water|much down, no appetite, loss of appetite, appetite, lost my|his|
      her appetite, not|wont|isnt|wasnt|cant|cannot|refuses|refusing|hasnt|havent|stopped to? eat|eating|
      eaten|drinking|drink|nursing|nurse|feeding|latch, wont take a|his|her|the bottle, dehydrat*, celiac,
      crohns, colitis, ibs, spit|spits|spitting up, colic*, not|hasnt|havent|isnt|cant|cannot poop|pooped|
      pooping|peed|pee|peeing, gone to the bathroom, cant|cannot|havent|hasnt go|gone number two, burping,
      burp, burps, belching, hiccups, acid stomach, thirsty, dry mouth, lactose, gluten, trouble|hard|hurts|
      cant|difficulty to? swallow|swallowing`,
    },
    {
      rule: 'en:skin',
      category: 'symptom',
      terms: `
      rash, rashes, hives, itch, itchy, itching, itches, eczema, psoriasis, acne, blister*, blisters,
      sunburn*, skin is|problem|problems|condition|tag|tags|cancer, lesion, lesions, spots on, bumps, bump on|
      in|under, breaking|broke|broken out, bruise, bruises, bruising, bug|insect|spider|dog|cat|snake|bee|
      mosquito bite|bites|sting, bit by|me|him|her, bitten by, stung by, hair loss|falling out, losing|
      lost my|her|his hair|appetite|weight|voice, irritated, irritation, crusty, goopy, peeling, fungus,
      fungal, hangnail, callus*, corns, odor, foul smell*, smells bad|funny|foul, unpleasant smell,
      athletes foot, dandruff, ear wax, earwax, stretch marks, dry skin, cellulitis, poison ivy|oak|sumac`,
    },
    {
      rule: 'en:dizzy-weak',
      category: 'symptom',
      terms: `
      no pep|appetite|strength|stamina, dragging for|all|myself|and, lost|losing|loses|off @my? balance,
      sluggish, listless, fell asleep driving|at the wheel, cant stay awake, hard to stay awake, dizz*, disy|
      dizy|dissy, lightheaded*, light headed*, vertigo, room spinning|is spinning, faint, feel|felt|
      feeling faint, woozy, off balance, lost @my balance, unsteady, shaky, shaking, trembl*, tremor*,
      fatigue*, exhausted, exhaustion, so|very|always|really|constantly tired, @was tired, tired all the time,
      no energy, low energy, @was weak, weakness, weaker, letharg*, drowsy, confused and, confusion,
      disoriented, memory loss|problems|is|has, @kin|my memory, memory lapses, forgetful*, brain fog, cant|
      cannot|hard to? concentrate|focus, acting|seems|getting|very|been|so|more|is|was confused,
      confused about where|what day, acting|being|not right|funny|weird|strange|different|himself|herself,
      limping, limps, popping in, clicking in, gave|gives|giving out on, @body gave|gives|giving out, fussy,
      crying nonstop|all|constantly, wont stop crying, cold sweats, concussion, palpitation*, heart is|was|
      keeps|has|be|been? beating|racing|pounding|fluttering|skipping, racing heart, heart racing,
      irregular heartbeat, heart|pulse rate, heart murmur, murmur, afib, a fib, blurred|blurry|double vision,
      blurry, seeing spots|double|floaters|flashes, floaters, ringing in, cant|cannot hear out, hearing loss,
      cant|trouble|not|difficulty|havent to? sleep|sleeping|slept, insomnia, losing|lost|gaining|
      gained weight, weight loss|gain, cant|cannot|couldnt|unable to? walk|bend|lift|straighten|stand up|on?,
      cant|cannot|couldnt|unable to? bend|straighten|move @my|the, balance problems, falling asleep, cant|
      trouble|not walk|walking`,
    },
    {
      rule: 'en:unwell',
      category: 'symptom',
      terms: `
      @feels a|so|very|really|pretty|just|like|too|kind|little|bit|of? @low, @feels a|kind|like|just? little|
      bit|of|really|so|very @low, @was|look|looks|gets|getting|got|woke up? sick|ill|unwell|nauseous|poorly|
      feverish, got|getting|gets|much|is|feel|hurts worse, is|be|been|being|am|im|hes|shes|got|getting|get|
      gets sick, so|really|very|pretty|too sick, sick to @my stomach, sick to my, sick kid|child|baby|son|
      daughter, under the weather, not|dont|doesnt|didnt|isnt|havent|hasnt feel|feels|feeling|felt|been|doing|
      look so|too|very|that|really|at|all? well|good|great|right|myself|himself|herself|okay|ok, not|isnt|
      arent|doesnt|didnt|hasnt|havent|dont|wont really|even|seem|seems? to? help|helping|helped|heal|healing|
      healed, not|isnt|arent|wont|doesnt getting|gotten|get|go|gone|going any|away better|away?,
      should i be worried|concerned, is it|this|that normal, whats|is wrong with me|my|him|her,
      something wrong with my|me|him|her|@my, feel|feels|feeling|felt so|really|very|a|pretty|kind? bit|of|
      little? down|low|blue, something for|to help sleep|pain|nausea|nerves|sleeping|me|him|her,
      write me something, worried about my|his|her, coming down with, symptom*, simptom*, sympton*,
      side effect*, getting worse|better, got worse, flare up|ups, flaring|flared up, flare, relapse*,
      my condition, medical|health|clinical question|questions|advice|concern|problem|problems|issue|issues|
      condition, question|questions for the|my|a|dr|doctor? nurse|doctor|provider, speak|talk|talking|
      speaking to|with a|the|my? nurse|triage, have|has|ask the|a|my|your? nurse call|if, nurse call me,
      advice nurse, triage, illness, disease*, diagnos*, what should i do about my, sickness,
      morning sickness, health history, medical history|problem|problems`,
    },
    {
      rule: 'en:bleeding',
      category: 'symptom',
      terms: `
      bleed, bleeds, bleeding, bled, bleading, blood, bloody, blood in, nosebleed*, nose bleed*, clots, clot,
      blood clot*, spotting, anemi*, anaemi*, my|missed|late|heavy|last|irregular|painful|no period|periods,
      period is|was late|heavy, menstru*, menopaus*, hot flashes, discharge, vaginal`,
    },
    {
      rule: 'en:urine',
      category: 'symptom',
      terms: `
      pee, peeing, peed, urinat*, urine, urinary, burns|burning|hurts when i pee|go|urinate, incontinen*,
      wetting the bed, kidney stone*, bladder infection, pass gas, catheter*, frequent urination, prostate`,
    },
    {
      rule: 'en:chronic',
      category: 'symptom',
      terms: `
      hangover, hungover, tinnitus, glaucoma, rsv, bronchiolitis, emphysema, sarcoid*, dvt, varicose,
      aneurysm, arrhythm*, tachycard*, hypotens*, hemophilia, goiter, graves disease, hashimoto*,
      hypothyroid*, hyperthyroid*, cushing*, polyp, polyps, diverticul*, fissure, fistula, gallstone*,
      gall stones, pancreat*, cirrhosis, cystic, bph, erectile, bacterial vaginosis, vaginosis, thrush,
      osteopenia, bursitis, meniscus, acl, mcl, shin splints, hammertoe, hammer toe, als, restless legs,
      cluster headaches, bells palsy, palsy, rosacea, vitiligo, impetigo, keratosis, alopecia, narcolepsy,
      lyme, malaria, dengue, zika, whooping, pertussis, roseola, pinworm*, parasite*, giardia, salmonella,
      e coli, c diff, norovirus, sunstroke, dysplasia, precancer*, pre diabetic|diabetes, prediabet*,
      insulin resistance, low iron|sodium|potassium, potassium, sodium, magnesium, vitamin d|b12|b,
      testosterone level|levels, hormones, fatty liver, enlarged heart|prostate|liver|spleen, spleen,
      pancreas, adrenal, pituitary, aorta, mitral, hiatal, deviated septum, adenoids, polio, stenosis,
      spondyl*, degenerative, disc, discs, herniat*, bone spur|spurs, torn ligament|tendon|meniscus|acl,
      ligament, tendon, cartilage, achilles, plantar, rotator cuff, frozen shoulder, tennis elbow,
      trigger finger, ganglion, die of beat|beet|bead ease|is|tees|ees, diabeet*, diabetec, dia betes,
      high per tension, hyper tension, you|u tee|t eye|i|e, bronc|bron itis|kitis, new monia, numonia,
      pnumonia, neumonia, fi bro mialga, hart|heart|hearts skips|skipping|flutters|races, sigh attic,
      blood pressure|presser|preasure, bloodpressure, my|his|her pressure, pressure is|was|has|been|high|up|
      high|low|too, bp|b p is|was|reading|readings|high|low, hypertens*, blood sugar|sugars, my|his|her sugar|
      sugars, sugar is|was|level|levels|high|low|dropped, glucose, diabet*, diebet*, a1c, cholest*, thyroid*,
      arthritis, arthritic, gout, lupus, cancer*, tumor*, tumour*, leukemia, lymphoma, melanoma, fibromyalgia,
      osteo*, epilep*, parkinson*, alzheimer*, dementia, autis*, adhd, multiple sclerosis, hiv, hepatitis,
      herpes, chlamydia, gonorrhea, syphilis, std, stds, sti, hpv, heart disease|failure|condition|problem|
      problems, kidney disease|failure|problems, pacemaker, defibrillator, stent, stents, sickle cell,
      endometriosis, fibroid*, pcos, neuropathy, crohns, cataract*, macular, tuberculosis, tb test,
      seizure disorder, my diagnosis, remission, metast*, scoliosis, slipped disc|disk, herniated,
      bulging disc|disk, carpal tunnel, bone density, cerebral palsy`,
    },
    {
      rule: 'en:words-of-disease',
      category: 'symptom',
      terms: `
      *itis, *algia, *opathy, *aemia, *rrhea, *rrhoea, *thyroidism, *glycemia, *glycemic, *plegia, *phasia,
      *emesis, *ectasia, *trophy, *thrombosis, *sclerosis, *fibrosis, *stenosis, *carcinoma, *cytopenia`,
    },
    ...EN_COMPLAINTS,
    ...EN_CARE,
  ],
  administrative: EN_ADMINISTRATIVE,
  realWords: EN_REAL_WORDS,
}
