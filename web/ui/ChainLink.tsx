// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QueryOf } from '../../api/contract.ts';
import type { readChain } from '../../api/overview/chain/contract.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Go } from './Go.tsx';

export type From = NonNullable<QueryOf<typeof readChain>['from']>;

/** Path of the chain through an item. */
export const chainOf = ({ kind, key }: { kind: From; key: string }): string => `chain?of=${kind}:${key}`;

/** Link from an item's page to its chain. */
export function ChainLink({ kind, itemKey: key }: { kind: Parameters<typeof chainOf>[0]['kind']; itemKey: string }) {
  const { t } = useTranslate();
  return <Go to={chainOf({ kind, key })}>{t('chain.see')}</Go>;
}
