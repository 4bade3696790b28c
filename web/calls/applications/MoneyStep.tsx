// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react';
import { aidOf, centsOf } from '../../../api/calls/applications/rules.ts';
import { grantable, headroomCents } from '../../../api/calls/de-minimis/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Help } from '../../ui/Help.tsx';
import type { WholeCall } from '../published/queries.ts';
import type { Content } from './queries.ts';
import { eurOf, type StepProps, Typed } from './Typed.tsx';

/** Remaining de minimis allowance, computed with the same rule as on the server. */
function Headroom({
  content,
  call,
  day,
  known,
}: {
  content: Content;
  call: WholeCall;
  day: string;
  known: Content['aid'];
}) {
  const { t } = useTranslate();
  const { euro } = useFormat();
  const rule = call.run?.aidRule ?? null;
  if (rule === null) return null;
  const headroom = headroomCents([...aidOf(content), ...aidOf({ aid: known })], day);
  const had = known.reduce((sum, { amountEur }) => sum + amountEur, 0);
  const granted = grantable(centsOf(content.requestedEur), headroom, rule);
  const short = content.requestedEur !== null && granted < centsOf(content.requestedEur);
  return (
    <p role="status" className={short ? 'form-notice is-at-risk' : 'form-notice'}>
      {had > 0 && `${t('apply.known', { had: euro(had) })} `}
      {t('apply.headroom', { left: euro(headroom / 100) })}{' '}
      {short && t(`apply.beyond.${rule}`, { granted: euro(granted / 100) })}
    </p>
  );
}

type Aid = Content['aid'][number];

function AidLine({
  at,
  aid,
  onChange,
  onRemove,
}: {
  at: number;
  aid: Aid;
  onChange: (aid: Aid) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslate();
  const [amount, setAmount] = useState(String(aid.amountEur || ''));
  return (
    <fieldset className="field aid-line">
      <legend>{t('apply.aidOne', { number: at + 1 })}</legend>
      <div className="field-pair">
        <Typed
          name={`aid.${at}.on`}
          label={t('apply.aidOn')}
          type="date"
          value={aid.grantedOn}
          onChange={(grantedOn) => grantedOn && onChange({ ...aid, grantedOn })}
        />
        <Typed
          name={`aid.${at}.amount`}
          label={t('apply.aidAmount')}
          inputMode="decimal"
          value={amount}
          onChange={(typed) => {
            setAmount(typed);
            onChange({ ...aid, amountEur: eurOf(typed) ?? 0 });
          }}
        />
      </div>
      <button type="button" className="plain" onClick={onRemove}>
        {t('apply.aidRemove', { number: at + 1 })}
      </button>
    </fieldset>
  );
}

function AidList({ content, change, day }: StepProps & { day: string }) {
  const { t } = useTranslate();
  const { aid } = content;
  // Rows have no id: assign a local key that is stable when other rows are removed.
  const names = useRef<string[]>([]);
  while (names.current.length < aid.length) names.current.push(crypto.randomUUID());
  const remove = (at: number) => {
    names.current.splice(at, 1);
    set(aid.toSpliced(at, 1));
  };
  const set = (next: Aid[]) => change({ ...content, aid: next });
  return (
    <section>
      <h3>{t('apply.aid')}</h3>
      <Help of="aid" />
      <p className="field-hint">{t('apply.aidHint')}</p>
      {aid.map((one, at) => (
        <AidLine
          key={names.current[at]}
          at={at}
          aid={one}
          onChange={(changed) => set(aid.with(at, changed))}
          onRemove={() => remove(at)}
        />
      ))}
      <button type="button" className="button" onClick={() => set([...aid, { grantedOn: day, amountEur: 0 }])}>
        {t('apply.aidAdd')}
      </button>
    </section>
  );
}

/** Requested amount and earlier aid. */
export function MoneyStep({
  content,
  change,
  call,
  day,
  known,
}: StepProps & { call: WholeCall; day: string; known: Content['aid'] }) {
  const { t } = useTranslate();
  const { euro, share } = useFormat();
  const [typed, setTyped] = useState(content.requestedEur === null ? '' : String(content.requestedEur));
  const [cost, setCost] = useState(content.costEur === null ? '' : String(content.costEur));
  const { grantMinEur: least, grantMaxEur: most } = call;
  const within =
    least !== null && most !== null ? t('apply.between', { least: euro(least), most: euro(most) }) : undefined;
  const asked = content.requestedEur;
  const out = asked !== null && ((least !== null && asked < least) || (most !== null && asked > most));
  const covered = call.grantShare === null || content.costEur === null ? null : call.grantShare * content.costEur;
  const beyond =
    covered !== null && asked !== null && asked > covered && t('apply.beyondShare', { most: euro(covered) });
  return (
    <>
      {call.grantShare !== null && (
        <Typed
          name="costEur"
          label={t('apply.fields.cost')}
          value={cost}
          inputMode="decimal"
          hint={t('apply.shareHint', { share: share(call.grantShare) })}
          onChange={(next) => {
            setCost(next);
            change({ ...content, costEur: eurOf(next) });
          }}
        />
      )}
      <Typed
        name="requestedEur"
        label={t('apply.fields.requested')}
        value={typed}
        inputMode="decimal"
        hint={within}
        wrong={out ? within : beyond}
        onChange={(next) => {
          setTyped(next);
          change({ ...content, requestedEur: eurOf(next) });
        }}
      />
      {call.run?.aidRule && <AidList content={content} change={change} day={day} />}
      <Headroom content={content} call={call} day={day} known={known} />
    </>
  );
}
