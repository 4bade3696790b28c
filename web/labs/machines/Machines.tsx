// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useState } from 'react';
import type { removeMachine } from '../../../api/labs/machines/contract.ts';
import { machineFields } from '../../../api/labs/machines/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress, useAskedForm } from '../../ui/address.ts';
import { Words } from '../../ui/Words.tsx';
import type { Lab } from '../directory/queries.ts';
import { EditMachine } from './MachineForm.tsx';
import { room } from './queries.ts';

type Machine = Lab['machineList'][number];

export const nameOf = ({ brand, model }: Pick<Machine, 'brand' | 'model'>): string =>
  [brand, model].filter(Boolean).join(' ');

/** "1245 × 710 × 200 mm"; unknown dimensions are omitted. */
export function useSize() {
  const { number } = useFormat();
  return ({ widthMm, depthMm, heightMm }: Pick<Machine, 'widthMm' | 'depthMm' | 'heightMm'>): string | null => {
    const sides = [widthMm, depthMm, heightMm].filter((side) => side !== null);
    return sides.length > 0 ? `${sides.map(number).join(' × ')} mm` : null;
  };
}

function Keep({ lab, machine, onEdit }: { lab: Lab; machine: Machine; onEdit: () => void }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { nameOf: termOf } = useTerms();
  const { send, problem, busy } = useSending<typeof removeMachine>('DELETE', `${room}/{machine}`);
  const name = nameOf(machine) || termOf(machine.process);
  return (
    <span className="machine-acts">
      <button type="button" className="plain" aria-label={`${t('entry.edit')}: ${name}`} onClick={onEdit}>
        {t('entry.edit')}
      </button>{' '}
      <AskTwice
        label={t('entry.remove')}
        name={`${t('entry.remove')}: ${name}`}
        question={t('machines.removeAsk', { name })}
        yes={t('machines.removeYes')}
        problem={problem}
        busy={busy}
        onYes={() => send({ params: { programme, lab: lab.key, machine: machine.key } })}
      />
    </span>
  );
}

function One({ machine, children }: { machine: Machine; children: ReactNode }) {
  const { t } = useTranslate();
  const { list } = useFormat();
  const { wordOf } = useChoices();
  const { nameOf: termOf } = useTerms();
  const size = useSize()(machine);
  const { process, materials, quantity, condition, bookingUrl, note } = machine;
  const name = nameOf(machine);
  return (
    <li className="machine">
      <div>
        <strong>{name || termOf(process)}</strong>
        {quantity > 1 && ` ${t('machines.times', { count: quantity })}`}
        {name && <span className="entry-soft"> {termOf(process)}</span>}
      </div>
      <div>
        {size && <span>{size}</span>}
        {materials.length > 0 && <span className="entry-soft">{list(materials.map(termOf))}</span>}
        {note && (
          <span className="entry-soft">
            <Words of={note} />
          </span>
        )}
      </div>
      <div>
        {condition !== 'working' && <span className="entry-warning">{wordOf(machineFields.condition, condition)}</span>}
        {bookingUrl && (
          <a href={bookingUrl} rel="noopener">
            {t('machines.book')}
            <span className="visually-hidden"> {name}</span>
          </a>
        )}
        {children}
      </div>
    </li>
  );
}

/** The machines of a lab; keepers edit them in place. */
export function Machines({ lab, keeps }: { lab: Lab; keeps: boolean }) {
  const { t } = useTranslate();
  const [edited, setEdited] = useState<string>();
  const asked = useAskedForm();
  useEffect(() => {
    if (asked.form?.startsWith('machine-')) setEdited(asked.form.slice('machine-'.length));
  }, [asked]);
  if (lab.machineList.length === 0) return <p className="not-recorded">{t('machines.none')}</p>;
  const close = () => setEdited(undefined);
  return (
    <ul className="machines">
      {lab.machineList.map((machine) =>
        keeps && machine.key === edited ? (
          <li key={machine.key}>
            <EditMachine lab={lab} machine={machine} onDone={close} onCancel={close} />
          </li>
        ) : (
          <One key={machine.key} machine={machine}>
            {keeps && <Keep lab={lab} machine={machine} onEdit={() => setEdited(machine.key)} />}
          </One>
        ),
      )}
    </ul>
  );
}
