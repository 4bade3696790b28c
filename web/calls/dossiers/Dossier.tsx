// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { DossierEntry } from '../../../api/calls/dossiers/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Attached, type Attachments } from '../attachments/Attached.tsx';
import type { Run } from '../drafting/Declared.tsx';

interface DossierProps {
  entries: readonly DossierEntry[];
  run: Run;
  attachments: Attachments;
  /** Actions for a pending entry. */
  actOf: (entry: DossierEntry) => ReactNode;
}

function useHeadline(run: Run) {
  const { t } = useTranslate();
  const text = useText();
  return ({ kind, about, accepted }: DossierEntry) => {
    if (kind === 'decision') return t(accepted ? 'dossier.accepted' : 'dossier.rejected');
    const bonus = run.bonuses.find(({ key }) => key === about);
    return t(`dossier.kinds.${kind}`, { bonus: bonus ? text(bonus.name).text : '' });
  };
}

/** Chronological history of an application since its submission. */
export function Dossier({ entries, run, attachments, actOf }: DossierProps) {
  const { t } = useTranslate();
  const { second, deadline } = useFormat();
  const headline = useHeadline(run);
  if (entries.length === 0) return null;
  return (
    <ol className="dossier" aria-label={t('dossier.title')}>
      {entries.map((entry) => (
        <li key={entry.recordId}>
          <strong>{headline(entry)}</strong> <span className="muted">{second(entry.madeAt)}</span>
          {entry.until && (
            <p className={entry.open ? 'is-at-risk' : 'muted'}>{t('dossier.until', { at: deadline(entry.until) })}</p>
          )}
          {entry.words && <p className="typed-words">{entry.words}</p>}
          {entry.kind === 'replaced' && <p className="muted breakable">SHA-256: {entry.about}</p>}
          {entry.files.map((hash) => (
            <p key={hash}>
              <Attached hash={hash} attachments={attachments} />
            </p>
          ))}
          {entry.open && actOf(entry)}
        </li>
      ))}
    </ol>
  );
}
