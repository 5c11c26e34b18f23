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
    liver bladder bowel bowels colon prostate testicle testicles balls penis vagina vaginal
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
    grandmother grandson granddaughter grandma grandmas grandpa grandpas granny nana nan gran mum mums mama
    papa mam hubby brother sister partner boyfriend girlfriend roommate aunt uncle niece nephew twins boy
    girl kiddo`,
  someones: `
    moms mothers dads fathers husbands wifes sons daughters babys kids grandmas grandpas grannys nans mums
    sisters brothers boys girls patients toddlers childs uncles aunts`,
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
  // Words that tell a trouble only beside a part of the body.
  bad: `
    @trouble @pain weird funny strange hot warm cold heavy dry cracking crackling clicking locked locking locks
    stuck shut crusty crusted gunky goopy weeping leaking leaks smelly smells smell green yellow purple pale
    scaly flaky rough raised grown growing bigger worse gone raw dead asleep bothering bothers annoying
    aggravating pounding racing fluttering skipping jumping blocked bunged plugged watering streaming tearing
    sensitive wobbly fat ballooned ballooning puffed puffs puffing gritty sand spasming seized shake shakes
    shaky trembles droopy swell shedding thinning clumps patch patches spots spot marks mark growth stye boil
    scab scabs sores sore wound splinter bite bites bitten stung sliced smashed jammed pinched sprain sprained
    rolled popping pulled tore torn crooked lump lumps bumps bruise bruises scratch scratches scratched knot
    pressure squeezing crushing crush pins needles prickly crawling burnt burns blistered hurting bleeding
    lock click crack pop throb twitch peel swells peels throbs clicks cracks pops yellow gone yellowish
    rumbling rumble sunk thing pus ooze hole hives zit itch itches prickling lopsided hanging limp useless numbing frozen clammy
    cramp crampy ringing buzzing popped pressing bump nodule mole ticks tick lice flushed veiny varicose
    greasy bloody inflamed ripped stitches staples gauze bandage dressing`,
  count:
    'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty 2 3 4 5 6 7 8 9 10 12 15 20 30 40',
  gestation: `
    twenty thirty thirtyone forty 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41`,
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
  mediation mediations meditation meditations spelling selling smelling dwelling dwellings inching etching
  pitching breeding blending bleeping burying camping clamping clamped switches tables stations lessons
  lesson lotions inflection affection inspection invention intention injunction ejection patience matching
  searching operator operators migrate stretches conception reception perception deception presets wellness
  wheeling treating treatable sweeping swearing fracking tracking cracking expression expressions impression
  impressions compression vacation vacations vacate subscription subscriptions description descriptions
  inscription transcription restrict stroked streak ability columns creator pooling retained sharing
  singular statics threats aborter leaving setting shipping shipped failing bearing bumping blocking blocked
  betting crashing crashed caching posting casting choosing chocking couching coaching touching reaching
  wounder wonders sounded rounded founded pounded leading linting listing splitting splitter starring
  writing wording worries replaced replaces replacer patched collapse confusing morphing morphed mourning
  injected inflated imagine pressing pressed stressing parsing party part parts prop cram crop grin shuts
  sits spin tear bell binding bringing cares carries casts cesar caesar cloud colin copying flake gaps gotos
  herein hong maria mario mary miles males mules myles needless phys purge repos seeking signed slave
  storing strike strikes strap straps stripe stripes threat timmy tommy vowel lamps lever lover bully billy
  bally grain sweets sweety bails waits crimps pulls polls piles drags dozes barns tacks tucks bytes rubies
  pitch hails macos dolar temor llega llego llegas calle calles lunes parte partes porte puerta rancho
  ranchos recita rector recto recta recite senda penal grande grupo grupos gastos gatos peso pesos sueno
  loco costo costos casta lista listo listas perches confuse reposo longs blond fewer favor shutting strip
  duel concert concerts seating wendy windy guardia acts trus zeta bella gusts disk disks sweet sweeter`
