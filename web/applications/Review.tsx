// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WholeCall } from '../calls/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { Facts } from '../ui/Facts.tsx';
import type { Content } from './queries.ts';

const orNull = (said: string) => said.trim() || null;

/** What an application says, to be looked through and printed. */
export function Review({ call, content }: { call: WholeCall; content: Content }) {
  const { t } = useTold();
  const text = useText();
  const { euro, day, list } = useFormat();
  const { firm, project, requestedEur, answers, bonuses, lots, aid } = content;
  const { run, lotList } = call;
  const nameOf = (found: { name: Parameters<typeof text>[0] } | undefined, key: string) =>
    found ? text(found.name).text : key;
  const answered = (answer: boolean | string | undefined) =>
    typeof answer === 'string' ? orNull(answer) : answer ? t('apply.yes') : null;
  const money =
    call.budgetEur === null
      ? []
      : [[t('apply.fields.requested'), requestedEur === null ? null : euro(requestedEur)] as const];
  const had = aid.map(({ grantedOn, amountEur }) => `${euro(amountEur)}, ${day(grantedOn)}`).join('; ');
  const wanted = lots.map((key, at) => {
    const space = lotList.find((lot) => lot.key === key)?.space;
    return `${at + 1}. ${nameOf(space, key)}`;
  });
  const claimed = list(
    bonuses.map((key) =>
      nameOf(
        run?.bonuses.find((one) => one.key === key),
        key,
      ),
    ),
  );
  const said = project.trim() ? <span className="typed-words">{project}</span> : null;
  const facts = [
    [t('apply.fields.firmName'), orNull(firm.name)],
    [t('apply.fields.taxCode'), orNull(firm.taxCode)],
    [t('apply.fields.vatNumber'), orNull(firm.vatNumber)],
    ...(firm.linked.length > 0 ? [[t('apply.fields.linked'), list(firm.linked)] as const] : []),
    [t('apply.fields.project'), said],
    ...money,
    ...(had ? [[t('apply.aid'), had] as const] : []),
    ...(run?.requirements ?? []).map(({ key, name }) => [text(name).text, answered(answers[key])] as const),
    ...(lotList.length > 0 ? [[t('apply.fields.lots'), wanted.join('; ') || null] as const] : []),
    ...(claimed ? [[t('bids.bonuses.title'), claimed] as const] : []),
  ] as const;
  return <Facts facts={facts} />;
}
