// SPDX-License-Identifier: AGPL-3.0-or-later

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { findLabs } from '../../../api/labs/matching/contract.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { useTitle } from '../../ui/title.ts';
import { numberOrNull } from '../../ui/typed.ts';
import { AskLabs } from './AskLabs.tsx';
import type { Found, Sought } from './queries.ts';

const empty = {
  process: '',
  material: '',
  widthMm: null as number | null,
  depthMm: null as number | null,
  heightMm: null as number | null,
  quantity: null as number | null,
  byDay: '',
  near: '',
};
type Typed = typeof empty;

const pointForm = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

function pointOf(typed: string) {
  const [, latitude, longitude] = pointForm.exec(typed) ?? [];
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null;
}

const soughtOf = (typed: Typed): Sought => ({
  process: typed.process as Sought['process'],
  material: (typed.material || null) as NonNullable<Sought['material']> | null,
  widthMm: numberOrNull(typed.widthMm),
  depthMm: numberOrNull(typed.depthMm),
  heightMm: numberOrNull(typed.heightMm),
  quantity: numberOrNull(typed.quantity),
  byDay: typed.byDay || null,
  near: pointOf(typed.near),
});

interface SeekingProps {
  onFound: (found: Found, sought: Sought) => void;
}

/** Description of the job. */
function Seeking({ onFound }: SeekingProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { today } = useProgramme();
  const { processes, materials } = useTerms();
  const form = useForm<Typed>({ defaultValues: empty });
  const { send, problem, busy } = useSending<typeof findLabs>('POST', '/api/v1/programmes/{programme}/matches');
  const find = async (typed: Typed) => {
    const input = soughtOf(typed);
    onFound(await send({ params: { programme }, input }), input);
  };
  const none = { value: '', label: '—' };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('match.find')} onSubmit={find}>
      <Field form={form} name="process" label={t('match.process')} options={[none, ...processes]} required />
      <Field form={form} name="material" label={t('match.material')} options={[none, ...materials]} />
      <div className="field-pair">
        <Field form={form} name="widthMm" type="number" min="1" label={t('match.width')} />
        <Field form={form} name="depthMm" type="number" min="1" label={t('match.depth')} />
        <Field form={form} name="heightMm" type="number" min="1" label={t('match.height')} />
        <Field form={form} name="quantity" type="number" min="1" label={t('match.quantity')} />
        <Field form={form} name="byDay" type="date" min={today} label={t('match.byDay')} />
        <Field form={form} name="near" label={t('match.near')} />
      </div>
    </Form>
  );
}

/** A firm searches for labs that can do a job and contacts them. */
export function MatchPage() {
  const { t } = useTranslate();
  const text = useText();
  const { name } = useProgramme();
  const [answer, setAnswer] = useState<{ found: Found; sought: Sought; number: number }>();
  useTitle(t('match.title'), text(name).text);
  const keep = (found: Found, sought: Sought) =>
    setAnswer((last) => ({ found, sought, number: (last?.number ?? 0) + 1 }));
  return (
    <div className="page">
      <section>
        <h1 className="lead">{t('match.title')}</h1>
        <p className="prose">{t('match.about')}</p>
        <Seeking onFound={keep} />
      </section>
      {answer && <AskLabs key={answer.number} {...answer} />}
    </div>
  );
}
