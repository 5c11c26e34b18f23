import type { Lexicon } from './lexicon.ts'
import { EN_ADMINISTRATIVE } from './administrative.ts'
import { EN_URGENT } from './lexicon-en-urgent.ts'

/** English words and phrases that belong to licensed staff, as patients say them to a front desk. */
export const LEXICON_EN: Lexicon = {
  version: 'en-2026.11.21',
  classes: {
    pain: `pain|pains|painful|paining|hurt|hurts|hurting|ache|aches|ached|aching|achy|achey|sore|soreness|tender
      tenderness|throbs|throbbing|burning|burns|burned|stinging|stings|stabbing|cramp|cramps|cramping|cramped
      discomfort|uncomfortable|stiff|stiffness|killing`,
    // Not "back", "hand", "head", "face", "foot", "eye": they stand in too many everyday phrases to stand alone.
    part: `shoulder|shoulders|arm|arms|elbow|elbows|wrist|wrists|fingers|finger|thumb|chest|breast|breasts|spine|rib
      ribs|stomach|tummy|belly|abdomen|groin|hip|hips|leg|legs|thigh|thighs|knee|knees|calf|calves|ankle|ankles|ancle
      toe|toes|toenail|toenails|heel|heels|shin|skin|scalp|jaw|cheek|tongue|gum|gums|tooth|teeth|molar|throat|ear
      ears|eyelid|nose|sinus|sinuses|nostril|lip|lips|heart|lung|lungs|kidney|kidneys|liver|bladder|bowel|bowels
      colon|prostate|testicle|testicles|balls|penis|vagina|vaginal|private|privates|uterus|womb|ovary|ovaries|vein
      veins|joint|joints|muscle|muscles|bone|bones|nerve|nerves|butt|buttocks|tailbone|rectum|rectal|gallbladder
      thyroid|gland|glands|incision|scar|stump|nipple|nipples|knuckle|knuckles|collarbone|hamstring|rotator`,
    body: '@part|back|hand|hands|head|neck|face|mouth|foot|feet|eye|eyes|side|body|pelvis|pelvic|abdominal|nail|nails',
    trouble: `swollen|swelling|swells|swelled|swole|numb|numbness|tingling|tingly|bleeding|bleeds|bled|infected|red
      redness|itchy|itching|itches|bruised|bruising|puffy|inflamed|inflammation|broken|broke|fractured|sprained|twisted
      injured|weak|weakness|twitching|blister|blisters|lump|bump|blurry|watery|runny|clogged|bleed|swell|itch
      popped|tight|tightness|oozing|draining|peeling|cracked|chipped|loose|drooping|shaking|trembling|dislocated
      cyst|mole|rash|discharge|discolored|gash|cut|spasm|spasms|giving|acting|problem|problems|trouble|issue
      issues`,
    kin: `baby|babys|babies|infant|infants|newborn|newborns|son|sons|daughter|daughters|child|childs|kid|kids|mom|moms
      mother|mothers|dad|dads|father|fathers|husband|husbands|wife|wifes|toddler|toddlers|grandmother|grandson`,
    my: 'my|his|her|their',
    was: 'is|was|are|were|im|am|been|being|feel|feels|felt|feeling|got|get|gets|getting|hes|shes|its|so|really|very|still',
    drug: `medication|medications|medicine|medicines|med|meds|medecine|medicin|pill|pills|tablet|tablets|capsules
      inhaler|insulin|prescription|prescriptions|antibiotic|antibiotics|drops|cream|ointment|patch|dose`,
    results: 'result|results|resluts|reuslts|report|levels|numbers',
    self: 'myself|himself|herself|themselves|themself|yourself',
    wanting: `want|wants|wanted|wanna|going|gonna|might|will|thinking|thoughts|thought|think|plan|planning|urge|urges
      afraid|scared|trying|tried|feel|feels|wish|wishes|ready`,
    feels: 'feel|feels|felt|feeling|look|looks|looking',
    low: `sick|ill|unwell|awful|terrible|lousy|crummy|horrible|nauseous|worse|poorly|feverish|funny|hot|strange|weird|bad|faint|off
      weak|tired|rotten|crappy|achy|dizzy|pale|rundown|clammy`,
    bleeding: 'bleed|bleeding|bled|blood|spotting|fluid|leaking|clots|contractions|cramping',
    fever: 'fever|fevers|temperature|temp|feverish|fevor|feaver',
    infant: 'baby|babys|babies|infant|infants|newborn|newborns|toddler|toddlers',
    test: `lab|labs|laboratory|blood|test|tests|bloodwork|biopsy|scan|mri|ct|xray|ultrasound|pap|culture|urine|stool
      colonoscopy|mammogram|ekg|covid|strep|hiv|std|pathology|imaging|screening|a1c|pregnancy|thyroid|cholesterol`,
  },
  rules: [
    ...EN_URGENT,
    {
      rule: 'en:pain',
      category: 'symptom',
      terms: `pain, pains, painful, hurts, hurting, it hurt, ache, aches, aching, achy, headache, headaches, headachy
        hedache, headach, migraine*, my grain, backache, back ache, stomachache, stomach ache, belly ache, bellyache
        toothache, tooth ache, earache, ear ache, cramping, cramps, heartburn, sciatica, soreness, throbbing, tenderness
        @body _4 @pain, @pain _4 @body, sore|soar throat|throats|throte, sore throats, i m|am sore, im|is|so|very sore
        discomfort, pain level, stiff neck, charley horse`,
    },
    {
      rule: 'en:body-trouble',
      category: 'symptom',
      terms: `@body _3 @trouble, @trouble|spot|spots|sore|sores _3 on|in|with|around|under|behind @my|the|one? @body
        swelling, swollen, numbness, tingling, pins and needles, lump, lumps, cyst, cysts, puffy eyes|face, bloated
        bloating, jaundice, skin infection, stuck in @my|the @part, ingrown, bunion*, wart, warts, boil on, abscess*
        mole that|on|changed, pus, oozing, red eye, pink eye, pinkeye, stye, tooth fell out, broken tooth, chipped tooth
        cavity, cavities, canker sore*, cold sore*, hemorrhoid*, hemroid*, hernia*, ulcer*, gas pain, gassy`,
    },
    {
      rule: 'en:body-part',
      category: 'symptom',
      weak: true,
      terms: `my|his|her|their @part, my|his|her|their _1 @part, @my left|right|lower|upper|whole|entire|big @body
        my back, my neck, my feet, my foot, my eyes, my head, @kin @part, left|right knee|hip|shoulder|ankle|elbow|wrist`,
    },
    {
      rule: 'en:fever-infection',
      category: 'symptom',
      terms: `fever, fevers, feverish, fevor, feaver, @my temperature, running|has|have|had|having|spiked|got a|an|some? temp|temperature, bit of a temperature, high temp|temperature, temperature of|is _2 ninety|hundred|101|102|103|104
        chills, the shivers, night sweats, sweats, sweaty, sweating, hot flash*, hot and cold, infection, infections
        infected, infectious, contagious, flu, the flu, influenza, covid, corona virus, coronavirus, strep, mono, sepsis
        septic, pneumonia, new monia, bronchitis, tonsil*, uti, u t i, yeast infection, staph, mrsa, shingles, chicken pox
        measles, mumps, scabies, lice, ringworm, tick bite, exposed to, virus, stomach bug, food poisoning, mold exposure`,
    },
    {
      rule: 'en:cold-cough',
      category: 'symptom',
      terms: `cough, coughs, coughing, coffing, cofing, caugh, phlegm, flem, mucus, mucous, congested, congestion
        stuffy|stuffed nose|head|up, runny|running nose, nose is|was|keeps running, sneez*, wheez*, have|has|had|having|got|getting|with|caught a? bad|head|chest|nasty? cold
        a|the cold for, bad cold, head cold, sinus|sinuses, post nasal drip, hoarse*, lost @my|the voice, laryngitis
        croup, asthma*, copd, inhaler, nebulizer, oxygen, sleep apnea, cpap, c pap, allerg*, hay fever, hayfever
        winded, breathing problems|issues|treatment|treatments, breathless*, snor*`,
    },
    {
      rule: 'en:stomach',
      category: 'symptom',
      terms: `vomit*, vommit*, throwing|throw|threw|throws|thrown up, thru up, throwin up, puke*, puking, nausea*, nauseous, nausious, queasy
        diarr*, diahr*, diarh*, die a rea, the runs, constipat*, upset stomach|tummy, stomach|tummy upset|flu|virus|issues|problems
        indigestion, acid reflux, reflux, gerd, bowel movement*, poop|pooping|pooped, stool|stools, black stool*, cant poop
        cant keep|hold anything|food|water|fluids|it|food down, keep anything|food|fluids down, no appetite, loss of appetite, appetite
        lost my|his|her appetite, not|wont|isnt|wasnt|cant|cannot|refuses|refusing|hasnt|havent|stopped to? eat|eating|eaten|drinking|drink|nursing|nurse|feeding|latch
        wont take a|his|her|the bottle, dehydrat*, celiac, crohns, colitis, ibs, spit up|spitting up, colic*, trouble|hard|hurts|cant|difficulty to? swallow|swallowing`,
    },
    {
      rule: 'en:skin',
      category: 'symptom',
      terms: `rash, rashes, hives, itch, itchy, itching, itches, eczema, psoriasis, acne, blister*, blisters, sunburn*
        skin is|problem|problems|condition|tag|tags|cancer, lesion, lesions, spots on, bumps|bump on|in|under, breaking|broke|broken out, bruise, bruises, bruising
        bug|insect|spider|dog|cat|snake|bee|mosquito bite|bites|sting, bit by|me|him|her, bitten by, stung by, hair loss|falling out, dry skin, cellulitis`,
    },
    {
      rule: 'en:dizzy-weak',
      category: 'symptom',
      terms: `dizz*, disy|dizy|dissy, lightheaded*, light headed*, vertigo, room spinning|is spinning, faint, feel|felt|feeling faint, woozy
        off balance, lost @my balance, unsteady, shaky, shaking, trembl*, tremor*, fatigue*, exhausted, exhaustion, so|very|always|really|constantly tired
        @was tired, tired all the time, no energy, low energy, @was weak, weakness, weaker, letharg*, drowsy, confused and, confusion
        disoriented, memory loss|problems, forgetful*, brain fog, cant concentrate|focus, concussion, palpitation*, heart is|was|keeps|has|be|been? beating|racing|pounding|fluttering|skipping
        racing heart, heart racing, irregular heartbeat, heart|pulse rate, heart murmur, murmur, afib, a fib, blurred|blurry|double vision, blurry, seeing spots|double|floaters|flashes, floaters, ringing in, cant|cannot hear out, hearing loss, cant|trouble|not|difficulty|havent to? sleep|sleeping|slept
        insomnia, losing|lost|gaining|gained weight, weight loss|gain, cant|cannot|couldnt|unable|able to? walk|stand up|move|feel @my|the?, balance problems, falling asleep, cant|trouble|not walk|walking`,
    },
    {
      rule: 'en:unwell',
      category: 'symptom',
      terms: `@feels a|so|very|really|pretty|just|like|too|kind|little|bit|of? @low, @feels a|kind|like|just? little|bit|of|really|so|very @low, @was|look|looks|gets|getting|got|woke up? sick|ill|unwell|nauseous|poorly|feverish, got|getting|gets|much|is|feel|hurts worse, is|be|been|being|am|im|hes|shes|got|getting|get|gets sick
        so|really|very|pretty|too sick, sick to @my stomach, sick to my, sick kid|child|baby|son|daughter, under the weather, not|dont|doesnt|didnt|isnt|havent|hasnt feel|feels|feeling|felt|been|doing|look so|too|very|that|really|at|all? well|good|great|right|myself|himself|herself|okay|ok
        coming down with, symptom*, simptom*, sympton*, side effect*, getting worse|better, got worse, flare up|ups, flaring|flared up, flare, relapse*, my condition
        medical|health|clinical question|questions|advice|concern|problem|problems|issue|issues|condition, question|questions for the|my|a|dr|doctor? nurse|doctor|provider, speak|talk|talking|speaking to|with a|the|my? nurse|triage
        have|has|ask the|a|my|your? nurse call|if, nurse call me, advice nurse, triage, illness, disease*, diagnos*, what should i do about my, sickness, morning sickness, health history, medical history|problem|problems`,
    },
    {
      rule: 'en:bleeding',
      category: 'symptom',
      terms: `bleed, bleeds, bleeding, bled, bleading, blood, bloody, blood in, nosebleed*, nose bleed*, clots, clot, blood clot*, spotting, anemi*, anaemi*
        my|missed|late|heavy|last|irregular|painful|no|long period|periods, period is|was late|heavy, menstru*, menopaus*, hot flashes, discharge, vaginal`,
    },
    {
      rule: 'en:urine',
      category: 'symptom',
      terms: `pee, peeing, peed, urinat*, urine, urinary, burns|burning|hurts when i pee|go|urinate, incontinen*, wetting the bed, kidney stone*, bladder infection
        pass gas, catheter*, frequent urination, prostate`,
    },
    {
      rule: 'en:chronic',
      category: 'symptom',
      terms: `blood pressure|presser|preasure, bloodpressure, my|his|her pressure, pressure is|was|has|been|high|up|high|low|too, bp|b p is|was|reading|readings|high|low, hypertens*, blood sugar|sugars, my|his|her sugar|sugars, sugar is|was|level|levels|high|low|dropped, glucose
        diabet*, diebet*, a1c, cholest*, thyroid*, arthritis, arthritic, gout, lupus, cancer*, tumor*, tumour*, leukemia, lymphoma, melanoma, fibromyalgia, osteo*, epilep*
        parkinson*, alzheimer*, dementia, autis*, adhd, multiple sclerosis, hiv, hepatitis, herpes, chlamydia, gonorrhea, syphilis, std, stds, sti, hpv, heart disease|failure|condition|problem|problems, kidney disease|failure|problems
        pacemaker, defibrillator, stent, stents, sickle cell, endometriosis, fibroid*, pcos, neuropathy, crohns, glaucoma, cataract*, macular, tuberculosis, tb test, seizure disorder, my diagnosis, remission, metast*, scoliosis, slipped disc|disk, herniated, bulging disc|disk, carpal tunnel, plantar, bone density, cerebral palsy`,
    },
    {
      rule: 'en:words-of-disease',
      category: 'symptom',
      terms: '*itis, *algia, *opathy, *aemia, *rrhea, *rrhoea, *thyroidism, *glycemia, *glycemic, *plegia, *phasia, *emesis, *ectasia, *trophy, *thrombosis, *sclerosis, *fibrosis, *stenosis, *carcinoma, *cytopenia',
    },
    {
      rule: 'en:medication',
      category: 'medication',
      terms: `medication*, medecation*, medicaton*, medicine, medicines, medecine*, medicin, medicene, medince, meds, pill, pills, tablets, one|two|a|half|per tablet, capsule, capsules, drug, drugs, painkiller*, pain killer*, pain relief|med|meds|reliever|relievers
        antibiotic*, anti biotic*, antibotic*, antidepress*, anti depress*, blood thinner*, blood thiner*, steroid*, statin, statins, diuretic*, water pill*, birth control, contracepti*, iud, plan b, laxative*, antihistamine*, antacid*, decongestant*
        eye|ear|nose drops, ointment, salve, nasal spray, nose spray, inhaler*, epipen*, epi pen*, insulin*, suppositor*, vitamin*, supplement|supplements, probiotic*, patches, lozenge*, over the counter, generic|brand name, samples of, narcan, methadone, suboxone, opioid*, opiate*, narcotic*, psych meds, beta blocker*, hormone*, testosterone, estrogen, melatonin, marijuana, cannabis, cbd`,
    },
    {
      rule: 'en:prescription',
      category: 'medication',
      terms: `prescri*, perscri*, prescib*, precri*, subscription for my medicine, script for, my|new|the|a script, called in|into @my|the pharmacy, rx, refil*, re fill|fills|filled, reffil*, refell, renew|renewal of|my|for? @drug|them, ran|run|running|runs|almost|all|low out|on of|on my|his|her|the? @drug, out of my|his|her|the? @drug
        pharmacy, pharmacist, pharmasy, farmacy, pharmac*, walgreens|cvs, prior auth* for my|the|his|her|@drug, dose, doses, dosage*, dosing, doseage*, mg, mgs, milligram*, mcg, microgram*, units of, cc of, twice|once|times a|per day|daily, take|taking|took|takes|taken|stopped|started|stop|start|skip|skipped|missed|missing _3 @drug
        @drug _3 working|working|help|helping|helps|dose|refill|samples, missed a dose, as needed, double up on, taper off, wean off, weaning, prescribed, the doctor put|started me|him|her on, put me on, allergic to, can i|he|she|we take|give, how much|many _3 take|give, safe to take, still taking, stopped taking, supposed to take|be taking, when i take|took, mix|mixing it with, drink alcohol|drink with`,
    },
    {
      rule: 'en:test-result',
      category: 'test-result',
      terms: `@test _2 @results, @results of|from|for|on|about _2 @test|exam|procedure|biopsy|scan, my|his|her|the|your|any|those|our _1 results, results are|came|come|back|in|ready|yet|say|said|mean|were|show|showed|from|of|for my|his|her|the, get|got|getting|have|had|review|discuss|explain|waiting|about|regarding _2 results, results appointment, tested positive|negative|for, test|tests was|were|came|come|is|are back|positive|negative|abnormal
        blood work|test|tests|draw|drawn|culture|type|count|counts, bloodwork, lab work, labwork, labs, lab results|result|order|orders|test|tests|numbers|report, lab called|said, my lab|labs, urine|stool|pregnancy|covid|strep|allergy|stress|hearing|vision|genetic|hiv|std|tb|pap|skin|drug|sleep|glucose test|tests|sample|smear|study|screening, pap smear|pap, biops*, x ray|rays, xray*, x rayed, mri, m r i, cat|ct|c t|bone|pet|brain|body scan|scans, my scan|scans
        ultrasound*, sonogram*, mammogram*, mama gram, colonoscop*, endoscop*, ekg, e k g, ecg, echo|echocardiogram, *scopy, *gram results, stress test, abnormal, came back positive|negative|high|low|abnormal|normal, positive for, pathology, radiolog* report|results|results, nodule*, platelets, white count|blood, hemoglobin, creatinine, potassium, psa, kidney function, liver function|enzymes, tsh, inr`,
    },
    {
      rule: 'en:treatment',
      category: 'treatment',
      terms: `surger*, surgeon said, surgical, operation on|for, my|his|her|an|after|since|the operation|procedure, operated on, post op|ops, postop, pre op|ops, preop, before|after|for the|my procedure, stitch, stitches, sutures, staples removed|out, bandage*, wound*, dressing change|changed|is|on, change @my|the dressing, treatment*, my|his|her cast, cast off|on|is, splint, crutches, boot off, in a boot|cast|sling, brace for, knee|back|ankle|neck brace, catheter, drain|drains is|came|out|tube, feeding tube, iv, infusion*, injection*, cortisone, my|his|her|a|the|flu|allergy|b12|depo|tetanus|next|last|covid|steroid|booster shot|shots
        shots for, vaccin*, immuniz*, booster, chemo*, radiation, dialysis, transfus*, anesthe*, anaesthe*, biops*, transplant*, implant*, physical therapy, rehab*, wound care, root canal, extraction, tooth pulled|out, wisdom tooth|teeth, crown fell|came, filling fell|came, dentures, hospitaliz*, hospitalis*, in|to|from|at|left|leave the? hospital, hospital stay|visit|follow|bed|discharge, admitted to, hospice, home health, discharge* from, discharge instructions|papers, ivf, c section, colostomy, *ectomy, *plasty, *ostomy, *otomy, *centesis, should i fast, fasting, nothing to eat, before|after surgery, heal, heals, healing, healed, recovery from|time|is
        smoke|smokes|smoked|smoking a|cigarettes|half|pack|packs, packs a day, quit smoking, smoker, drink|drinks alcohol, detox*, withdrawal|withdrawals from|symptoms, follow up from my|the surgery|hospital, second opinion, care plan, glucose monitor, wheelchair for, walker for, hearing aid|aids`,
    },
    {
      rule: 'en:pregnancy',
      category: 'pregnancy',
      terms: `pregnan*, pregant, pregnat, preggo, prego, prenatal, pre natal, postpartum, post partum, expecting a baby, im expecting, weeks along, first|second|third trimester, my|her due date, how far along, morning sickness, ovulat*, fertil*, infertil*, trying to conceive, conceive*, ultrasound, breastfeed*, breast feed*, breast milk, nursing mother, lactat*, abortion*, c section, preeclampsia, ectopic
        braxton hicks, labor pain|pains, in labor, induce*, gestational, embryo, fetus, fetal, missed my period, baby bump, took|take a pregnancy`,
    },
    {
      rule: 'en:mental-health',
      category: 'mental-health',
      terms: `depress*, anxi* attack|attacks|disorder|medication|and|about|is|so|because, @was anxious|depressed|hopeless|overwhelmed|suicidal|stressed|paranoid|manic|nervous, anxiety, anxiousness, panic attack*, panicky, panicking, bipolar, ptsd, p t s d, ocd, schizo*, psychosis|psychotic|psych meds, hallucinat*, hearing voices, hear voices, voices in my head, mental health, mental|nervous breakdown, breakdown, addict*, alcoholi*, relaps*, drinking too much|again, crying all|every|spells|for, cant|cannot stop crying, cant|cannot cope|cope with, mood swings, eating disorder, anorexi*, bulimi*, self esteem, grief, grieving, rage, abused|abuse|abusing, domestic violence, he|she hits me|hit me, not safe at home, panic, insomnia, nightmares, so|very|always|feel|feeling sad|lonely, self harm*
        stressed out, so much|under a lot of stress, losing my mind, going crazy, counseling for, therapy for, in crisis, mental health crisis, cant|cannot go on`,
    },
    {
      rule: 'en:injury',
      category: 'injury',
      terms: `injur*, hurt myself|himself|herself|my|his|her, got|get|was|is|been|badly hurt, fell down|off|on|onto|over|out|from|and|hard|again|at|in|last|yesterday|today|this, had|took|taken|a bad? fall, she|he|i|mom|dad|mother|father|husband|wife fell, i have|has|had fallen, slipped and|on, tripped and|on|over, sprain*, fractur*, dislocat*, torn, tore my|his|her, broke|broken|breaking @my|a|the _1 @body, broken bone*, burn|burns on|my|from, burned|burnt|cut|cuts|scraped|stabbed|scratched|smashed|jammed|stubbed|crushed|slammed|pulled|twisted|rolled|strained|banged|bumped|bit @my|a _1 @body, @my _1 cut, deep cut, a cut on, cut myself, cut open, gash, laceration*, puncture*, concuss*, whiplash, car|motorcycle|bike accident, car wreck, hit @my|the head, head injury, hit by a, stepped on a, nail in, splinter, swallowed a|an|something, something in @my eye, burned myself, bleeding from, knot on, black eye, pulled a muscle, work|workers comp|sports injury, animal bite, frostbite, heat stroke|exhaustion, electrocut*, choked, hurt at work`,
    },
    {
      rule: 'en:urgent-words',
      category: 'urgent-language',
      terms: 'urgent, urgently, emergent, very serious, its serious, life or death, need help right now, scared for, something is wrong, something is really wrong, somethings wrong, critical condition',
    },
  ],
  administrative: EN_ADMINISTRATIVE,
  realWords: `mediation mediations meditation meditations spelling selling smelling dwelling dwellings inching etching pitching breeding blending
    bleeping burying camping clamping switches tables stations lessons lesson lotions colores casado casada casados marcada marcado dolares prision alegria
    inflection affection inspection invention intention injunction ejection patience couching catching matching
    searching operator operators migrate stretches abbreviation conception reception perception deception
    preset presets weariness wellness illness wheeling peeling feeding treating treatable breathtaking throwing
    breeches beaches couches coaching touching reaching steaming streaming
    prescreen prescott chocking choosing fasting casting posting wounder wonder wonders sounded rounded founded pounded
    sweeting sweating swearing sweeping fracking tracking cracking depressions expression expressions impression impressions
    compression vacation vacations vacate vacant vaccinate subscription subscriptions description descriptions
    inscription transcription proscription restrict strokes stroked streak`,
}
