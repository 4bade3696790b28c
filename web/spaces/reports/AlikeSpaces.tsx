// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { SpaceLookalike } from './queries.ts';

/** Possible duplicates with reasons. */
export function AlikeSpaces({ of }: { of: readonly SpaceLookalike[] }) {
  const { t } = useTranslate();
  const { list } = useFormat();
  return (
    <ul className="items">
      {of.map(({ key, name, address, because }) => (
        <li key={key}>
          <Go to={`spaces/${key}`}>
            <Words of={name} />
          </Go>
          <span className="item-note">
            {[address, list(because.map((one) => t(`census.report.because.${one}`))), key].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
