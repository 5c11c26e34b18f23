const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words with which people introduce themselves, folded. */
export type Introduction = {
  readonly words: readonly string[]
  /** nothing but a name follows */
  readonly sure: boolean
  /** a name of one word counts without capitals when "calling" or the like follows */
  readonly oneWord: boolean
  /** `greeting`: only at the beginning of what is said or after a greeting */
  readonly after: 'anything' | 'greeting'
  /** words before it that make it something else: "no habla", "where this is" */
  readonly notAfter: ReadonlySet<string>
}

const introduction = (said: string, rest: Partial<Introduction> = {}): Introduction => ({
  words: said.split(' '),
  sure: false,
  oneWord: true,
  after: 'anything',
  notAfter: words('no not se ella el alguien quien if whether since because that how what think'),
  ...rest,
})

export const INTRODUCTIONS: readonly Introduction[] = [
  introduction('my name is', { sure: true }),
  introduction('my names', { sure: true }),
  introduction('my full name is', { sure: true }),
  introduction('my first name is', { sure: true }),
  introduction('the name is', { sure: true, after: 'greeting' }),
  introduction('me llamo', { sure: true }),
  introduction('mi nombre es', { sure: true }),
  introduction('mi nombre completo es', { sure: true }),
  introduction('this is'),
  introduction('its', { after: 'greeting' }),
  introduction('it is', { after: 'greeting' }),
  introduction('im', { after: 'greeting', oneWord: false }),
  introduction('i am', { after: 'greeting', oneWord: false }),
  introduction('soy', { oneWord: false }),
  introduction('habla'),
]

export const GREETINGS = words(
  'hi hello hey yes yeah morning afternoon evening good so okay ok there uh um hola bueno buenas buenos dias tardes noches si',
)
export const FILLER_WORDS = words('uh um er ah eh este mmm like')
export const TITLES: ReadonlyMap<string, string> = new Map([
  ['mr', 'Mr.'],
  ['mister', 'Mr.'],
  ['mrs', 'Mrs.'],
  ['ms', 'Ms.'],
  ['miss', 'Miss'],
  ['dr', 'Dr.'],
  ['doctor', 'Dr.'],
  ['doctora', 'Dra.'],
  ['dra', 'Dra.'],
  ['senor', 'Señor'],
  ['senora', 'Señora'],
  ['senorita', 'Señorita'],
])
export const CONNECTING_WORDS = words('del van von').union(
  new Set(['de la', 'de las', 'de los', 'van der', 'van de']),
)

/** What follows a name when somebody says that they are calling. */
export const CLOSING_WORDS = words('calling from here again speaking llamando hablando')

/** After a name these say that it is somebody else's, or a place. */
export const NOT_THE_CALLER = words(
  'office clinic pharmacy hospital insurance lab laboratory labs center centre medical health healthcare school department services ' +
    'company associates dental family group imaging radiology home hospice medicare medicaid agency ' +
    'mother mom mum father dad parent wife husband son daughter sister brother aunt uncle caregiver guardian nurse assistant friend ' +
    'oficina clinica farmacia laboratorio consultorio escuela centro seguro departamento compania agencia ' +
    'madre mama padre papa esposa esposo hijo hija hermana hermano tia tio abuela abuelo cuidadora enfermera amiga amigo',
)

/** Words that begin or end something else than a name. */
export const NOT_A_NAME = words(
  // English: what follows "this is" and "it's", and what follows a name
  'a about above after again all almost already also always am an and another any anyone anything appointment are as asking at awful back ' +
    'bad be because been before being bill billing birth birthday born both but by call called caller calling can cannot cant case cell ' +
    'code concerning confidential confirming could crazy date day did do does doing done dont dob due during early eight either email ' +
    'emergency english even every everyone everything extension extremely fax feel feeling fine first five for four from getting going ' +
    'gonna good great had has have having he hello help her here hey hi him his hope how however i ill id if im important in insane is ' +
    'it its ive just kind last late later leaving let like literally looking lost maybe me member message mine mister more most mr mrs ' +
    'ms my name need needing never new next nine no nobody not nothing now number of off oh ok okay old on once one only or our out ' +
    'over patient phone please prescription probably problem question quick quite re really referring refill regarding regards ' +
    'returning ridiculous right sad said same saying second sent serious seriously seven she should sick six so some somebody someone ' +
    'something sorry speaking spelled spelling spells still such supposed sure taking ten terrible test thank thanks that thats the ' +
    'their them then there therefore these they third this those three time to today tomorrow tonight too trying two unacceptable ' +
    'pure total totally complete completely absolute absolutely madness nonsense beyond pretty kinda terribly ' +
    'until up upset urgent us very voicemail waiting want wanted was way we well were what whats when where which who whoever whom ' +
    'whose why will wish with wondering wont work worse worst would wrong yeah yes yesterday yet you your youre yours zero ' +
    'hurt hurts pain chest bleeding pregnant allergic diabetic dizzy worried scared concerned tired depressed suicidal ' +
    'monday tuesday wednesday thursday friday saturday sunday spanish ' +
    // Spanish
    'acerca ademas adios ahi ahora al algo alguien alergica alergico alla alli antes aqui asi asma aun aunque ayer buena bueno buenas ' +
    'buenos cada casi celular cita cliente codigo como con contra creo cual cuando cuenta cumpleanos de del desde despues dia diabetica ' +
    'diabetico dice dije diez doctor donde dos dura e el ella ellas ellos embarazada emergencia en enferma enfermo entonces era es esa ' +
    'ese eso espanol esta estaba este esto estoy ex fecha fue gracias ha habla hablo hablando hace hasta hay he hola hoy importante ' +
    'ingles la las le les llamada llamando llamo llame lo los luego maestra manana mas me mejor mi mis miembro mucho muy nacido nacida ' +
    'nada ni ninguna ninguno nombre nos nosotros nueva nuevo numero o otra otro paciente para pero persona por porque pregunta primera ' +
    'pues que quien quiero quisiera resultados si sin sobre solo su sus tambien tan tarde telefono tengo tiene todo tres tu un una ' +
    'unico uno urgente usted va vengo viernes lunes martes miercoles jueves sabado domingo y ya yo zurdo',
)
