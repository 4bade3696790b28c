// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { Refusal } from '../../ui/Form.tsx';
import { type Attachment, useRemoving } from './queries.ts';

interface RemoveFileProps {
  call: string;
  file: Pick<Attachment, 'sha256' | 'name'>;
  onRemoved?: () => void;
}

/** Deletes a file that the firm has attached. */
export function RemoveFile({ call, file, onRemoved }: RemoveFileProps) {
  const { t } = useTranslate();
  const { remove, problem, busy } = useRemoving(call);
  // The error is shown below.
  const act = () => remove(file.sha256).then(onRemoved, () => undefined);
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-label={t('attached.removeOf', { name: file.name })}
        aria-disabled={busy}
        onClick={() => (busy ? undefined : act())}
      >
        {t('attached.remove')}
      </button>
      <Refusal problem={problem} />
    </>
  );
}
