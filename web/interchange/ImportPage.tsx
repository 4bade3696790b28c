// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMay, useMe } from '../access/queries.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { SignInFirst } from '../ui/SignInFirst.tsx';
import { useTitle } from '../ui/title.ts';
import { LabFiles } from './LabFiles.tsx';
import { LabImport } from './LabImport.tsx';
import { ModelImport } from './ModelImport.tsx';

/** Labs and machines from elsewhere into the register; for whoever runs it. */
export function ImportPage() {
  const { t } = useTold();
  const text = useText();
  const { name } = useProgramme();
  const may = useMay();
  const { isLoading } = useMe(true);
  useTitle(t('interchange.title'), text(name).text);
  if (isLoading) return null;
  if (!may('keep-register'))
    return (
      <div className="page narrow">
        <h1 className="lead">{t('interchange.notYours')}</h1>
        <SignInFirst about={t('interchange.signIn')} label={t('access.signIn.title')} />
      </div>
    );
  return (
    <div className="page">
      <section>
        <h1 className="lead">{t('interchange.lead')}</h1>
        <p className="prose">{t('interchange.about')}</p>
        <LabFiles />
      </section>
      <LabImport />
      <ModelImport />
    </div>
  );
}
