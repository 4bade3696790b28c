// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from 'react-router';
import type { createCycle } from '../../../api/plan/cycles/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { ReadPage } from '../../ui/states.tsx';
import { words } from '../../ui/typed.ts';
import { Words } from '../../ui/Words.tsx';
import { room, useDrafts } from './queries.ts';

function NewDraft() {
  const { t } = useTranslate();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { send, ...sending } = useSending<typeof createCycle>('POST', room);
  const { form, props } = usePersistedForm({
    name: 'draft',
    empty: { it: '', en: '', startsOn: '', endsOn: '' },
    sending,
    send: ({ it, en, startsOn, endsOn }) =>
      send({ params: { programme }, input: { name: words(it, en), startsOn, endsOn } }),
    onDone: ({ key }) => navigate(to(`drafts/${key}`)),
  });
  return (
    <section aria-labelledby="new-draft-title" className="narrow">
      <h2 id="new-draft-title">{t('cycles.new')}</h2>
      <Form {...props} submit={t('cycles.create')}>
        <Both form={form} it="it" en="en" label={t('cycles.name')} required />
        <div className="field-pair">
          <Field form={form} name="startsOn" type="date" label={t('cycles.starts')} required />
          <Field form={form} name="endsOn" type="date" label={t('cycles.ends')} required />
        </div>
      </Form>
    </section>
  );
}

/** Draft plans and the form for a new one; requires permission to see drafts. */
export function DraftsPage() {
  const { t } = useTranslate();
  const { span } = useFormat();
  const may = useMay();
  return (
    <ReadPage
      of={useDrafts()}
      title={t('cycles.drafts')}
      height={480}
      refused={(problem) => <NotYours words={t('cycles.notYours')} problem={problem} />}
    >
      {({ items }) => (
        <>
          <section>
            <h1 className="lead">{t('cycles.lead', { count: items.length })}</h1>
            <p>{t('cycles.about')}</p>
            <ul className="items">
              {items.map((cycle) => (
                <li key={cycle.key}>
                  <Go to={`drafts/${cycle.key}`}>
                    <Words of={cycle.name} />
                  </Go>
                  <span className="item-note">
                    {span(cycle.startsOn, cycle.endsOn)} · {t('cycles.count', { count: cycle.milestones })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          {may('keep-cycles') && <NewDraft />}
        </>
      )}
    </ReadPage>
  );
}
