// SPDX-License-Identifier: AGPL-3.0-or-later
// Texts of the sample programme; city, firms and works are fictitious.
import { lines } from './sample-chance.ts';

/** key | italiano | english | sintesi | summary */
export const areas = lines(`
studi-ricerche | Studi e ricerche | Studies and research | Conoscere chi produce in città, dove e con quali effetti. | Knowing who makes things in the city, where and with what effect.
comunicazione | Comunicazione | Communication | Raccontare il programma, far incontrare chi produce e chi cerca. | Telling of the programme, bringing makers and those who seek them together.
laboratori-servizi | Laboratori e servizi | Labs and services | Aprire e rafforzare fablab, makerspace, hub e incubatori. | Opening and strengthening fablabs, makerspaces, hubs and incubators.
spazi-citta | Spazi della città | City spaces | Mappare gli spazi dismessi e rimetterli in uso, prima di tutto in periferia. | Mapping disused spaces and bringing them back into use, in the periphery first.
sostegno-investimenti | Sostegno agli investimenti | Investment support | Contributi e voucher per chi investe in produzione e innovazione. | Grants and vouchers for those who invest in production and innovation.
educazione-formazione-lavoro | Educazione, formazione e lavoro | Education, training and work | Competenze digitali e manuali, dalla scuola al lavoro. | Digital and manual skills, from school to work.`);

/** key | kind | italiano | english | partner | settore | sector; the first owns what has no other owner. */
export const organisations = lines(`
comune | public | Comune di Città campione | City of Città campione | founding
camera-commercio | public | Camera di Commercio campione | Sample Chamber of Commerce | founding
universita | university | Università campione | Sample University | founding
centro-studi | research | Centro studi sulla manifattura campione | Sample centre for manufacturing studies
fondazione | foundation | Fondazione campione per le arti e i mestieri | Sample foundation for arts and crafts
associazione-artigiani | association | Associazione artigiani campione | Sample craft association
rete-scuole | other | Rete delle scuole tecniche campione | Sample network of technical schools
rete-laboratori | association | Rete dei laboratori campione | Sample network of labs | later
sindacati | union | Consulta sindacale campione | Sample trade-union council
agenzia-lavoro | public | Agenzia campione per il lavoro | Sample job agency
regione | public | Regione campione | Sample Region
tessitura | firm | Tessitura campione | Sample weaving mill | founding | Tessile | Textiles
meccanica | firm | Officine meccaniche campione | Sample mechanical works | founding | Meccanica | Mechanics
arredi | firm | Arredi campione | Sample furniture makers | later | Arredo | Furniture`);

/** Owners of the milestones, by area. */
export const owners = [
  ['centro-studi', 'universita'],
  ['comune', 'associazione-artigiani'],
  ['rete-laboratori', 'comune', 'fondazione'],
  ['comune'],
  ['comune', 'camera-commercio'],
  ['rete-scuole', 'agenzia-lavoro', 'universita'],
];

/** Neighbourhoods of municipio 1 … 9. */
export const neighbourhoods = lines(`
Piazza Grande | Mercato Coperto | Porta Levante | Giardini Pensili
Borgo Tintoria | Cascina Bianca | Stazione Est
San Rocco | Ortaglia | Ponte Alto | Mulini
Villaggio Operaio | Fornaci | Roggia Nuova
Porta Meridiana | Canale | Lanificio | Tre Pozzi
Darsena | Borgo Fiume | San Lazzaro
Cedri | Ippodromo Vecchio | Campo Lungo | Belvedere
Filanda | Gasometro | Cascina Nuova
Isola Bassa | Scalo Nord | Serre | Prato Grande`);

export const streets = lines(`
via dei Tintori | via dei Cordai | via del Lanificio | via dei Fonditori | vicolo dei Setaioli | via della Filanda | via dei Battirame | via delle Concerie
via dei Vetrai | via del Maglio | via dei Carradori | via della Fornace | via dei Bottai | via del Mulino Vecchio | via dei Ramai | via della Gualchiera
via dei Liutai | via delle Telerie | via dei Sellai | via del Torchio | via dei Maniscalchi | via della Darsena | via dei Funai | via dei Gessatori
via dei Tipografi | via degli Orologiai | via della Ghiacciaia | via dei Ceramisti | via del Gasometro | via delle Officine | via dei Tessitori | via dello Scalo
via degli Argani | via della Dogana | via dei Lattonieri | via degli Intagliatori | via del Canapificio | via dei Calderai | via della Segheria | via dei Guantai`).flat();

/** kind | italiano | english */
export const labKinds = lines(`
fablab | Fablab | Fablab
makerspace | Makerspace | Makerspace
hub | Hub | Hub
coworking | Coworking | Coworking
fablab | Officina digitale | Digital workshop
incubator | Incubatore | Incubator
makerspace | Bottega aperta | Open workshop
accelerator | Acceleratore | Accelerator`);

/** kind | italiano | english */
export const spaceKinds = lines(`
building | Ex falegnameria | Former joinery
ground-floor | Locali a piano terra | Ground-floor premises
shed | Capannone | Shed
building | Ex tipografia | Former printing works
open-area | Area libera | Open area
ground-floor | Ex bottega | Former workshop
lot | Lotto artigiano | Craft lot
building | Ex scuola professionale | Former vocational school
shed | Ex deposito dei tram | Former tram depot
building | Ex maglificio | Former knitwear factory
ground-floor | Ex mercato rionale | Former local market
other | Ex magazzino ferroviario | Former railway store`);

/** state | kind | area (number) | italiano | english; the first twelve are those on show. */
export const calls = lines(`
concluded | space | 4 | Botteghe in periferia, prima edizione | Workshops in the periphery, first edition
concluded | investment | 5 | Macchine per produrre in città | Machines to make things in the city
concluded | voucher | 5 | Voucher digitali per gli artigiani | Digital vouchers for craftspeople
open | space | 4 | Botteghe in periferia, seconda edizione | Workshops in the periphery, second edition
evaluation | investment | 5 | Produrre senza scarti | Making without waste
concluded | register | 3 | Elenco qualificato dei laboratori | Qualified register of labs
open | challenge | 1 | Sfida: misurare gli effetti della manifattura urbana | Challenge: measuring the effect of urban manufacturing
future | space | 4 | Capannoni di via dello Scalo | Sheds of via dello Scalo
concluded | space | 4 | Piani terra in uso | Ground floors in use
open | register | 6 | Elenco dei maestri artigiani per le scuole | Register of master craftspeople for schools
evaluation | space | 4 | Area del Gasometro, usi temporanei | Gasometer area, temporary uses
future | cascade | 5 | Bando a cascata per la robotica leggera | Cascade call for light robotics
concluded | investment | 5 | Prima macchina, primo dipendente | First machine, first employee
concluded | cascade | 5 | Bando a cascata sui materiali circolari | Cascade call on circular materials
concluded | voucher | 6 | Voucher per tirocini in bottega | Vouchers for placements in workshops
concluded | space | 4 | Depositi e magazzini, usi produttivi | Depots and stores, productive uses
concluded | challenge | 3 | Sfida: il laboratorio aperto la sera | Challenge: the lab open in the evening
concluded | investment | 5 | Energia per le officine | Energy for workshops
open | voucher | 5 | Voucher per brevetti e marchi | Vouchers for patents and trade marks
evaluation | investment | 5 | Filiere corte della moda | Short supply chains in fashion`);

/** key | subject | area (number, 0 for none) | unit | better | first | target | italiano | english */
export const indicators = lines(`
jobs | outcome | 0 | count | higher | 5200 | 5900 | Addetti della manifattura | Workers in manufacturing
firms | outcome | 0 | count | higher | 612 | 700 | Imprese manifatturiere attive | Active manufacturing firms
new-firms | outcome | 5 | count | higher | 8 | 90 | Imprese nate con il programma | Firms born with the programme
space-reused | spaces | 4 | m2 | higher | 1200 | 24000 | Superficie rimessa in uso | Floor area back in use
lab-users | labs | 3 | count | higher | 310 | 900 | Persone che usano i laboratori ogni mese | People using the labs each month
award-days | calls | 5 | days | lower | 148 | 75 | Giorni dalla chiusura del bando all’assegnazione | Days from the closing of a call to the award
evening-opening | labs | 3 | share | higher | 0.18 | 0.5 | Laboratori aperti la sera | Labs open in the evening
open-day-visitors | participation | 2 | count | higher | 950 | 4000 | Visitatori delle giornate aperte | Visitors of the open days`);

/** area (number) | in atto | italiano | english */
export const initiatives = lines(`
1 | no | Osservatorio sulla manifattura urbana | Observatory on urban manufacturing
1 | no | Confronto con altre città | Comparison with other cities
1 | sì | Mappa delle competenze artigiane | Map of craft skills
2 | no | Marchio e sito del programma | Brand and site of the programme
2 | no | Giornate aperte della manifattura | Open days of manufacturing
2 | sì | Mostra itinerante «Fatto qui» | Travelling exhibition “Made here”
3 | no | Makerspace di quartiere | Neighbourhood makerspaces
3 | no | Incubatore della Darsena | Darsena incubator
3 | sì | Rete dei laboratori | Network of labs
4 | no | Censimento degli spazi dismessi | Census of disused spaces
4 | no | Regole per gli usi temporanei | Rules for temporary uses
4 | sì | Botteghe in periferia | Workshops in the periphery
5 | no | Fondo per le macchine | Fund for machines
5 | no | Voucher digitali | Digital vouchers
5 | sì | Microcredito artigiano | Craft microcredit
6 | no | Laboratori nelle scuole | Labs in schools
6 | no | Tirocini in bottega | Placements in workshops
6 | sì | Corsi serali di fabbricazione digitale | Evening courses in digital fabrication`);

/** kind | italiano | english */
export const context = lines(`
outcome-goal | Creare lavoro di qualità | Create good jobs
outcome-goal | Rigenerare le periferie | Regenerate the peripheries
outcome-goal | Rafforzare la coesione sociale | Strengthen social cohesion
method | Partire da ciò che c’è già | Start from what is already there
method | Sperimentare in piccolo e correggere | Try on a small scale and correct
method | Governare insieme a chi produce | Govern together with those who make
premise | La produzione torna vicino a chi consuma | Production comes back close to those who consume
premise | Tecnologie digitali alla portata delle botteghe | Digital technology within the reach of workshops
premise | Un immobile produttivo su nove è vuoto | One productive building in nine is empty
path | Ricerca e raccolta dei dati | Research and collection of data
path | Incontri in tutti i municipi | Meetings in every municipio
path | Approvazione del programma | Approval of the programme
policy | Fondo regionale campione per l’artigianato | Sample regional fund for crafts
policy | Piano campione per i quartieri | Sample plan for the neighbourhoods
participant | Associazioni di categoria | Trade associations
participant | Scuole e università | Schools and universities
participant | Fablab e makerspace | Fablabs and makerspaces
participant | Comitati di quartiere | Neighbourhood committees
strength | Tradizione tessile e meccanica | Textile and mechanical tradition
strength | Scuole tecniche vive | Lively technical schools
strength | Laboratori già in rete | Labs already in a network
strength | Spazi a costi contenuti | Spaces at moderate cost
weakness | Poche imprese con meno di dieci anni | Few firms less than ten years old
weakness | Bandi lunghi e difficili | Long and difficult calls
weakness | Collegamenti deboli con la periferia | Weak links with the periphery
weakness | Affitti brevi e incerti | Short and uncertain leases
proposal | Uno sportello unico per chi produce | A single desk for those who make things
proposal | Laboratori aperti la sera | Labs open in the evening
proposal | Canoni legati al reddito | Fees tied to income
proposal | Macchine in comune tra botteghe | Machines shared among workshops
governance | Advisory board di otto esperti | Advisory board of eight experts
governance | Relazione pubblica ogni sei mesi | Public report every six months`);
