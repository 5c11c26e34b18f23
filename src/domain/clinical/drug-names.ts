/**
 * Common drugs by their names and by the endings that drug names share, English and Spanish (the endings of the
 * United States Adopted Names stems). A name heard is a medication mentioned.
 */
export const DRUG_NAMES = `tylenol, tilenol, acetaminophen, acetaminofen, paracetamol, advil, motrin, ibuprofen, ibuprofeno, ibuprofin, aspirin, aspirina
  aspirinas, aleve, naproxen, naproxeno, excedrin, benadryl, claritin, zyrtec, allegra, flonase, mucinex, sudafed, robitussin, nyquil, dayquil, imodium, pepto
  tums, zantac, pepcid, nexium, prilosec, omeprazole, omeprazol, metformin, metformina, ozempic, wegovy, mounjaro, zepbound, trulicity, victoza, januvia
  jardiance, farxiga, lantus, humalog, novolog, glipizide, glyburide, glibenclamida, lisinopril, losartan, amlodipine, amlodipino, metoprolol, atenolol, propranolol
  carvedilol, hydrochlorothiazide, hctz, lasix, furosemide, spironolactone, lipitor, atorvastatin, crestor, zocor, simvastatin, pravastatin, plavix, clopidogrel
  warfarin, warfarina, coumadin, eliquis, xarelto, heparin, heparina, digoxin, nitroglycerin, nitro, nitroglicerina, synthroid, levothyroxine, levotiroxina, armour, prednisone
  prednisona, medrol, dexamethasone, dexametasona, cortisone, cortisona, hydrocortisone, albuterol, ventolin, salbutamol, symbicort, advair, singulair, spiriva, zoloft, sertraline
  sertralina, prozac, fluoxetine, fluoxetina, lexapro, escitalopram, celexa, citalopram, paxil, effexor, cymbalta, duloxetine, wellbutrin, bupropion, trazodone, trazodona, xanax
  alprazolam, ativan, lorazepam, klonopin, clonazepam, valium, diazepam, buspar, buspirone, seroquel, abilify, zyprexa, risperdal, lithium, litio, lamictal, depakote, adderall
  aderall, ritalin, concerta, vyvanse, strattera, ambien, lunesta, gabapentin, gabapentina, neurontin, lyrica, tramadol, tramal, norco, vicodin, percocet, oxycodone, oxycontin
  hydrocodone, morphine, morfina, fentanyl, fentanilo, codeine, codeina, dilaudid, flexeril, robaxin, meloxicam, celebrex, diclofenac, diclofenaco, voltaren, amoxicillin, amoxicilin
  amoxicilina, amoxacillin, augmentin, penicillin, penicilina, azithromycin, azitromicina, z pack, zpack, z pak, zpak, cipro, ciprofloxacin, levaquin, doxycycline, bactrim, keflex, cephalexin
  clindamycin, macrobid, flagyl, metronidazole, metronidazol, diflucan, fluconazole, valtrex, acyclovir, tamiflu, paxlovid, humira, enbrel, stelara, remicade, methotrexate, metotrexato, imitrex
  sumatriptan, topamax, topiramate, keppra, dilantin, viagra, sildenafil, cialis, flomax, finasteride, premarin, estradiol, progesterone, depo provera, nexplanon, mirena, accutane, retin a, botox
  zofran, phenergan, reglan, miralax, colace, linzess, buprenorphine, naltrexone, naloxone, aricept, namenda, fosamax, prolia, potassium chloride, folic acid, acido folico, melatonina, levitra
  loratadina, ranitidina, enalapril, captopril, butilhioscina, buscapina, ketorolaco, metamizol, dipirona, neomelubrina, pedialyte, suero oral, insulina glargina
  *cillin, *cilina, *mycin, *micina, *floxacin, *floxacino, *prazole, *prazol, *conazole, *conazol, *statin, *statina, *sartan, *dipine, *dipino, *thiazide, *azepam, *azolam, *codone, *triptan
  *gliptin, *gliptina, *gliflozin, *glutide, *glutida, *formin, *profen, *profeno, *oxetine, *oxetina, *opram, *tidine, *tidina, *cycline, *ciclina, *ciclovir, *cyclovir, *sone acetate, *asone, *asona
  *olone, *olona, *bital, *caine, *caina, *parin, *parina, *xaban, *limumab, *tuximab, *zumab, *ximab, *tinib, *dronate, *lukast, *setron, *terol, *tropium`
