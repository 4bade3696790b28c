// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import { sourceKindWords } from '../../../api/city/background/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useSource, type WholeSource } from './queries.ts';
import { TakenItems } from './TakenItems.tsx';

function Recorded({ source }: { source: WholeSource }) {
  const { t, said } = useTranslate();
  const { when } = useFormat();
  const { publisher, kind, published, document, url, licence, note } = source;
  const facts = [
    [t('context.sources.publisher'), publisher],
    [t('labs.kind'), said(sourceKindWords[kind])],
    [t('context.sources.published'), published && when(published)],
    [t('context.sources.document'), document],
    [t('context.sources.address'), url && <a href={url}>{url.replace(/^https?:\/\//, '')}</a>],
    [t('context.sources.licence'), licence],
    [t('indicators.note'), note && <Words of={note} />],
  ] as const;
  return <Facts facts={facts} />;
}

function One({ source }: { source: WholeSource }) {
  const { t, said } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  return (
    <>
      <section className="record-notes">
        <p className="kicker">
          <Go to="context#sources">{t('context.sources.all')}</Go>
        </p>
        <h1 className="lead">
          <Words of={source.title} />
        </h1>
        <p className="byline">
          <span>{said(sourceKindWords[source.kind])}</span>
          <span>{t('context.sources.items', { count: source.taken })}</span>
        </p>
        <Recorded source={source} />
        <FigureNotes datedOn={updatedOn} owner={owner} />
      </section>
      {source.items.length === 0 && <p className="muted">{t('context.sources.nothing')}</p>}
      <TakenItems source={source} />
      <History of={`sources/${source.key}`} />
    </>
  );
}

export function SourcePage() {
  const { t } = useTranslate();
  const { source = '' } = useParams();
  return (
    <ReadPage of={useSource(source)} title={t('context.source')} named={({ title }) => title} height={900}>
      {(found) => <One source={found} />}
    </ReadPage>
  );
}
