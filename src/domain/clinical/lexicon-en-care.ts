import type { LexiconRule } from './lexicon.ts'

/** What is done about health, in English: medication, tests, treatment, pregnancy care, mental health, injuries. */
export const EN_CARE: readonly LexiconRule[] = [
  {
    rule: 'en:medication',
    category: 'medication',
    terms: `
      medication*, medecation*, medicaton*, medicine, medicines, medecine*, medicin, medicene, medince, meds,
      pill, pills, tablets, one|two|a|half|per tablet, capsule, capsules, drug, drugs, painkiller*,
      pain killer*, pain relief|med|meds|reliever|relievers, cream, lotion, gel, cough syrup|drops|medicine,
      syrup, nicotine, vape, vaping, cocaine, heroin, meth, weed, test strips, strips, lancets, syringe*,
      needles, viagra, antibiotic*, anti biotic*, antibotic*, antidepress*, anti depress*, blood thinner*,
      blood thiner*, steroid*, statin, statins, diuretic*, water pill*, birth control, contracepti*, iud,
      plan b, laxative*, antihistamine*, antacid*, decongestant*, eye|ear|nose drops, ointment, salve,
      nasal spray, nose spray, inhaler*, epipen*, epi pen*, insulin*, suppositor*, vitamin*, supplement|
      supplements, probiotic*, lozenge*, over the counter, generic|brand name, samples of, narcan, methadone,
      suboxone, opioid*, opiate*, narcotic*, psych meds, beta blocker*, hormone*, testosterone, estrogen,
      melatonin, marijuana, cannabis, cbd`,
  },
  {
    rule: 'en:prescription',
    category: 'medication',
    terms: `
      took|take|taken|gave|taking two|three|double|extra|another|2|3 instead|by|extra, prescri*, perscri*,
      prescib*, precri*, subscription for my medicine, script for, my|new|the|a script, called in|into @my|
      the pharmacy, rx, refil*, re fill|fills|filled, reffil*, refell, renew|renewal of|my|for? @drug|them,
      ran|run|running|runs|almost|all|low out|on of|on my|his|her|the? @drug, out of my|his|her|the? @drug,
      pharmacy, pharmacist, pharmasy, farmacy, pharmac*, walgreens|cvs, prior auth* for my|the|his|her|@drug,
      dose, doses, dosage*, dosing, doseage*, mg, mgs, milligram*, mcg, microgram*, units of, cc of, twice|
      once|times a|per day|daily, take|taking|took|takes|taken|stopped|started|stop|start|skip|skipped|missed|
      missing _3 @drug, @drug _3 working|working|help|helping|helps|dose|refill|samples, missed a dose,
      as needed, double up on, taper off, wean off, weaning, prescribed, the doctor put|started me|him|her on,
      put me on, allergic to, can|should i|he|she|we take|give _3 @drug|with|together, how much|many|
      often _2 can|should|do i|we|he|she take|give, safe to take, keep|still|stop|stopped|start|started|
      continue|quit|been taking, supposed to take|be taking, when i take|took it|them|this|that|my|the|two|
      one|some|these|those, mix|mixing it with, drink alcohol|drink with`,
  },
  {
    rule: 'en:test-result',
    category: 'test-result',
    terms: `
      results, @test _2 @results, @results of|from|for|on|about _2 @test|exam|procedure|biopsy|scan, my|his|
      her|the|your|any|those|our _1 results, results are|came|come|back|in|ready|yet|say|said|mean|were|show|
      showed|from|of|for my|his|her|the, get|got|getting|have|had|review|discuss|explain|waiting|about|
      regarding _2 results, results appointment, tested positive|negative|for, test|tests was|were|came|come|
      is|are back|positive|negative|abnormal, blood work|test|tests|draw|drawn|culture|type|count|counts,
      bloodwork, lab work, labwork, labs, lab results|result|order|orders|test|tests|numbers|report,
      lab called|said, my lab|labs, urine|stool|pregnancy|covid|strep|allergy|stress|hearing|vision|genetic|
      hiv|std|tb|pap|skin|drug|sleep|glucose test|tests|sample|smear|study|screening, pap smear|pap, biops*,
      x ray|rays, xray*, x rayed, mri, m r i, cat|ct|bone|pet|brain|body scan|scans, my scan|scans,
      ultrasound*, sonogram*, mammogram*, mama gram, colonoscop*, endoscop*, ekg, e k g, ecg, echo|
      echocardiogram, *scopy, *gram results, stress test, abnormal, came back positive|negative|high|low|
      abnormal|normal, positive for, pathology, radiolog* report|results|results, nodule*, platelets,
      white count|blood, hemoglobin, creatinine, potassium, psa, kidney function, liver function|enzymes, tsh,
      inr`,
  },
  {
    rule: 'en:treatment',
    category: 'treatment',
    terms: `
      ablation, angiogram, cathet*, heart cath, holter, event monitor, colposcopy, leep, d and c, vasectomy,
      tubal, tubes tied, lasik, laser treatment, epidural, nerve block, speech|occupational therapy, keto|
      sodium|carb|liquid|bland|diabetic|brat|salt|gluten|fat diet, low salt diet, low carb, salt intake,
      fluid restriction, sleep study, allergy shots, blood transfusion, iron infusion, tens unit, heating pad,
      ice pack, ace bandage|wrap, tourniquet, go over|explain|understand|discuss|talk about what _4 found|
      said|showed|shows|means|mean, help _2 quit|stop drinking|using|smoking|vaping, rehab, detox,
      skin sample, dye test, contrast dye, post surgery, after my procedure|op|operation, had a procedure,
      before my procedure|op|test|scan, recuperat*, bed rest, light duty, lifting restriction|restrictions,
      weight bearing, surger*, surgeon said, surgical, operation on|for, my|his|her|an|after|since|
      the operation|procedure, operated on, post op|ops, postop, pre op|ops, preop, before|after|for the|
      my procedure, stitch, stitches, sutures, staples removed|out, bandage*, wound*, dressing change|changed|
      is|on, change @my|the dressing, treatment*, my|his|her cast, cast off|on|is, splint, crutches, boot off,
      in a boot|cast|sling, brace for, knee|back|ankle|neck brace, catheter, drain|drains is|came|out|tube,
      feeding tube, iv, infusion*, injection*, cortisone, my|his|her|a|the|flu|allergy|b12|depo|tetanus|next|
      last|covid|steroid|booster|cortisone shot|shots, shots for, vaccin*, immuniz*, booster, chemo*,
      radiation, dialysis, transfus*, anesthe*, anaesthe*, biops*, transplant*, implant*, physical therapy,
      rehab*, wound care, root canal, extraction, tooth pulled|out, wisdom tooth|teeth, crown fell|came,
      filling fell|came, dentures, hospitaliz*, hospitalis*, in|to|from|at|left|leave the? hospital,
      hospital stay|visit|follow|bed|discharge, admitted to, hospice, home health, discharge* from,
      discharge instructions|papers, ivf, c section, colostomy, *ectomy, *plasty, *ostomy, *otomy, *centesis,
      should i fast, fasting, nothing to eat, before|after surgery, heal, heals, healing, healed,
      recovery from|time|is, quarantine, exposed to, ear tubes, circumcis*, bowel? prep for, retainer,
      aligners, lost a filling|crown, crown|filling|bridge came|fell|broke|popped, wound vac, crutch, drink|
      drinks|drinking _4 beer|beers|wine|vodka|whiskey|liquor|alcohol, smoke|smokes|smoked|smoking a|
      cigarettes|half|pack|packs, packs a day, quit smoking, smoker, drink|drinks alcohol, detox*, withdrawal|
      withdrawals from|symptoms, follow up from my|the surgery|hospital, second opinion, care plan,
      glucose monitor, wheelchair for, walker for, hearing aid|aids`,
  },
  {
    rule: 'en:pregnancy',
    category: 'pregnancy',
    terms: `
      pregnan*, pregant, pregnat, preggo, prego, prenatal, pre natal, postpartum, post partum,
      expecting a baby, im expecting, weeks along, first|second|third trimester, my|her due date,
      how far along, morning sickness, ovulat*, fertil*, infertil*, trying to conceive, conceive*, ultrasound,
      breastfeed*, breast feed*, breast milk, nursing mother, lactat*, abortion*, c section, preeclampsia,
      ectopic, braxton hicks, labor pain|pains, in labor, induce*, gestational, embryo, fetus, fetal,
      missed my period, baby bump, took|take a pregnancy`,
  },
  {
    rule: 'en:mental-health',
    category: 'mental-health',
    terms: `
      depress*, anxi* attack|attacks|disorder|medication|and|about|is|so|because, @was anxious|depressed|
      hopeless|overwhelmed|suicidal|stressed|paranoid|manic|nervous, anxiety, anxiousness, panic attack*,
      panicky, panicking, bipolar, ptsd, p t s d, ocd, schizo*, psychosis|psychotic|psych meds, hallucinat*,
      hearing voices, hear voices, voices in my head, mental health, mental|nervous breakdown, breakdown,
      addict*, alcoholi*, relaps*, drinking too much|again, crying all|every|spells|for, cant|
      cannot stop crying, cant|cannot|not cope|coping, mood swings, eating disorder, anorexi*, bulimi*,
      self esteem, grief, grieving, rage, abused|abuse|abusing, domestic violence, he|she hits|hit|beats me,
      not safe at home, panic, insomnia, nightmares, so|very|always|feel|feeling sad|lonely|empty|worthless|
      alone|hopeless|numb|angry, feel|feeling|felt just|so|really|like|completely empty|worthless|alone|
      nothing|numb, irritable, racing thoughts, my|his|her|low|bad|the mood|moods, mood is|has|swings, moody,
      crying, self harm*, stressed out, so much|under a lot of stress, losing my mind, going crazy,
      counseling for, therapy for, in crisis, mental health crisis, cant|cannot go on`,
  },
  {
    rule: 'en:injury',
    category: 'injury',
    terms: `
      injur*, hurt myself|himself|herself|my|his|her, got|get|was|is|been|badly hurt, fell down|off|on|onto|
      over|out|from|and|hard|again|at|in|last|yesterday|today|this, had|took|taken|a bad? fall, she|he|i|mom|
      dad|mother|father|husband|wife fell, i have|has|had fallen, slipped and|on, tripped and|on|over,
      sprain*, fractur*, dislocat*, torn, tore my|his|her, broke|broken|breaking @my|a|the _1 @body,
      broken bone*, burn|burns on|my|from, burned|burnt|cut|cuts|scraped|stabbed|scratched|smashed|jammed|
      stubbed|crushed|slammed|pulled|twisted|rolled|strained|banged|bumped|bit @my|a _1 @body, @my _1 cut,
      deep cut, a cut on, cut myself, cut open, gash, laceration*, puncture*, concuss*, whiplash, car|
      motorcycle|bike accident, car wreck, hit @my|the head, head injury, hit by a, stepped on a, nail in,
      splinter, swallowed a|an|something, something in @my eye, burned myself, bleeding from, knot on,
      black eye, pulled a muscle, hurt on the job, animal bite, frostbite, heat stroke|exhaustion,
      electrocut*, choked, hurt at work`,
  },
  {
    rule: 'en:urgent-words',
    category: 'urgent-language',
    terms: `
      urgent, urgently, emergent, very serious, its serious, life or death, need help right now, scared for,
      something is wrong, something is really wrong, somethings wrong, critical condition`,
  },
]
