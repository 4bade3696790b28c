// SPDX-License-Identifier: AGPL-3.0-or-later
import { fileOf } from '../../../api/calls/applications/rules.ts';
import { useZones } from '../../city/territory/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Attached, type Attachments } from '../attachments/Attached.tsx';
import type { WholeCall } from '../published/queries.ts';
import type { Content } from './queries.ts';

const orNull = (said: string) => said.trim() || null;

interface ReviewProps {
  call: WholeCall;
  content: Content;
  attachments: Attachments;
}

/** Names of the chosen lots and claimed bonuses. */
function useChosen({ call: { run, lotList }, content: { lots, bonuses } }: ReviewProps) {
  const text = useText();
  const { list } = useFormat();
  const nameOf = (found: { name: Parameters<typeof text>[0] } | undefined, key: string) =>
    found ? text(found.name).text : key;
  const wanted = lots.map((key, at) => {
    const space = lotList.find((lot) => lot.key === key)?.space;
    return `${at + 1}. ${nameOf(space, key)}`;
  });
  const bonusOf = (key: string) => run?.bonuses.find((one) => one.key === key);
  const claimed = list(bonuses.map((key) => nameOf(bonusOf(key), key)));
  const zones = useZones().data?.items ?? [];
  const zoneOf = (zone: string) =>
    nameOf(
      zones.find(({ key }) => key === zone),
      zone,
    );
  return { wanted: wanted.join('; ') || null, claimed, zoneOf };
}

/** Answers to the call's questions. */
function useAnswers({ call: { run }, content: { answers }, attachments }: ReviewProps) {
  const { t } = useTranslate();
  const text = useText();
  const answered = (answer: boolean | string | undefined) => {
    const hash = fileOf(answer);
    if (hash) return <Attached hash={hash} attachments={attachments} />;
    return typeof answer === 'string' ? orNull(answer) : answer ? t('apply.yes') : null;
  };
  return (run?.requirements ?? []).map(({ key, name }) => [text(name).text, answered(answers[key])] as const);
}

/** Printable summary of an application. */
export function Review(props: ReviewProps) {
  const { t } = useTranslate();
  const { euro, day, list } = useFormat();
  const { wanted, claimed, zoneOf } = useChosen(props);
  const answers = useAnswers(props);
  const { call, content } = props;
  const { firm, project, zone, requestedEur, costEur, aid } = content;
  const requested = requestedEur === null ? null : euro(requestedEur);
  const had = aid.map(({ grantedOn, amountEur }) => `${euro(amountEur)}, ${day(grantedOn)}`).join('; ');
  const said = project.trim() ? <span className="typed-words">{project}</span> : null;
  const facts = [
    [t('apply.fields.firmName'), orNull(firm.name)],
    [t('apply.fields.taxCode'), orNull(firm.taxCode)],
    [t('apply.fields.vatNumber'), orNull(firm.vatNumber)],
    ...(firm.linked.length > 0 ? [[t('apply.fields.linked'), list(firm.linked)] as const] : []),
    [t('apply.fields.project'), said],
    ...(zone ? [[t('apply.fields.zone'), zoneOf(zone)] as const] : []),
    ...(call.grantShare === null ? [] : [[t('apply.fields.cost'), costEur === null ? null : euro(costEur)] as const]),
    ...(call.budgetEur === null ? [] : [[t('apply.fields.requested'), requested] as const]),
    ...(had ? [[t('apply.aid'), had] as const] : []),
    ...answers,
    ...(call.lotList.length > 0 ? [[t('apply.fields.lots'), wanted] as const] : []),
    ...(claimed ? [[t('bids.bonuses.title'), claimed] as const] : []),
  ] as const;
  return <Facts facts={facts} />;
}
