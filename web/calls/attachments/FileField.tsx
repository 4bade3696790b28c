// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useId } from 'react';
import { useTranslate } from '../../i18n/translate.ts';
import { Refusal } from '../../ui/Form.tsx';
import { documentNames } from '../../ui/files.ts';
import { type Attachment, useUploading } from './queries.ts';

interface FileFieldProps {
  call: string;
  label: ReactNode;
  /** Called with the uploaded file as stored by the server. */
  onReceived: (file: Attachment) => void;
  /** Files can be sent only after the application is created. */
  disabled?: boolean;
}

/** A file input that uploads on selection. */
export function FileField({ call, label, onReceived, disabled = false }: FileFieldProps) {
  const { t } = useTranslate();
  const id = useId();
  const { upload, problem, busy } = useUploading(call);
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // The error is shown below; the selection stays.
    const received = await upload(file).catch(() => undefined);
    if (!received) return;
    input.value = '';
    onReceived(received);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={documentNames}
        disabled={disabled || busy}
        onChange={({ target }) => choose(target)}
      />
      <p role="status" className="field-hint">
        {busy ? t('form.sending') : disabled ? t('attached.notYet') : t('attached.kinds')}
      </p>
      <Refusal problem={problem} />
    </div>
  );
}
