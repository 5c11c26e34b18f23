import type { WordClasses } from './phrase-book.ts'

/** Sets of English words that terms name with `@`. */
export const EN_CLASSES: WordClasses = {
  pain: `
    pain pains painful paining hurt hurts hurting ache aches ached aching achy achey sore soreness tender
    tenderness throbs throbbing burning burns burned stinging stings stabbing cramp cramps cramping
    cramped discomfort uncomfortable stiff stiffness killing`,
  // Not "back", "hand", "head", "face", "foot", "eye": they stand in too many everyday phrases to stand alone.
  part: `
    shoulder shoulders arm arms elbow elbows wrist wrists fingers finger thumb chest breast breasts spine
    rib ribs stomach tummy belly abdomen groin hip hips leg legs thigh thighs knee knees calf calves ankle
    ankles ancle toe toes toenail toenails heel heels shin skin scalp jaw cheek tongue gum gums tooth
    teeth molar throat ear ears eyelid nose sinus sinuses nostril lip lips heart lung lungs kidney kidneys
    liver bladder bowel bowels colon prostate testicle testicles balls penis vagina vaginal private
    privates uterus womb ovary ovaries vein veins joint joints muscle muscles bone bones nerve nerves butt
    buttocks tailbone rectum rectal gallbladder thyroid gland glands incision scar stump nipple nipples
    knuckle knuckles collarbone hamstring rotator`,
  body: `
    @part back hand hands head neck face mouth foot feet eye eyes side body pelvis pelvic abdominal nail
    nails`,
  trouble: `
    swollen swelling swells swelled swole numb numbness tingling tingly bleeding bleeds bled infected red
    redness itchy itching itches bruised bruising puffy inflamed inflammation broken broke fractured
    sprained twisted injured weak weakness twitching blister blisters lump bump blurry watery runny
    clogged bleed swell itch popped tight tightness oozing draining peeling cracked chipped loose drooping
    shaking trembling dislocated cyst mole rash infection infections cancer ulcer stones discharge
    discolored gash cut spasm spasms giving acting problem problems trouble issue issues`,
  kin: `
    baby babys babies infant infants newborn newborns son sons daughter daughters child childs kid kids
    mom moms mother mothers dad dads father fathers husband husbands wife wifes toddler toddlers
    grandmother grandson`,
  my: 'my|his|her|their',
  was: `
    is was are were im am been being feel feels felt feeling got get gets getting hes shes its so really
    very real still always just`,
  drug: `
    medication medications medicine medicines med meds medecine medicin pill pills tablet tablets capsules
    inhaler insulin prescription prescriptions antibiotic antibiotics drops cream ointment patch dose`,
  results: 'result|results|resluts|reuslts|report|levels|numbers',
  self: 'myself|himself|herself|themselves|themself|yourself',
  wanting: `
    want wants wanted wanna going gonna might will thinking thoughts thought think plan planning urge
    urges afraid scared trying tried feel feels wish wishes ready`,
  feels: 'feel|feels|felt|feeling|look|looks|looking',
  low: `
    sick ill unwell awful terrible lousy crummy horrible nauseous worse poorly feverish funny hot strange
    weird bad faint off weak tired rotten crappy achy dizzy pale rundown clammy`,
  bleeding: `
    bleed bleeding bled blood spotting fluid leaking clots contractions cramping`,
  fever: 'fever|fevers|temperature|temp|feverish|fevor|feaver',
  infant: 'baby|babys|babies|infant|infants|newborn|newborns|toddler|toddlers',
  test: `
    lab labs laboratory blood test tests bloodwork biopsy scan mri ct xray ultrasound pap culture urine
    stool colonoscopy mammogram ekg covid strep hiv std pathology imaging screening a1c pregnancy thyroid
    cholesterol`,
}

/** Words one letter away from a listed one that mean something else. */
export const EN_REAL_WORDS = `
  mediation mediations meditation meditations spelling selling smelling dwelling dwellings inching etching pitching breeding
  blending bleeping burying camping clamping clamped switches tables stations lessons lesson lotions inflection affection
  inspection invention intention injunction ejection patience matching searching operator operators migrate stretches
  conception reception perception deception presets wellness wheeling treating treatable sweeping swearing fracking tracking
  cracking expression expressions impression impressions compression vacation vacations vacate subscription subscriptions
  description descriptions inscription transcription restrict stroked streak ability columns creator pooling retained sharing
  singular statics threats aborter leaving setting shipping shipped failing bearing bumping blocking blocked betting crashing
  crashed caching posting casting choosing chocking couching coaching touching reaching wounder wonders sounded rounded
  founded pounded leading linting listing splitting splitter starring writing wording worries replaced replaces replacer
  patched collapse confusing morphing morphed mourning injected inflated imagine pressing pressed stressing parsing`
