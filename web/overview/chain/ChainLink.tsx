// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../../i18n/told.ts';
import { Go } from '../../ui/Go.tsx';
import { chainOf } from './queries.ts';

/** From the page of one thing to the chain that passes through it. */
export function ChainLink({ kind, itemKey: key }: { kind: Parameters<typeof chainOf>[0]['kind']; itemKey: string }) {
  const { t } = useTold();
  return <Go to={chainOf({ kind, key })}>{t('chain.see')}</Go>;
}
