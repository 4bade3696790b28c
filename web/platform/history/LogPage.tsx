// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Filters } from '../../ui/Filters.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { useTitle } from '../../ui/title.ts';
import { useChangeWords } from './Happened.tsx';
import { LogEntries } from './LogEntries.tsx';
import { filters, kinds, useLog, useLogAddress } from './log.queries.ts';

/** Item types as options, parts after their parent. */
function LogFilters({ pages: { items, total, totalIsExact } }: { pages: ReturnType<typeof useLog> }) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const { ofKind, ofTable, tables } = useChangeWords();
  const choices = [
    { name: 'actor', label: t('log.filter.actor') },
    {
      name: 'table',
      label: t('log.filter.table'),
      options: tables.map((value) => ({ value, label: ofTable(value) })),
    },
    { name: 'kind', label: t('log.filter.kind'), options: kinds.map((value) => ({ value, label: ofKind(value) })) },
    { name: 'from', label: t('log.filter.from'), type: 'date' as const },
    { name: 'to', label: t('log.filter.to'), type: 'date' as const },
  ];
  const found = t(totalIsExact ? 'log.found' : 'log.foundMore', { count: total, figure: number(total) });
  return <Filters choices={choices} {...(items ? { found } : {})} />;
}

function Download() {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const filtered = filters.some((name) => search.get(name));
  return (
    <p className="ways">
      <a href={useLogAddress('excel')} download>
        {t('log.excel')}
      </a>
      <a href={useLogAddress()} download>
        {t(filtered ? 'log.csvFiltered' : 'log.csv')}
      </a>
    </p>
  );
}

/** The full log with names; for administrators. */
export function LogPage() {
  const { t } = useTranslate();
  const text = useText();
  const { name } = useProgramme();
  const pages = useLog();
  useTitle(t('nav.log'), text(name).text);
  const { error } = pages;
  if (error && (error.status === 401 || error.status === 403))
    return <NotYours words={t('log.notYours')} problem={error} />;
  return (
    <section>
      <h1 className="lead">{t('log.lead')}</h1>
      <p className="muted">{t('log.about')}</p>
      <LogFilters pages={pages} />
      <Download />
      <Listing pages={pages} nothing={t('log.none')}>
        {(changes) => <LogEntries changes={changes} />}
      </Listing>
    </section>
  );
}
