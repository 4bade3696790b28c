// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RegisterRequest } from '../../../api/labs/proposals/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { reportedIn } from './queries.ts';

/** The subject of a citizen's report: an existing space or a new one. */
export function ReportedSpace({ request }: { request: RegisterRequest }) {
  const { t } = useTranslate();
  const { wordOf } = useChoices();
  const { space } = request;
  const { name, kind, address, latitude, longitude, about } = reportedIn(request) ?? {};
  const point = latitude && longitude ? `${latitude}, ${longitude}` : null;
  return (
    <>
      <h3>
        {t('census.report.open')}:{' '}
        {space ? (
          <Go to={`spaces/${space.key}`}>
            <Words of={space.name} />
          </Go>
        ) : (
          name
        )}
      </h3>
      <p>{[kind && wordOf(spaceFields.kind, kind), address, point, about].filter(Boolean).join(' · ')}</p>
    </>
  );
}
