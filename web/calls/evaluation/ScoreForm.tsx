// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { type Bilingual, useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import type { Score } from './queries.ts';

interface Judged {
  key: string;
  name: Bilingual;
  weight: number;
  scale: number;
}

interface ScoreFormProps {
  /** Key of the stored input. */
  name: string;
  label: string;
  submit: string;
  criteria: readonly Judged[];
  given: readonly Score[];
  sending: { problem: Problem | null; busy: boolean };
  send: (scores: Score[]) => Promise<unknown>;
  onDone: () => void;
}

/** Points per criterion within its scale, with a reason each. */
export function ScoreForm({ name, label, submit, criteria, given, sending, send, onDone }: ScoreFormProps) {
  const { t } = useTranslate();
  const text = useText();
  const { exact } = useFormat();
  const before = criteria.map(({ key }) => {
    const own = given.find(({ criterion }) => criterion === key);
    return { points: own ? String(own.points) : '', reason: own?.reason ?? '' };
  });
  const { form, props } = usePersistedForm({
    name,
    empty: { scores: before },
    sending,
    send: ({ scores }) =>
      send(
        criteria.map(({ key }, at) => ({
          criterion: key,
          points: Number(scores[at]?.points ?? 0),
          reason: scores[at]?.reason.trim() || null,
        })),
      ),
    onDone,
  });
  return (
    <Form {...props} submit={submit} label={label}>
      {criteria.map((criterion, at) => (
        <fieldset key={criterion.key} className="field score">
          <legend>
            {text(criterion.name).text}{' '}
            <span className="field-optional">
              {t('desk.scale', { scale: exact(criterion.scale), weight: exact(criterion.weight) })}
            </span>
          </legend>
          <Field
            form={form}
            name={`scores.${at}.points`}
            type="number"
            min="0"
            max={criterion.scale}
            step="0.01"
            label={t('desk.points')}
            required
          />
          <Field form={form} name={`scores.${at}.reason`} label={t('desk.reason')} rows={2} />
        </fieldset>
      ))}
    </Form>
  );
}
