// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useId } from 'react';
import { fileKindWords } from '../../../api/calls/drafting/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Refusal } from '../../ui/Form.tsx';
import { kindNames } from '../../ui/files.ts';
import { useCall } from '../published/queries.ts';
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
  const { t, said } = useTranslate();
  const id = useId();
  const { upload, problem, busy } = useUploading(call);
  const { list } = useFormat();
  const kinds = useCall(call).data?.run?.fileKinds ?? [];
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
        accept={kinds.map((kind) => kindNames[kind]).join(',')}
        disabled={disabled || busy}
        onChange={({ target }) => choose(target)}
      />
      <p role="status" className="field-hint">
        {busy
          ? t('form.sending')
          : disabled
            ? t('attached.notYet')
            : t('attached.kinds', { kinds: list(kinds.map((kind) => said(fileKindWords[kind]))) })}
      </p>
      <Refusal problem={problem} />
    </div>
  );
}
