// SPDX-License-Identifier: AGPL-3.0-or-later

import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described } from '../../ui/Prose.tsx';
import { Words } from '../../ui/Words.tsx';
import { standing, useCallDate } from './CallState.tsx';
import type { WholeCall } from './queries.ts';

function useSentence(): (call: WholeCall) => { text: string; silent?: string } {
  const { t } = useTranslate();
  const { at } = useFormat();
  const text = useText();
  const onDay = (date: string) => at({ date, precision: 'day' });
  return ({ name: named, state, opensOn, closesOn, concluded }) => {
    const name = text(named).text;
    if (state === 'concluded' && concluded) return { text: t('calls.lead.concludedOn', { name, date: at(concluded) }) };
    if (state === 'concluded') return { text: t('calls.lead.concluded', { name }) };
    if (state === 'open' && closesOn) return { text: t('calls.lead.open', { name, date: onDay(closesOn) }) };
    if (state === 'announced' && opensOn) return { text: t('calls.lead.announced', { name, date: onDay(opensOn) }) };
    if (state === 'under-evaluation' && closesOn)
      return { text: t('calls.lead.closed', { name, date: onDay(closesOn) }) };
    return { text: t('calls.lead.silentName', { name }), silent: t('calls.lead.silent') };
  };
}

/** The call's status in one sentence. */
export function CallLead({ call: read }: { call: WholeCall }) {
  const call = standing(read);
  const { t, said } = useTranslate();
  const { has } = useProgramme();
  const { text, silent } = useSentence()(call);
  const date = useCallDate()(call);
  return (
    <section>
      <p className="kicker">
        <Go to="spaces#calls">{t(has.spaces ? 'nav.spaces' : 'nav.calls')}</Go>
      </p>
      <h1 className="lead">
        {text}
        {silent && <em>{silent}</em>}.
      </h1>
      <p className="byline">
        <span>{said(callKindWords[call.kind])}</span>
        <span>
          <Go to={`areas/${call.area.key}`}>
            <Words of={call.area.name} />
          </Go>
        </span>
        {call.state !== 'concluded' && !call.run && date && <span>{date}</span>}
        <span>
          <ChainLink kind="call" itemKey={call.key} />
        </span>
      </p>
      <Described of={call} />
    </section>
  );
}
