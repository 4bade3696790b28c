// SPDX-License-Identifier: AGPL-3.0-or-later
import type { moveSpace } from '../../../api/spaces/directory/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { nextByHand } from '../../../api/spaces/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useProgramme } from '../../programme.ts';
import { useActingOn } from '../../sending.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAddress } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import type { Space } from './queries.ts';
import type { SpaceFormProps } from './SpaceForm.tsx';

function MoveForm({ space, onDone, onCancel }: SpaceFormProps) {
  const { t } = useTranslate();
  const { wordOf, optionsOf } = useChoices();
  const { programme, language } = useAddress();
  const { day } = useProgramme();
  const { act, current, ...sending } = useActingOn<typeof moveSpace, Space>(
    'POST',
    '/api/v1/programmes/{programme}/spaces/{space}/state',
    space,
  );
  const states = nextByHand[space.state];
  const { form, props, again } = usePersistedForm({
    name: `space.${space.key}.state`,
    empty: { state: states[0] as string, on: day, reason: '' },
    sending,
    send: ({ state, on, reason }) =>
      act({ programme, space: space.key }, { state: state as Space['state'], on, reason: textIn(language, reason) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('census.move.send')} onCancel={onCancel}>
      <Field
        form={form}
        name="state"
        label={t('census.move.state')}
        options={optionsOf(spaceFields.state, states)}
        required
      />
      <Field form={form} name="on" type="date" max={day} label={t('census.move.on')} required />
      <Field form={form} name="reason" label={t('census.move.reason')} hint={t('census.move.reasonHint')} required />
      {current && (
        <Overtaken onAnyway={form.handleSubmit(again)}>
          <p>{t('census.move.now', { state: wordOf(spaceFields.state, current.state) })}</p>
        </Overtaken>
      )}
    </Form>
  );
}

/** For officials: moves a space to its next state, with date and reason. */
export function MoveSpace({ space }: { space: Space }) {
  const { t } = useTranslate();
  const acts = nextByHand[space.state].length > 0 ? (['move'] as const) : [];
  return (
    <Acts
      title={t('census.move.title')}
      acts={acts}
      label={() => t('census.move.label')}
      formOf={(_, ends) => <MoveForm space={space} {...ends} />}
    >
      {acts.length === 0 && <p className="muted">{t('census.move.byCall')}</p>}
    </Acts>
  );
}
