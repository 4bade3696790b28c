// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import { awardStageWords } from '../../../api/calls/published/award.fields.ts';
import type { Chain, ChainItem, readChain } from '../../../api/overview/chain/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useRecipient } from '../../calls/published/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useReading } from '../../reading.ts';
import type { From } from '../../ui/ChainLink.tsx';

export type { Chain, ChainItem };

interface Of {
  from: From;
  key: string;
}

const pages: Record<From, string> = {
  area: 'areas/',
  milestone: 'milestones/',
  call: 'calls/',
  space: 'spaces/',
  organisation: 'organisations/',
  award: 'awards/',
  zone: 'periphery#',
};

/** The item's own page. */
export const pageOf = ({ kind, key }: { kind: From; key: string }): string => `${pages[kind]}${key}`;

/** The item in the address whose chain is shown; undefined for the whole chain. */
export function useAsked(): Of | undefined {
  const [search] = useSearchParams();
  const [kind = '', key = ''] = (search.get('of') ?? '').split(':');
  return kind in pages && key ? { from: kind as From, key } : undefined;
}

/** The id of the requested item, as in the chain's items. */
export const hereOf = ({ of }: Chain): string | undefined => (of ? `${of.kind}:${of.key}` : undefined);

export const useChain = (of: Of | undefined) =>
  useReading<typeof readChain>('/api/v1/programmes/{programme}/chain', {}, of ?? {});

/** Label and place of an item; an award is labelled by its outcome. */
export function useItemWords(): (item: ChainItem) => { name: string; lang?: 'it' | undefined; state: string } {
  const { t, said } = useTranslate();
  const { wordOf } = useChoices();
  const text = useText();
  const { when, day, euroShort } = useFormat();
  const recipientOf = useRecipient();
  const stateOf = ({ kind, done, callState, spaceState }: ChainItem) => {
    if (kind === 'milestone') return done ? t('chain.reached', { date: when(done) }) : t('chain.notReached');
    if (callState) return t(`calls.state.${callState}`);
    return spaceState ? wordOf(spaceFields.state, spaceState) : '';
  };
  return (item) => {
    const { award } = item;
    if (!award) return { name: item.name ? text(item.name).text : '', state: stateOf(item) };
    const { stage, openedOn, amountEur, recipients } = award;
    const outcomes = [
      recipients > 1 && recipientOf({ ...award, organisation: null }),
      stage === 'opened' && openedOn && t('chain.since', { date: day(openedOn) }),
      amountEur !== null && euroShort(amountEur),
    ];
    const stageWord = said(awardStageWords[stage]);
    const name = stageWord.charAt(0).toUpperCase() + stageWord.slice(1);
    return { name, state: outcomes.filter(Boolean).join(' · ') };
  };
}
