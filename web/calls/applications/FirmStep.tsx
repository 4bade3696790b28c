// SPDX-License-Identifier: AGPL-3.0-or-later
import { isTaxCode, isVatNumber } from '../../../api/calls/firms/rules.ts';
import { useZones } from '../../city/territory/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { type StepProps, Typed } from './Typed.tsx';

const long = (code: string) => code.trim().length >= 11;

/** The applicant; codes are validated while typing with the same rule as on the server. */
export function FirmStep({ content, change }: StepProps) {
  const { t } = useTranslate();
  const { firm } = content;
  const set = (some: Partial<typeof firm>) => change({ ...content, firm: { ...firm, ...some } });
  const codeHint = (valid: boolean, hint?: string) => (valid ? t('apply.codeGood') : hint);
  const linked = firm.linked.join('\n');
  return (
    <>
      <Typed name="firm.name" label={t('apply.fields.firmName')} value={firm.name} onChange={(name) => set({ name })} />
      <Typed
        name="firm.taxCode"
        label={t('apply.fields.taxCode')}
        value={firm.taxCode}
        onChange={(taxCode) => set({ taxCode: taxCode.slice(0, 20) })}
        hint={codeHint(isTaxCode(firm.taxCode), t('apply.taxCodeHint'))}
        wrong={long(firm.taxCode) && !isTaxCode(firm.taxCode) && t('apply.codeWrong')}
      />
      <Typed
        name="firm.vatNumber"
        label={t('apply.fields.vatNumber')}
        value={firm.vatNumber}
        onChange={(vatNumber) => set({ vatNumber: vatNumber.slice(0, 20) })}
        hint={codeHint(isVatNumber(firm.vatNumber))}
        wrong={long(firm.vatNumber) && !isVatNumber(firm.vatNumber) && t('apply.codeWrong')}
      />
      <Typed
        name="firm.linked"
        label={t('apply.fields.linked')}
        value={linked}
        onChange={(typed) => set({ linked: typed === '' ? [] : typed.split('\n').map((one) => one.slice(0, 20)) })}
        hint={t('apply.linkedHint')}
        wrong={firm.linked.some((one) => long(one) && !isTaxCode(one)) && t('apply.codeWrong')}
        rows={2}
        optional
      />
    </>
  );
}

/** Project and place: the zone determines the periphery bonus. */
export function ProjectStep({ content, change }: StepProps) {
  const { t } = useTranslate();
  const text = useText();
  const zones = (useZones().data?.items ?? []).map(({ key, name, periphery }) => ({
    value: key,
    label: periphery ? t('apply.inPeriphery', { zone: text(name).text }) : text(name).text,
  }));
  return (
    <>
      <Typed
        name="project"
        label={t('apply.fields.project')}
        value={content.project}
        onChange={(project) => change({ ...content, project: project.slice(0, 20_000) })}
        hint={t('apply.projectHint')}
        rows={14}
      />
      <Typed
        name="zone"
        label={t('apply.fields.zone')}
        value={content.zone ?? ''}
        onChange={(zone) => change({ ...content, zone: zone || null })}
        hint={t('apply.zoneHint')}
        options={[{ value: '', label: '—' }, ...zones]}
        optional
      />
    </>
  );
}
