// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { addPhoto, removePhoto } from '../../api/photos/contract.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import type { Lab } from '../labs/queries.ts';
import { useSending } from '../sending.ts';
import { AskTwice } from '../ui/AskTwice.tsx';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';

const room = '/api/v1/programmes/{programme}/labs/{lab}/photos';
type Photo = Lab['photos'][number];

function RemovePhoto({ lab, photo }: { lab: Lab; photo: Photo }) {
  const { t } = useTold();
  const text = useText();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof removePhoto>('DELETE', `${room}/{photo}`);
  return (
    <AskTwice
      label={t('entry.remove')}
      name={`${t('entry.remove')}: ${text(photo.alt).text}`}
      question={t('photos.removeAsk')}
      yes={t('photos.removeYes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params: { programme, lab: lab.key, photo: photo.key } })}
    />
  );
}

interface Typed {
  files: FileList | null;
  alt: string;
  altEn: string;
  credit: string;
}

function AddPhoto({ lab, onDone }: { lab: Lab; onDone: () => void }) {
  const { t } = useTold();
  const { programme } = useAddress();
  const form = useForm<Typed>({ defaultValues: { files: null, alt: '', altEn: '', credit: '' } });
  const { send, problem, busy } = useSending<typeof addPhoto>('PUT', room);
  const add = async ({ files, alt, altEn, credit }: Typed) => {
    const file = files?.[0];
    if (!file) return;
    const query = { alt, ...(altEn.trim() ? { altEn } : {}), ...(credit.trim() ? { credit } : {}) };
    await send({ params: { programme, lab: lab.key }, query, file });
    onDone();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('photos.add')} onSubmit={add} onCancel={onDone}>
      <div className="field">
        <label htmlFor="photo-file">{t('photos.file')}</label>
        <input
          id="photo-file"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          required
          {...form.register('files')}
        />
      </div>
      <Field form={form} name="alt" label={t('form.inItalian', { label: t('photos.alt') })} lang="it" required />
      <Field form={form} name="altEn" label={t('form.inEnglish', { label: t('photos.alt') })} lang="en" />
      <Field form={form} name="credit" label={t('photos.credit')} />
    </Form>
  );
}

/** The pictures of a lab; those who keep it add and remove them. */
export function Photos({ lab, keeps }: { lab: Lab; keeps: boolean }) {
  const { t } = useTold();
  const text = useText();
  const [adding, setAdding] = useState(false);
  if (lab.photos.length === 0 && !keeps) return null;
  return (
    <section aria-label={t('entry.photos')}>
      <ul className="photos">
        {lab.photos.map((photo) => (
          <li key={photo.key}>
            <img src={photo.address} alt={text(photo.alt).text} loading="lazy" />
            {photo.credit && <span className="entry-soft">{photo.credit}</span>}
            {keeps && <RemovePhoto lab={lab} photo={photo} />}
          </li>
        ))}
      </ul>
      {keeps &&
        (adding ? (
          <AddPhoto lab={lab} onDone={() => setAdding(false)} />
        ) : (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t('photos.add')}
          </button>
        ))}
    </section>
  );
}
