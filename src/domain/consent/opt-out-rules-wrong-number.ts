import type { Shared } from './opt-out-grammar.ts'

export const SHARED_WRONG: Shared = {
  /** Somebody by name. A word that no list knows is a name where the clause ends with it. */
  named: `
    TITLE? NAME
    TITLE [^JOINING NAMES]
    UNKNOWN (?= > | WRONG | STOP | I | YOU | here | who | sorry)`,
  isnt: `
    (is | was | are)? not
    [isnt aint arent wasnt isn]
    (is | are)? (no longer | no)`,
  else: `
    (someone | somebody) (else | named | called)
    another (person | patient | one | family | household)
    (a | some)? different (person | patient | one | owner)`,
}

/** "Wrong number", "you got the wrong guy". */
const WRONG = `
  mistaken (identity | me | us)
  not the (right | correct | intended) [PHONE PERSON one]
  WRONG ~1 [PHONE PERSON TELEFONO] (?! in | of)
  WRONG NAME >
  (TEXTING | TEXTED | have | got | reached) the? WRONG UNKNOWN >
  <<< sorry? (the)? WRONG (one | person | contact)? sorry? >>>
  YOU ~2 (the | a)? WRONG (one | >)
  (me | us) (confused | mixed up | mistaken) (with | for)
  $isnt the (right | correct | intended) [PHONE PERSON one]
  TEXTING ~1 stranger
  never heard of UNKNOWN >
  << no longer NAMES PHONE
  <<< not UNKNOWN sorry? >>>
  PHONE is (mine | ours)
  IT ~1 [NAMES UNKNOWN] old PHONE
  YOU ~1 (reached | got | have) $else
  no vive en (esta casa | este | esta)
  PHONE $isnt ~1 (associated | connected | registered)
  YOU ~3 WRONG (patient | patients)
  (another | different) (person | persons | family | man | woman | guy | lady) ~1 PHONE
  (patient | person | whoever | someone | somebody) ~3 (gave | given) ~2 WRONG
  $texts ~1 (meant | intended | that are | are) for [NAME UNKNOWN] >
  GETTING ~2 $texts for ([NAME UNKNOWN] | a | someone | somebody)
  (TEXTING | CALLING | asking) ~2 (someone | somebody | a) (named | called)
  name not mine
  (it | this) is mine now
`

/** "I'm not Maria", "this isn't her phone", "not the guy you want". */
const NOT_ME = `
  YOU ~1 (want | need | mean | meant | looking for | seek) ~1 $else
  PHONE is ~1 $else
  (im | i am | me | am | i) (not | aint) (no | any | a)? $named
  YOU (want | need) my FAMILY >
  (IT | phone) $isnt $named
  (?<! NAME) not TITLE? NAME >>
  my name is ~2 not NAME
  my name (is not | isnt | aint | not) (?! spelled | right | on | in | there | correct | listed) 
  (someone | somebody) elses ~3 $texts
  <<< no? sorry? (not | no | aint | isnt) (me | us | him | her | them | mine) >>>
  (im | i am | am) not (him | her | them) (>> | anymore)
  IT $isnt my name (?! on | in)
  IT $isnt (me | us) >>>
  IT is? ~1 (someone | somebody) (elses | else) ~1 PHONE
  IT $isnt [^BEST]~2 (PHONE | TELEFONO | house | home | residence)
  << not [WHOSE NAMES] PHONE
  PHONE ~1 [NOT NEVER longer] ~2 (belong | belongs | his | hers | theirs | NAMES)
  PHONE ~1 (belongs | belonged | belong) to (?! me | us | my)
  not (the | your) patient (YOU | looking)
  not (the | ur | your)? (?! new | a) ~1 PERSON (YOU | anymore | looking | >>)
  not (who | whom) YOU
  not your ~1 (patient | client | customer)
  (im | am | been | was) [not never] (a | your)? patient (?! yet | until | now | of (dr | doctor))
`

/** "Nobody by that name here", "she doesn't live here", "Rosa no longer has this number". */
const NOT_HERE = `
  no (patient | patients) (here | at)
  [NOBODY one anyone anybody someone somebody no] ~2 (by | with | of) [that this the such] (last | first)? name
  NOBODY ~1 (named | called) [NAME UNKNOWN that]
  (?<! does | is there | is) [one anyone anybody] ~1 (named | called) [NAME UNKNOWN that]
  no $named (here | at | in | on | live | lives)
  any NAME (here | at this)
  (no | aint no | theres no | have (a | any)) [NAME UNKNOWN] ~1 (here | at this | in (this | our) | on this)
  (?<! FAMILY) NAME $isnt ~1 (here | with us | with me) (?! right | now | yet | today | at)
  (?<! I) $isnt ~1 (at | on) this PHONE
  (?<! I) [NOT NEVER longer] ~1 (live | lives | lived | stay | stays | reside | work | works) (here | at this)
  (?<! I) (moved) (out | away) ~2 ago
  (?<! I) [NOT NEVER longer] ~1 (have | has | own | owns | use | uses | using | had) ~1 [this that] [PHONE] 
  (got | had | bought | inherited | received | acquired | assigned | given | owned) ~1 this ~1 PHONE (>> | last | from | recently | yesterday | a | NUMBER | in | this | off | used | today | for ~3 (and | but) ~4 [NEVER NOT])
  (previous | prior | former | old | new) (owner | user | holder)
  (reassigned | recycled) PHONE?
  no such [PERSON patient]
  [NAME UNKNOWN] moved and I ~1 (have | got) ~2 PHONE
`

/** "I don't know any Kevin", "these are meant for somebody else". */
const NOT_KNOWN = `
  [NOT NEVER no idk] ~1 (know | knew | heard of | met | know of) ~2 [NAME]
  [NOT NEVER no] ~1 (know | knew) (any | a | no) [NAME UNKNOWN TITLE]
  idk (you | u | yall) >
  [NOT NEVER no] ~1 (know | heard of | knew) (you | u | yall | him | her | them | this person | that person) (>> | guys)
  (not know | dont know | no idea | no clue | idk | dunno | not sure | know) who (this | that | he | she | they | you | u | NAME | UNKNOWN (is | >) | YOU) ~1
  never heard of [YOU HIM NAME your this] (?! medicine | medication | pill | drug | test)
  who (is | are | the is)? (this | that | the)? NAME
  PHONE was ~1 given to
  no [NAMES NAME UNKNOWN] (live | lives | at | here)
  never been (a | your)? (patient | client | patients) (?! before)
  [PHONE] used to (be | belong)
  this is (a | the | an) ~2 (business | company | restaurant | store | shop | church | garage | warehouse | factory | hotel | plumber | landscaper) >
  << (who is | whos) UNKNOWN >>
  (conozco | conocemos) a UNKNOWN >
  (?<! I) ($texts | these | this | TEXTING | CALLING | CALL) ~3 (for | meant | intended | supposed) ~2 ($else | MY (neighbor | neighbors | roommate | tenant | ex))
  NOBODY (at | on) this PHONE
  (we | i) are not the? [NAME NAMES]
  (NOBODY | no one) ~1 goes by
  (NOBODY | no one) ~1 has that name
  (este | ese) no es mi TELEFONO
  (NOBODY | no one) ~1 is a patient
  soy otra persona
  NADIE ~1 se llama
  (meant | trying | wanted) to (TEXT | CALL | reach | contact) $else
  (person | patient | guy | lady) YOU ~4 (reach | looking for | want | texting | contact) ~3 (new | changed | longer | not | isnt | moved | doesnt)
  (?<! I) (looking for | trying to reach | reach | trying to get | looking 4 | calling for) ~2 $else
`

const EQUIVOCADO = `
  [TELEFONO persona] EQUIVOCADO
  EQUIVOCADO (de | el | su | mi)? [TELEFONO persona]
  persona QUE no (es | soy)
  << ~1 EQUIVOCADO TITLE? >>
  < ~1 (esta | estan | estas | anda | andan) ~1 EQUIVOCADO TITLE? (> | de [TELEFONO persona])
  (se | te | ustedes | usted) (han | ha)? (EQUIVOCO | EQUIVOCADO) TITLE? (> | de [TELEFONO persona casa gente])
  (tienen | tiene | apuntaron | anotaron) mal [el mi este] TELEFONO
  (me | se | nos) CONFUNDE
  << estan ~1 CONFUNDE
  << confusion
  (marco | marcaron | llamaron) mal
  no tengo nada que ver con
  no tengo ~1 cita (con ustedes | ahi | alli)
  (no | ni) conozco (esa | su | ese) (clinica | consultorio | oficina)
  no me corresponde
  (ese | esa) no soy
  no es (con)? esta persona
  aqui es otra
  (esto | este | esta | aqui) es (un | una) (negocio | tienda | casa | restaurante | taller | empresa | escuela | oficina)
  (llamaron | llamo | marcaron | marco | escribieron) a (un | una)
  ((la | el) (senora | senor | joven | muchacha | muchacho) | NAME) se (mudo | cambio de | fue de)
  (dueno | usuario) anterior
  (compre | saque | consegui | adquiri | asignaron) este TELEFONO
  este TELEFONO es nuevo
  hace ~2 QUE tengo este TELEFONO
`
const NO_SOY = `
  no (soy | somos) (esa | ese) (senora | senor | senorita | persona)
  [ese esa] (senor | senora | persona) (cambio | ya)
  no (soy | somos) ~1 (NAME | ella | (el | esa | ese) > | quien (buscan | busca | buscas | usted | ustedes | creen | piensan | cree | >) | (la | esa | esta)? persona | la que | el que)
  no (soy | somos) (la | el)? (senora | senor | senorita | don | dona | sra | sr)
  no (soy | somos) TITLE? UNKNOWN >
  no me llamo
  me llamo NAME ~1 no NAME
  el TELEFONO que (tienen | tiene | marco | marcaron) ~2 (mal | incorrecto)
  no es mi nombre
  no (soy | somos | fui) (su)? (paciente | pacientes | cliente) (?! nuevo | nueva | nuevos)
  no soy (el | la) ~1 de NAME
  no soy (el | la) paciente >
  este es el TELEFONO de (un | una | otro | otra)
  (este | esta | ese | esa | esto | aqui | aca | ella | el) (ya)? no (es | soy) ~1 (NAME | la casa | la senora | el senor | el TELEFONO | su TELEFONO)
  <<< yo? no soy (yo)? >>>
  << no es (aqui | aca) TITLE? >>
  (aqui | aca) no (es | vive) >>
  no es el [TELEFONO persona] (correcto | que | correcta)
  no es ~1 TELEFONO de
  (este | ese | el | esta) TELEFONO (ya)? no CLITIC? (es | pertenece | corresponde)
  (ya no es | no es) de (NAME | ella | el | TITLE | la familia)
  (ya no | no) (tiene | usa | ocupa | es) ~1 (este | ese | su) TELEFONO
  (aqui | aca | casa) no (vive | vivimos | esta | trabaja | conocemos) ~1 (NADIE | NAME | UNKNOWN | esa | ese | esta | este)
  (aqui | aca | casa) no hay ~1 (NADIE | NAME | (senora | senor | TITLE) UNKNOWN)
  no vive (aqui | aca)
  (aqui | aca) no vive (?! mi)
  no se quien es [^DET] >
  NADIE ~1 (aqui)? ~1 (con | de) ese nombre
  no (lo | la | los | las | le | te | les)? (conozco | conocemos) (>> | NAME | a (NAME | NADIE (> | NAME | llamado | llamada | con ese | asi) | usted | ustedes | ningun | (ese | esa) (persona | senor | senora | TITLE)))
  (no se | no sabemos) ~1 quien (es | sea | son) (>> | NAME | usted | ustedes | ese | esa | UNKNOWN)
  (busca | buscan | buscas) a (otra | alguien)
  (estos | esos | esto | $mensajes | que) no (es | son | eran) para (mi | nosotros)
  persona que (busca | buscan)
  TELEFONO ya? cambio de
  este TELEFONO es de (un | una | mi (trabajo | negocio | oficina | empresa))
  nunca (he sido | fui) ~1 paciente
  (me | nos) ~1 CONFUNDE
  [ese esa] (persona | senor | senora | muchacho | muchacha | paciente | familia) ~1 (no | ya no | se mudo | se cambio)
  a quien (buscan | busca | buscas)
  (este | ese) TELEFONO ~1 (es | era) ~1 (mio | mia | nuestro | de otra)
  (acabo | acaban | acababan) de ~2 este TELEFONO
  este TELEFONO CLITIC? CLITIC? (acaban | dieron) 
  (dieron | compre | saque | tengo) este TELEFONO ~1 (hace | desde | apenas | recien)
  NAME ya? cambio ~2 TELEFONO
  (ni idea | no tengo idea) de? quien
  no se de quien
  << y? quien es NAME >>
  [MANDANDO ESCRIBIENDO] a (otra | otro)
  ($mensajes | son) ~2 (para | de) (otra | otro | alguien | un tal | una tal)
  nunca (he ido | fui) a (esa | su | ese)
  no tengo (doctor | medico | doctora) (ahi | alli | con ustedes)
  no hay NADIE ~1 (aqui | con ese nombre | en (esta | este))
`
export const WRONG_NUMBER = [WRONG, NOT_ME, NOT_HERE, NOT_KNOWN, EQUIVOCADO, NO_SOY].join('\n')
