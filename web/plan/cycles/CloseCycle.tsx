// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { closeCycle } from '../../../api/plan/cycles/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { textIn } from '../milestones/Acting.tsx';
import { room } from './queries.ts';

interface Typed {
  closedOn: string;
  act: string;
  learnt: Record<string, string>;
}

/** Pseudo-key for the whole programme; cannot clash with an area key. */
const whole = '_';

function CloseForm({ cycle, onDone }: { cycle: Cycle; onDone: () => void }) {
  const { t } = useTranslate();
  const text = useText();
  const { programme, language } = useAddress();
  const { today, areaList } = useProgramme();
  const { send, ...sending } = useSending<typeof closeCycle>('POST', `${room}/{cycle}/closing`);
  const close = ({ closedOn, act, learnt }: Typed) => {
    const reviews = Object.entries(learnt)
      .filter(([, words]) => words?.trim())
      .map(([area, words]) => ({ area: area === whole ? null : area, learnt: textIn(language, words.trim()) }));
    const input = { closedOn, reviews, ...(act.trim() ? { act: act.trim() } : {}) };
    return send({ params: { programme, cycle: cycle.key }, input, version: cycle.version });
  };
  const empty: Typed = { closedOn: today, act: '', learnt: {} };
  const { form, props } = usePersistedForm({ name: `close-cycle.${cycle.key}`, empty, sending, send: close, onDone });
  return (
    <Form {...props} submit={t('cycles.closeSend')} onCancel={onDone}>
      <p className="muted">{t('cycles.closeAbout')}</p>
      <Field form={form} name="closedOn" type="date" label={t('cycles.closedOn')} max={today} required />
      <Field form={form} name="act" label={t('cycles.closeAct')} />
      <Field form={form} name={`learnt.${whole}`} label={t('cycles.learntOf', { area: t('cycles.whole') })} rows={3} />
      {areaList.map(({ key, name }) => (
        <Field
          key={key}
          form={form}
          name={`learnt.${key}`}
          label={t('cycles.learntOf', { area: text(name).text })}
          rows={2}
        />
      ))}
    </Form>
  );
}

/** Closes an adopted cycle with its lessons learnt; requires permission to manage cycles. */
export function CloseCycle({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslate();
  const may = useMay();
  const [closing, setClosing] = useState(false);
  if (!may('keep-cycles') || cycle.closedOn) return null;
  return (
    <section aria-labelledby="close-title" className="narrow">
      <h2 id="close-title">{t('cycles.close')}</h2>
      {closing ? (
        <CloseForm cycle={cycle} onDone={() => setClosing(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setClosing(true)}>
          {t('cycles.close')}
        </button>
      )}
    </section>
  );
}
