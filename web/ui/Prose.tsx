// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Bilingual } from '../i18n/text.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Words } from './Words.tsx';

/** An optional paragraph; `lead` is a bold label. */
export function Prose({ of, lead }: { of: Bilingual | null; lead?: string }) {
  return (
    of && (
      <p className="prose">
        {lead && <strong>{lead}</strong>} <Words of={of} />
      </p>
    )
  );
}

/** What an item is, and caveats about its figures. */
export function Described({ of: { summary, note } }: { of: { summary: Bilingual | null; note: Bilingual | null } }) {
  const { t } = useTranslate();
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
