// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Earmark } from '../../../api/money/funds/contract.ts';
import { Bullet } from '../../charts/Bullet.tsx';
import { useCells } from '../../charts/cells.tsx';
import { useColumns } from '../../charts/columns.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Words } from '../../ui/Words.tsx';

function useEarmarkTable(earmarks: readonly Earmark[]) {
  const { t, text, amount, source, note } = useCells();
  const { share } = useColumns();
  const columns = [
    { key: 'name', header: t('money.earmarks.name'), value: ({ name }: Earmark) => text(name).text, rowHeader: true },
    {
      key: 'destination',
      header: t('money.earmarks.destination'),
      value: (one: Earmark) => text(one.destination).text,
    },
    amount<Earmark>('base', t('money.earmarks.baseOf'), ({ baseEur }) => baseEur, 'eur'),
    amount<Earmark>('reached', t('money.earmarks.reached'), ({ reachedEur }) => reachedEur, 'eur'),
    amount<Earmark>('unknown', t('money.earmarks.notAttributable'), (one) => one.notAttributableEur, 'eur'),
    share<Earmark>('share', t('money.earmarks.share'), (one) => one.share),
    share<Earmark>('target', t('money.earmarks.target'), ({ target }) => target),
    source<Earmark>(),
    note<Earmark>(),
  ];
  return { columns, rows: earmarks, rowKey: ({ key }: Earmark) => key };
}

function One({ earmark }: { earmark: Earmark }) {
  const { t } = useTranslate();
  const text = useText();
  const { euroWords } = useFormat();
  const { name, base, baseEur, reachedEur, notAttributableEur, share, target, note } = earmark;
  const of = `${euroWords(baseEur)}, ${t(`money.earmarks.base.${base}`)}`;
  const placed = baseEur - notAttributableEur;
  return (
    <div>
      <Bullet name={text(name).text} share={share} target={target} missing={t('money.earmarks.uncountable')} />
      <p className="bullet-note">
        {share === null
          ? t('money.earmarks.nothing', { base: of })
          : t('money.earmarks.parts', { reached: euroWords(reachedEur), placed: euroWords(placed), base: of })}
        {notAttributableEur > 0 && ' · '}
        {notAttributableEur > 0 && (
          <strong>{t('money.earmarks.unknown', { amount: euroWords(notAttributableEur) })}</strong>
        )}
      </p>
      {note && (
        <p className="bullet-note">
          <Words of={note} />
        </p>
      )}
    </div>
  );
}

/** Earmarked shares and actual shares, as far as they can be attributed. */
export function Earmarks({ earmarks }: { earmarks: readonly Earmark[] }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useEarmarkTable(earmarks);
  const known = earmarks.filter(({ share }) => share !== null);
  const met = known.filter(({ share, target }) => (share ?? 0) >= target).length;
  const title = known.length
    ? t('money.earmarks.title', { count: met, of: earmarks.length })
    : t('money.earmarks.titleUnknown', { count: earmarks.length });
  return (
    <Figure
      id="earmarks"
      title={title}
      subtitle={t('money.earmarks.subtitle')}
      table={table}
      source={earmarks[0]?.source}
      datedOn={updatedOn}
      owner={owner}
    >
      <div className="share-list">
        {earmarks.map((one) => (
          <One key={one.key} earmark={one} />
        ))}
      </div>
    </Figure>
  );
}
