// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from 'react-router';
import type { createCycle } from '../../api/cycles/contract.ts';
import { useMay } from '../access/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { both } from '../plan/MilestoneFields.tsx';
import { useProgramme } from '../programmes/queries.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form, Refusal } from '../ui/Form.tsx';
import { Go } from '../ui/Go.tsx';
import { useKeptForm } from '../ui/kept.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { useTitle } from '../ui/title.ts';
import { Words } from '../ui/Words.tsx';
import { room, useDrafts } from './queries.ts';

function NewDraft() {
  const { t } = useTold();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { send, ...sending } = useSending<typeof createCycle>('POST', room);
  const { form, props } = useKeptForm({
    name: 'draft',
    empty: { it: '', en: '', startsOn: '', endsOn: '' },
    sending,
    send: ({ it, en, startsOn, endsOn }) =>
      send({ params: { programme }, input: { name: both(it, en), startsOn, endsOn } }),
    onDone: ({ key }) => navigate(to(`drafts/${key}`)),
  });
  return (
    <section aria-labelledby="new-draft-title" className="narrow">
      <h2 id="new-draft-title">{t('cycles.new')}</h2>
      <Form {...props} submit={t('cycles.create')}>
        <Field form={form} name="it" label={t('form.inItalian', { label: t('cycles.name') })} lang="it" required />
        <Field form={form} name="en" label={t('form.inEnglish', { label: t('cycles.name') })} lang="en" />
        <div className="field-pair">
          <Field form={form} name="startsOn" type="date" label={t('cycles.starts')} required />
          <Field form={form} name="endsOn" type="date" label={t('cycles.ends')} required />
        </div>
      </Form>
    </section>
  );
}

/** Plans that are being prepared, and a new one: for those who may see drafts. */
export function DraftsPage() {
  const { t } = useTold();
  const { span } = useFormat();
  const text = useText();
  const may = useMay();
  const { name } = useProgramme();
  const { data, error, refetch } = useDrafts();
  useTitle(t('cycles.drafts'), text(name).text);
  if (error && (error.status === 401 || error.status === 403))
    return (
      <div className="page narrow">
        <h1 className="lead">{t('cycles.notYours')}</h1>
        <Refusal problem={error} />
      </div>
    );
  if (error && !data) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={480} />;
  return (
    <div className="page">
      <section>
        <h1 className="lead">{t('cycles.lead', { count: data.items.length })}</h1>
        <p>{t('cycles.about')}</p>
        <ul className="items">
          {data.items.map((cycle) => (
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
    </div>
  );
}
