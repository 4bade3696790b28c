// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/states.tsx';
import { useTitle } from '../ui/title.ts';

export function SourcePage() {
  const { t } = useTranslation();
  useTitle(t('context.source'));
  return <Loading height={640} />;
}
