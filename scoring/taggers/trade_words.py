"""Words of trades, crafts and games, by field; see `scoring.taggers.technical`."""

from __future__ import annotations

_FARMING = """
    abattoir acre agronomist alfalfa allotment apiary apple apricot arable asparagus bale barley barn bean
    beekeeper beekeeping beet bluebell bramble brassica breeder breeding broiler bud budding bulb bull
    bullock burrs calf calves cane canola carrots cattle cereal cherry chickpea cider clover compost coop
    coppice corn cotton courgette cow cowshed crop cultivar cultivate cultivated daffodil dahlia dairy
    deadhead digger drainage ducks espalier ewe fallow farmer fertile fertiliser fertilizer fig flax flock
    foal fodder foliage foot-and-mouth forestry frost fruit fungicide furrow gander gardener gardening geese
    gelding germinate germination goat gooseberry grain grapes grapevine graze grazing greenfly greenhouse
    grower guava harrow harvest harvester hay hectare heifer hemp hen herbicide herd hoe hoed hog hoof
    hooves hops horticulture husbandry husk incubator irrigation kale lamb lambing lawn leaf legume lettuces
    livestock loam maize manger mango manure mare meadow melon mildew milk millet molt moult mower mulch
    mushroom nursery oat oilseed orchard orchid ox oxen pasture pea pears peat pesticide piglet plough plow
    plum pollinate pollination potato potting poultry pruned pruning pumpkin quince rabbit ram rapeseed
    raspberry reaper rhododendron rhubarb ripen ripening rooster rootstock roses rotavator rust rye sapwood
    scythe seed seedbed shearing shears sheepdog shepherd shoots silage silo slug slurry sod sorghum sow
    sowing soybean spade sprayer sprout stallion steer straw strawberry stubble subsoil sugarcane sward
    swede swine teat tillage tilth tomato topiary tractor transplanting tree trellis trough tulip turf
    turnips udder undergrazed upland vegetable vet veterinarian veterinary vine vineyard weaner weed weeding
    wether wheat wool wort
""".split()
_COMPUTING = """
    adapter algorithm antivirus api append archive arp ascii async asynchronous authentication backend
    bandwidth barcode benchmark binary bios bitcoin bitmap blockchain boolean bootloader bootstrap botnet
    browser buffer buffering bug byte bytecode cache cached callback checksum chipset cipher ciphertext
    classifier cli cobol codebase codec compile compiler compression computing concurrency config
    configuration cookie coprocessor cores cpu cron cryptographer cryptographic cryptography css csv cursor
    daemon datacenter dataset deadlock debug debugger debugging decoder decrypt decryption dependency deploy
    deprecated desktop developers devops directory disk dns docker downloader emulate emulator encoded
    encoding encrypt encrypted encryption endpoint enum ethernet executable firewall firmware floating-point
    fork formatting fortran framework frontend function gateway gigabyte git github gpu gui handshake
    hardcoded hardware hash hashing hashmap heap hexadecimal hostname html hub hypervisor index indexed
    inheritance inode input install installer integer interface interpreter interrupt intranet intrusion
    iteration iterator java javascript jpeg json kernel keyboard keystroke kilobyte kubernetes lan laptop
    latency lexer library linker linux login lookup loop mainboard mainframe malloc malware megabyte
    metadata metaprogramming microchip microprocessor microservice middleware modem module motherboard mouse
    mp3 multiplexer multithreaded mutex nas null numpy opcode opensource operand optimizer outage overflow
    override packet parallel parity parser parsing partition passphrase password patch payload pdf perl
    permissions phishing phpmyadmin ping pipelining pixel pixelated plaintext plugin pointer postgresql
    prefetch preprocessor printer processor programmer proxies proxy pseudocode python quantifier query
    queue queued quicksort ransomware reboot rebooted recursion recursive redo redundancy refactor
    refactored regex rendering replica replication repository resolver rollback router rows runtime sandbox
    scalability scheduler schema scrape scraper scripting sdk semaphore serialize servers sharding shell
    shellcode simulator smartphone socket software sorting spam spoofing spreadsheet spyware sql ssd ssh ssl
    stack stderr stdin stdout subclass subdirectory subnet subroutine switches synchronous syntax sysadmin
    syscall tcp telnet template terabyte terminal testbed thread timeout timestamp toolbar toolchain toolkit
    transistor trojan troubleshoot tuple typescript udp unicast unicode uninstall unix unpatched upload
    upstream url usb username variable vector verilog virtual vlan vpn webcam webpage webserver widget wifi
    wireless workflow workstation wrapper xml xor xss yaml zip
""".split()
_LAW = """
    abatement actus adjournment admissibility admissible affidavit aforesaid alimony allocution amicus
    annulment appellant appellate appellee arbitration arbitrator arraigned assignee assignor attestation
    bailiff bailment battery beneficiary bequest causation certiorari chancery chattel claimant clause
    codicil common-law conveyance conveyancing coroner counterclaim countersuit covenants creditor
    crossexamine debtor decedent deed demur demurrer deposition devisee dismissal domicile easement
    encumbrance enjoined equitable escrow estoppel exculpatory executor expropriation extradition fiduciary
    foreclosure foreseeability forfeiture freehold garnishment grantee grantor guarantor guardianship habeas
    hearsay incapacity indemnity indictable infringed infringement infringer injunction injunctive
    insolvency insolvent insured insurer interlocutory interpleader intestacy intestate joinder
    jurisprudence larceny leasehold legatee lessee lessor liability lien limitation litigant magistrate
    mandamus manslaughter mediator misdemeanor misdemeanour mitigation mortgage mortgagee novation nuisance
    nullity obiter offence patentee perjury petitioner plaintiff pleadings policyholder prejudicial premises
    premium preponderance privity probate promisee promisor promissory quorum recidivism recitals recusal
    redress reinsurance reinsurer remand remedy rescission respondent restitution retainer seisin
    sequestration servitude settlor severance solicitor stare statutory subrogation sui surety tenant
    testamentary testator testimonial tort tortfeasor tortious trademark trespass trespasser tribunal
    trustee underwriter usufruct vendor vested vicarious voidable voir warranty wills
""".split()
_MAKING = """
    actuator aerodynamic aileron airfoil airframe airspeed altimeter amplifier anvils apron architrave
    asphalt astern autopilot axle baler ballast bandsaw batten batteries beam bevel biplane blade bobbin
    boiler bolt borehole bracket brake brass bricklayer brickwork bulkhead bulldozer burner bushing buttress
    cabin caisson caliper camshaft carburetor carburettor carpenter casing caulk cement chassis chimney
    chisel circuits cistern cladding clamp clapboard clutch cockpit cog combine compressor conduit conveyor
    coolant cooling coping cornice cotter countersink coupling crane crankcase crankshaft creosote crimp
    crossbeam crowbar culvert cupola cylinder cymbals dam dashboard decibel derrick diesel diffuser dock
    dovetail dowel downpipe downspout drawbridge dredger drill drilling drivetrain dye dyer dynamo eaves
    electrician elevator engine engineers epoxy escapement excavation excavator exhaust fastener faucet
    feedstock fender ferment fiberglass fibreglass firebrick fireclay fitting flange flaps flotation flue
    flywheel forge forklift foundry freight furnace fuse fuselage gable galvanized gantry gasket gauge
    gearbox generator girder glazing glider gravel grille grind grinder grinding grommet grout gyroscope
    hacksaw halyard handrail hangar hardwood headlamp headstock helm hinge hob hoist hopper horsepower hose
    hull hydrant hydraulic hydroelectric ignition impeller ingot injector insulate insulating insulation
    insulator jackhammer jib joinery joist keel keystone kiln knots ladle lamp lathe lever lining linkage
    loader lockwasher locomotive lubricant machined machinery machinist mainsail mallet manifold mason
    masonry mast mechanical metal metallurgy microphone milling miner minesweeper mining mortar mortise
    motor moulding muffler nacelle nozzle oak ore pallet parapet pier pile pilings pinion pipe pipeline
    piston pitman planer plank plaster plasterboard plate plating plinth plumber plumbing plywood pneumatic
    porthole primer propeller pulley pump pylon quarry rafter rail ratchet rebar rectifier refinery
    refrigerant reinforced reservoir rewired rivet riveted roofing rotor rudder rungs runway sawdust sawmill
    scaffold scaffolding scour screwdriver sealant sensor shaft shale sheet shim shunt shutter siding sill
    skirting skylight slag slate sleeper sluice smelting softwood solder soldering spar spindle spinning
    sprocket stator steam stern strake stringer stucco stud substation sump surveyor suspension swaged
    switchgear tachometer tailplane tanker tarmac tensile terracotta thermocouple thrust tile timber topsoil
    tow trailer transformer transmission tread trench trowel truss tube tubing tubular turbine turbocharger
    turbulence turret twill tyre undercarriage upholstery varnish veneer ventilation vessel viaduct wagon
    wainscot warhead wedge weft weld welded welding wheel wheelbase wick winch windlass wingspan wiring
    workpiece workshop wrench wrought zipper
""".split()
_KITCHEN = """
    ale allspice almond anchovy aubergine avocado bacon baguette bake baked bakery barbecue barman basil
    baste batter beef beetroot berries biscuit blanch blender boil bouillon braise brandy bread breadcrumbs
    brew brewer brewery brine brisket broth brownie bun butter buttermilk butternut cabbage cake caper
    caramel caraway carrot casserole cauliflower caviar celery charcoal cheese chestnut chicken chili
    chilled chilli chives chocolate chop chowder cilantro cinnamon clove cocktail coconut colander coriander
    couscous cracker cream creme crepe crouton crumbs cubed cucumber cumin curd curry custard cutlet dessert
    diced dill dish dough dress dressing dumpling eggplant espresso fennel fillet flan flatbread flour foie
    fold frosting fruitcake fry frying garlic garnish gelatin gin ginger glaze goulash granola grate grated
    gratin gravy grease greens griddle ham hazelnut herb honey hotpot hummus icing jalapeno jelly juice
    julienne kebab ketchup knead knife lager lard lasagna lasagne leek lemon lentil lettuce lime liqueur
    macaroni malt maple margarine marinade marinate marzipan mascarpone mash mayonnaise meatball meringue
    mince mint molasses mousse mozzarella muffin mustard mutton noodle nutmeg oatmeal olive omelette onion
    oregano oven pancake pantry paprika parmesan parsley parsnip pasta pastry pate peanut peeled pepper
    pesto pickle pie pint pizza poached polenta porridge pot prawn preheat prosciutto pudding puree quiche
    radish raisin ravioli recipe ribs rinse risotto rosemary roux rum saffron sage salad salt sauce saucepan
    sausage saute scallop scone seared seasoning semolina sesame shallot shank shortbread sieve simmer
    sirloin skillet sliced smoked sorbet souffle soup soy spice spinach spoon sprinkle steak stew stir
    strudel sugar sushi syrup syrupy tablespoon taco tapas tarragon tart teaspoon tenderloin terrine thyme
    toast tofu tortilla trifle truffle tuna turmeric turnip twine vanilla veal vinaigrette vinegar vodka
    walnut watercress whisk whisked whisky wok yoghurt yogurt yolk zest zucchini
""".split()
_PLAY = """
    allegro alto angler angling anvil archer archery aria arpeggio athletics backhand badminton bagpipes
    bait ballad ballet banjo bass bassist bassoon bat baton batsman batting biathlon birdie bobsleigh bogey
    bowled bowler bowling boxer breakaway breaststroke bunkers buzzer caddie cadence cadenza canoe cantata
    ceilidh cello checkmate chess choral chord clarinet climber coda concerto conductor cornerback
    counterpoint croquet crossbar crossword curling cyclist cymbal deuce dribble drum drummer drumstick
    dugout dunk embroidery endgame epee equaliser fairway fastball fermata fiddle fielder flute footballer
    footwork forehand free-kick fret fugue fullback gambit goalie goalkeeper goalless golfer guitar gymnast
    gymnastics halfback halftime harmonica harp harpsichord hat-trick header hem heptathlon hockey homer
    homerun hurdle infielder inning javelin jazz jig jockey judo karate kayak keeper knit knitting lacrosse
    layup linebacker lineout linesman lob loom lute lyric mandolin medley melody midfield midfielder motif
    netball nocturne oboe octave offside orchestra organist outfield overtime overture paddle peloton
    percussion pianist piano piccolo pitcher playoff polka polyphony prelude proscenium puck putt
    quarterback quartet quilt quintet referee regatta relegation rhyme rhythm ringside rook rower rowing
    rugby sabre saxophone scherzo scoreless scorer scrimmage scrum semifinal serenade setlist sew sewing
    shortstop shuttlecock skater skating ski skier slalom snare soloist somersault sonata soprano sousaphone
    spinner sprint sprinter steeplechase stitch striker substitute sumo surfer swimmer symphony synth tackle
    tambourine tee tempo tennis tenor tie-break tiebreak timpani touchdown treble triathlon trombone
    trombonist tuba ukulele umpire uppercut vibrato viola violin violinist volley waltz weaving weightlifter
    wicket wicketkeeper winger woodwind wrestler xylophone yarn yoga
""".split()
TRADES = frozenset((*_FARMING, *_COMPUTING, *_LAW, *_MAKING, *_KITCHEN, *_PLAY))
"""All of them, in the singular where both numbers are meant."""
