// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { OnlyFor } from '../../ui/OnlyFor.tsx';
import { LabFiles } from './LabFiles.tsx';
import { LabImport } from './LabImport.tsx';
import { ModelImport } from './ModelImport.tsx';

/** Imports labs and machine models; for register administrators. */
export function ImportPage() {
  const { t } = useTranslate();
  return (
    <OnlyFor right="keep-register" title={t('interchange.title')} notYours={t('interchange.notYours')}>
      <div className="page">
        <section>
          <h1 className="lead">{t('interchange.lead')}</h1>
          <p className="prose">{t('interchange.about')}</p>
          <LabFiles />
        </section>
        <LabImport />
        <ModelImport />
      </div>
    </OnlyFor>
  );
}
