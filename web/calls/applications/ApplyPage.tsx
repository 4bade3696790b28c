// SPDX-License-Identifier: AGPL-3.0-or-later
import { useParams } from 'react-router';
import { useTranslate } from '../../i18n/translate.ts';
import { together } from '../../reading.ts';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { NotFound, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useFilesAt } from '../attachments/queries.ts';
import { OwnDossier } from '../dossiers/OwnDossier.tsx';
import { Countdown, useRunState } from '../drafting/Countdown.tsx';
import type { Run } from '../drafting/Declared.tsx';
import { useCall, type WholeCall } from '../published/queries.ts';
import { type MyApplication, useAutosave, useMine } from './queries.ts';
import { Receipt } from './Receipt.tsx';
import { Review } from './Review.tsx';
import { Filling } from './Steps.tsx';

interface ApplyingProps {
  call: WholeCall;
  run: Run;
  first: MyApplication;
}

function Applying({ call, run, first }: ApplyingProps) {
  const { t } = useTranslate();
  const save = useAutosave(call.key, first);
  const state = useRunState(run);
  const { mine } = save;
  const open = state === 'open';
  // First-come calls accept one application per firm, unless it is withdrawn.
  const settled = call.procedure === 'first-come' && mine.state === 'submitted';
  const attachments = { files: mine.files, at: useFilesAt(call.key, 'firm') };
  return (
    <>
      <section>
        <p className="kicker">
          <Go to={`calls/${call.key}`}>
            <Words of={call.name} />
          </Go>
        </p>
        <h1 className="lead">{t(`apply.title.${mine.state}`)}</h1>
        <Countdown opensAt={run.opensAt} closesAt={run.closesAt} />
      </section>
      {mine.receipt && <Receipt call={call} mine={mine} open={open} onReply={save.onReply} />}
      <OwnDossier call={call} run={run} attachments={attachments} />
      {open && !settled && <Filling call={call} run={run} save={save} />}
      {(!open || settled) && (
        <section aria-labelledby="said-title">
          <h2 id="said-title">{t('apply.said')}</h2>
          {mine.state === 'draft' && <p className="refusal">{t('apply.neverSubmitted')}</p>}
          {mine.state !== 'none' && <Review call={call} content={mine.content} attachments={attachments} />}
          {mine.state === 'none' && <p>{t(state === 'announced' ? 'apply.notYet' : 'apply.over')}</p>}
        </section>
      )}
    </>
  );
}

/** A firm's application: steps, submission and receipt. */
export function ApplyPage() {
  const { t } = useTranslate();
  const { call = '' } = useParams();
  return (
    <ReadPage
      of={together(useCall(call), useMine(call))}
      title={t('bids.apply')}
      named={([{ name }]) => name}
      className="page narrow"
      height={640}
      refused={(problem) => <NotYours words={t('apply.notYours')} problem={problem} />}
    >
      {([found, mine]) =>
        found.run ? <Applying key={found.key} call={found} run={found.run} first={mine} /> : <NotFound />
      }
    </ReadPage>
  );
}
