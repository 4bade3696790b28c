// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useMine } from '../applications/queries.ts';
import type { Attachments } from '../attachments/Attached.tsx';
import type { Run } from '../drafting/Declared.tsx';
import type { WholeCall } from '../published/queries.ts';
import { AnswerRequest, MakeObjection } from './Answering.tsx';
import { Dossier } from './Dossier.tsx';

/** The history of one's own application and the possible answers. Refetches after each answer. */
export function OwnDossier({ call, run, attachments }: { call: WholeCall; run: Run; attachments: Attachments }) {
  const { t } = useTranslate();
  const { deadline } = useFormat();
  const mine = useMine(call.key).data;
  const until = mine?.state === 'submitted' ? mine.objectionsUntil : null;
  const objecting = until !== null && mine !== undefined && mine.now < until;
  if (!mine || (mine.dossier.length === 0 && !objecting)) return null;
  const files = { ...attachments, files: mine.files };
  return (
    <section aria-labelledby="dossier-title">
      <h2 id="dossier-title">{t('dossier.title')}</h2>
      <Dossier
        entries={mine.dossier}
        run={run}
        attachments={files}
        actOf={({ kind, recordId }) =>
          kind === 'request' && <AnswerRequest key={recordId} call={call.key} record={recordId} attachments={files} />
        }
      />
      {objecting && (
        <>
          <p>{t('dossier.objecting', { at: deadline(until) })}</p>
          <MakeObjection call={call.key} attachments={files} />
        </>
      )}
    </section>
  );
}
