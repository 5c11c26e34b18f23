import type { LexiconRule } from './lexicon.ts'

/** The part of the emergency core that is about harm done or meant: to oneself, to others, by what was swallowed. */
export const EN_HARM: readonly LexiconRule[] = [
  {
    rule: 'en:suicide',
    category: 'mental-health',
    urgent: true,
    terms: `
      nobody|noone|one would|will|d miss me, if i was|were gone|dead, cut too deep, without me around,
      im gonna|going|about|ready to? jump, want|wanna|wants to? jump off|from|out, reason|reasons|point|
      purpose _4 alive|living|exist|existing, plan|planned|planning|plans _5 pills|kill|die|suicide|overdose,
      cant|cannot stop|quit cutting, cutting again|every|deeper|and, self injur*, kms, hitting|beating|
      choking|strangling|attacking me|us|her, afraid|scared|terrified he|she|hell|shell|they will|might|may|
      is|gonna|going|would? _2 kill|hurt, tried|try|tries|attempted|attempting|wanted|wants|going _2 hang|
      drown|jump|overdose|shoot, hurt|kill|harm|smother|shake my|the|our|this baby|infant|newborn|kids|
      children|son|daughter, better off _4 dead|gone|without|if, thoughts|thinking|think|thought|
      dreaming about|of _1 not being|be here|around|alive|born, i want out, what|whats the use, reason|
      reasons|point|purpose to|for|in keep|keeping|go|going|continue|continuing|be|being|live|exist|
      stay _1 going|on|alive|here?, picture|picturing|imagine|imagining|fantasize|fantasizing|think|thinking|
      thoughts|urge|urges|want|wanted about|of|to? driving|drive|jumping|jump|crashing|crash|stepping|step|
      hanging|walking|walk off|in|into|out|front|myself|from, gave|giving|gives|given away _1 his|her|my|
      their|all _1 stuff|things|belongings|possessions|dog|cat, has|have|holding|got|grabbed|with|took|loaded|
      pulled|bought a|the|his|her|my gun|knife|pistol|rifle|razor|rope|noose|weapon, texted|text|texting|said|
      sent|wrote|saying|left|leaving _2 goodbye|goodbyes, goodbye letter|note|text|message, be|join|see|
      with _3 in heaven, threatening|threatened|threatens|tried|trying|attempt|attempted|
      attempting to? _1 hurt|kill|harm|hang|cut|shoot|suicide|overdose|strangle, suicide note, rather be|go|
      die dead|die|asleep, not want to be|exist here|alive|anymore, disappear forever, dont deserve to live|
      be, no way out, sleep and never|not, never wake up, plan to die|end|do it, do it tonight, gonna|
      going to kill me|us|her|him|them|you, suicid*, sucid*, suiside, unalive*, kill|killing|hang|hanging|
      shoot|shooting|harm|harming|cutting|hurting|starving @self, kill|killing|harm|hurting my self,
      self harm*, @wanting _4 hurt|cut @self, end|ending|take|taking|took my|his|her|their own? life, end|
      ending it all, cut|cutting|cuts|slit|slitting|slashed|slashing @my? wrist|wrists|veins|throat, cutting|
      cuts|slicing @my? arms|legs|skin|herself|himself|themselves, maybe|should|just|gonna|wanna|about|ready|
      going|might|want|rather to|just? end it, whats|is|see|seeing|what the|any|no|a? point in|of? living|
      life|being|going, no point anymore|in|living, wish|wished|wishes i|he|she was|were|could never? born|
      dead|die|disappear, wanna|want|wants|wanted|wanting|ready|going to? die|disappear, want|wants|
      wanna to? sleep forever|and, wanna die, better|happier without me, goodbye to everyone,
      never wake up again?, thinking|thoughts|thought|think|want|wanted of|about|to ending|end it, @wanting|
      rather to|be|i|was|were|am? to|be|was|were? dead|die, better off dead|without, dont|doesnt|not|no|didnt|
      never|cant|wont want|wanna|wants|wanting? to|too? be? live|alive|living|here|exist anymore|any|like?,
      dont|doesnt|not|didnt want|wanna|wants to? wake up|live|exist|be here|alive, reason|reasons|point|
      nothing to|in|for live|living, nothing to live for, be here anymore, not worth living|it anymore,
      tired of living|life, cant|cannot go on anymore|any|like|living|with|much|another, cant|cannot take|
      do it|this|life anymore|any, hurt|kill|harm|killing|hurting|stab|shoot someone|somebody|people|others,
      hurt|kill|harm|killing|hurting|shake the|my baby|child|children|kids|kid|newborn, voices telling,
      homicid*, goodbye note, gun to, 988, crisis|suicide line|hotline`,
  },
  {
    rule: 'en:overdose-poison',
    category: 'medication',
    urgent: true,
    terms: `
      times the dose|amount|prescribed, too much|many by mistake|accident, four|five|six|seven|eight|nine|ten|
      4|5|6|7|8|9|10 instead of, took|taken|take|given|gave way|far|much too much|many, way too much|
      many _2 @drug|insulin, drank|swallowed|ate|drinking|sipped|licked|inhaled|drinks _5 fluid|cleaning|
      polish|remover|lighter|gas|soap|perfume|sanitizer|turpentine|kerosene|lysol|windex|drano|thinner|
      battery|batteries|magnets, needle in his|her|the arm, shot up, bad batch, laced, snake|cobra|
      rattlesnake bite|bit|bitten, bitten|bit by a snake|bat|raccoon|rattlesnake|widow|rabid, gas leak,
      swallowed|swallow|ate|eaten|ingested|drank|chewed _6 battery|batteries|magnet|magnets|pills|pill|pods|
      pod|bleach|coin|coins|chemical|nicotine|edible|edibles|gummies|pesticide|paint, got|gotten|gets|
      getting into _6 vitamins|pills|pill|medicine|medication|meds|gummies|edibles|cabinet|bleach|iron|bottle|
      cleaner, took|takes|taken|given|gave|swallowed _4 weeks worth|month|days worth, accidentally|accident|
      mistake|mistakenly _3 took|swallowed|drank|ate|given|gave _3 husbands|wifes|dogs|moms|dads|someone|
      wrong|heart, took|gave|given|swallowed|drank _1 husbands|wifes|moms|dads|dogs|someone|grandmas|grandpas|
      brothers|sisters|roommates _3 pills|pill|meds|medicine|medication|insulin|patch|tablets,
      too many _1 edibles|gummies|pills|meds, bleach|chemical|chemicals|acid|cleaner|ammonia|lye|drano _4 eye|
      eyes|face, fentanyl, od, took|taken|taking|takes|swallowed|drank|ate|downed _3 lot|lots|bunch|handful|
      handfuls|bottle|box|pack|load|loads|ton|all|whole|every|everything _4 @drug|tylenol|aspirin|advil|
      ibuprofen|xanax|percocet|benadryl|oxy, drank|swallowed|drinking|swallow _4 bleach|cleaner|detergent|
      antifreeze|alcohol|peroxide|poison|lighter, took|taken|swallowed ten|twelve|fifteen|twenty|thirty|forty|
      fifty|10|12|15|20|30|40|50 _4 @drug, overdos*, over dose|dosed|dosing, od on|off, too many|
      much _3 @drug|tylenol|aspirin|advil|ibuprofen|painkillers|xanax|percocet|benadryl|insulin|killers, took|
      taken|swallowed|drank|taking too many|much, whole|entire|full|all bottle|pack of, handful of @drug,
      took|take|taken|swallowed|ate _2 all|whole|entire|bunch _3 @drug|bottle, poisoned, poisonous,
      rat poison, poison control, carbon|lead|alcohol|blood|monoxide poisoning, swallowed|drank|ate|drinking|
      swallow|inhaled|ingested _3 bleach|battery|batteries|magnet|magnets|detergent|chemical|chemicals|
      cleaner|antifreeze|pod|pods|gasoline|poison|soap|@drug, carbon monoxide, got|gotten|gets into my|the|
      his|her|grandmas|some @drug, took|taken|gave|given|taking|got @my|the|somebody|someone? wrong|
      elses @drug|dose, double|triple dose|dosed`,
  },
]
