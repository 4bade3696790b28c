// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { asFile, fileOf } from '../../../api/calls/applications/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import { Attached, type Attachments } from '../attachments/Attached.tsx';
import { FileField } from '../attachments/FileField.tsx';
import { RemoveFile } from '../attachments/RemoveFile.tsx';
import type { Run } from '../drafting/Declared.tsx';
import type { WholeCall } from '../published/queries.ts';
import { fieldId, type StepProps, Tick, Typed } from './Typed.tsx';

interface DocumentProps {
  call: string;
  name: string;
  label: ReactNode;
  answer: boolean | string | undefined;
  onAnswer: (answer: string) => void;
  attachments: Attachments;
  begun: boolean;
  optional: boolean;
}

/** A document is uploaded or given as a URL. */
function Document({ call, name, label, answer, onAnswer, attachments, begun, optional }: DocumentProps) {
  const { t } = useTranslate();
  const hash = fileOf(answer);
  if (hash)
    return (
      <div className="field" id={fieldId(name)} tabIndex={-1}>
        <p>
          {label}: <Attached hash={hash} attachments={attachments} />
        </p>
        <button type="button" className="plain" onClick={() => onAnswer('')}>
          {t('attached.another')}
        </button>
      </div>
    );
  return (
    <div className="field">
      <Typed
        name={name}
        label={label}
        value={String(answer ?? '')}
        onChange={(typed) => onAnswer(typed.slice(0, 2000))}
        hint={t('apply.documentHint')}
        type="url"
        optional={optional}
      />
      <FileField
        call={call}
        label={
          <>
            {t('attached.or')} <span className="visually-hidden">({label})</span>
          </>
        }
        onReceived={({ sha256 }) => onAnswer(asFile(sha256))}
        disabled={!begun}
      />
    </div>
  );
}

interface AskedProps extends StepProps {
  call: string;
  run: Run;
  attachments: Attachments;
  /** The application has been saved once, so files can be uploaded. */
  begun: boolean;
}

/** Files that the firm has sent and no answer names: it may delete them. */
function Unused({ call, content, attachments }: Pick<AskedProps, 'call' | 'content' | 'attachments'>) {
  const { t } = useTranslate();
  const named = Object.values(content.answers).map(fileOf);
  const unused = attachments.files.filter(({ sha256 }) => !named.includes(sha256));
  if (unused.length === 0) return null;
  return (
    <div className="field">
      <p>{t('attached.unused')}</p>
      <ul className="plain-list">
        {unused.map((file) => (
          <li key={file.sha256}>
            <Attached hash={file.sha256} attachments={attachments} /> <RemoveFile call={call} file={file} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the call requires: declarations and documents. */
export function AskedStep({ content, change, call, run, attachments, begun }: AskedProps) {
  const set = (key: string, answer: boolean | string) =>
    change({ ...content, answers: { ...content.answers, [key]: answer } });
  const asked = run.requirements.map(({ key, kind, name, required }) =>
    kind === 'question' ? (
      <Tick
        key={key}
        name={`answers.${key}`}
        label={<Words of={name} />}
        checked={content.answers[key] === true}
        onChange={(checked) => set(key, checked)}
      />
    ) : (
      <Document
        key={key}
        call={call}
        name={`answers.${key}`}
        label={<Words of={name} />}
        answer={content.answers[key]}
        onAnswer={(answer) => set(key, answer)}
        attachments={attachments}
        begun={begun}
        optional={!required}
      />
    ),
  );
  return (
    <>
      {asked}
      <Unused call={call} content={content} attachments={attachments} />
    </>
  );
}

function Bonuses({ content, change, run }: StepProps & { run: Run }) {
  const { t } = useTranslate();
  const { exact } = useFormat();
  const { bonuses } = content;
  return (
    <fieldset className="field choices">
      <legend>{t('bids.bonuses.title')}</legend>
      <p className="field-hint">{t('apply.bonusHint')}</p>
      {run.bonuses.map(({ key, name, points }) => (
        <Tick
          key={key}
          name={`bonuses.${key}`}
          label={
            <>
              <Words of={name} /> (+{exact(points)})
            </>
          }
          checked={bonuses.includes(key)}
          onChange={(on) =>
            change({ ...content, bonuses: on ? [...bonuses, key] : bonuses.filter((one) => one !== key) })
          }
        />
      ))}
    </fieldset>
  );
}

/** Lots in order of preference. */
function Wanted({ content, change, call }: StepProps & { call: WholeCall }) {
  const { t } = useTranslate();
  const { euro, squareMetres } = useFormat();
  const { lots } = content;
  const set = (next: string[]) => change({ ...content, lots: next });
  return (
    <fieldset className="field choices" id="apply-lots" tabIndex={-1}>
      <legend>{t('apply.fields.lots')}</legend>
      <p className="field-hint">{t('apply.lotsHint')}</p>
      {call.lotList.map(({ key, space, floorAreaM2, feeEurYear }) => {
        const at = lots.indexOf(key);
        const facts = [
          floorAreaM2 !== null && squareMetres(floorAreaM2),
          feeEurYear !== null && t('apply.fee', { amount: euro(feeEurYear) }),
        ].filter(Boolean);
        return (
          <div key={key} className="lot-choice">
            <Tick
              name={`lots.${key}`}
              label={
                <>
                  <Words of={space.name} /> <span className="muted">{facts.join(', ')}</span>
                  {at >= 0 && <strong> {t('apply.preference', { number: at + 1 })}</strong>}
                </>
              }
              checked={at >= 0}
              onChange={(on) => set(on ? [...lots, key] : lots.filter((one) => one !== key))}
            />
            {at > 0 && (
              <button type="button" className="plain" onClick={() => set([key, ...lots.filter((one) => one !== key)])}>
                {t('apply.mostWanted')}
                <span className="visually-hidden">
                  : <Words of={space.name} />
                </span>
              </button>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

export function ChoicesStep({ call, run, ...of }: StepProps & { call: WholeCall; run: Run }) {
  return (
    <>
      {call.lotList.length > 0 && <Wanted {...of} call={call} />}
      {run.bonuses.length > 0 && <Bonuses {...of} run={run} />}
    </>
  );
}
