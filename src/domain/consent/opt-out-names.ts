/** First and family names that are nobody's everyday word, as people use them to say who they are not. */
export const NAMES = `
  aaliyah aaron abbott abigail acevedo acosta adam adams adkins adrian adriana agnes aguilar aguirre agustin ahmed
  aiden aiyana alan albert alberto alejandra alex alexander alexis ali alice alicia allen allison alondra alvarado
  alvarez amanda amara amber amina amy ana andersen anderson andrade andre andrea andres andrew andrews andy
  angela angelica ann anna anne anthony antoinette antonio araceli arellano ariana arias armando armstrong arnold
  arroyo arthur arturo ashley atkins atkinson aurora austin ava avery avila ayala ayers ayesha bailey baird
  baldwin ballard barajas barb barbara barker barnes barnett barrera barrett barry bartlett barton bates bauer
  bautista baxter beasley beatriz beck becker beltran ben bender benitez benjamin bennett benny benson bentley
  benton berg berger bernard bernice bertha bessie bethany beto betty beverly billy blackburn blackwell blair
  blake blanca blanchard blankenship bobbi bobby bolton bonilla bonnie boone booth bowen bowers bowman boyd boyer
  boyle bradford bradley bradshaw brady brandi brandon brandt braun bray brenda brennan brewer brian bridget
  briggs brittany brock brooke brown browning bruce bryan bryant buchanan buckley bullock burch burgess burke
  burnett burton butler byrd cabrera cain calderon caldwell caleb calhoun callahan camacho cameron camila campbell
  candace candice cantrell cantu cardenas carey carl carla carlos carlson carmen carney carol carolyn carr carrie
  carrillo carroll carson carter casey cassandra castaneda castillo castro catalina catherine cecilia cedric celia
  cervantes cesar chad chan chandler chaney chang chantel chapman charlene charles charlotte chavez chela chelsea
  chema chen cheryl chester cheyenne chloe choi chris christensen christian christina christine christopher chung
  chuy cindy cisneros claire clara clarence clark clarke claudia clayton clements cline clyde cody coffey cohen
  coleman colleen collier collins combs compton concepcion conley conner connie connor conrad consuelo contreras
  conway cooke cooley copeland cora cordova cortez costa courtney cowan cox craig crawford crosby cuevas cummings
  cunningham curry curtis cynthia dalton damian damon dan dana daniel daniela danielle daniels danny darlene
  darnell darryl daugherty dave davenport david davidson davies davila davis dawson deandre debbie deborah debra
  decker delacruz deleon delgado delia denise dennis denny derek deshawn desiree destiny devin devon dewayne diana
  diane dianne diaz dickerson dickson dillon dixon dodson dolores dominguez donald donaldson donna donovan dora
  doreen doris dorsey doug dougherty douglas doyle duarte dudley duffy duncan dunlap dunn duran durham dustin
  dwayne dyer dylan earl eaton ebony eddie edgar edith edna eduardo edward edwards efrain elaine eleanor eleazar
  elena eli elias elijah elisa eliza elizabeth ellen elliott ellison elsa elsie elvira emilio emily emma enrique
  eric erica erickson erik erika erin ernest ernesto escobar esparza esperanza espinoza esteban estela estes
  esther estrada ethan ethel eugene eunice evan evans evelyn everett ewing farley farrell fatima faulkner faye
  felicia felipe ferdinand ferguson fernanda fernandez fernando ferrell figueroa finley fischer fitzgerald
  fitzpatrick fleming fletcher flora flores floyd flynn foley forbes foster fowler frances francine francis
  francisco franco franklin frazier fred freddie frederick freeman french frey friedman fritz fry frye fuentes
  gabby gabriel gabriela gail gaines gallagher gallegos galloway galvan gamble garcia garner garrett garrison gary
  garza gavin gentry george georgia gerald geraldine gibbs gibson gilbert gilberto gilda giles gill gillespie
  gilmore gina giovanni gladys glen glenda glenn gloria glover gomez gonzales gonzalez goodman goodwin gordon
  gould graciela graham graves greene greer greg gregory griffin griffith grimes guadalupe guerra guerrero
  guillermo gus gustavo gutierrez guzman gwen haas hahn hailey hale haley hamilton hammond hampton hancock haney
  hanna hannah hansen hanson hardin harding hardy harmon harold harper harrell harriet harrington harris harrison
  hartman harvey hatfield hawkins hayden hayes haynes hays heather hebert hector heidi helen henderson hendricks
  hendrix henry hensley henson herbert heriberto herman hernandez herrera herring hess hester hickman hicks
  higgins hilda hines hinton hobbs hodge hodges hoffman hogan holden holland holloway holmes holt homer hooper
  hoover hopkins horne hortensia howard howe howell howie huang hubbard huber hudson huerta huff huffman hughes
  hull humphrey hunter hurley hurst hutchinson huynh ian ibarra ignacio ilene imani ines inez ingram ingrid irene
  irma irving irwin isaac isabel isabella isaiah ismael itzel ivan jack jackie jackson jacob jacobs jacobson
  jacqueline jada jake jamal james jamie jane janelle janet janice janine jared jarvis jasmine jason jasper javier
  jayden jean jeanette jeanne jeff jefferson jeffrey jen jenkins jenna jennifer jennings jenny jensen jeremiah
  jeremy jerome jerry jesenia jesse jessica jesus jill jim jimmy joan joann joanna joanne jody joe joel joey john
  johnathan johnny johns johnson johnston jolene jonathan jones jordan jorge jose josefina joseph joshua josie
  joyce juan juana juanita juarez judah judith judy julia julian juliana julie julio julius justin justine kaiser
  kaitlin kaitlyn kane kara kareem karen karina karla kate katelyn katherine kathleen kathryn kathy katie katrina
  kaufman kayla keegan keisha keith keller kelley kelly kelsey kemp ken kendra kennedy kenneth kenny kent kerr
  kerry kevin khadija khan kidd kim kimberly kirby kirk klein kline knapp knox koch kramer krause krista kristen
  kristin kristina krueger kurt kyla kyle lakisha lalo lamar lambert lana lance landry lang lara larry larsen
  larson latisha latoya laura lauren laurie lawrence lawson leach leah leblanc lena leo leonard leroy leslie
  lester leticia levine lewis liam licha liliana lillian lily linda lindsey lisa liu livingston liz lloyd logan
  lois lopez lorena loretta lori lorraine louis louise lourdes lowe lowery lozano luca lucas lucero lucia lucille
  luis luke lulu lupe lupita lutz luz lydia lynch lynn lyons mabel macdonald macias mackenzie madden maddox
  madison mae magdalena mahoney malcolm maldonado malik malone mandy manning manuel marc marcela marcia marcus
  margaret margarita margie marguerite maria marian mariana maribel marie marilyn marina mario marisol maritza
  marjorie marla marlene marlon marquez marsha marshall marta martha martinez marty marvin mary maryann mason
  massey mata mateo mathews mathis matilda matt matthew matthews maureen maurice maxine maxwell maya mayer maynard
  mayra mays mcbride mccall mccann mccarthy mccarty mcclain mcclure mcconnell mccormick mccoy mccullough mcdaniel
  mcdonald mcdowell mcfarland mcgee mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight
  mclaughlin mclean mcmahon mcmillan mcneil mcpherson meadows medina megan mejia melendez melissa melton melvin
  mendez mendoza mercado mercedes meredith merritt meyer meyers meza mia micah michael michele michelle mickey
  middleton miguel mike mila mildred miles miller milton mindy miranda mireya miriam mirna mitchell mohamed
  mohammed moises molina molly monica monroe montes montgomery montoya mooney mora morales moran moreno morgan
  morris morrison morrow morse morton mosley moss moyer mueller muhammad mullen mullins munoz muriel murillo
  murphy murray myers myra myrna nacho nadia nancy natalie nate nathan nathaniel navarro nayeli neal ned neil
  nellie nelly nelson nestor newman newton nguyen nicholas nichols nicholson nick nico nicole nielsen nikki nina
  nixon noah noemi nolan nora norberto norma norman norris norton novak obrien ochoa oconnell oconnor octavio
  odessa odom odonnell olga oliver olivia ollie olsen olson omar oneal oneill orlando orozco orr ortega ortiz
  osborn osborne oscar osvaldo otis owen owens pablo pace pacheco padilla palmer pamela pancho paola parker
  parrish parsons patel patricia patrick patsy patterson patti patton patty paul paulette pauline payne pearson
  peck pedro peggy pena penelope pennington perez perkins perla perry peter peters petersen peterson petty pham
  phelps phil philip phillips phyllis pierce pierre pineda pittman pitts pollard ponce poole porter potts powell
  pratt preston priscilla priya proctor pruitt pugh quentin quincy quinn rachael rachel rafael ralph ramirez
  ramiro ramon ramona ramos ramsey randall randolph randy rangel raquel rasmussen raul raymond rebeca rebecca
  rebekah reese reeves reggie regina reid reilly rena rene renee reyna reynaldo reynolds rhoda rhodes rhonda
  ricardo richard richards richardson richmond ricky riddle riggs rigoberto riley rita ritter rivas rivera roach
  robbie robbins roberson robert roberto roberts robertson robin robinson rocco rocha rochelle rocio rodgers
  rodney rodolfo rodrigo rodriguez rogelio roger rogers roland rollins roman romero ron ronald ronnie rosa rosalba
  rosales rosalia rosalinda rosario rosaura ross roth rowland roxanne roy ruben rudy rufus ruiz russ russell russo
  ruth ryan sabrina sadie salas salazar salinas sally salvador sam samantha sampson samuel sanchez sanders
  sandoval sandra sanford santana santiago sara sarah sasha saul saunders sawyer scarlett schaefer schmidt schmitt
  schneider schroeder schultz schwartz scott sean selena serena sergio serrano seth sexton shaffer shah shane
  shanice shannon shari sharon shaun shauna shaw shawn shea sheila shelby sheldon shelia shelley shelton shepard
  shepherd sheppard sherman sherri shirley sidney silva silvia simmons simon simpson singh singleton skyler sloan
  smith snyder socorro sofia solis solomon sonia sonya sophia sosa soto spears spence spencer stacey stacy
  stafford stanley stanton stark stein stella stephanie stephen stephens stephenson steve steven stevens stevenson
  stewart stokes stout strickland stuart suarez sullivan summers susan susana susie sutton suzanne sweeney sylvia
  tamara tammie tammy tania tanisha tanner tapia tara tasha tate taylor ted teodoro teresa terrance terrell
  terrence terry thelma theodore theresa thomas thompson thornton tiffany tim timmy timothy tina todd tomas toni
  tono tony tonya torres townsend tracy tran travis trevino trevor trina trish tristan trujillo turner tyler tyra
  tyrone ulises underwood ursula valdez valencia valentina valentine valenzuela valeria valerie vance vanessa vang
  vargas vasquez vaughan vaughn vazquez vega velasquez velazquez velez vernon veronica vicente vicki vicky victor
  victoria villa villanueva villarreal villegas vince vincent viola virgil virginia vivian viviana wagner wallace
  waller walls walsh walter walters walton wanda wang ware warner warren watkins watson watts wayne webb weber
  webster wei weiss welch wendell werner wesley wheeler whitaker whitehead whitney wiggins wilbur wilcox wiley
  wilfredo wilkerson wilkins wilkinson william williams williamson willie willis wilma wilmer wilson wolfe wong
  woodard woodward wright wu wyatt ximena xiomara xochitl yadira yamileth yang yates yesenia yesica yoder yolanda
  yu yvette yvonne zachary zack zamora zane zavala zhang zimmerman zoe zoey zoila zuniga`

/** Everyday words that may follow "I'm not" or "this isn't", and are no name. */
export const PLAIN_WORDS = `
  a an the my your our his her their at in on to of for with from by about as into than then there here where when why
  how what which who whom this that these those it he she they we you i me him us them sure well sick home able ready
  okay fine good bad great better worse best right correct free busy late early available pregnant diabetic insured
  old young new too very so still yet even just only always all any some many much more most really quite also again
  now today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday yes no not true false real fair
  urgent fun normal safe serious due open closed full empty hot cold warm mad sad happy glad afraid alone awake asleep
  dead alive married single responsible going coming doing feeling working fit enough like near far upset angry hungry
  allergic interested kidding joking done gone back up down off out over under away same different possible necessary
  important easy hard clear worth cool funny nice wrong mine ours yours hers theirs emergency problem question answer
  time day week month year morning afternoon evening night appointment visit doctor nurse clinic office hospital
  pharmacy insurance medicine medication pain fever cough flu covid baby kid child person people number phone text
  message call bill money card help need want get got go come see know think say said tell told ask asked work works
  worked feel feels use used take took make made give gave put let keep left leave live lives lived stay wait hold try
  tried look looking find found called bueno buena buenos buenas malo mala bien mal mejor peor enfermo enferma seguro
  segura listo lista alergico alergica medico doctora cita dolor casa trabajo aqui alli ahi alla hoy mañana ayer ahora
  luego siempre tambien muy mas menos nada nadie todo toda todos todas otro otra uno una dos tres urgente cierto
  verdad necesario importante facil dificil posible igual mismo misma eso esto ese esa este esta nuevo nueva viejo
  vieja joven grande stranger robot bot minor adult citizen member customer client patient employee smoker drinker
  driver lawyer crazy dumb stupid lazy weak strong tall short fat thin nervous worried scared anxious stressed
  confused lost stuck positive negative stable pleased thrilled comfortable convinced certain aware capable eligible
  qualified covered contagious infected dehydrated constipated nauseous dizzy sleepy thirsty bleeding swollen numb
  itchy sore stiff tender hispanic spanish american mexican asian latino latina catholic muslim jewish veteran
  disabled retired employed unemployed homeless adopted divorced widowed engaged dating medicare medicaid vegan
  vegetarian deaf blind handicapped cancer asthma noon online offline local remote inpatient outpatient primary
  secondary final first last next second third high low big small large little huge tiny main own whole half part ok
  alright cheap expensive polite rude kind mean gentle rough smooth soft tight loose dry wet clean dirty quiet loud
  deep shallow expert fan resident native human type thing way reason case`
