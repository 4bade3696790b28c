// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Text } from '../../../api/contract.ts';
import type { Problem } from '../../http.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';

interface Picture {
  key: string;
  alt: Text;
  credit: string | null;
  address: string;
  /** Media type; an image if omitted. */
  type?: string;
}

interface Told {
  alt: string;
  altEn?: string;
  credit?: string;
}

interface Sending {
  problem: Problem | null;
  busy: boolean;
}

interface PicturesProps {
  title: string;
  of: readonly Picture[];
  keeps: boolean;
  /** Label of what is added, if not photos. */
  words?: { add: string; file: string; credit: string; removeAsk: string; accept: string };
  adding: Sending & { send: (told: Told, file: File) => Promise<unknown> };
  removing: Sending & { send: (key: string) => Promise<unknown> };
}

function Remove({ of, question, removing }: { of: Picture; question: string } & Pick<PicturesProps, 'removing'>) {
  const { t } = useTranslate();
  const text = useText();
  const { send, problem, busy } = removing;
  return (
    <AskTwice
      label={t('entry.remove')}
      name={`${t('entry.remove')}: ${text(of.alt).text}`}
      question={question}
      yes={t('photos.removeYes')}
      problem={problem}
      busy={busy}
      onYes={() => send(of.key)}
    />
  );
}

interface Typed {
  files: FileList | null;
  alt: string;
  altEn: string;
  credit: string;
}

type AddProps = Required<Pick<PicturesProps, 'words' | 'adding'>> & { onDone: () => void };

function Add({ words, adding: { send, problem, busy }, onDone }: AddProps) {
  const { t } = useTranslate();
  const form = useForm<Typed>({ defaultValues: { files: null, alt: '', altEn: '', credit: '' } });
  const id = `file-${words.add.replace(/\W/g, '')}`;
  const add = async ({ files, alt, altEn, credit }: Typed) => {
    const file = files?.[0];
    if (!file) return;
    await send({ alt, ...(altEn.trim() ? { altEn } : {}), ...(credit.trim() ? { credit } : {}) }, file);
    onDone();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={words.add} onSubmit={add} onCancel={onDone}>
      <div className="field">
        <label htmlFor={id}>{words.file}</label>
        <input id={id} type="file" accept={words.accept} required {...form.register('files')} />
      </div>
      <Both form={form} it="alt" en="altEn" label={t('photos.alt')} required />
      <Field form={form} name="credit" label={words.credit} />
    </Form>
  );
}

function Shown({ of: { address, alt, credit, type = 'image/*' } }: { of: Picture }) {
  const text = useText();
  return (
    <>
      {type.startsWith('image/') ? (
        <img src={address} alt={text(alt).text} loading="lazy" />
      ) : (
        <a href={address} download>
          {text(alt).text} (PDF)
        </a>
      )}
      {credit && <span className="entry-soft">{credit}</span>}
    </>
  );
}

/** Pictures of one item; keepers add and remove them. */
export function Pictures({ title, of, keeps, words: other, adding, removing }: PicturesProps) {
  const { t } = useTranslate();
  const [open, setOpen] = useState(false);
  const words = other ?? {
    add: t('photos.add'),
    file: t('photos.file'),
    credit: t('photos.credit'),
    removeAsk: t('photos.removeAsk'),
    accept: 'image/png,image/jpeg,image/webp,image/gif',
  };
  if (of.length === 0 && !keeps) return null;
  return (
    <section aria-label={title}>
      <ul className="photos">
        {of.map((one) => (
          <li key={one.key}>
            <Shown of={one} />
            {keeps && <Remove of={one} question={words.removeAsk} removing={removing} />}
          </li>
        ))}
      </ul>
      {keeps &&
        (open ? (
          <Add words={words} adding={adding} onDone={() => setOpen(false)} />
        ) : (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {words.add}
          </button>
        ))}
    </section>
  );
}
