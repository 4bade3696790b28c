// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Bilingual } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { Words } from './Words.tsx';

/** A paragraph that is recorded of something, where one is; `lead` says in bold what it is about. */
export function Prose({ of, lead }: { of: Bilingual | null; lead?: string }) {
  return (
    of && (
      <p className="prose">
        {lead && <strong>{lead}</strong>} <Words of={of} />
      </p>
    )
  );
}

/** What a thing is, and what must be known before its figures are believed. */
export function Described({ of: { summary, note } }: { of: { summary: Bilingual | null; note: Bilingual | null } }) {
  const { t } = useTold();
  return (
    <>
      <Prose of={summary} />
      {note && (
        <p className="caveat">
          <strong>{t('labs.caveat')}</strong> <Words of={note} />
        </p>
      )}
    </>
  );
}
