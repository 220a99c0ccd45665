/**
 * Beginnings and middles of words that speak for a theme, in the four languages: written from what each theme of the two
 * code books means, and looked for inside words, so that `kvällsbuss` and `busskur` both say bus.
 */

export interface ThemeWords {
  /** The theme's names in the code books. */
  names: readonly string[]
  /** With blanks between them; `_` is a blank within one. */
  stems: string
}

export const themeWords: readonly ThemeWords[] = [
  {
    names: [
      'Bostäder',
      'Boliger',
      'Housing',
      'Boliger og byggegrunde',
      'Bostäder och tomter',
      'Boliger og tomter',
      'Homes and plots',
    ],
    stems: `
      bosta lägenhet hyresr hyreslägenh bostadsr tomt villa bygglov ödehus hyra_ut radhus trygghetsboende seniorbo
      flyttkedj inneboende byggklar uthyrning husen bolig lejlighed leje byggegrund rækkehus parcelhus byggeri
      tomme_huse udlej ejerbolig andelsbolig huslej indflyt leilighet utleie rekkehus enebolig byggefelt tomme_hus
      borettslag husleie omsorgsbolig hybel housing flat apartment tenan rental landlord plot mortgage dwelling
      terraced vacant_house cottage lodging byggegrunde byggemodn huse hus_til grunde seniorbofælles bofællesskab
      ungdomsbolig lejebolig udstyk etageb nybyg
    `,
  },
  {
    names: [
      'Skola och förskola',
      'Skole og børnepasning',
      'Skole og barnehage',
      'School and childcare',
      'Skole, børn og uddannelse',
      'Skola, barn och utbildning',
      'Skole, barn og utdanning',
      'School, children and education',
    ],
    stems: `
      skola skolan förskol dagis fritids elev lärare pedagog rektor barnomsorg klass läxhjälp undervisn gymnasi
      utbildning lektion skole børnehave dagpleje vuggestue lærer sfo pædagog klasse undervisning børnepasning
      fritidsordning uddannelse barnehage barnepass leksehjelp videregående utdanning school nursery kindergarten
      pupil teacher childcare daycare classroom headmaster lesson tuition skolen børn forældre ungdomsskole
      friskole privatskole skolegård erhvervsskole institution legeplads lektie efterskole studie barn föräldr
      foreldre
    `,
  },
  {
    names: ['Internet och fiber', 'Internet og fiber', 'Internett og fiber', 'Internet and fibre'],
    stems: `
      fiber bredband internet uppkoppl wifi mobiltäckn täckning mobilnät nätverk router surf 5g 4g digital webb
      signal mobilmast bredbånd dækning mobildækn mobilnet netværk hjemmeside internett mobildekn dekning
      mobilnett nettverk ruter basestasjon fibre broadband coverage network download online connection
    `,
  },
  {
    names: ['Dagligvaror', 'Dagligvarer', 'Groceries'],
    stems: `
      affär butik matvaror livsmedel lanthand handla mjölk handlare matbutik dagligvar sortiment mataff kiosk
      gårdsbutik köpmän hemkörning matkass bröd købmand madvar fødevar indkøb brugsen supermarked mælk gårdbutik
      brød varer udbringning handle_ind butikk dagligvare matvare handle nærbutikk kjøpmann melk matbutikk
      gårdsbutikk varelever hjemkjøring grocer shop supermarket food milk bread store retail corner_shop
      convenience shopping
    `,
  },
  {
    names: ['Drivmedel och laddning', 'Brændstof og opladning', 'Drivstoff og lading', 'Fuel and charging'],
    stems: `
      mack bensin diesel drivmedel laddst ladda laddn tanka pump elbil hvo biogas snabbladd laddare etanol
      tankställe tankstation benzin brændstof ladestand opladn oplad tanke pumpe lader ladestik drivstoff
      ladestasjon lade ladepunkt biogass hurtiglad fyllestasjon petrol fuel charging charger electric_car refuel
      filling_station ev
    `,
  },
  {
    names: ['Post och paket', 'Post og pakker', 'Post and parcels'],
    stems: `
      post paket brev ombud postnord frimärk brevlåd leverans utlämn försändelse paketbox brevbär porto skicka
      pakke postkasse frimærk levering pakkeboks forsendelse postbud afhent frimerke utlever sending hentested
      parcel letter mail stamp delivery courier package postbox pickup_point postage
    `,
  },
  {
    names: ['Apotek', 'Pharmacy'],
    stems: `
      apotek medicin recept läkemed tablett värktabl farmac pill salva receptfri dos läkemedelsombud lægemid
      tablet piller farmaceut håndkøb salve dosis medicinudlev medisin resept legemid farmasøyt dose medisinutsalg
      pharmac medicine prescription drug chemist dispens remedy
    `,
  },
  {
    names: ['Betaltjänster och kontanter', 'Betaling og kontanter', 'Payments and cash'],
    stems: `
      kontant bank bankomat swish betal räkning sedlar mynt växel kortbetal uttag bankkontor autogiro faktura
      insättn hæveautomat mobilepay regning sedler mønt dankort hæve bankfilial byttepenge minibank vipps bankkort
      uttak veksel cash atm payment pay bill coin card_reader withdraw invoice banknote deposit
    `,
  },
  {
    names: [
      'Kollektivtrafik och vägar',
      'Bus og veje',
      'Buss og veier',
      'Public transport and roads',
      'Trafik, stier og bus',
      'Trafik, gång- och cykelvägar, buss',
      'Trafikk, stier og buss',
      'Traffic, paths and bus',
    ],
    stems: `
      cykelsti lastbil krydset lufthavn buss tåg väg kollektivtraf hållplats samåk cykel trafik tidtabell skjuts
      plog taxi körkort pendla gupp asfalt bil_pool hastighet järnväg trottoar avgång bus tog vej kollektiv
      stoppested samkør køreplan afgang flextrafik pendl hastighed jernbane fortov kørsel sti vei holdeplass
      samkjør sykkel trafikk rutetab avgang fart fortau brøyt skyss train road transport stop timetable cycle bike
      traffic carpool lift commute speed railway pavement pothole cykelstier stier hastigheden bussen busser
      tung_trafik omfartsvej rundkørsel vejen gennemkørsel letbane flyplads parker skolevej lys_på_stien bil
      motorvej
    `,
  },
  {
    names: ['Vård och omsorg', 'Læge og omsorg', 'Helse og omsorg', 'Health and care'],
    stems: `
      vård läkare hemtjänst sjukskö omsorg hälso vårdcentral doktor tandläk distriktssk sjukhus äldrebo demens
      hjärtstart ambulans rehab anhörig mottagning korttid læge hjemmepleje sygeplej sundhed lægehus tandlæg
      sygehus plejehjem hjertestart ambulance genoptræn pårørende ældrepleje hjemmehjælp lege hjemmetjen sykeplei
      helse legekontor tannleg sykehus sykehjem ambulanse eldreomsorg hjemmehjelp doctor nurse care health clinic
      hospital dentist elderly dementia defibrill surgery carer gp
    `,
  },
  {
    names: ['Mötesplatser', 'Mødesteder', 'Møteplasser', 'Meeting places'],
    stems: `
      mötesplats bygdegård samlingslok träffas kafé café fika förening ungdomsg ungdomarna_hus bibliotek
      träffpunkt ses församlingsh fritidsgård pub soppl kyrkkaffe umgås lokal hembygdsg mødested forsamlingshus
      samlingssted mødes kaffe forening ungdomsklub kulturhus samlings fællesspis klubhus sognehus krostue
      møteplass grendehus møtes ungdomsklubb samfunnshus klubbhus fellesmiddag treffsted meeting_place
      village_hall gather meet cafe coffee club library community_centre hangout get_together venue
    `,
  },
  {
    names: [
      'Skötsel av grönytor och badplatser',
      'Pleje af grønne områder og badesteder',
      'Stell av grøntområder og badeplasser',
      'Upkeep of green areas and bathing places',
    ],
    stems: `
      bad brygg klipp gräs park lekplats grönyt skötsel städ strand sly träd blomm papperskorg gatubelys gatlys
      röj skräp bastu naturstig badebro græs klip legeplads grøn pleje træer blomst skrald affald beskær gadelys
      rydning bænk sauna brygge gress lekeplass grønt stell trær søppel kratt rydd benk gatelys badstue bathing
      beach jetty mow grass playground green upkeep tree flower litter hedge bench maintenance streetlight
    `,
  },
  {
    names: [
      'Besökare och turism',
      'Besøgende og turisme',
      'Besøkende og turisme',
      'Visitors and tourism',
      'Gæster og oplevelser',
      'Besökare och upplevelser',
      'Gjester og opplevelser',
      'Visitors and experiences',
    ],
    stems: `
      overnat forlyst ferie sommerland turis besök gäst camping ställplats vandringsled led utsikt husbil vandrar
      övernatt hotell rastplats sommargäst sevärd skylt loppis marknadsför kanot fiskekort boende_för_gäst besøg
      gæst vandrerute udsigt autocamper hotel seværdig oplevel sommerhus skilt kano attraktion vandring besøk
      gjest turløype bobil overnatt severdig opplevel hytte attraksjon touris visit guest camp trail hike
      viewpoint motorhome overnight attraction sightsee canoe holiday sign gæster turen feriegæst
      bed_and_breakfast forlystelsespark legeland overnatning campingplads turister restaurantbesøg gæstfri
    `,
  },
  {
    names: [
      'Företag och jobb',
      'Erhverv og arbejdspladser',
      'Næringsliv og jobber',
      'Businesses and jobs',
      'Virksomheder og job',
      'Bedrifter og jobber',
      'Erhverv, job og energi',
      'Företag, jobb och energi',
      'Næringsliv, jobber og energi',
      'Business, jobs and energy',
    ],
    stems: `
      energi vindmøl solcel vindkraft landbrug landmand lantbruk företag jobb anställ arbetsplats arbete lokal_för
      industri hantverk praktik entrepren kund verksamhet kontor sommarjobb lärling rekryter näringsl driva bidrag
      moms utveckl virksomhed job ansat ansæt arbejdsplads erhverv håndværk iværksæt kunde lærling rekrutter
      fritidsjob fabrik firma bedrift ansatt ansett arbeidsplass næring håndverk praksis gründer sommerjobb
      fabrikk business employ work compan industr craft intern customer office apprentic recruit firm factory
      trade fabrikken erhvervspark arbejdskraft mindre_virksomhed håndværker butiksliv lokale_erhverv investor
      produktion lastbilfirma eksport møbel medarbejder biogas fjernvarme varmeværk grøn_strøm
    `,
  },
  {
    names: [
      'Inflyttade',
      'Tilflyttere',
      'Newcomers',
      'Inflyttare',
      'Tilflyttere og internationale borgere',
      'Inflyttare och internationella invånare',
      'Tilflyttere og internasjonale innbyggere',
      'Newcomers and international residents',
    ],
    stems: `
      nationalitet integration inflytt flytta_hit nyinflytt välkom provbo prova-på-bo invandr språkcafé integrat
      hemvänd nyanländ fadder flyttar_hit återvänd kontaktperson ny_här utflytt tilflyt flytte_hertil nytilflyt
      velkom prøvebo indvandr sprogcafé hjemvend nyankom vært international udlænding sprog udenlandsk flytte_hit
      innflyt innvandr språkkafé integrer utenlandsk internasjonal newcomer move_here newly_arrived welcome
      immigra language_café settle returner arrival refugee relocate tilflytterne nye_familier nye_borgere dansk
      flytter_hertil flyttet_hertil mangfoldig kulturer taler engelsk nationaliteter velkomst nationalit
      internationale
    `,
  },
  {
    names: ['Dialog med kommunen', 'Dialogue with the municipality'],
    stems: `
      kommun svar dialog politiker tjänsteman beslut återkoppl kontaktcenter medborgar handlägg myndighet informer
      mejl lyssna byråk remiss nämnd ansökan kommunalråd embedsmand tilbagemeld borgerservice forvaltning
      sagsbehandl inform lytte bureaukrat høring byråd ansøgning saksbehandl tilbakemeld innbygger byråkrat
      kommunestyre søknad vedtak municipal council answer dialogue politician official decision feedback citizen
      administrat listen bureaucr consultation permit reply
    `,
  },
  {
    names: ['Natur och landskap', 'Natur og landskab', 'Natur og landskap', 'Nature and landscape'],
    stems: `
      natur skog sjö å bäck äng hed landskap vandring fågel träd strand utsikt berg vilt stjärn_himm stillhet lugn
      skov sø åen ådal bæk eng hede landskab vandre fugl træ mose bakke udsigt plantage stilhed vildt fisk stjerne
      himmel vand innsjø elv bekk hei tur tre myr fjell fjord nature forest lake river brook meadow heath
      landscape walk bird tree bog hill view silence wildlife naturen vandløb rådyr kløver lund park_og_skov
      grønne_omgivelser frisk_luft udendørs ørred svampe solnedgang grönområde natursköna friluft
    `,
  },
  {
    names: [
      'Gemenskap och frivilliga',
      'Fællesskab og frivillige',
      'Fellesskap og frivillige',
      'Community and volunteers',
    ],
    stems: `
      gemenskap frivillig ideell hjälps granne tillsammans sammanhåll arbetsdag byalag ställer_upp engagem kämpar
      alla_känner nätverk gemensam fællesskab hjælp nabo sammen sammenhold arbejdsdag borgerforening engagement
      ildsjæl kender_hinanden fællesspis opbakn samler stiller_op hinanden fellesskap hjelp samhold dugnad
      velforening engasjement ildsjel kjenner_hverandre stiller_opp hverandre community volunteer help neighbour
      together solidarity work_day know_each_other pitch_in each_other alle_hilser hilser tryg lokalråd
      beboerforening støtte ligger_i_blodet give_en_hånd hjælper gratis_arbejde foreningsliv mødes_på naboer
      værtskab tillid
    `,
  },
  {
    names: ['Idrott och föreningar', 'Idræt og foreninger', 'Idrett, lag og foreninger', 'Sports and clubs'],
    stems: `
      idrott fotboll förening klubb handboll träning hall match gymnast tränare idrottshall plan lag simhall ridn
      tävling motion idræt fodbold forening klub håndbold træning hal halle kamp træner bane hold svøm ridning
      badminton sport spejder kunstgræs idrett fotball håndball trening trener ski speider mosjon football club
      handball training gym coach pitch team swim riding association exercise scout idrætsforening boldklub hallen
      multibane fitness løb cykelløb spil medlem foreningsliv tennis petanque golf
    `,
  },
  {
    names: ['Platser för unga', 'Steder for unge', 'Places for young people'],
    stems: `
      unga ungdom tonår skatepark häng fritidsgård moped teenager gymnasie ungdomens skejt gamers replokal
      vara_ung unge skate hænge_ud ungdomsklub klub_for_unge knallert junior ungeråd øvelokale pumptrack unges
      fritidsklub væres tenåring henge fritidsklubb øvingslokale ungdomsråd young youth teen hang_out youth_club
      rehearsal for_unge unge_mangler de_unge 18-årig konfirmand gamer streetbasket mountainbike_bane drenge piger
    `,
  },
  {
    names: [
      'Kultur, historia och fester',
      'Kultur, historie og fester',
      'Kultur, historie og arrangementer',
      'Culture, history and events',
    ],
    stems: `
      kultur histori fest musik konsert museum teater konst marknad tradition kyrka festival revy kör midsommar
      berättel minne fornläm koncert kunst marked kirke kor sankt fortælling byfest oldtid jernalder gudstjen kro
      sang musikk tradisjon sankthans fortelling culture histor feast music concert theatre art market church
      choir heritage story byfesten kunstner udstilling forestilling biograf spillested bibliotek sogn møllen
      mølle herregård gamle_dage gammel historien musikken loppemarked julemarked fortæl byens_navn
    `,
  },
  {
    names: [
      'Centrum och byggnader',
      'Bymidte og bygninger',
      'Sentrum og bygninger',
      'Town centre and buildings',
    ],
    stems: `
      centrum torg byggnad huvudgata gågata tomma_lokal fasad stadskärn skylt parkering station rivning
      butikslokal stadsrum bymidte torv bygning hovedgade gågade tomme_butik facade midtby nedriv p-plads byrum
      gaden stationsby tom_butik ejendom bænk sentrum hovedgate gågate tomme_lokal fasade bykjerne stasjon riving
      byrom centre square building high_street pedestrian empty_shop downtown demolish car_park torvet bymidten
      stationen gavl vinduer tom_bygning byens_hjerte belægning byrummet bænke plads_foran butiksfacade renover
      forskøn lokaler_i_midten rådhus kroen
    `,
  },
  {
    names: [
      'Butik, läkare och vardagsservice',
      'Butik, læge og hverdagsservice',
      'Butikk, lege og hverdagstjenester',
      'Shop, doctor and everyday services',
    ],
    stems: `
      butik affär läkare service apotek bank handla vård tandläk post frisör restaurang pizzeria handlare bageri
      livsmedel købmand brugs læge indkøb tandlæg frisør restaurant bager dagligvar supermarked plejehjem lægehus
      slagter varer butikk kjøpmann lege handle tannlege bakeri dagligvare legekontor tjeneste shop grocer doctor
      pharmacy dentist hairdress bakery supermarket købmanden dagligvarebutik brugsen lægen pizza cafeen bageren
      slagteren tandlægen kassen åbningstid lukker tanken apoteket hæveautomat genbrug pakkeboks udvalg_af_varer
      ældre_hjælp
    `,
  },
  {
    names: [
      'Samarbete mellan orterna',
      'Samarbejde på tværs',
      'Samarbeid på tvers',
      'Cooperation across towns',
      'Samarbejde mellem byer og kommune',
      'Samarbete mellan orter och kommun',
      'Samarbeid mellom tettsteder og kommune',
      'Cooperation between towns and municipality',
    ],
    stems: `
      samarbet mellan_orter grannby gemensam tillsammans_med dela samordn på_tvären konkurrera samverka by_till_by
      kommunens_orter samarbejd på_tværs mellem_byer naboby fælles_kalender fælles dele koordiner konkurrer
      de_andre_byer byerne by_til_by hele_kommunen syv_byer samarbeid på_tvers mellom_steder nabobygd felles
      de_andre_stedene cooperat across between_towns neighbour_town shared joint coordinat compet all_towns
      samarbejde på_tværs_af kommunen byråd forvaltning nabobyer sammen_med_de fælles_bus egoisme hver_for_sig
      lokalråd_i_fælles rådhuset politiker borgmester
    `,
  },
]
