/**
 * Beginnings and middles of words that speak for a theme, in the four languages: written from what each theme of the two
 * code books means, and looked for inside words, so that `kvällsbuss` and `busskur` both say bus.
 */

export interface ThemeWords {
  /** The theme's names in the code books. */
  names: readonly string[]
  /** With blanks between them; `_` is a blank within one, at its end the end of the word. */
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
      bosta lägenhet hyresr hyreslägenh tomt villa bygglov ödehus hyra_ut radhus trygghetsboende seniorbo
      flyttkedj inneboende byggklar uthyrning bolig lejlighed leje byggegrund rækkehus parcelhus byggeri
      tomme_huse udlej huslej indflyt leilighet utleie rekkehus byggefelt tomme_hus husleie hybel housing flat
      apartment tenan rental landlord plot mortgage dwelling terraced vacant_house cottage lodging byggemodn
      huse hus_til grunde udstyk etageb nybyg marklägenh kedjehus parhus hyra_en hyran hyresvärd kollektivbo
      markpris byggherre detaljplan strandskydd sommarhus_året bygga_nytt bygga_hus byggmark småhus etagehus
      studentbo tomma_hus sälja_huset flytta_från_villan mindre_boende andrahand uthus renoveringsobj bo_kvar
      huspris lånelöfte hus_att hus_till ettor tvåor treor dødsbo byggeret byggetilladelse kvadratmeter
      bofælles tiny_house landsted sælge_huset bopæl bygge_hus bygge_nyt lokalplan_for_bolig byggeklare
      leie_ut leietak sokkelleil borettsl rent_out to_rent house_price affordable bungalow starter_home
      sheltered semi-detached landowner new_build homes build_home empty_home second_home ödekåk sovrum
      kök_och_badrum trapphus hiss flytta_från_huset vill_bygga kollektivhus bopl pensionärsbo fastighetsmäk
      mäklare bud trångbodd trångt fritidshus gistna kloak byggemoden ét_hus hus_på værelse køkken elevator
      trappefri mægler for_stort_hus nedlagte_gård lejemål_til råhus helårsbol soverom bad_på på_ett_plan
      ett_plan hode heis megler fritidsbol fraflyttet hus_som_står bo_her bolyst roof_over bedroom kitchen
      lift_access one_level stairs estate_agent house_for key_safe holiday_let holiday_home downsize
      council_house housing_list lodger spare_room studio thatch squat deposit_and_rent loft young_couple
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
      skola förskol dagis fritids elev lärare pedagog rektor klass läxhjälp undervisn gymnasi utbildning
      lektion skole dagpleje vuggestue lærer sfo pædagog uddannelse leksehjelp videregående utdanning school
      nursery kindergarten pupil teacher childcare daycare classroom headmaster lesson tuition børn forældre
      institution legeplads lektie studie barn föräldr foreldre matsal skolskjuts skolbuss fröken på_rasten läsår
      läxor kommunal_vuxen komvux högstad mellanstad lågstad fritis nattis skolgård skolmat skolväg lärarbrist
      skolhus öppna_förskolan kompis specialped udskoling indskoling mellemtrin daginstitut pasning legestue
      fødselstal vikar ordblind hf årgang mødregruppe naturfag ungdomsudd erhvervsudd sfo_plass ungdomstrinn
      spesialped fau lekser åpen_barnehage playgroup after_school school_run school_bus homework class_size
      primary_school secondary college teaching learn_to_read toddler special_needs education kids children
      parents gymsal slöjd skolbibliotek skolsköterska kurator syskon mobbn mobbad betyg prov_i språkval
      tvåspråk hemkunskap skolköket skolmåltid ryggsäck gympa sexår nian sjuan femman lovdag frikvart mobning
      karakter madpakke gymnastiksal sløjd nulte store_klasser lukke_skolen lukkes_skolen barsel tvillinger
      valgfag lærlinge_på lærepl mobbing svømmeopplær matpakke søsken tentamen russ sløyd assistenter
      hot_dinner school_dinner packed_lunch gcse exam bully assembly sports_day teaching_assistant sibling
      infants juniors sixth_form pta lunchbox uniform class_of reading_age school_gate nappies
    `,
  },
  {
    names: ['Internet och fiber', 'Internet og fiber', 'Internett og fiber', 'Internet and fibre'],
    stems: `
      fiber bredband internet uppkoppl wifi täckning mobilnät nätverk router surf 5g 4g digital webb signal
      mobilmast bredbånd dækning mobildækn mobilnet netværk hjemmeside mobildekn dekning nettverk ruter
      basestasjon fibre broadband coverage network download online connection mobilsign mobilt mobilen streama
      strömma videomöt distansarbet jobba_hemifrån hackar laggar dödzon masten kopparnät telefonnät
      telefonledning operatör teams zoom stadsnät kommunalt_nät samtal_bryts netforbind dårligt_net nettet
      mobilhul ringe_fra falder_ud langsomt_net hjemmearb streame ledningsnet telefonmast sendemast udbyder
      hjemmekontor strømme dødsone utbygging_av_fiber tregt_nett nettleverandør wi-fi bandwidth upload
      streaming mobile_signal phone_signal no_signal reception video_call work_from_home working_from_home
      remote_work dead_spot not-spot hotspot megabit mbit buffering laddar_ner ladda_ner film_att uppdater
      nätet_ligger nätet_är nätet_dör nätet_går ipad dator spotify netflix youtube telefonen_funk mobilen_funk
      ringa_112 streck_på kabel grävt_ner gräver telia telenor 3g_nät offline download_ computer tablet dækket
      dækker kabler gravet graver nettet_ryger nettet_er teletårn tdc yousee router_ opkobl dekket dekker
      gravd nettet_dett faller_ut strek pc ice_net oppkobl last_ned_film nødnett cable laptop internet_drops
      landline copper satellite starlink two_bars bars_of
    `,
  },
  {
    names: ['Dagligvaror', 'Dagligvarer', 'Groceries'],
    stems: `
      affär butik lanthand handla mjölk dagligvar sortiment mataff kiosk köpmän hemkörning matkass bröd
      købmand madvar fødevar indkøb supermarked mælk brød varer udbringning handle_ind matvare handle kjøpmann
      melk varelever hjemkjøring grocer shop supermarket food milk bread store retail corner_shop convenience
      ica coop hemköp matbod självscan öppettider ostdisk färskt frukt grönsak obemannad livs matvaruaff
      matkorg kyld varor kött fisk_bil fiskbil rema netto rema_1000 brugs kolonial slagter bager grøntsager
      frugt ubemandet landhandel joker bunnpris kiwi_butik selvbetjen ubemannet grønnsaker fisk_og_kjøtt
      søndagsåpen matlev fruit butcher baker farm_shop food_shop weekly_shop village_shop village_store
      provisions delivery_van co-op self-checkout unstaffed_shop gurka banan ägg smör potatis tomat pålägg
      matpris matkostn priserna_på_mat kr_för liter handelsb utegående_datum bäst_före hylla hyllor
      kassa_i_aff köra_ut_mat mat_hem varubil charkdisk lösgodis självplock reko dryck kylskåp agurk æg smør
      kartoffel pålæg madpris hylde kasseapparat fiskebil grøntbod vejbod madspild ostemand nemlig egg_og
      smør_og potet pålegg hylle varene_kom gårdsutsalg ferskvare ferskt brød_og egg butter potato veg cheese
      fish_van fresh_fish tin_of tins pint aisle trolley basket tesco aldi lidl spar sell_by best_before bacon
      sausage eggs_from honesty_box bakery_van essentials food_bank pasty
    `,
  },
  {
    names: ['Drivmedel och laddning', 'Brændstof og opladning', 'Drivstoff og lading', 'Fuel and charging'],
    stems: `
      mack bensin diesel drivmedel laddst ladda laddn tanka pump elbil hvo biogas snabbladd etanol tankställe
      tankstation benzin brændstof oplad tanke drivstoff lade hurtiglad fyllestasjon petrol fuel charging
      charger electric_car filling_station ev laddplats laddhybrid laddbox vätgas bränsle fyllestation gastank
      tankstand lynlad brint fossilfri_brænd marinaen_diesel diesel_pump petrol_station fuel_pump gas_station
      charge_point charging_point fast_charger electric_vehicle electric_cars hydrogen fill_up refill gasol
      spolarvätsk däck luft_i_däck oljebyte ad_blue adblue kilowatt laddkö elpris_för_ladd motorvärmare dunk
      jerrycan circle_k okq8 preem st1 shell gulf qstar räckvidd rækkevidde spolevæske dæk gasflaske ok-tank
      uno-x q8 clever kilometer_på_tank brændepille olie rekkevidde spylervæske dekk_og gassflaske tank_full
      esso kanne lang_vei_til_pumpa fyringsolje snøscooter_bensin range_anxiety screenwash tyre gas_bottle
      calor heating_oil unleaded forecourt litre gallon nearest_pump plug_in plug-in
    `,
  },
  {
    names: ['Post och paket', 'Post og pakker', 'Post and parcels'],
    stems: `
      post paket brev ombud frimärk leverans utlämn försändelse porto skicka pakke frimærk levering
      forsendelse afhent frimerke utlever sending hentested parcel letter mail stamp delivery courier package
      pickup_point lådan dhl instabox hämta_ut utlämning_av varannan_dag rekommenderat julkort tidningsutd
      retur gls avisbud posten_komm hente_pakk helthjem post_office parcel_locker parcel_point
      registered_letter mail_delivery courier_service royal_mail vykort kort_till kuvert avi_om aviserad
      deklaration tidning_kom tidningen_kommer bring schenker budbee early_bird bud_lämnar grind_låda
      dagens_post fel_låda avisen bud_fra konvolut modtager dao ups omdel pakke_til toldgebyr hentemeddel
      mottaker posten_innen melding_om_pakk aviser_kommer missed_you_card missed_you evri hermes dpd amazon
      envelope christmas_card sender birthday_card second_post first_class_stamp sorting_office
      newspaper_deliver
    `,
  },
  {
    names: ['Apotek', 'Pharmacy'],
    stems: `
      apotek medicin recept läkemed värktabl farmac pill salva dos lægemid tablet håndkøb salve medisin resept
      legemid farmasøyt prescription drug chemist dispens remedy salvor apodos hämta_medicin insulin blodtryck
      plåster smärtstill alvedon astma inhalator smertestill panodil paracet hostesaft painkiller inhaler
      ointment medication repeat_prescription over-the-counter penicillin epipen allergi_med vitamin ögondropp
      nässpray näsdropp sårtvätt hörapparatsbatteri kompress öjendråb øjendråber allergipil næsespray
      pencillin prævention piller_til antibiotik salve_til plaster feber øyedråper nesespray allergimed kremen
      hostesaft_ antibiotic epi-pen eye_drop nasal cough hayfever cough_syrup blister_pack pharm first-aid_kit
      bandage cream_for allergy
    `,
  },
  {
    names: ['Betaltjänster och kontanter', 'Betaling og kontanter', 'Payments and cash'],
    stems: `
      kontant bank swish betal räkning sedlar mynt växel uttag faktura insättn mobilepay regning sedler mønt
      dankort hæve byttepenge vipps uttak veksel cash atm pay bill coin card_reader withdraw invoice deposit
      pengar sedel dagskassa växla kortläs girot plusgiro kassaservice valuta ta_ut_pengar kuvert pengeaut
      hæve_penge mobilpay nemid mitid girokort sparekasse pengeinst filial penge_i_banken veksle kortterminal
      ta_ut_penger kasserer cash_machine bank_branch contactless bank_card notes_and_coins paying_in pay_bills
      online_banking credit_union wallet euro kronor_i_handen app_för_att_betala kräver_app kräver_en_app
      kod_till_kortet pinkod plånbok kassan_tar_inte kassan_tar tar_inte_kort tar_inte_kontanter
      föreningskassa lotteri kollekt gåvor_i_bössa dosa check autogir lån bolån euro_i kroner_i_hånd tegnebog
      pung tager_ikke_kort tager_ikke_kontant lån_i_banken kassebeholdning nøglekort lommebok tar_ikke_kort
      tar_ikke_kontant tar_bare_kort kodebrikke låne_penger lodd app_for_å_betale ta_kort pound_coin fiver
      tenner cheque cards_only card_only raffle pin_number purse takes_cash take_cash loan bacs direct_debit
      paying_by parking_app apps pound_in pounds
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
      lastbil lufthavn tåg väg hållplats samåk cykel trafik tidtabell skjuts plog taxi körkort gupp asfalt
      bil_pool hastighet järnväg trottoar avgång bus tog vej kollektiv samkør køreplan afgang pendl hastighed
      jernbane fortov kørsel sti vei holdeplass samkjør sykkel rutetab avgang fart fortau brøyt skyss train
      road transport stop timetable cycle bike traffic carpool lift commute speed railway pavement pothole
      tung_trafik letbane flyplads parker skolevej lys_på_stien bil motorvej färdtjänst anropsstyr pendel
      kvällstur sista_turen linje snöröj sandning halka viltst gångbana övergångs refug mittr grusväg landsväg
      riksväg potthål tjäle bro_ över_bron färja resenär rondell korsning kør_sammen nattebus flexbus plustur
      sidste_bus chauff snerydn saltning bump chikane hul_i_vejen huller_i_vejen grusvej landevej hovedvej
      kryds fodgæng overgang fortov_til perron færge broen ulykke sving helleanl gennemkørende cyklist
      trækferge hovedgade_trafik støjværn bestillingst siste_buss sjåfør strøing humper gangvei
      gang-_og_sykkel gangfelt rundkjør grusvei fylkesvei riksvei hull_i_veien ferje ferga undergang
      fotgjenger lastebil bus_stop bus_route last_bus night_bus bus_service bus_pass dial-a-ride roundabout
      junction traffic_light zebra_crossing crossing gritting snow_clear speed_bump footpath footway
      cycle_path cycle_lane cyclist ferry bridge lorry lorries hgv driving motorist car_share parking
      railway_station ticket dike backen_är kolsvart halt is_på halkigt viltolyck tunga_fordon timmerbil
      skolväg_är försenad inställd båten_går turen_går anslutn sparkstöt vinterväghåll farliga_vägen svängen
      kurvan krök avåk gå_längs_vägen cykla glat salter sne_på sneplov rabat grøft sving_ud tunge_køretøj
      påkørt politikontrol forsinket aflyst gå_på_vejen lyskurv cykle knallert_på_sti overhal ubetinget_vige
      skilt_50 40_km 50_km 30_km 60_km 80_km rasfare ras_på skred stengt_vei veien_stengt hurtigbåt innstilt
      kansellert fylkesveg vegen is_på_veien sving_ut tømmerbil tungbil påkjør sykle gå_langs_veien korrespond
      fergeleie tunnel fjelloverg kolonnekjør skoleveien icy ice_on black_ice ditch bend verge_on lay-by
      lane_is blind_corner mph 20mph 30_mph 40_mph overtak cancelled delayed diversion single_track tractor
      on_foot cat's_eye hit_by walk_along train_line branch_line connection drive_me lift_to minibus scooter
      crash signpost_for_road
    `,
  },
  {
    names: ['Vård och omsorg', 'Læge og omsorg', 'Helse og omsorg', 'Health and care'],
    stems: `
      vård läkare hemtjänst omsorg hälso doktor tandläk distriktssk äldrebo demens hjärtstart ambulans rehab
      anhörig mottagning korttid læge hjemmepleje sygeplej sundhed tandlæg sygehus plejehjem hjertestart
      ambulance genoptræn pårørende ældrepleje hjemmehjælp lege hjemmetjen helse tannleg hjemmehjelp doctor
      nurse care health clinic hospital dentist elderly dementia defibrill surgery gp läkartid barnmorska bvc
      blodprov jour akut psykisk ensamhet ensamma_äldre särskilt_boende trygghetslarm rullator rullstol
      servicehus dagverksam hörapparat vaccin provtagning 1177 minnesmott trygghetsboende matlåda jordemoder
      blodprøv psykolog ensomhed ensomme plejecent nødkald rullestol rolator dagcenter fodpleje fysioterap
      kiroprakt madservice hjælpemid aflastning høreapparat sygetransport tandpleje plejebolig visitation
      besøgsven jordmor psykisk_helse ensomhet dagsenter fotpleie matombr pasientreise hørsel avlastning
      besøksvenn gp_surgery health_centre midwife blood_test mental_health lonely loneliness care_home
      home_care wheelchair walking_frame day_centre chiropod physio meals_on_wheels health_visitor hearing_aid
      first_aid respite patient appointment matlådorna vikt blodtrycks benbrott höft knäop glömsk alzheim bup
      remiss_till_lasar lasarett förlossn bb_ gravid ont_i feber sjuk hjärtat stroke sår_om glasögon utskriven
      ensamma_gamla dödsfall palliat hospice hemmet_för_gamla nattpatrull larmknapp hofte knæ blodprop henvisn
      ventetid_på_læge ventetid_på_spec fødsel ondt_i syge_og syg_ sygdom hjertet briller udskrevet
      sengeliggende døende kræft diabetes kol_ misbrug alkohol terapi stress plejer_kommer plejepersonale sosu
      hofta kne_op ventetid fødestue vondt_i syk_ syke sykdom utskrevet trygghetsal rom_på_hjemmet
      pleietrengende kreft rus stellet overgrepsm hip knee memory_clinic referral waiting_list pregnant birth
      ill_ sick unwell fever heart_attack eye_test glasses optician discharged cancer nhs 111 999 paramedic
      therapist counsell bedside sheltered_hous frail fall_alarm pendant prescription_nurse weigh
    `,
  },
  {
    names: ['Mötesplatser', 'Mødesteder', 'Møteplasser', 'Meeting places'],
    stems: `
      mötesplats bygdegård träffas kafé café fika förening ungdomsg ungdomarna_hus bibliotek träffpunkt ses
      fritidsgård pub soppl umgås lokal hembygdsg mødes kaffe forening ungdomsklub kulturhus samlings
      fællesspis klubhus sognehus krostue møteplass grendehus møtes samfunnshus klubbhus fellesmiddag
      treffsted meeting_place village_hall gather meet cafe coffee club library community_centre hangout
      get_together venue mötas träffa_andra träffa_folk kafe bystuga folkets_hus ordenshus allaktivitet
      lunchrest gemensam_lokal samlas hänga spelkväll boule bingo pub_kväll öppet_hus dagcentral syjunta
      pratbänk sittplats bokcirkel studiecirkel grillplats torgbänk lokal_att mötesrum träffar fællesrum
      fælleshus samles brætspil banko strikkeklub strikkecaf café_i spisesteder værested medborgerh beboerhus
      sidde_og_snakke snakkebænk bålplads samlinger nørklerklub fællessang sammenkomst folkekøkken bygdehus
      bedehus frivilligsent brettspill møterom grillplass treffes pratebenk eldresenter pub_i_bygda
      somewhere_to_meet place_to_meet social_club coffee_morning drop-in tea_room quiz board_game knitting
      book_club common_room get_to_know chat_bench warm_space church_hall hire_the_hall inget_ställe
      annat_ställe någonstans_att ingenstans_att hänger_i gå_på_nåt gå_på_något tyst_hemma ensam_hemma
      middag_för gemensam_middag gemensamma_måltider soppa pannkak prata_bort filmkväll dansbana trivs_ihop
      sällskap bord_ute torgmöte frukostkl gemensam_matsal vävstuga verkstad_för_alla snickarbod sy_ihop
      loppis_i_bygd ingen_steder steder_at_mødes et_sted_at spise_sammen suppe pandekager kortspil kortklub
      whist filmaften alene_hjemme selskab lejes_til_fest mandeværksted værkstedsfæl fælles_værk café_en_gang
      mødested_for sidde_inde hygge ølsmag ingen_steder_å steder_å_være et_sted_å enslige kjøttkaker vafler
      kakefat filmkveld selskapslok låne_lokalet stille_hjemme kortlag hyggelig_sted sofa_og treffes_over
      formiddagstreff verksted_for_alle somewhere_to_sit somewhere_warm nowhere_to_meet nowhere_else_to_go
      place_to_sit men's_shed mens_shed shed_for soup_lunch lunch_club supper_club film_night card_game
      dominoes wi_meeting toddlers_and_tea natter chat company kettle cuppa biscuits back_room skittle
      long_table bar_open
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
      bad brygg gräs park lekplats grönyt skötsel städ strand sly träd blomm papperskorg gatubelys gatlys röj
      skräp bastu naturstig græs klip legeplads grøn pleje træer blomst skrald affald beskær gadelys rydning
      bænk sauna gress lekeplass stell trær søppel rydd benk gatelys bathing beach jetty mow grass playground
      green upkeep tree flower litter hedge bench maintenance hopptorn livboj vass algblomn toalett_vid häck
      buskar beskär löv rabatt sopkorg hundbajs hundlatrin klotter bänkar gungor rutschkana sandlåda lekställ
      belysning lampor mörkt ängsyta fontän kyrkogård motionsspår gångstig omklädn grillplats_vid skrräp
      redningskr tang på_stranden ukrudt buske hækk løv bed_med hundeprut hundelort graffiti gynger rutsjeb
      sandkasse legered gadelamp mørkt lamper bjørneklo stier_klipp plænen springvand toilet_ved omklædning
      renhold stupetårn redningsbøy tang_på hekk hundepose tagging husker sklie gatelykt plenen fontene
      offentlig_toalett garderobe_ved forsøp swimming_place swimming_spot diving_board lifebuoy reeds algae
      lawn weeds bushes leaves flower_bed bins dog_poo dog_waste swings slide sandpit play_equipment
      street_lamp street_light lighting dark_path overgrown fountain public_toilet changing_room litter_pick
      churchyard bajspås bänk_vid gräva_bort stängsel_kring gapahuk vindskydd_ras trasig_brygga ruttna ruttet
      rutten spång fågelskit måsar blåstång maneter stegen_i_vattnet vattenprov vattenkval snubbl buskage
      igenvuxen igenväxt hundrast rastgård staket målning_av_bänk lekredskap sand_i_lådan soptunna sopkärl
      tömma_sopor snöskottning_av kommunens_gräs rosor tulpan trampa_ner vildsvin_i_park rådden vandprøve
      vandkval måger tang_og brandmænd trædesten tilgroet vildtvoksende krat stakit hegn sand_i_kassen tømmes
      tømme_skrald plante roser krokus løg fej stå_kniv højt_græs rønn råten råtne vannprøve måker brennmanet
      gjengrodd gjengroing kratt_langs gjerde lekeapp lekestativ tømme_søppel tulipan rast_sammen spyling
      plen_klipp rotten railing bench_by brambles nettles bracken overgrown_ strimm verge weir mud_on
      ladder_into water_quality seagull jellyfish broken_glass broken_slide fence pruning prune bulbs daffodil
      roses plant_up tubs hanging_basket allotment sweeping leaf dumped fly-tip fly_tip bins_overflow
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
      overnat forlyst ferie sommerland turis besök gäst ställplats led utsikt husbil vandrar övernatt
      rastplats sevärd skylt loppis marknadsför fiskekort boende_för_gäst besøg gæst vandrerute udsigt hotel
      seværdig oplevel sommerhus skilt kano attraktion vandring besøk gjest turløype bobil severdig opplevel
      hytte attraksjon touris visit guest camp trail hike viewpoint motorhome overnight attraction canoe
      holiday sign turen bed_and_breakfast legeland småbåtsham husvagn stugby stugor uthyrningsst
      bed_and_break guidning infotavla sommarcafé utflykt cykelled kajak pilgrim konststig evenemang dagstur
      broschyr souvenir rastande toppen_utsikt hitta_hit karta_över bussresor fritidsfisk lystbåd vandrehjem
      guide infotavle udflugt cykelrute_til event brochure krydstogt teltplads shelter udlejer_ferie legoland
      lalandia småbåth vandrerhjem guida omvisning informasjonstavle utflukt sykkelrute_for pilegrim
      arrangement_for_tilreis brosjyre suvenir cruise gapahuk tilreisende marina mooring caravan cabins hostel
      b&b tour_guide tourist_info information_board day_trip daytripper excursion cycle_route kayak airbnb
      shelter_for_hikers sights weekenders örn säl valsafari fågelskåd parkering_för_gäst tysk turist_i
      tyska_bilar danskar norrmän kryssning uthyrd_stuga stugägar hamnen_på_sommar augusti_är juli_är säsong
      kiosk_på_sommar glass fika_för_besök matupplev skidspår_för_gäst skidort liftkort kartor app_med_stig
      geocach instagram tripadvisor boka_rum frukost_på kommer_hit_för hollændere_på nordmænd sæson
      is_på_havnen isbod lystsejler sejlere dyrepark zoo udkigst fugletårn sælsafari book_værelse morgenmad_på
      bustur vikingemarked_gæst lej_en_ cykeludlejning oplevelser_for_hele gæster_fra udstillingscenter
      skilte_fra_motorvej havørn havsørn rorbu fuglekikk nederlendere svensker sesong iskrem skiløype_for
      skiheis alpin frokost_på toppturer toppen_av fjelltur_gjest turgåer turfolk kommer_hit_for leie_kajakk
      leies_ut_til walkers ramblers wetsuit surfers season peak_season ice_cream cream_tea yacht seal_trip
      whale birdwatch coach_trip coach_part breakfast glamping second-homers self-catering suitcases
      car_park_for_visit leaflet postcard_view film_location bike_hire boat_trip wild_camp
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
      energi vindmøl solcel vindkraft landbrug landmand lantbruk företag anställ arbetsplats arbete lokal_för
      hantverk praktik entrepren kund verksamhet kontor lärling näringsl driva bidrag moms utveckl virksomhed
      job ansat ansæt erhverv håndværk iværksæt lærling rekrutter fritidsjob fabrik bedrift ansett næring
      håndverk praksis gründer business employ work compan industr craft intern customer office apprentic
      recruit firm factory trade arbejdskraft mindre_virksomhed butiksliv lokale_erhverv investor produktion
      eksport møbel biogas fjernvarme varmeværk grøn_strøm startup starta_eget verkstad åkeri sågverk
      skogsbruk bönder bonde gårdar snickare elektriker rörmok frisörsal arbetslös arbetskraft kompetens
      uppdrag upphandl lön nyföret affärsidé odling växthus solpark elnät fjärrvärme lager_och ekonomi_för
      egen_firma værksted vognmand savværk skovbrug bønder gårde tømrer vvs smed arbejde arbejdsløs
      arbejdsplad kompetence opgaver udbud medarbejd elevplads løn forretningsid drivhus varmepumpe lagerhal
      start_virksomhed selvstændig turistbranche underleverand grise kvæg klimavenlig strømmen varmeprojekt
      arbejdsgiver verksted sagbruk skogbruk gårdsbruk snekker rørlegger arbeid kompetanse oppdrag anbud
      vindpark strømnett lagerbygg kraftverk sole_trader start-up workshop_space haulier sawmill forestry farm
      carpenter electrician plumber skills tender work_placement summer_job wages salary business_idea
      greenhouse solar wind_turbine wind_farm district_heating industrial_estate business_park warehouse
      arbetsförm elpris elräkn vinst omsättn kollektivavtal moms_ bolag fler_kunder lokal_att_hyra lokalhyra
      kontrakt chef vikariat deltid heltid skift säsongsanst rekryt personal hitta_personal kock servitör
      svetsare vårdyrke lastbilschauff skogsägare timmer mjölkkor kor får_på grisar ladugård lammkött jordbruk
      solpaneler pellets värmepump batteri slagteri omsætning overskud skat anpartsselskab flere_kunder
      leje_lokale arbejdstid fuldtid finde_folk mangler_folk kok_ tjener svejser maskinmester køer malke svin
      stald mark_til el-pris billigere_strøm strømpris atomkraft halm pillefyr varmepris nyt_industri
      legoklods lego_ vestas udviklingsaf pendler_til_job hjemmeservice omsetning aksjeselskap enkeltpersonfor
      finne_folk kokk servitør sveiser fiskebruk fiskemottak fiskeri oppdrett mottaket verft slip kyr sau_
      sauer gris_ fjøs traktor datasenter nav_ jobb_til tilbudt_jobb energy_bill profit turnover vat tax_on
      limited_company part-time full-time shift zero_hours staff waiter welder lorry_driver_job cows dairy
      sheep_farm lambing tractor solar_panel heat_pump battery_storage job_centre unit_to_rent business_rates
      rates office_space kitchen_business bakes commission order_book trade_fair hire_someone
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
      inflytt flytta_hit välkom provbo prova-på-bo invandr integrat hemvänd nyanländ fadder flyttar_hit
      återvänd kontaktperson ny_här utflytt tilflyt flytte_hertil velkom prøvebo indvandr hjemvend nyankom
      vært international udlænding sprog udenlandsk flytte_hit innflyt innvandr integrer utenlandsk
      internasjonal newcomer move_here newly_arrived welcome immigra language_café settle returner arrival
      refugee relocate nye_familier nye_borgere dansk flytter_hertil flyttet_hertil kulturer taler engelsk
      nationalit flyttat_hit vi_flyttade ny_i_byn nya_i_byn svenska_för_inv sfi utländsk språk ukrain syri
      holländ nederländ flykting asylbo etablering barnfamiljer_hit locka_hit flytta_tillbaka lära_sig_svenska
      tolk mångkultur olika_kulturer nykomling flytta_in få_hit nytilkomne ny_i_byen nye_i_byen lære_dansk
      tysk polsk rumæn hollænd flygtning expat udstationer tiltrække lokke_hertil flytte_tilbage verdensborger
      mentor forskellige_lande forskellige_kulturer skilte_på_engelsk modersmål flyttet_hit vi_flyttet
      ny_i_bygda nye_i_bygda norskkurs norskopplær lære_norsk syrer litau nederlend flyktning bosetting
      lokke_hit flytte_hjem tilbakeflytt mangfold morsmål_ moved_here moving_here we_moved new_to_the_village
      new_in_town welcome_pack welcoming language_course language_class learn_the_language foreign polish
      dutch german_famil asylum attract_families move_back interpreter multicultur different_cultures
      mother_tongue english-speaking buddy settle_in eritrea somal afghan filippin indier rumän estland
      baltisk vi_kommer_från kommer_från_ vi_är_från jag_är_från hit_för_två hit_för_tre hit_för_ett
      har_bott_här_i bott_här_i ny_granne nya_grannar hur_det_funkar hur_saker_funkar vem_man_ringer
      vem_man_frågar får_man_hit locka ung_familj från_stan stockholmare provflytt sambo medflyttande
      lära_känna_folk bli_insläppt utanför_som_ny indisk bulgar vi_er_fra jeg_er_fra vi_kommer_fra kommer_fra_
      boet_her_i nye_naboer ny_nabo_ de_nye ikke_født_her hvem_man_ringer_til praktisk_info_til får_vi_hertil
      børnefamilier_til medflyttende ægtefælle_job fra_københavn fra_byen_og_hertil lære_folk_at_kende
      svært_at_komme_ind udenforstå statsborger opholdstill pakistan thai rumensk jeg_kommer_fra bodd_her_i
      hvem_man_ringer lære_folk_å_kjenne bli_kjent slippe_inn_i jobb_til_ektefelle medflytter
      barnefamilier_hit få_folk_hit søringer utflyttet_ungdom komme_hjem_igjen filipin indian romanian lithuan
      estonia we_are_from we're_from i'm_from i_am_from came_from lived_here_for incomer blow-in outsider
      new_neighbour who_to_ring who_to_call how_things_work get_to_know_people made_us_feel fit_in accent
      from_london young_families_here bring_families attract_young trailing_spouse visa citizens_advice
    `,
  },
  {
    names: ['Dialog med kommunen', 'Dialogue with the municipality'],
    stems: `
      kommun svar dialog politiker tjänsteman beslut återkoppl kontaktcenter medborgar handlägg myndighet mejl
      lyssna byråk remiss nämnd ansökan embedsmand tilbagemeld borgerservice forvaltning inform lytte
      bureaukrat høring byråd ansøgning saksbehandl tilbakemeld innbygger søknad vedtak municipal council
      answer politician official decision feedback citizen administrat listen bureaucr permit reply tjänstemän
      rådhus samråd synpunkt fråga_oss frågar_oss ingen_svarar får_inget_svar telefonkö bygglovshandl enkät
      möte_med_polit överklag lovade löfte hålla_löft respons felanmäl kontakta_komm öppenhet transparens
      insyn påverka delaktig inflytande kommunen_bör embedsmænd borgermøde borgerindd spørge_os spørger_os
      intet_svar telefonkø sagsbeh protokol spørgeskema borgmester løfter lovede holde_ord indflydelse
      medbestem åbenhed gennemsigt involver inddrag dagsorden lydhør embetsverk folkemøte medvirkning spør_oss
      ikke_svar får_ikke_svar spørreunders ordfører lovet innflytelse åpenhet innsyn rådmann servicetorg
      formannskap klage town_hall officer public_meeting consult ask_us nobody_answers no_reply no_answer
      phone_queue planning_application minutes_of survey mayor promise keep_their_word influence transparency
      openness involve_us report_a_fault have_a_say heard_by växeln kopplar_runt kopplas_runt bollas
      runt_till_nästa upptaget_på_telefon sa_i_fjol hände_det_någon vad_blev_det_av hör_man_inget
      hörde_aldrig_av sade_samma_förra säger_samma_varje utredn rapport_i_byrålåd skrivbordet avslag
      nej_till_bygglov tjänstepersonen svårt_språk krångl formulär e-tjänst ärende diarie träffa_politik
      sitta_med_när bestämmer_över bestämt_redan redan_bestämt kalkyl insändare rektors_beslut omstilling
      stilles_om hvad_blev_det_til bestemt_på_forhånd har_bestemt allerede_bestemt hvem_bestemmer
      rapport_i_skuff afslag blanket formular papirarb selvbetjenings sagen_ sagsnummer aktindsigt
      lokalplan_høring læserbrev blev_hørt bliver_hørt borgerbudget svarer_ikke tage_telefonen satt_over
      sentralbord hvor_ble_det_av ble_det_av sa_det_samme skjema saken_ saksnummer postliste leserbrev hørt_på
      blir_hørt ble_hørt ta_telefonen e-post_til_komm gruppeleder passed_around departments what_happened_to
      whatever_happened said_the_same decided_already already_decided who_decides tick_box tick-box refused
      form_to_fill forms paperwork freedom_of_information planning_depart planners rang_about rang_up emailed
      local_plan mp_ have_our_say be_heard listened_to on_the_phone_to report_gathering dust deaf_ears
      parish_council highways_dep
    `,
  },
  {
    names: ['Natur och landskap', 'Natur og landskab', 'Natur og landskap', 'Nature and landscape'],
    stems: `
      natur skog sjö bäck äng hed landskap fågel träd strand utsikt berg vilt stjärn_himm stillhet lugn skov
      sø åen ådal bæk eng landskab fugl træ mose bakke udsigt plantage stilhed vildt fisk stjerne himmel vand
      innsjø elv bekk hei tur tre myr fjell fjord forest lake river brook meadow heath landscape walk bird bog
      hill view silence rådyr kløver lund park_og_skov grønne_omgivelser frisk_luft udendørs ørred grönområde
      friluft ån älven åar fjäll mossar hagar betesmark åkrar slätt kullar dal kust skärgård öar klippor svamp
      bär blåbär älg rådjur bäver lax öring solnedg norrsken mörker_natt tystnad ekar biologisk blomster_äng
      marker mark_og hav kyst gåtur bær hjort odder laks fredet mørke fred_og_ro stille_og_roligt ro_og egetræ
      biodivers vild_natur vilde_blomst lyng kanosejl åløb kanalen højt_til_himlen vannet vannene jorder åker
      skjærgård øyer sopp blåbær elg bever ørret nordlys ro_og_fred eiketrær woods woodland stream fields moor
      valley coast sea islands cliffs mushroom berries deer otter beaver salmon trout fishing nature_reserve
      sunset northern_lights dark_sky fresh_air peace_and_quiet oak scenery countryside open_water wild lärka
      lärkor trana tranor storspov svala näktergal uggla ulv vargar björn räv hare_ igelkott fjäril bin_
      humlor orkidé blåsippa vitsippa dimma frost snö_på is_på_sjön skridsko stjärnhim mörk_himmel
      lyset_över_fält raps soluppg vind_i_håret doft lukt_av_skog jakt fiska_i bada_i_sjön paddla_på
      lada_på_åker stenmur gärdsgård hagmark högmosse isälv ås_ åsen raviner grotta lærke svale nattergal ugle
      ræv pindsvin bier humleb anemone blåmejse kragefug musvåge glente ravne stork fårene får_på lam_på
      ko_på_mark køer_i_eng tåge dug_på solopg mælkevej mørk_himmel duft af_skov lugten_af gylle jagt fiske_i
      bade_i_åen sejle_på_åen stendige stengærde højdedrag klit råstof kilde_ kilden dam_ dammen gadekær
      sivene ålam udkig_over marken_ hegnet læhegn vild_med vandmølle_å lerke ulv_ rev_ pinnsvin humle_
      hvitveis blåveis rype tiur tåke rim_på nyfalt_snø midnattssol lukten_av jakt_i bade_i_vannet steingjerde
      haug grotte foss skar tind viker vika lark swallow nightingale owl_ wolf fox_ butterfl bees bumblebee
      orchid bluebell primrose mist dew sunrise stars milky_way smell_of hunting fish_in swim_in dry_stone
      ridge cave waterfall estuary dunes spring_water pond reedbed lookout curlew kingfisher heron sheep_on
      lambs_in wild_garlic
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
      gemenskap frivillig ideell hjälps granne tillsammans sammanhåll arbetsdag byalag ställer_upp engagem
      kämpar alla_känner nätverk fællesskab hjælp nabo sammen arbejdsdag borgerforening ildsjæl
      kender_hinanden fællesspis opbakn samler stiller_op hinanden fellesskap hjelp samhold dugnad velforening
      engasjement ildsjel kjenner_hverandre stiller_opp hverandre community volunteer help neighbour together
      solidarity work_day know_each_other pitch_in each_other alle_hilser hilser tryg lokalråd beboerforening
      støtte ligger_i_blodet give_en_hånd gratis_arbejde foreningsliv mødes_på værtskab tillid hjälps_åt
      hjälper_varandra varandra grannar grannsämja grannskap volontär eldsjäl städdag fixardag talko
      samhörighet lokal_patr solidaritet alla_hejar hejar_på omtanke bryr_sig ensam välkomnande
      gemensamma_krafter stöttar byförening samhällsför krisgrupp grannsamv hjælper_hinanden arbejdslørdag
      fælles_arbejd samhørighed alle_siger_hej siger_hej siger_goddag omsorg_for bekymrer rummelig
      imødekommende løfter_i_flok kender_alle alle_kender alle_bakker bakker_op kommer_hinanden_ved passer_på
      støtter_hinanden venskab gæstfrihed bytteordning lokalsamfund stærkt_fælles tager_ansvar
      hjelper_hverandre felles_middag samhørighet sier_hei bryr_seg inkluder raus kjenner_alle grendelag
      lokalsamfunn støtter_hverandre vennskap tar_ansvar helping_each help_each community_spirit working_party
      looking_after looks_after look_after everyone_knows know_everyone say_hello says_hello kindness caring
      belong friendly trust friendship mutual support_each pull_together rally good_neighbour
      samma_som_ställer samma_personer_som ställer_upp_alltid trötta_eldsj skotta_åt ved_till bära_ved
      låna_släp lånar_av låna_ut julbord_för_ensam granne_med knackar_på någon_som_tittar_till tittar_till
      kollar_till skjuts_till_doktorn baka_till_begr begravningskaffe kransar barnvakt handlar_åt handla_åt
      insaml samla_in skänk välgör öppen_dörr byapp gemensamt_ansvar stille_borde de_samme_der altid_de_samme
      de_samme_ti trætte_frivill kørsel_til_læge brænde_til skovle_sne låne_trailer låner_trailer låner_ud
      låne_ud banker_på banker_på_døren kigger_ind kigger_til kigger_forbi se_til_hinanden
      ingen_skal_være_alene sidder_alene juleaften_sammen bager_til bage_kage kagemand strikkedam strikker_til
      handler_ind_for købe_ind_for indsamling samle_ind donere velgøren åben_dør vagtplan vi_står_sammen
      rykker_sammen rykker_ud hjalp_os hjalp_ hjalp_hinand mødte_op troppede_op tropper_op byens_folk
      ingen_betaling kom_med_suppe kom_med_mad kom_og_hjalp passede_hund vande_blomst passer_hinanden lån_af
      de_samme_som alltid_de_samme slitne_ildsj bære_ved ved_til måke_for måker_snø låne_henger låner_bort
      stikker_innom ser_innom ser_til ingen_skal_sitte_alene bake_til handler_for innsaml gi_bort veldedig
      åpen_dør facebookgrupp vaktliste står_sammen møtte_opp same_people_who always_the_same_people
      tired_volunteer carry_logs logs_for shovel_snow clear_the_snow lend_ borrow_ knocks_on knocked_on
      pops_in pop_in checks_on check_on nobody_should_be_alone on_their_own bake_for baked knit_for
      shopping_for_others fundrais raise_money donate charity open_door facebook_group rota stood_together
      helped_us turned_up turn_up brought_soup brought_us casserole sat_with fed_the_cat
    `,
  },
  {
    names: ['Idrott och föreningar', 'Idræt og foreninger', 'Idrett, lag og foreninger', 'Sports and clubs'],
    stems: `
      idrott fotboll förening handboll träning match tränare plan lag ridn tävling motion idræt forening klub
      træning hal kamp træner bane hold svøm badminton sport spejder kunstgræs idrett fotball håndball trening
      trener ski speider mosjon football club handball training gym coach pitch team swim riding association
      exercise scout fitness løb cykelløb spil medlem tennis petanque golf utegym löparspår elljusspår
      innebandy padel simning simskola ridskola ridhus schack orientering dans_ skytteför jaktlag brottning
      judo basket ungdomsledare konstgräs seriespel p10 ridehal skak atletik dans skydeforen volley
      frivillige_træn ungdomsleder omklædningsr opvisning turnering yoga krolf billard dart stævne kontingent
      sjakk skytterlag garderobe kunstgress løypelag lysløype hoppbakke trimrom korps sports_hall
      swimming_pool swimming_lesson riding_school chess guides orienteering athletics dance dancing
      cycling_club shooting_club members dressing_room astroturf tournament running_club table_tennis rugby
      cricket bowls kassör årsmöte ordförande styrelse valberedn ledarbrist tränarbrist tröja cup serie_
      allsvenskan hejaklack omklädn bokning_av_hall seniorgymp herrgympa damgympa pingis_ boule_ cykelsällsk
      löpargrupp promenadgrupp gågrupp vattengymp bågskytte brukshund hästar ponny körövn blåsork hemvärn
      kasserer generalforsaml formand træner_mangler trøje cup_ herregym damegym bold bueskyt hundetræn heste
      pony rideskol jagtfor dykker kajak_klub roer_ crossfit zumba spinning walking_foot seniorid fdf kfum
      hjemmeværn brevdue u13 u15 divisionen årsmøte styremøte leder_i_laget styret_ trøye dugnad_i_laget
      seniortrim herretrim dametrim ponni seilfor båtforen langrenn alpint skyting treasurer agm chairman
      chairwoman committee no_coach kit shirt away_game home_game league hall_hire walking_football spin_class
      pilates archery dog_club ponies pony_club rowing sailing under_12 under-12s u11 netball hockey snooker
      allotment_society young_farmers
    `,
  },
  {
    names: ['Platser för unga', 'Steder for unge', 'Places for young people'],
    stems: `
      unga ungdom tonår häng fritidsgård moped gymnasie skejt replokal vara_ung unge skate hænge_ud
      klub_for_unge knallert junior øvelokale pumptrack fritidsklub væres tenåring henge øvingslokale young
      youth teen hang_out youth_club rehearsal for_unge unge_mangler de_unge 18-årig konfirmand gamer
      streetbasket mountainbike_bane drenge piger fritidsledare moppe epa a-traktor parkour lan gaming
      datorspel hänga_på för_oss_unga fjorton femton sexton 14-15 13-åring 15-åring 16-åring högstadieelev
      studenten unga_vuxna basketplan någonstans_att_vara inget_att_göra hiphop musikstudio graffitiv pingis
      unge_mennesker klubmedarb computerspil e-sport esport hænge_ud_på chill 14-årig 15-årig 16-årig 17-årig
      unge_voksne basketbane ingen_steder_at_være noget_at_lave musikstudie for_os_unge os_unge scootere
      efter_skole weekend_ natåben fester_for_unge dataspill øvingsrom henge_på henge_med 14-åring
      ingen_steder_å_være ingenting_å_gjøre musikkstudio for_oss_unge young_adult skate_park skate_ramp
      rehearsal_room hang_around 14-year 15-year 16-year nowhere_to_go nothing_to_do youth_cafe music_studio
      youth_worker for_teens basketball_court our_age sitter_i_bilen sitter_i_bilarna raggar wifi_och_soffa
      soffor för_gammal_för_lek för_ung_för 13-17 under_18 ung_här eneste_ung enda_ung eneste_under
      fråga_de_unga fråga_oss_unga fråga_ungdom bussen_hem_från_fest disco_för lovaktivitet kvällsöppet
      studiecoach skolavslutn snapchat tiktok playstation biljard_ fotbollsbur multisport sidder_i_bilerne
      sidder_i_bilen bilerne_ved parkeringspladsen_om_aften ssp scootergæng for_ung_til 15_år 14_år 16_år
      17_år 13_år spørg_de_unge spørg_os spørge_os_unge de_eneste_unge eneste_unge disco halbal
      klub_for_de_store klub_for_ sofaer sofaer_og fodboldbur panna noget_for_os ikke_noget_for_os keder_os
      kedeligt bliver_smidt_væk smidt_ud jaget_væk voksne_klager hænger_ud hænger_ved natbus_fra_fest
      moderne_bibliotek_unge rygeskur sitter_i_bilene rånere rånetreff for_gammel_til_lek spør_ungdom
      spør_oss_unge disko ballbinge noe_for_oss kjeder_oss kjedelig jaget_bort henger_ved nattbuss_fra_fest
      moped_og sit_in_cars sit_in_our_cars boy_racer too_old_for_the too_young_for under_18s under-18s 13-year
      ask_the_young ask_us_young bored boring moved_on something_for_us nothing_for_us anything_for_us
      older_kids half-term multi-use muga pump_track
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
      kultur fest musik konsert museum teater konst marknad tradition kyrka revy kör midsommar berättel minne
      fornläm koncert kunst marked kirke kor sankt oldtid jernalder gudstjen kro sang tradisjon fortelling
      culture histor feast music concert theatre art market church choir heritage story udstilling
      forestilling spillested bibliotek sogn mølle herregård gamle_dage gammel fortæl byens_navn spelman
      dragspel dans_på_logen loge logdans valborg lucia surströmming kräftskiva kyrkor orgel utställ bio
      författare sägner sägen runsten gruva bruket_histor ruin herrgård kvarn släktforsk gamla_bilder arkiv
      dialekt scen hantverkstrad spillemand harmonika fastelavn sankt_hans galleri film forfatter sagn
      middelald gravhøj slot slægtsforsk gamle_billeder dilettant museet mindesmærk bautasten andelsbev
      spillemænd håndværkstrad grundlov foredrag bygdetun spelemann trekkspill låvedans kirka utstilling kino
      viking gravhaug slektsforsk gamle_bilder 17._mai barnetog bunad heritage_society folk_music fiddler
      accordion barn_dance midsummer maypole christmas_market harvest_festival fete parish carnival bonfire
      organ_ gallery exhibition cinema author legend rune medieval burial_mound castle manor mill_ genealog
      old_photo archive dialect stage amateur_dram local_history memorial brass_band jättestuga hällrist
      hällkista gravfält offerlund kyrkklock klockstapel prästgård socken hembygd vävning vävstol dräkt låtar
      sång_på allsång visor dansband trettonhelg advent lillejul mikaeli byns_namn kåsör skådespel_ute
      krönikespel bygdespel smedja smed_i skulptur staty jubileum 100_år gammal_ritual jættestue dysse
      helleristn klokketårn præstegård væv folkedragt syng nytårs påske julestue juletræ lucia_i mikkels
      egnsspil krøniken smedje statue jubilæum 50_års ritual fest_i_byen telt tombola ringridning dyrskue
      kræmmermark traktortræk veterantog gamle_maskiner bedstefars gravsten sagn_om kongen_ slaget_ krigen
      besættelsen bunker hotellets_hist amtsmus teglværk frilands jazz rock_ band_ orkester spiller_musik
      foredrag_ prestegård vev_ folkedrakt viser nyttårs krønikespel historisk_spill smie 50-års skikk ølte
      krigen_ rorbu_mus spelet long_barrow stone_circle carving bell_tower bells rectory weaving costume song_
      songs singing carol new_year easter nativity wassail morris mumm pageant mystery_play forge blacksmith
      sculpture jubilee centenary 100_years custom street_party marquee tug_of_war village_show flower_show
      vintage steam_fair war_ battle tale_of ghost orchestra choral bell-ring panto
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
      butikslokal stadsrum bymidte torv bygning hovedgade gågade tomme_butik facade midtby nedriv p-plads
      byrum gaden tom_butik ejendom bænk sentrum hovedgate gågate tomme_lokal bykjerne stasjon riving byrom
      centre square building high_street pedestrian empty_shop downtown demolish car_park gavl vinduer
      tom_bygning byens_hjerte belægning plads_foran renover forskøn lokaler_i_midten rådhus kroen centrala
      affärsgata tomt_hus förfall ful gamla_skolan gamla_stationen stadshus bankhuset cykelställ_i stadsbild
      arkitekt kulturhus_i gatsten uteserv trappa målas_om måla_om tomma_skyltf fastighetsä entré infart
      byens_centrum handelsgade butiksvindue tomme_butikker forfald grim gamle_skole gamle_station gamle_bank
      byport indfald brosten udeserver male trænger_til_maling ruin_midt bymidten_er grønt_torv byggestil
      nedslidt nedrevet rive_ned byplan lejemål tomme_lejem vandværk_bygning gamle_mejeri mejeriet gamle_kro
      hotellet_står forsamlingsplads parkering_foran affaldssp_i_gaden flag byens_torv byudvikl bybillede
      gamle_rådhus samlende_plads handlegate butikkvindu tomme_butikklok forfall stygg gamle_skolen
      gamle_stasjonen gamle_banken innfart brostein byggeskikk nedslitt rive tettstedet parkering_i_sentrum
      gårdeier town_square market_square main_street shopfront shop_window derelict run-down rundown ugly
      old_school old_station old_bank station_house architect cobble outdoor_seating paint
      entrance_to_the_town town_center vacant_shop centre_of_town property_owner kör_in_i_byn
      kör_in_i_samhället baksidan_av lastkaj igenbomm spikat_igen för_fönstren putsen putsar taket_läcker
      rasrisk lägga_ner_hotell ödehus_mitt affärshus köpcent galleria marksten planteringslådor_på_torg
      julbelysn fontän_på klocka_på_torg järnvägsstation_huset silo skorsten vattentorn bruksbyggn lada_mitt
      gatukontor kører_ind_i_byen bagside tilklist tilskærm spånplade blændet puds taget_lækker brandtomt
      hul_i_husrækken husrækken butikshus center_ stormagas markis julelys julebelysn gadeudstyr ur_på_torvet
      uret_på vandtårn fabriksbygn gamle_fabrik gammel_fabrik gamle_meje gamle_savværk gamle_posthus
      gamle_købmand gamle_brugs gamle_kommun apotekergård hjørnehus hjørnet_af hovedgaden_er hovedgaden_
      asfaltplads fliser flisebelægn trapper_til kantsten rampe tilgængelig_til siddepladser_på
      plads_til_at_sidde plads_foran_ kunst_på_gavl farver_på_husene skæm gult_hus rækken_af forfald_midt
      tomme_lokaler tomt_lokale står_tom står_tomt står_tomme lukket_butik lukkede_butik ejer_i_køben
      ejeren_bor udlejes_butik kjører_inn_i_bygda baksiden_av spikret_igjen kryssfiner murpuss taket_lekker
      branntomt kjøpesenter senteret klokka_på_torget skorstein vanntårn fabrikkbygg gammel_fabrikk
      gamle_meieri hjørnet_av heller_på kantstein rampe_til sitteplasser_på farger_på_husene lokale_står
      back_of_the loading_bay boarded_up boarded plaster roof_leak gap_site shopping_centre precinct
      christmas_lights town_clock chimney water_tower old_factory old_dairy mill_building corner_of_the paving
      kerb ramp_to seats_on_the mural painted_gable stands_empty standing_empty closed_shop absentee_owner
      shutter scaffold
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
      butik affär läkare service apotek bank handla vård tandläk post frisör pizzeria livsmedel købmand brugs
      læge indkøb tandlæg frisør bager dagligvar supermarked plejehjem slagter varer kjøpmann lege handle
      tjeneste shop grocer doctor pharmacy dentist hairdress supermarket pizza cafeen kassen åbningstid lukker
      hæveautomat genbrug pakkeboks udvalg_af_varer ældre_hjælp ica coop lanthandel paket kiosken mack bensin
      hårfris lunchställe krog restaur matställe öppettid återvinning sopstation hemtjänst äldreboende
      bibliotek rema netto købmænd spisested grillbar grillen kødet fysioterap sygepleje hjemmepleje ældre_kan
      benzin tank ladestander åbent_længe åbent_til borgerserv hverdagen handle_lokalt selvbetjen takeaway
      cafe_til daginstitution_nær mangler_en_butik døgnåben hjertestarter slakter hjemmesykepl sykehjem
      post_i_butikk gjenvinning åpningstid lenge_åpent kafeen co-op village_shop butcher baker chemist surgery
      care_home cashpoint post_office petrol barber recycling opening_hours open_late vet optician
      everyday_service dentist_ launderette handla_mat kassan mjölk bröd öppet_efter öppet_till lunch_på
      kemtvätt skomakare skräddare däckverkst bilverkst pakke_et_sted pakke_ åbent_efter åben_efter
      åbent_søndag lukker_kl mælk brød_til bagværk rundstykker morgenbrød hente_medicin recept_ medicin
      blodprøve hjemmehjælper_ hjemmehjælpere plejen_ plejepers tandpine tandtekn briller optik autoværksted
      mekaniker cykelsmed skrædder renseri skomager vaskeri bilvask håndværker_til håndkøb ventetid
      praktiserende ny_læge fast_læge sygesikring taxa hent_selv skraldesp affaldssort container hæve_penge
      kontant indkøb_på_nettet varer_ud varer_bragt bringe_varer madudbring lys_i_butik kød_fra fisk_fredag
      fiskebil isenkram blomsterhandl blomsterbut bogbus frokost_ kro_med grill_ pølsevogn kaffe_to_go
      kaffe_om_morgenen hjertestart_på 112 ældrebus handle_mat kasse_ melk brød_ åpent_etter hente_medisin
      resept hjemmehjelper tannverk skredder søppeltømm pølsebod bokbuss frokost milk bread till_ open_after
      open_on_sunday closes_at collect_medicine prescription blood_test home_help toothache glasses vet_
      garage_for mechanic tailor dry_clean cobbler laundr bin_day skip library_van mobile_library
      fish_and_chip chippy lunch_ parcel_ parcels
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
      samarbet mellan_orter grannby gemensam tillsammans_med dela samordn på_tvären samverka by_till_by
      kommunens_orter samarbejd på_tværs mellem_byer naboby fælles_kalender fælles dele koordiner konkurrer
      de_andre_byer byerne by_til_by hele_kommunen syv_byer samarbeid på_tvers mellom_steder felles
      de_andre_stedene cooperat across between_towns neighbour_town shared joint coordinat compet all_towns
      på_tværs_af kommunen byråd sammen_med_de fælles_bus egoisme hver_for_sig lokalråd_i_fælles grannorter
      alla_orter andra_byar andra_orter byarna orterna_emellan byalag_tillsammans dela_på dela_lokal
      delad_vaktm avund i_stället_för_var_och_en tjänsteman tjänstemän dialog medborg utbyte nätverksträff
      orternas kommunledn borgmästare en_väg_in gemensam_kalender samåk_till gensidig landsbyer alle_byer
      andre_byer de_syv de_store_byer hovedbyen yderområ sammen_på_tværs lokalrådene dele_faciliteter
      dele_haller konkurrence jalousi kommunen_bør kommunen_skal embedsm borgerinddrag en_indgang
      kontaktperson_i_kommun erfaringsudv udveksle netværk_mellem fælles_mark fælles_hjemmeside fælles_indkøb
      fælles_projekt fælles_arrang i_fællesskab_med stier_mellem_byerne på_skift hjælpe_hinandens sognene
      os_og_dem lokaldemokrati budget pulje tilskud sagsbehandl nabosteder grendene bygdene tettstedene
      alle_steder andre_steder dele_på misunnelse sentraliser kommunestyret ordføreren medvirkning en_dør_inn
      utveksle erfaringsutv felles_kalender felles_buss felles_nettside nettverk_mellom neighbouring_town
      neighbouring_village other_towns other_villages all_the_towns between_the_towns between_villages region
      joint_calendar work_together_with working_together share_facilities sharing centralis council
      municipality mayor officials exchange network_of one_door joined-up common_calendar town_hall funding
      grants de_andra_får andra_får_alltid vem_bestämmer vem_beslutar andra_sidan_ån storebror centralorten
      stan_får hela_pengen varsin_hall var_sin slå_ihop lägga_ihop gå_ihop gå_samman byta_med byter_med
      låna_av_grannb gemensam_app skytteltraf samma_datum krockar krockar_med olika_dagar inte_samma_dag
      turas_om fördelning pengarna_till hörda_om detaljpl samråd de_andre_får de_andre_får_altid
      hvem_bestemmer bestemmer_over hovedbyen_får byen_får_alt alle_pengene pengene_til pengene_går hver_sin
      hver_sit hver_vores slå_sammen slås_sammen lægge_sammen gå_sammen_med bytte_med bytter_med
      låne_af_hinanden låne_hinandens kommer_til_vores tager_til_deres fælles_app shuttle samme_dato
      samme_dag_som samme_weekend falder_sammen kolliderer turnus skiftes_til skiftes_om fordeling blev_hørt
      bliver_hørt hørt_om lokalplanen_ høring borgermøde teknisk_udvalg udvalget forvaltn rådhus
      afdeling_til_afdeling omstilling svar_fra svarer_ikke får_vi_svar får_svar venter_på_svar ventet_på_svar
      ansøgning ansøge_om landdistr landsbypul byggesag sagen_ tilladelse borgmest valgkamp politik
      partnerskab udviklingsråd erhvervsråd_sammen vi_og_nabob dem_i_ konkurrencen_mellem gammel_strid kivs
      lokale_råd på_kryds_og hele_kommunens fra_by_til_by gå_sammen låne_av_hverandre felles_app rullere
      bytter_på ble_hørt blir_hørt folkemøte utvalget søknad søke_om grendeutvalg byggesak partnerskap de_i_
      the_others_get others_always_get who_decides big_brother all_the_money money_goes each_their_own merge
      join_forces swap_with borrow_each same_date same_weekend clash take_turns rotate allocation share_out
      were_consulted planning_hearing committee replies_from answer_from application_for apply_for
      parish_councils partnership rival old_feud them_and_us
    `,
  },
]
