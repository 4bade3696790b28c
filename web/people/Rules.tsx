// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { setProgramme } from '../../api/programmes/contract.ts';
import { useMay } from '../access/queries.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';

/** `fourEyes` is what was meant when the form was opened, whatever others decide meanwhile. */
function SwitchForm({ fourEyes, onDone }: { fourEyes: boolean; onDone: () => void }) {
  const { t } = useTold();
  const { programme } = useAddress();
  const form = useKept(`four-eyes.${programme}`, { why: '' });
  const { send, problem, busy } = useSending<typeof setProgramme>('PATCH', '/api/v1/programmes/{programme}/settings');
  const change = async ({ why }: { why: string }) => {
    await send({ params: { programme }, input: { fourEyes, why: why.trim() } });
    form.forget();
    onDone();
  };
  return (
    <Form
      form={form}
      problem={problem}
      busy={busy}
      submit={t(fourEyes ? 'rules.ask' : 'rules.waive')}
      onSubmit={change}
      onCancel={onDone}
    >
      <p className="muted">{t(fourEyes ? 'rules.askAbout' : 'rules.waiveAbout')}</p>
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} rows={2} required />
    </Form>
  );
}

/** What the programme asks of those who keep it. */
export function Rules() {
  const { t } = useTold();
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
