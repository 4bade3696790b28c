// SPDX-License-Identifier: AGPL-3.0-or-later

import type { readContext } from '../../../api/city/background/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { useSought } from '../../ui/sought.ts';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { Readings } from '../indicators/Readings.tsx';
import { Listening } from './Listening.tsx';
import { Points } from './Points.tsx';
import { Policies } from './Policies.tsx';
import { Premises } from './Premises.tsx';
import { entriesOf, useContextEntries } from './queries.ts';
import { Sources } from './Sources.tsx';

type Context = ReplyOf<typeof readContext>;

function Objective({ objective }: Pick<Context, 'objective'>) {
  const { t } = useTranslate();
  const { source } = useProgramme();
  if (!objective) return <h1 className="lead">{t('nav.context')}</h1>;
  return (
    <section className="record-notes">
      <p className="kicker">{t('context.objective')}</p>
      <h1 className="lead is-long">
        <Words of={objective} />
      </h1>
      <FigureNotes source={source} />
    </section>
  );
}

const jumps = ['goals', 'premises', 'listening', 'cities', 'policies', 'sources'] as const;

function Jumps({ items }: Pick<Context, 'items'>) {
  const { t } = useTranslate();
  const kinds: Partial<Record<(typeof jumps)[number], (typeof items)[number]['kind']>> = {
    goals: 'outcome-goal',
    premises: 'premise',
    listening: 'participant',
    cities: 'comparison-city',
    policies: 'policy',
  };
  const present = jumps.filter((jump) => !kinds[jump] || items.some(({ kind }) => kind === kinds[jump]));
  return (
    <nav className="switch jumps" aria-label={t('spaces.jumps.label')}>
      {present.map((jump) => (
        <a key={jump} href={jump === 'policies' || jump === 'sources' ? `#${jump}` : `#${jump}-title`}>
          {t(`context.jumps.${jump}`)}
        </a>
      ))}
    </nav>
  );
}

function Story({ context: { objective, items } }: { context: Context }) {
  const { t } = useTranslate();
  useSought();
  const of = (kind: Parameters<typeof entriesOf>[1]) => entriesOf(items, kind);
  return (
    <>
      <Objective objective={objective} />
      {items.length > 0 ? <Jumps items={items} /> : <Empty />}
      <Points id="goals" title={t('context.goals')} entries={of('outcome-goal')} numbered />
      <Points id="method" title={t('context.method')} entries={of('method')} numbered />
      <Premises entries={of('premise')} />
      <Points id="path" title={t('context.path')} entries={of('path')} numbered />
      <Listening items={items} />
      <Readings id="participation" title={t('context.participation')} subjects={['participation']} />
      <Points id="governance" title={t('context.governance')} entries={of('governance')} />
      <Points
        id="cities"
        title={t('context.cities')}
        subtitle={t('context.citiesWords')}
        entries={of('comparison-city')}
      />
      <Policies entries={of('policy')} />
      <Sources />
    </>
  );
}

export function ContextPage() {
  const { t } = useTranslate();
  return (
    <ReadPage of={useContextEntries()} title={t('nav.context')} height={1600}>
      {(context) => <Story context={context} />}
    </ReadPage>
  );
}
