// SPDX-License-Identifier: AGPL-3.0-or-later
import type { help } from '../i18n/it/help.ts';
import { useTranslate } from '../i18n/translate.ts';

export type HelpTerm = keyof typeof help.help;

/** One-line explanation of a term, behind a disclosure. */
export function Help({ of }: { of: HelpTerm }) {
  const { t } = useTranslate();
  return (
    <details className="help">
      <summary>{t(`help.${of}.term`)}</summary>
      <p className="muted">{t(`help.${of}.line`)}</p>
    </details>
  );
}
