import type { WordClasses } from '../clinical/phrase-book.ts'

/** First names that are nobody's everyday word, as people use them to say who they are not. */
const FIRST_NAMES = `
  james john robert michael david william richard joseph thomas charles christopher chris daniel dan matthew matt
  anthony tony mike steve steven paul andrew andy joshua kenneth ken kevin brian george timothy tim ronald ron edward
  jason jeff jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam
  greg gregory alex alexander patrick jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle
  noah ethan jeremy walter christian keith roger terry sean gerald carl carlos harold dylan arthur lawrence jordan
  jesse bryan billy bruce gabriel joe logan alan juan luis albert willie elijah wayne randy vincent mason roy ralph
  bobby russell bradley philip eugene jorge miguel pedro manuel ramon ramiro raul javier francisco antonio jesus
  fernando ricardo eduardo roberto sergio hector oscar ruben arturo alberto enrique pablo mario armando rafael ernesto
  mary patricia jennifer jen linda elizabeth barbara susan jessica karen sarah lisa nancy betty sandra margaret ashley
  kimberly kim emily donna michelle carol amanda melissa deborah debbie stephanie rebecca sharon laura cynthia amy
  kathleen kathy angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn
  janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
  judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail sophia
  jean alice judy isabella julia denise amber doris marilyn danielle beverly charlotte theresa diana natalie brittany
  kayla alexis lori tammy tiffany carmen guadalupe lupita lupe rosa rosario juana ana luz elena silvia leticia
  veronica yolanda norma alejandra adriana claudia lucia marta beatriz irma josefina esperanza dolores sofia ximena
  valentina camila daniela gabriela mariana paola fernanda monica alicia blanca esther lorena marisol rocio yesenia
  stacy stacey tracy gwen ellen gladys ethel mildred edna agnes mabel thelma wanda rhonda bonnie connie peggy gail
  sheila marlene loretta bernice yvonne jeanette lois phyllis marjorie eleanor bethany brooke chloe ava mia zoe lily
  hailey kaitlyn jasmine destiny keisha latoya tanisha ebony shanice imani aaliyah tyrone darnell terrell jamal deshawn
  marcus malik andre lamar cedric reggie rodney leroy curtis clarence earl floyd herman lloyd melvin norman stanley
  wendell vernon chester clyde howard leonard ralph marvin travis trevor derek dustin cody austin connor hunter caleb
  isaiah gavin ian owen liam aiden gilberto guillermo gustavo julio cesar ignacio rodrigo santiago mateo emilio felipe
  esteban andres adrian ivan omar rene ismael moises salvador agustin ramona consuelo socorro chela concepcion elvira
  estela graciela hortensia isabel catalina magdalena margarita maribel mercedes noemi olga raquel rebeca susana
  viviana xiomara brenda ahmed mohammed fatima priya nguyen kim wei singh patel garcia martinez lopez hernandez
  gonzalez rodriguez perez sanchez ramirez torres flores rivera gomez diaz smith johnson williams jones davis
  mr mrs ms don dona señora señor senorita`

/** Named sets of words for the terms of this folder. Accents are folded; words of seven letters may be misspelt. */
export const OPT_OUT_CLASSES: WordClasses = {
  name: FIRST_NAMES,
  whose: 'his hers her their theirs my the moms dads wifes husbands sons daughters @name',

  // Ending something.
  stop: 'stop stopp stpo sotp stip stopping stoping quit quitting cease halt discontinue suspend refrain',
  cancel: 'cancel end disable deactivate kill block unsubscribe silence mute',
  remove: `
    remove removing take taking delete erase scrub drop block pull get wipe purge exclude strike unenroll disenroll
    unlist cross leave keep removed taken deleted`,
  erase:
    'remove removed removing delete deleted erase erased scrub drop block purge unlist lose forget strike discard ditch wipe clear eliminate trash',

  // What is sent, and sending it.
  text: '@textOnly message messages messge messaging messges mesages mesage reminder reminders communication communications correspondence @mensaje',
  textOnly: `
    text texts texting textin texted texing texin txt txts txt* tex texs robotext* autotext* msg msg* msgs msging mssgs mssg sms notification
    notifications alert alerts spam robotexts textos blasts`,
  mensaje: `
    mensaje mensajes mensages mensaje mensaj textos texto texteos sms notificaciones recordatorios recordatorio
    avisos alertas mensajitos mensajito msjs msj mjs mesajes publicidad promociones`,
  textVerb: 'text txt tex message msg contact bother harass spam bug pester disturb',
  texting: `
    texting textin txting txtin messaging msging contacting bothering harassing pestering bugging spamming annoying
    disturbing pinging notifying`,

  texts: 'texts messages msgs reminders reminder notifications notification alerts alert updates',

  // Saying no.
  not: 'dont not never donot dnt',
  neg: '@not no didnt doesnt dont isnt aint arent wont cant longer havent',
  wish: `
    want wants wanna wish wishes need needs like care consent agree authorize approve accept permit allow appreciate
    interested wanting needing`,

  // Who and where.
  me: 'me us my this him her them our it',
  person: 'me us him her them it name @phone',
  phone: `
    number num nmbr numbr phone fone cell cellphone line mobile telephone digits numero telefono celular cel`,
  list: `
    list lists database distribution contacts thread group mailing file files records system texts text texting
    messages message messaging notifications alerts reminders sms program chat rolodex lista listas sistema`,
  these: 'this these those them em',

  // Spanish verbs as they stand after "no", "dejen de" and "que": telling what happened ("mandaron") is no request.
  mandar: `
    mandar mande manden mandes mandenme mandeme mandarme mandarnos mandando mandarle mandenle mandarles manda enviar
    envie envien envies envienme envieme enviarme enviarnos enviando escribir escriba escriban escribas escribanme
    escribame escribirme escribirle escribirnos escribiendo escribiendome texteen textee texteenme texteeme textear
    textearme texteando texteandome textees escribame mensajear mensajeen mensajearme mensajeando mandaran mandara enviaran enviara escribieran escribiera textearan llegaran mandase recibir reciba recibirlos seguir
    llegar lleguen llegue llegando mandandome enviandome texten`,
  contactar: `
    contacten contactenme contactar contactarme contacte contactarnos contactando molestar molesten moleste molestarme
    molestando molestenme fastidiar fastidien fastidiando chingar chinguen hostigar acosar buscar busquen llamarme
    llamando llamar comunicarse comuniquen joder jodan llamen llame contactaran contactara molestaran molestara llamaran llamara buscaran contactes molestes llames marque marquen marques marcar marcarme`,
  parar: `
    parar paren pare parenle parele dejar deje dejen dejes deja dejenme dejeme detener detenga detengan suspender
    suspenda suspendan cesar cesen cese eviten evitar cancelar cancelen cancele cancela desactivar desactiven desactive
    terminen abstenganse abstengase abstener evite evitenme cortenle cortele bajenle stop basta alto quitar quiten quite quitenme quiteme eliminen elimine bloqueen`,
  sacar: `
    quitar quiten quite quita quitenme quiteme quitame quitarme quitenos sacar saquen saque saca saquenme saqueme
    sacame sacarme borrar borren borre borra borrenme borreme borrame borrarme eliminar eliminen elimine elimina
    eliminenme elimineme eliminame eliminarme remover remuevan remueva remuevanme remuevame retirar retiren retire
    bloqueen bloquee bloqueenme descarten retirenme retireme tachen tache tachenme bajenme bajeme bajame bajen desuscriban desuscribeme`,
  querer: `
    quiero kiero qiero deseo quisiera quiere necesito acepto autorizo gustaria interesa interesan queremos deseamos permito
    quieren autorizamos pienso solicito gusta gustan`,
}
