// SPDX-License-Identifier: AGPL-3.0-or-later
// Promises of the sample programme in its four half-years, and their histories.
import { lines } from './sample-chance.ts';

/** state | area (number) | weight | italiano | english | zone, cycle by cycle; no zone if city-wide */
export const promisedByCycle = [
  lines(`
on-time | 1 | 1 | Avvio dell’osservatorio sulla manifattura urbana | Start of the observatory on urban manufacturing
on-time | 2 | 1 | Pubblicazione del sito del programma | Publication of the programme’s site
on-time | 4 | 2 | Censimento degli spazi dismessi dei municipi 1–3 | Census of disused spaces in municipi 1–3
reached-late | 3 | 1 | Apertura del makerspace di via dei Tintori | Opening of the makerspace in via dei Tintori | borgo-tintoria
on-time | 5 | 1 | Pubblicazione del bando «Macchine per produrre in città» | Publication of the call “Machines to make things in the city”
on-time | 6 | 1 | Accordo con la rete delle scuole tecniche | Agreement with the network of technical schools
on-time | 4 | 1 | Primo avviso per le botteghe in periferia | First notice for workshops in the periphery | fornaci
reached-late | 1 | 0.5 | Rapporto sulle competenze artigiane | Report on craft skills
on-time | 3 | 1 | Nascita della rete dei laboratori | Birth of the network of labs | mercato-coperto
withdrawn | 2 | 0.5 | Mostra itinerante nei mercati rionali | Travelling exhibition in the local markets
reached-late-replanned | 4 | 1 | Regolamento sugli usi temporanei | Rules on temporary uses
on-time | 6 | 1 | Corso serale di modellazione 3D alla Filanda | Evening course in 3D modelling at Filanda | filanda
not-recorded | 5 | 1 | Convenzione per il microcredito artigiano | Agreement on craft microcredit
on-time | 2 | 1 | Prima giornata aperta della manifattura | First open day of manufacturing | piazza-grande`),
  lines(`
on-time | 4 | 2 | Censimento degli spazi dismessi dei municipi 4–6 | Census of disused spaces in municipi 4–6
reached-late | 3 | 2 | Apertura del fablab della Darsena | Opening of the Darsena fablab | darsena
on-time | 5 | 1 | Graduatoria di «Macchine per produrre in città» | Ranking of “Machines to make things in the city”
on-time | 6 | 1 | Laboratori di robotica in sei scuole | Robotics labs in six schools
on-time | 1 | 1 | Confronto con cinque città europee | Comparison with five European cities
reached-late | 4 | 1 | Consegna di otto botteghe in periferia | Handover of eight workshops in the periphery | ortaglia
on-time | 2 | 1 | Catalogo on line di chi produce in città | On-line catalogue of those who make in the city
reached-late-replanned | 3 | 1 | Officina mobile per i quartieri | Mobile workshop for the neighbourhoods
on-time | 5 | 1 | Avvio dei voucher digitali | Start of the digital vouchers
on-time | 6 | 0.5 | Venti tirocini in bottega | Twenty placements in workshops | mercato-coperto
not-recorded | 2 | 0.5 | Campagna nelle stazioni | Campaign in the stations
reached-late | 1 | 1 | Stima degli effetti sull’occupazione | Estimate of the effect on employment
on-time | 4 | 1 | Accordo con i proprietari dell’area del Gasometro | Agreement with the owners of the Gasometer area | gasometro
on-time | 3 | 1 | Elenco qualificato dei laboratori | Qualified register of labs`),
  lines(`
on-time | 6 | 1 | Corso di taglio laser per venti disoccupati | Laser-cutting course for twenty unemployed people | villaggio-operaio
on-time | 4 | 1 | Sopralluoghi nei capannoni di via dello Scalo | Inspections of the sheds in via dello Scalo | scalo-nord
reached-late | 3 | 1 | Apertura del makerspace di San Rocco | Opening of the San Rocco makerspace | san-rocco
on-time | 1 | 1 | Dati aperti sulla manifattura per municipio | Open data on manufacturing by municipio
reached-late | 5 | 2 | Erogazione dei primi voucher digitali | Payment of the first digital vouchers | porta-levante
on-time | 2 | 0.5 | Mostra «Fatto qui» alle Fornaci | “Made here” exhibition at Fornaci | fornaci
late | 4 | 2 | Consegna dei locali al piano terra di Ortaglia | Handover of the ground-floor premises at Ortaglia | ortaglia
on-time | 5 | 1 | Chiusura del bando «Produrre senza scarti» | Closing of the call “Making without waste”
reached-late-replanned | 6 | 1 | Officina didattica all’istituto tecnico del Belvedere | Teaching workshop at the Belvedere technical school | belvedere
late-forecast | 3 | 1 | Apertura serale di dieci laboratori | Evening opening of ten labs
silent | 2 | 1 | Bando per le giornate aperte d’autunno | Call for the autumn open days
replanned-twice | 4 | 2 | Cantiere dell’ex deposito dei tram | Works at the former tram depot | stazione-est
replanned-once | 3 | 3 | Apertura dell’incubatore della Darsena | Opening of the Darsena incubator | darsena
at-risk | 5 | 1 | Graduatoria di «Produrre senza scarti» | Ranking of “Making without waste”
on-track | 1 | 1 | Secondo rapporto sulla manifattura urbana | Second report on urban manufacturing
on-track | 6 | 1 | Quaranta tirocini in bottega | Forty placements in workshops | mercato-coperto
withdrawn | 1 | 0.5 | Indagine telefonica tra le imprese | Telephone survey among firms
on-track | 4 | 1 | Bando per i capannoni di via dello Scalo | Call for the sheds of via dello Scalo | scalo-nord
at-risk | 3 | 1 | Officina tessile condivisa del Lanificio | Shared textile workshop at Lanificio | lanificio
on-track | 2 | 1 | Seconda giornata aperta della manifattura | Second open day of manufacturing | piazza-grande
on-track | 5 | 1 | Convenzione con la Camera di Commercio per i marchi | Agreement with the Chamber of Commerce on trade marks | giardini-pensili
on-track | 4 | 1 | Censimento degli spazi dismessi dei municipi 7–9 | Census of disused spaces in municipi 7–9`),
  lines(`
planned | 3 | 2 | Apertura del makerspace di Scalo Nord | Opening of the Scalo Nord makerspace | scalo-nord
planned | 4 | 1 | Consegna dei capannoni di via dello Scalo | Handover of the sheds in via dello Scalo | scalo-nord
planned | 1 | 1 | Valutazione di medio periodo | Mid-term evaluation
planned | 5 | 1 | Avvio del bando a cascata per la robotica leggera | Start of the cascade call for light robotics
planned | 6 | 1 | Elenco dei maestri artigiani per le scuole | Register of master craftspeople for schools
planned | 2 | 0.5 | Guida alle botteghe della città | Guide to the city’s workshops
planned | 4 | 1 | Usi temporanei nell’area del Gasometro | Temporary uses in the Gasometer area | gasometro
planned | 3 | 1 | Macchine in comune tra i laboratori della rete | Machines shared among the network’s labs
planned | 6 | 1 | Corso per tecnici della manutenzione | Course for maintenance technicians | tre-pozzi
planned | 5 | 1 | Sportello unico per chi produce | Single desk for those who make things | piazza-grande`),
];

/** Reasons for re-plans: first word of the title | italiano | english, in order. */
export const replanReasons = lines(`
Regolamento | Il parere dei municipi è arrivato in ritardo. | The municipi gave their opinion late.
Officina | La fornitura delle macchine è slittata di un mese. | The delivery of the machines slipped by a month.
Cantiere | La gara è andata deserta ed è stata ripetuta. | The tender drew no bids and was repeated.
Cantiere | La bonifica del terreno è durata più del previsto. | Cleaning up the soil took longer than expected.
Apertura | Il collaudo degli impianti ha richiesto lavori non previsti. | Testing the systems called for unforeseen works.`);

export const withdrawalReasons = lines(`
Mostra | Sostituita dalle giornate aperte, che raggiungono più persone. | Replaced by the open days, which reach more people.
Indagine | I dati amministrativi la rendono superflua. | Administrative data make it needless.`);

/** Outcome notes; the last one is the default. */
export const outcomes = lines(`
Apertura | Aperto al pubblico. | Open to the public.
Consegna | Locali consegnati e collaudati. | Premises handed over and tested.
Corso | Svolto, con più iscritti del previsto. | Held, with more people enrolled than expected.
Mostra | Svolta, con più visitatori del previsto. | Held, with more visitors than expected.
Prima | Svolta, con più visitatori del previsto. | Held, with more visitors than expected.
Accordo | Firmato e pubblicato. | Signed and published.
* | Concluso; l’atto è pubblicato. | Concluded; the act is published.`);

/** Reasons for later forecasts: "italiano | english". */
export const forecastReasons = [
  'Mancano due pareri. | Two opinions are missing.',
  'Il lavoro richiede più tempo del previsto. | The work takes longer than expected.',
  'Un fornitore è in ritardo. | A supplier is late.',
];

/** Entries of a list for a title: those for its first word in turn, else the last one. */
export function sayingFor(list: string[][], title: string, turn = 0): string {
  const own = list.filter(([word]) => word === title.split(' ')[0]);
  const [, italian = '', english = ''] = own[turn % Math.max(1, own.length)] ?? list.at(-1) ?? [];
  return `${italian} | ${english}`;
}
