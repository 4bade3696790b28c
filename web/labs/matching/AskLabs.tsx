// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import type { makeNeed } from '../../../api/labs/matching/contract.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Words } from '../../ui/Words.tsx';
import { AskerFields, LookIntoMail, nobody } from '../proposals/Asking.tsx';
import type { Found, Match, Sought } from './queries.ts';
import { Reasons } from './Reasons.tsx';

interface ChoiceProps {
  match: Match;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

function Choice({ match: { lab, reasons }, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslate();
  const text = useText();
  return (
    <li className="entry">
      <div>
        <Go to={`labs/${lab.key}`} className="entry-name">
          <Words of={lab.name} />
        </Go>
        <span>{t(`labs.kinds.${lab.kind}`)}</span>
        <Where zone={lab.zone} />
      </div>
      <div>
        <Reasons of={reasons} />
      </div>
      <div>
        <label className="choice">
          <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
          {t('match.choose', { name: text(lab.name).text })}
        </label>
      </div>
    </li>
  );
}

interface NeedFormProps {
  sought: Sought;
  labs: readonly string[];
  onSent: (email: string) => void;
}

/** The message to the chosen labs and the sender's details. */
function NeedForm({ sought, labs, onSent }: NeedFormProps) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { send, ...sending } = useSending<typeof makeNeed>('POST', '/api/v1/programmes/{programme}/needs');
  const { form, props } = usePersistedForm({
    name: 'need',
    empty: { ...nobody, about: '', confidential: false },
    sending,
    send: ({ name, email, about, confidential }) => {
      const need = { ...sought, about, confidential };
      return send({ params: { programme }, input: { name, email, language, need, labs: [...labs] } });
    },
    onDone: (_, { email }) => onSent(email),
  });
  return (
    <Form {...props} submit={t('match.send')}>
      <p className="muted">{t('match.askAbout')}</p>
      <Field form={form} name="about" label={t('match.words')} rows={5} required />
      <Field form={form} name="confidential" type="checkbox" label={t('match.confidential')} />
      <AskerFields form={form} />
    </Form>
  );
}

/** Matching labs, best first, with reasons; the firm selects which to contact. */
export function AskLabs({ found: { items, excluded }, sought }: { found: Found; sought: Sought }) {
  const { t } = useTranslate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sent, setSent] = useState<string>();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const choose = (key: string) => (yes: boolean) =>
    setChosen((held) => (yes ? [...held, key] : held.filter((one) => one !== key)));
  return (
    <section>
      <h2 ref={head} tabIndex={-1}>
        {t('match.found', { count: items.length })}
      </h2>
      {excluded > 0 && <p className="muted">{t('match.excluded', { count: excluded })}</p>}
      <ul className="entries">
        {items.map((match) => (
          <Choice
            key={match.lab.key}
            match={match}
            chosen={chosen.includes(match.lab.key)}
            onChoose={choose(match.lab.key)}
          />
        ))}
      </ul>
      {items.length > 0 && (
        <>
          <h2>{t('match.ask')}</h2>
          {sent && <LookIntoMail email={sent} onAgain={() => setSent(undefined)} />}
          {!sent && chosen.length > 0 && <NeedForm sought={sought} labs={chosen} onSent={setSent} />}
          {!sent && chosen.length === 0 && <p className="muted">{t('match.none')}</p>}
        </>
      )}
    </section>
  );
}
