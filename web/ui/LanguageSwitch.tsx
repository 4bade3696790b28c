// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages, useAddress } from './address.ts';

const names = { it: 'Italiano', en: 'English' } as const;

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, inLanguage } = useAddress();
  return (
    <nav className="languages" aria-label={t('page.language')}>
      {languages.map((one) => (
        <Link
          key={one}
          to={inLanguage(one)}
          replace
          lang={one}
          hrefLang={one}
          aria-current={one === language ? 'true' : undefined}
        >
          <abbr title={names[one]}>{one.toUpperCase()}</abbr>
        </Link>
      ))}
    </nav>
  );
}
