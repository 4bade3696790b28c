// SPDX-License-Identifier: AGPL-3.0-or-later
// Agreement and events of the sample programme.
import { both, gap, history, lines, plus, type Row, slug } from './sample-chance.ts';
import type { Cycle } from './sample-fates.ts';

const agreementKey = 'laboratori-di-quartiere';

/** organisation | part | italiano | english */
const parties = lines(`
comune | lead | Apre e tiene aperti i laboratori. | Opens the labs and keeps them open.
regione | funder | Finanzia lavori e macchine. | Funds works and machines.
camera-commercio | funder | Contribuisce alle macchine in comune. | Contributes to the shared machines.
universita | participant | Mette a disposizione ricercatori e strumenti. | Makes researchers and instruments available.
rete-laboratori | participant | Organizza le aperture serali. | Organises the evening openings.`);

/** milestone | debtor | obligation after whose fulfilment it is due, else the signing */
const owed = lines(`
Apertura del fablab della Darsena | comune |
Apertura del makerspace di San Rocco | comune | apertura-del-fablab-della-darsena
Apertura serale di dieci laboratori | rete-laboratori |
Officina tessile condivisa del Lanificio | universita |`);

/** kind | state | days from today, or cycle number and days from its start | italiano | english | place | zone */
const events = lines(`
launch | held | 1 | 3 | Presentazione del programma | Presentation of the programme | Mercato Coperto | mercato-coperto
listening | held | 1 | 40 | Assemblea dei quartieri | Assembly of the neighbourhoods | Scuola campione, Filanda | filanda
roadshow | held | 2 | 30 | Il programma nei municipi: Borgo Fiume | The programme in the municipi: Borgo Fiume | Fablab della Darsena | borgo-fiume
roadshow | held | 2 | 95 | Il programma nei municipi: Lanificio | The programme in the municipi: Lanificio | Ex maglificio | lanificio
competition | held | 3 | 60 | Maratona delle idee per gli spazi vuoti | Marathon of ideas for empty spaces | Scalo Nord | scalo-nord
roadshow | cancelled | 3 | 75 | Il programma nei municipi: Serre | The programme in the municipi: Serre | Serre comunali | serre
forum | announced | 3 | 150 | Forum annuale della manifattura urbana | Annual forum on urban manufacturing | Piazza Grande | piazza-grande`);

/** event (number) | italiano | english | speakers */
const sessions = lines(`
1 | Saluti | Greetings | L’assessora al lavoro; il presidente della Camera di Commercio campione
1 | Le sei aree | The six areas | La direttrice del centro studi; il coordinatore della rete dei laboratori
5 | La sfida | The challenge | La responsabile del patrimonio
5 | Premiazione | Prizes | La giuria`);

const money = (amount: number) => amount.toFixed(2);

function contributionRows(regionEur: number, signedOn: string): Row[] {
  const given: [string, string, string, string][] = [
    ['regione', 'cash', money(regionEur), 'Lavori e macchine | Works and machines'],
    ['comune', 'cash', '650000.00', 'Locali e personale | Premises and staff'],
    ['camera-commercio', 'cash', '150000.00', 'Macchine in comune | Shared machines'],
    ['universita', 'in-kind', '', 'Ricercatori e strumenti | Researchers and instruments'],
  ];
  return given.map(([organisation, form, amount, name]) => ({
    key: `${agreementKey}.${organisation}`,
    agreement: agreementKey,
    organisation,
    ...both('name', name),
    origin: 'public',
    form,
    amount_eur: amount,
    source: 'piano',
    known_on: signedOn,
  }));
}

/** Each obligation is due on its milestone's first promised day, as a number of days after its event. */
function obligationRows(signedOn: string, milestones: Row[], promises: Row[]): Row[] {
  return owed.flatMap(([title = '', by = '', after = ''], at) => {
    const key = slug(title);
    const states = milestones.filter((row) => row.key === key);
    const due = promises.find((row) => row.milestone === key && row.number === '1')?.due_on;
    const fulfilled = milestones.find((row) => row.key === after && row.done_on)?.done_on;
    const from = after ? fulfilled : signedOn;
    const [first] = states;
    if (!first || !due || !from || due <= from) return [];
    return [
      {
        key,
        agreement: agreementKey,
        position: String(at + 1),
        name_it: first.name_it ?? '',
        name_en: first.name_en ?? '',
        owed_by: by,
        owed_to: 'regione',
        milestone: key,
        after_event: after ? 'obligation' : 'signing',
        after_obligation: after,
        after_days: String(gap(from, due)),
        source: 'piano',
        known_on: first.known_on ?? signedOn,
      },
    ];
  });
}

type Rows = Record<'fund' | 'milestone' | 'promise', Row[]>;
type Agreed = Record<'agreement' | 'agreement_party' | 'contribution' | 'obligation', Row[]>;

/** One agreement, signed at the start of the programme. */
export function agreementRows(signedOn: string, runsUntil: string, rows: Rows): Agreed {
  const regionEur = Number(rows.fund.find((fund) => fund.agreement === agreementKey)?.amount_eur ?? 0);
  const contribution = contributionRows(regionEur, signedOn);
  const total = contribution.reduce((sum, row) => sum + Number(row.amount_eur), 0);
  const common = { source: 'piano', known_on: signedOn };
  const agreement = {
    key: agreementKey,
    kind: 'programme-agreement',
    ...both('name', 'Accordo per i laboratori di quartiere | Agreement for neighbourhood labs'),
    area: 'laboratori-servizi',
    signed_on: signedOn,
    signed_precision: 'day',
    runs_until: runsUntil,
    runs_precision: 'day',
    total_eur: money(total),
    ...common,
  };
  const party = parties.map(([organisation = '', part = '', italian, english]) => ({
    key: `${agreementKey}.${organisation}`,
    agreement: agreementKey,
    organisation,
    part,
    ...both('commitment', `${italian} | ${english}`),
    ...common,
  }));
  return {
    agreement: [agreement],
    agreement_party: party,
    contribution,
    obligation: obligationRows(signedOn, rows.milestone, rows.promise),
  };
}

/** Events are announced three weeks ahead, then held or cancelled. */
export function eventRows(cycles: Cycle[], day0: string, today: string): Record<'event' | 'event_session', Row[]> {
  const event = events.flatMap(([kind = '', state = '', cycle, days, name = '', english = '', place, zone], at) => {
    const on = plus(cycles[Number(cycle) - 1]?.startsOn ?? day0, Number(days));
    const base = {
      key: slug(name),
      kind,
      ...both('name', `${name} | ${english}`),
      state: 'announced',
      held_on: on,
      held_precision: 'day',
      place: place ?? '',
      zone: zone ?? '',
      area: 'comunicazione',
      position: String(at + 1),
      source: 'piano',
    };
    const announced = plus(on, state === 'announced' ? -70 : -21);
    return history(
      base,
      [[announced, {}], ...(state === 'announced' ? [] : [[on, { state }] as [string, Row]])],
      today,
    );
  });
  const event_session = sessions.flatMap(([number, name, english, speakers = ''], at) => {
    const key = slug(events[Number(number) - 1]?.[4] ?? '');
    const held = event.find((row) => row.key === key && row.state === 'held');
    const position = sessions.slice(0, at + 1).filter(([other]) => other === number).length;
    if (!held) return [];
    return [
      {
        key: `${key}.${position}`,
        event: key,
        position: String(position),
        ...both('name', `${name} | ${english}`),
        speakers,
        source: 'piano',
        known_on: held.known_on ?? today,
      },
    ];
  });
  return { event, event_session };
}
