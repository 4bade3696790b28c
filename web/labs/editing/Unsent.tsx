// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { discard, sendAnyway, useUnsent, type Unsent as Waiting } from '../../unsent.ts';

function One({ of: { id, label, form, refused, current }, onAgain }: { of: Waiting; onAgain: () => void }) {
  const { t } = useTranslate();
  return (
    <li>
      <strong>{label}</strong> {form && <Go to={form.page}>{t('unsent.reopen')}</Go>}
      {refused !== undefined && (
        <>
          <p>{current === undefined ? t('unsent.refused', { reason: refused }) : t('unsent.overtaken')}</p>
          <p className="form-ends">
            <button
              type="button"
              className="plain"
              onClick={() => {
                sendAnyway(id);
                onAgain();
              }}
            >
              {t(current === undefined ? 'unsent.again' : 'unsent.anyway')}
            </button>
            <button type="button" className="plain" onClick={() => discard(id)}>
              {t('unsent.discard')}
            </button>
          </p>
        </>
      )}
    </li>
  );
}

/** Offline edits that are not sent yet. */
export function Unsent() {
  const { t } = useTranslate();
  const { waiting, again } = useUnsent();
  if (waiting.length === 0) return null;
  return (
    <section className="unsent" role="status">
      <p>
        <strong>{t('unsent.title', { count: waiting.length })}.</strong> {t('unsent.about')}
      </p>
      <ul>
        {waiting.map((one) => (
          <One key={one.id} of={one} onAgain={again} />
        ))}
      </ul>
      <button type="button" className="button" onClick={again}>
        {t('unsent.again')}
      </button>
    </section>
  );
}
