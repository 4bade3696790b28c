// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId, useState, useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { useTranslate } from '../../i18n/translate.ts';
import { together } from '../../reading.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useCall, type WholeCall } from '../published/queries.ts';
import { type Desk, useDesk } from './queries.ts';
import { Scoring } from './Scoring.tsx';

const wide = window.matchMedia('(min-width: 1100px)');
const useWide = () =>
  useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed);
      return () => wide.removeEventListener('change', changed);
    },
    () => wide.matches,
  );

interface PlaceProps {
  call: WholeCall;
  desk: Desk;
  at: number;
  onAt: (at: number) => void;
}

/** One of two panes; its application is selected by list, button or arrow keys. */
function Place({ call, desk, at, onAt }: PlaceProps) {
  const { t } = useTranslate();
  const id = useId();
  const item = desk.items[at];
  const last = desk.items.length - 1;
  const turn = (by: number) => onAt(Math.min(Math.max(at + by, 0), last));
  const stateOf = ({ conflict, mine }: Desk['items'][number]) =>
    t(conflict ? 'desk.state.conflict' : mine.length > 0 ? 'desk.state.scored' : 'desk.state.open');
  if (!item) return null;
  return (
    <section aria-labelledby={`${id}-title`} className="place">
      <h2 id={`${id}-title`}>{t('desk.application', { number: item.number })}</h2>
      <div className="place-choice">
        <button type="button" className="plain" aria-disabled={at === 0} onClick={() => turn(-1)}>
          {t('desk.before')}
        </button>
        <label htmlFor={id} className="visually-hidden">
          {t('desk.choose')}
        </label>
        <select
          id={id}
          value={at}
          onChange={({ target }) => onAt(Number(target.value))}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            turn(by);
          }}
        >
          {desk.items.map((one, place) => (
            <option key={one.applicationId} value={place}>
              {t('desk.application', { number: one.number })} — {stateOf(one)}
            </option>
          ))}
        </select>
        <button type="button" className="plain" aria-disabled={at === last} onClick={() => turn(1)}>
          {t('desk.after')}
        </button>
      </div>
      <Scoring key={item.applicationId} call={call} desk={desk} item={item} />
    </section>
  );
}

function Both({ call, desk }: Pick<PlaceProps, 'call' | 'desk'>) {
  const { t } = useTranslate();
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(1);
  const two = useWide() && desk.items.length > 1;
  const scored = desk.items.filter(({ mine, conflict }) => conflict || mine.length > 0).length;
  // Never show the same application in both panes: its form would be duplicated.
  const choose = (set: (at: number) => void, other: number, from: number) => (at: number) => {
    if (!two || at !== other) return set(at);
    const further = at + Math.sign(at - from);
    if (desk.items[further]) set(further);
  };
  return (
    <>
      <section>
        <p className="kicker">
          <Go to={`calls/${call.key}`}>
            <Words of={call.name} />
          </Go>
        </p>
        <h1 className="lead">{t('desk.lead', { scored, count: desk.items.length })}</h1>
        <p className="muted">{t('desk.keys')}</p>
      </section>
      <div className={two ? 'places is-two' : 'places'}>
        <Place call={call} desk={desk} at={left} onAt={choose(setLeft, right, left)} />
        {two && <Place call={call} desk={desk} at={right} onAt={choose(setRight, left, right)} />}
      </div>
    </>
  );
}

/** An evaluator's desk: two applications side by side; other scores are hidden until all have scored. */
export function EvaluationPage() {
  const { t } = useTranslate();
  const { call = '' } = useParams();
  const desk = useDesk(call);
  const reading = together(useCall(call), desk);
  // Refused to evaluators while the applications are sealed, or after a declared conflict.
  if (desk.error?.status === 403 && desk.error.body.rule !== 'not-yours')
    return (
      <div className="page narrow">
        <h1 className="lead">{t('desk.title')}</h1>
        <Refusal problem={desk.error} />
      </div>
    );
  return (
    <ReadPage
      of={reading}
      title={t('desk.title')}
      named={([{ name }]) => name}
      height={640}
      refused={(problem) => <NotYours words={t('desk.notYours')} problem={problem} />}
    >
      {([found, own]) => <Both call={found} desk={own} />}
    </ReadPage>
  );
}
