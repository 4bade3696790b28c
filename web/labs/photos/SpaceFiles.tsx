// SPDX-License-Identifier: AGPL-3.0-or-later
import type { addSpaceFile, removeSpaceFile } from '../../../api/labs/photos/contract.ts';
import type { Space } from '../../../api/spaces/directory/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Pictures } from './Pictures.tsx';

const room = '/api/v1/programmes/{programme}/spaces/{space}/files';
const pictures = 'image/png,image/jpeg,image/webp,image/gif';

interface SpaceFilesProps {
  space: Pick<Space, 'key' | 'files'>;
  kind: Space['files'][number]['kind'];
  keeps: boolean;
}

/** Photos or plans of a space; officials add and remove them. */
export function SpaceFiles({ space: { key: space, files }, kind, keeps }: SpaceFilesProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const adding = useSending<typeof addSpaceFile>('PUT', room);
  const removing = useSending<typeof removeSpaceFile>('DELETE', `${room}/{file}`);
  const plan = kind === 'plan';
  const words = {
    add: t(plan ? 'census.addPlan' : 'census.addPhoto'),
    file: t(plan ? 'census.planFile' : 'photos.file'),
    credit: t('census.credit'),
    removeAsk: t(plan ? 'census.removePlan' : 'photos.removeAsk'),
    accept: plan ? `${pictures},application/pdf` : pictures,
  };
  return (
    <Pictures
      title={t(plan ? 'census.plans' : 'census.photos')}
      of={files.filter((file) => file.kind === kind)}
      keeps={keeps}
      words={words}
      adding={{
        ...adding,
        send: (told, file) => adding.send({ params: { programme, space }, query: { kind, ...told }, file }),
      }}
      removing={{ ...removing, send: (file) => removing.send({ params: { programme, space, file } }) }}
    />
  );
}
