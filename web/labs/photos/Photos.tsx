// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ref } from '../../../api/contract.ts';
import type { addPhoto, removePhoto } from '../../../api/labs/photos/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import type { Lab } from '../directory/queries.ts';
import { Pictures } from './Pictures.tsx';

const room = '/api/v1/programmes/{programme}/labs/{lab}/photos';

/** Photos of a lab; keepers add and remove them. */
export function Photos({ lab, keeps }: { lab: Ref & Pick<Lab, 'photos'>; keeps: boolean }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const adding = useSending<typeof addPhoto>('PUT', room);
  const removing = useSending<typeof removePhoto>('DELETE', `${room}/{photo}`);
  const of = { programme, lab: lab.key };
  return (
    <Pictures
      title={t('entry.photos')}
      of={lab.photos}
      keeps={keeps}
      adding={{ ...adding, send: (query, file) => adding.send({ params: of, query, file }) }}
      removing={{ ...removing, send: (photo) => removing.send({ params: { ...of, photo } }) }}
    />
  );
}
