// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { setProgramme } from '../../../api/city/programmes/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';

/** `fourEyes` is the value when the form was opened, regardless of concurrent changes. */
function SwitchForm({ fourEyes, onDone }: { fourEyes: boolean; onDone: () => void }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof setProgramme>('PATCH', '/api/v1/programmes/{programme}/settings');
  const { form, props } = usePersistedForm({
    name: 'four-eyes',
    empty: { why: '' },
    sending,
    send: ({ why }) => send({ params: { programme }, input: { fourEyes, why: why.trim() } }),
    onDone,
  });
  return (
    <Form {...props} submit={t(fourEyes ? 'rules.ask' : 'rules.waive')} onCancel={onDone}>
      <p className="muted">{t(fourEyes ? 'rules.askAbout' : 'rules.waiveAbout')}</p>
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} rows={2} required />
    </Form>
  );
}

/** The programme's rules for editors. */
export function Rules() {
  const { t } = useTranslate();
  const may = useMay();
  const { fourEyes } = useProgramme();
  const [wanted, setWanted] = useState<boolean>();
  if (!may('keep-programme')) return null;
  return (
    <section aria-labelledby="rules-title" className="narrow">
      <h2 id="rules-title">{t('rules.title')}</h2>
      <p role="status">{t(fourEyes ? 'rules.asked' : 'rules.waived')}</p>
      {wanted === undefined ? (
        <button type="button" className="button" onClick={() => setWanted(!fourEyes)}>
          {t(fourEyes ? 'rules.waive' : 'rules.ask')}
        </button>
      ) : (
        <SwitchForm fourEyes={wanted} onDone={() => setWanted(undefined)} />
      )}
    </section>
  );
}
