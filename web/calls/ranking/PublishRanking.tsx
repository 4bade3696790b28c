// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { publishRanking } from '../../../api/calls/ranking/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { useInstants } from '../../ui/instants.ts';
import { Answer } from '../../ui/states.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type Ranking, room, useRankings } from './queries.ts';

/** Ranking kinds that may follow the current one. */
function kindsAfter(rankings: readonly Ranking[]): Ranking['kind'][] {
  if (rankings.some(({ kind }) => kind === 'final')) return ['next'];
  return rankings.length > 0 ? ['provisional', 'final'] : ['provisional'];
}

interface PublishProps {
  call: WholeCall;
  rankings: readonly Ranking[];
}

/** Withdraws an assignee who gives up; the next in the ranking moves up. */
function GaveUp({
  rankings,
  gone,
  onGone,
}: Pick<PublishProps, 'rankings'> & { gone: number[]; onGone: (gone: number[]) => void }) {
  const { t } = useTranslate();
  const assigned = (rankings.at(-1)?.entries ?? []).filter(
    ({ outcome }) => outcome === 'assigned' || outcome === 'partial',
  );
  return (
    <fieldset className="field choices">
      <legend>{t('publishing.gaveUp')}</legend>
      {assigned.map(({ number, firm }) => (
        <label key={number} className="choice">
          <input
            type="checkbox"
            checked={gone.includes(number)}
            onChange={({ target }) => onGone(target.checked ? [...gone, number] : gone.filter((one) => one !== number))}
          />
          {number}. {firm}
        </label>
      ))}
    </fieldset>
  );
}

function Publishing({ call, rankings }: PublishProps) {
  const { instantOf, hint } = useInstants();
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [act, setAct] = useState('');
  const [until, setUntil] = useState('');
  const [gone, setGone] = useState<number[]>([]);
  const { send, problem, busy } = useSending<typeof publishRanking>('POST', room);
  const kinds = kindsAfter(rankings);
  const publish = async (kind: Ranking['kind']) => {
    const objectionsUntil = kind === 'provisional' ? instantOf(until) : null;
    const input = { kind, act, objectionsUntil, gaveUp: kind === 'next' ? gone : [] };
    await send({ params: { programme, call: call.key }, input });
  };
  return (
    <div className="form">
      <div className="field">
        <label htmlFor="ranking-act">{t('publishing.act')}</label>
        <input id="ranking-act" value={act} maxLength={200} onChange={({ target }) => setAct(target.value)} />
      </div>
      {kinds.includes('provisional') && (
        <div className="field">
          <label htmlFor="ranking-until">{t('publishing.objections')}</label>
          <p className="field-hint" id="ranking-until-hint">
            {t('publishing.objectionsHint')} {hint}
          </p>
          <input
            id="ranking-until"
            type="datetime-local"
            aria-describedby="ranking-until-hint"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </div>
      )}
      {kinds.includes('next') && <GaveUp rankings={rankings} gone={gone} onGone={setGone} />}
      {act.trim() === '' && <p className="muted">{t('publishing.actFirst')}</p>}
      {act.trim() !== '' &&
        kinds.map((kind) => (
          <AskTwice
            key={kind}
            label={t(`publishing.kinds.${kind}`)}
            question={t(`publishing.ask.${kind}`)}
            yes={t('publishing.yes')}
            problem={problem}
            busy={busy}
            onYes={() => publish(kind)}
          />
        ))}
    </div>
  );
}

/** Publishes the next ranking of a call with its act number. */
export function PublishRanking({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="publish-title">
      <h2 id="publish-title">{t('publishing.title')}</h2>
      <Answer of={useRankings(call.key)} height={160}>
        {({ items }) => (
          <>
            <p>{items.length === 0 ? t('publishing.none') : t(`publishing.last.${items.at(-1)?.kind ?? 'final'}`)}</p>
            {/* Reset per ranking: each ranking has its own act. */}
            <Publishing key={items.length} call={call} rankings={items} />
          </>
        )}
      </Answer>
    </section>
  );
}
