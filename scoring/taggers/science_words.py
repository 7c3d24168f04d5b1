"""Words of the sciences, by field; see `scoring.taggers.technical`."""

from __future__ import annotations

_MEDICINE = """
    abdomen abdominal abscess acne adrenal airway allele amino anaemia anaesthetic anemia anesthesia
    aneurysm antibiotic antibody antigen antiretroviral antiviral anus aorta apnea apnoea apnoeic arrhythmia
    arterial artery arthritic asthma ataxia autoimmune axillary axon bacteria bacterial bacterium baseline
    benign bicuspid biomarker biopsy bipolar bladder blastoma botulism bowel bronchi bronchial cadaver
    calcium cancerous cannula capillary carcinogen cardiac cartilage cataract catheter cavity cerebral
    cervical chemotherapy cholesterol chromosomal chromosome cirrhosis clavicle clinical clinically clot
    clotting cochlea colon colonic concussion congenital conjunctiva contraindicated cornea coronary cortex
    cutaneous cyst cytokine dementia dental dentin dentine dentist dermal dermatitis diabetes diabetic
    dialysis diaphragm diarrhea diarrhoea digoxin dna dosage dosing duct duodenum eczema edema embolism
    enamel endocrine endometrium endoscopy enzyme epidermis epilepsy epithelium esophagus eyelid femoral
    femur fetal fibrosis fistula follicle forceps fracture gallbladder ganglion gastric gene genetic genome
    gestation gingiva gland glaucoma glucose gum haemorrhage hemorrhage hepatic hepatitis hernia histology
    hormonal hormone hypertension hypothalamus hypoxia ibuprofen immune implant incision incisor infarction
    inflammation inhaler insulin intestinal intestine intravenous intubation iris ischemia jaundice jawbone
    keratin kidney larynx lesion leukaemia leukemia ligament liposome lithium liver lobe lumbar lupus lymph
    lymphatic lymphocyte lymphoma lyse macula malaria mammogram marker marrow medication melanoma membrane
    menopause metabolic metabolism metabolite metastasis metastatic microbe microbial microbiome migraine
    mitochondria molar morphine mucosa mucus mutation myeloma nasal nausea necrosis nephritis nerve neural
    neuron neurotransmitter nicotine node nodule nucleotide obesity ocular oesophagus oncologist oncology
    opioid optic oral orthopedic otitis ovarian ovary overdose palate palsy pancreas pancreatic parasitology
    pathogen pathologist pathology pediatric pelvic pelvis peptide periodontal phage phenotype pituitary
    placebo placenta plaque plasma platelet pneumonic polio polymerase polyp prostate prostatectomy protease
    protein psychiatric psychiatry psychosis pulmonary pulp rabies radiology radiotherapy receptor rectal
    relapse remission renal replicate resection respiratory retina retinal retrovirus rheumatoid ribosome
    rna saliva sarcoma scalp schizophrenia sclerosis scurvy sedation seizure sepsis sequencer sequencing
    serum sinus skeletal smallpox sperm spinal spleen stent sterile sternum steroid stomach stroke
    subcutaneous supine surgical suture synapse syndrome syphilis tendon tetanus therapeutic thigh thoracic
    thrombosis thyroid tibia tissue titanium tonsil tooth trachea transplant tremor trimester tuberculosis
    tumor tumour tympanic typhoid ulcer underbite ureter urinary urine uterine uterus vaccine vagina vagus
    valve vascular vein ventricle vertebra vertebrate vertigo viruses vitreous vomiting wrist zygote
""".split()
_LIFE = """
    alga algae amphibian anemone ant antennae anther apex aphid aquarium aquatic arthropod badger bamboo
    bark barnacle barracuda basin beaver bee beehive beetle benthic bindweed biomass biota bird bivalve boar
    bobcat botanical botanist botany bracken bract brambles bream bumblebee burrow bushland canopy carapace
    carnivore carp caterpillar cheetah chick chimpanzee chipmunk chlorophyll chrysalis clam cockroach cod
    colony conifer copepod coral cormorant coyote crab cricket crocodile crustacean cuttlefish cyanobacteria
    cypress deciduous deer diatom dolphin dragonfly duckling earthworm echolocation ecologist ecosystem eel
    egg egret elephant elk embryo epiphyte estuary falcon fauna feather fern ferret fin finch fish flagella
    fledgling flora flowering forage foraging frog fungal fungi fungus gannet gecko genus gill giraffe
    gorilla grasses grasshopper grassland gull habitat hamster hare hatchery hatchling hedgehog hedgerow
    herbivore heron herring hibernation hive honeybee hornet hyena inbreeding insect invertebrate ivy jaw
    jellyfish kelp kestrel kingfisher krill ladybird lagoon lamprey larva larvae larval lemur leopard lichen
    lizard lobster locust lynx mackerel magpie mammal mangrove marmot marsupial mayfly midge millipede
    minnow mite mollusc mollusk moose moss moth mussel nectar nematode nest nesting nettle niche nocturnal
    octopus octopuses offspring orangutan orca osprey otter ovule owl owlet oyster parasitoid parrotfish
    penguin perch perennial petal photosynthesis phytoplankton pigeon pike pistil plankton plumage pollen
    pollinator porpoise prey primate proboscis pupa pupae raptor reef reptile rhizome riparian rodent roost
    salamander salmon sapling seabird seagrass sedge seedling shark shellfish shoal shrimp shrub snail snake
    sparrow spawning species specimen spider spore spruce squid squirrel stamen starfish stoat stork
    subspecies swan symbiosis symbiotic tadpole talon taxonomy termite thistle thorax toad tortoise trout
    tuber tupelo turtle undergrowth urchin vegetation vole walrus warbler wasp waterfowl weevil wetland
    whale wildflower willow wolves woodland woodpecker worm wren yeast zoology zooplankton
""".split()
_MATTER = """
    absorption accelerator acetate acetic acid acidic adhesive adsorption aerosol aldehyde alkali alkaline
    allotrope alloy aluminium aluminum ammonia amorphous ampere anion anode antimatter antimony aqueous
    argon aromatic arsenic atom atomic barium baryon benzene beryllium bismuth boron boson bromine brownian
    buoyancy butane cadmium calcite calibrate calibration calorimeter capacitor carbon carbonate catalyst
    catalytic cathode cation centrifuge cesium chemicals chloride chlorine chlorite chromatography chromium
    cobalt coefficient coil collider colloid combustion compound condensate condensation conductivity
    convection copper cryogenic crystal crystalline cyclotron decay density detector deuterium diatomic
    dielectric diffraction diffusion diode dioxide dipole dissolve distillation doppler dwarf elasticity
    electric electrical electrode electrolysis electrolyte electromagnetic electron electrostatic emission
    emulsion endothermic enthalpy entropy equilibrium ethanol ether evaporate evaporation exothermic
    exponent fermentation fermion filtrate filtration fission flask fluid fluorescence focal formaldehyde
    frequency friction fusion galaxies gamma gaseous gases germanium glycol graphene graphite gravity hadron
    halide halogen harmonic helium hologram hydrate hydrocarbon hydrogen hydroxide hydroxyl impurities
    impurity inert inertia infrared iodine ion ionic ionize iridium iron isomer isotope joule kelvin ketone
    kinetic krypton lanthanum laser lattice lens lepton liquid lithosphere luminosity magnesium magnet
    magnetic magnetism manganese mesh metallic metalloid methane methanol microscope microscopy microwave
    mineral mole molecular molecule monomer muon nanometer nanoparticle nebula neon neutrino neutron nickel
    nitrate nitric nitride nitrogen nucleus nuclide optical orbit orbital oscillation oscillator osmosis
    oxidant oxidation oxide oxidize oxygen ozone palladium parsec particle pendulum peroxide petri ph phenol
    phosphate phosphine phosphorescent phosphorus photon pigment pipette planets plastic platinum plutonic
    plutonium polymer potassium precipitate prism propane proton pulsar pyrite quantum quark quartz
    radiation radioactive radium radon reactant reactor reagent redshift refraction refractive residue resin
    resistor resonance rubidium scattering scintillator selenium semiconductor silica silicate silicon
    smelter sodium solubility soluble solute solvent spectrometer spectroscopy stainless stoichiometric
    strontium styrene sublimation sulfate sulfide sulfur sulfuric sulphur superconductor supernova synthesis
    telescope tellurium temperature thermal thermodynamic thermometer thermostat thorium titration toluene
    torque troposphere tungsten ultrasonic ultraviolet uranium urea vacuum valence vanadium vapor vapour vat
    velocity viscosity viscous volt voltage wafer watt wavefunction wavelength xenon xray zeolite zinc
    zirconium
""".split()
_COUNTING = """
    abscissa actuarial actuary algebra algebraic amortization annuity anova arbitrage asymptote asymptotic
    audit autocorrelation axiom backtest balance-sheet bayes bayesian bimodal binomial bonds broker calculus
    callable cardinality centroid collinear commutative computable confounder congruent continuum
    convergence convex coordinate correlation cosine countable coupon covariance covariate covenant
    creditworthiness cumulative decile decimal denominator depreciation derivative determinant deviation
    differential diophantine discretization distribution dividend divisor earnings ebitda eigenvalue
    eigenvector endogenous equity ergodic estimator euclidean euros exogenous exponential factorial
    factorization fourier fractal futures gaussian geometry gradient graph hedging heteroskedastic histogram
    holomorphic hyperbola hypotenuse imputation inference injective intangible integral interpolation
    interquartile inverse isomorphic kurtosis laplace ledger lemma liabilities linear linearity liquidity
    logarithm logarithmic logistic lognormal markov matrices matrix median metric minimax modulo monte
    multicollinearity multivariate nonlinear normalisation normality normalization notation nullspace
    numerator optimisation optimization ordinal orthogonal outlier parabola parameter parametric percentile
    permutation pi poisson polygon polyhedron polynomial portfolio posterior probabilities probability
    proofs pythagorean quadratic quantile quantitative quartile quotient radius receivables reciprocal
    recurrence regression reinvested residual sample sampling scalar scatterplot securities semigroup
    shareholder sigma skewness solvency spline spreads squared stationarity statistic stochastic subgroup
    subordinated subset subtraction summation surd swap tail tangent tensor theorem theta topology tranche
    transpose trapezoid triangle trigonometry underwriting univariate validation valuation variance vertex
    volatility weighted write-down yields
""".split()
_EARTH = """
    accretion aftershock alluvial altitude anticline anticyclone aquifer archipelago aridity ash atmospheric
    avalanche barometer basalt bedrock blizzard boulder breccia brook caldera canyon catchment chalk clastic
    clay cliff climatology cloudburst continental crater cretaceous crevasse cumulonimbus cyclone cyclonic
    deglaciation delta deposit discharge dolomite downburst downdraft downdraught downpour downstream
    drizzle drought dune dyke earthquake epicenter erosion eruptive escarpment estuarine evaporites faulting
    fissure fjord flint floodplain floodwater fog forecaster foreshock fossil freshwater frontal fumarole
    gale geological geologist geology geothermal geyser glacial glaciated glacier gneiss gneissic gorge
    granite graupel groundwater gully gust gypsum hailstone hailstorm headland heatwave highlands hillside
    holocene humidity hydrological hydrologist hydrology iceberg icefall igneous isobar isthmus jetstream
    jurassic karst lahar landform landslip latitude lava leeward limestone lithology longitude lowland magma
    magmatic magnitude mantle maritime marsh massif meander meltwater mesa metamorphic meteor meteorologist
    meteorology millibar mineralogy mist moisture monsoon moraine mudflow mudslide mudstone nimbus oceanic
    outcrop overcast oxbow paleozoic permafrost plateau pleistocene plume polar precipitation precipitous
    pumice pyroclastic quake rainfall rapids ravine ridge rime riverbed rockfall saline sandbank sandbar
    sandstone sandstorm schist scree seabed seafloor seamount sediment sedimentary seismic seismogram
    seismograph seismologist shoreline sierra silt sinkhole sleet slope snow snowdrift snowfall snowline
    snowpack solstice squall stalactite steppe strata stratigraphic stratigraphy stratosphere stratum
    subduction subsidence talus tarn tectonic terrain thaw thermocline thunder thundercloud thunderstorm
    tidal tide topography tornado triassic tributary tsunami tuff tundra typhoon updraft volcanic volcanism
    volcano volcanologist wadi waterfall watershed waterspout weathering westerly whirlwind winds windward
    zenith
""".split()
SCIENCES = frozenset((*_MEDICINE, *_LIFE, *_MATTER, *_COUNTING, *_EARTH))
"""All of them, in the singular where both numbers are meant."""
