// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format.ts';
import { useAddress } from './address.ts';

export function Footer({ changedAt }: { changedAt: string | null }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { age, day } = useFormat();
  return (
    <footer className="footer">
      <div className="column">
        <p>
          {changedAt && (
            <time dateTime={changedAt}>
              {t('page.updated', { age: age(changedAt, new Date()), date: day(changedAt) })}
            </time>
          )}
        </p>
        <p className="footer-links">
          <Link to={`/${language}`}>{t('page.programmes')}</Link>
          <a href="/api/v1/openapi.json">{t('page.api')}</a>
          <span>Officina · {t('page.licence')}</span>
        </p>
      </div>
    </footer>
  );
}
