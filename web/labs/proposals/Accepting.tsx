// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';

/** Choice between accepting and refusing a request. */
export function Accepting({ accepted, onAccepted }: { accepted: boolean; onAccepted: (accepted: boolean) => void }) {
  const { t } = useTranslate();
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t('requests.answer')}</legend>
      {([true, false] as const).map((one) => (
        <button key={String(one)} type="button" aria-pressed={one === accepted} onClick={() => onAccepted(one)}>
          {t(one ? 'requests.accept' : 'requests.refuse')}
        </button>
      ))}
    </fieldset>
  );
}
