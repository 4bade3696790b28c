// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Right } from '../../api/contract.ts';
import { useText } from '../i18n/text.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useProgramme } from '../programme.ts';
import { useMay, useMe } from '../session.ts';
import { SignInFirst } from './SignInFirst.tsx';
import { useTitle } from './title.ts';

interface OnlyForProps {
  right: Right;
  title: string;
  /** Message for readers without permission: who may see the page. */
  notYours: string;
  children: ReactNode;
}

/** Renders a page only with a permission; otherwise says who may see it and links to sign-in. */
export function OnlyFor({ right, title, notYours, children }: OnlyForProps) {
  const { t } = useTranslate();
  const text = useText();
  const may = useMay();
  const { name } = useProgramme();
  const { isLoading } = useMe(true);
  useTitle(title, text(name).text);
  if (isLoading) return null;
  if (may(right)) return children;
  return (
    <div className="page narrow">
      <h1 className="lead">{notYours}</h1>
      <SignInFirst about={t('interchange.signIn')} label={t('access.signIn.title')} />
    </div>
  );
}
