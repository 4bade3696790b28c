// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { addMachine } from '../../../api/labs/machines/contract.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress, useAskedForm } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Answer } from '../../ui/states.tsx';
import type { Lab } from '../directory/queries.ts';
import { useSendingOrLater } from '../editing/queries.ts';
import { DescribeMachine } from './MachineForm.tsx';
import { nameOf, useSize } from './Machines.tsx';
import { type MachineModel, room, useMachineModels } from './queries.ts';

interface CatalogueProps {
  lab: Lab;
  asked: { process?: MachineModel['process']; q?: string };
  /** Takes the name of the machine; empty if it waits to be sent. */
  onTaken: (name: string) => void;
}

/** Catalogue models; one click adds a machine. */
function Catalogue({ lab, asked, onTaken }: CatalogueProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { nameOf: termOf } = useTerms();
  const sizeOf = useSize();
  const label = `${lab.name.it}: ${t('machines.add')}`;
  const { send, problem, busy } = useSendingOrLater<typeof addMachine>('POST', room, { label });
  const take = async (model: MachineModel) => {
    const reached = await send({ params: { programme, lab: lab.key }, input: { model: model.key } });
    onTaken(reached === 'sent' ? nameOf(model) : '');
  };
  return (
    <>
      <Refusal problem={problem} />
      <Answer of={useMachineModels(asked)} height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="not-recorded">{t('machines.nothing')}</p>
          ) : (
            <ul className="catalogue">
              {items.map((model) => (
                <li key={model.key}>
                  <button
                    type="button"
                    className="catalogue-take"
                    aria-disabled={busy}
                    onClick={() => (busy ? undefined : take(model).catch(() => undefined))}
                  >
                    <span>
                      <strong>{nameOf(model)}</strong>{' '}
                      <span className="entry-soft">
                        {[termOf(model.process), sizeOf(model)].filter(Boolean).join(', ')}
                      </span>
                    </span>
                    <span className="catalogue-add">{t('machines.take')}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

/** Adds a machine from the catalogue in two clicks, or one described by hand. */
export function AddMachine({ lab }: { lab: Lab }) {
  const { t } = useTranslate();
  const { processes } = useTerms();
  const [way, setWay] = useState<'catalogue' | 'own'>();
  const wanted = useAskedForm();
  useEffect(() => {
    if (wanted.form === 'machine') setWay('own');
  }, [wanted]);
  const [asked, setAsked] = useState({ q: '', process: '' });
  const [said, setSaid] = useState('');
  const close = () => setWay(undefined);
  const sought = {
    ...(asked.q.trim() ? { q: asked.q.trim() } : {}),
    ...(asked.process ? { process: asked.process as MachineModel['process'] } : {}),
  };
  return (
    <div className="add-machine">
      <button
        type="button"
        className="button"
        aria-expanded={way !== undefined}
        onClick={() => setWay(way ? undefined : 'catalogue')}
      >
        {t('machines.add')}
      </button>
      <p role="status">{said}</p>
      {way === 'catalogue' && (
        <>
          <div className="filters">
            <label>
              {t('machines.find')}
              <input type="search" value={asked.q} onChange={({ target }) => setAsked({ ...asked, q: target.value })} />
            </label>
            <label>
              {t('machines.process')}
              <select value={asked.process} onChange={({ target }) => setAsked({ ...asked, process: target.value })}>
                <option value="">{t('filters.all')}</option>
                {processes.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Catalogue lab={lab} asked={sought} onTaken={(name) => setSaid(name && t('machines.taken', { name }))} />
          <button type="button" className="plain" onClick={() => setWay('own')}>
            {t('machines.own')}
          </button>
        </>
      )}
      {way === 'own' && <DescribeMachine lab={lab} onDone={close} onCancel={close} />}
    </div>
  );
}
