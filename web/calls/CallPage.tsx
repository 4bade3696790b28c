// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/states.tsx';
import { useTitle } from '../ui/title.ts';

export function CallPage() {
  const { t } = useTranslation();
  useTitle(t('calls.one'));
  return <Loading height={640} />;
}
