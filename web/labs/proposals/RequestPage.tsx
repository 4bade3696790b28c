// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { endRequest, lookAtRequest, MyRequest } from '../../../api/platform/requests/contract.ts';
import { type Problem, send } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSecret } from '../../people/accounts/SignInPage.tsx';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { Words } from '../../ui/Words.tsx';

const root = '/api/v1/requests';
const place = 'officina.request';

/** The secret survives a reload, in this tab only. */
function useToken(): string {
  const secret = useSecret();
  if (secret) sessionStorage.setItem(place, secret);
  return secret ?? sessionStorage.getItem(place) ?? '';
}

function Asks({ of }: { of: MyRequest['asks'] }) {
  const { t } = useTranslate();
  if (of.length === 0) return null;
  return (
    <>
      <h2>{t('mine.labs')}</h2>
      <ul className="items">
        {of.map(({ lab, state, answer }) => (
          <li key={lab.key}>
            <strong>
              <Words of={lab.name} />
            </strong>
            <span>{t(`mine.askState.${state}`)}</span>
            {answer && <p>{answer}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Told({ of }: { of: MyRequest }) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { day } = useFormat();
  const { kind, programme, lab, space, state, madeAt, office, answer } = of;
  return (
    <>
      <p className="kicker">
        <Link to={`/${language}/${programme.key}`}>
          <Words of={programme.name} />
        </Link>
      </p>
      <h1 className="lead">
        {t(`mine.kind.${kind}`)}
        {kind !== 'need' && `: ${t(`mine.state.${state}`)}`}
      </h1>
      <p className="byline">
        <span>{t('mine.made', { date: day(madeAt.slice(0, 10)) })}</span>
        {kind !== 'need' && state === 'open' && (
          <span>{office ? t('mine.with', { office }) : t('mine.withNobody')}</span>
        )}
      </p>
      {answer && (
        <>
          <h2>{t('mine.answer')}</h2>
          <p className="prose">{answer}</p>
        </>
      )}
      {lab && (
        <p>
          <Link to={`/${language}/${programme.key}/labs/${lab.key}`}>
            {t('mine.see')}: <Words of={lab.name} />
          </Link>
        </p>
      )}
      {space && (
        <p>
          <Link to={`/${language}/${programme.key}/spaces/${space.key}`}>
            {t('mine.see')}: <Words of={space.name} />
          </Link>
        </p>
      )}
      <Asks of={of.asks} />
    </>
  );
}

function Mine({ token }: { token: string }) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const [ended, setEnded] = useState(false);
  const { data, error } = useQuery<MyRequest, Problem>({
    queryKey: ['mine', 'request', token],
    queryFn: () => send<typeof lookAtRequest>('POST', `${root}/look`, { input: { token } }, { language }),
    enabled: !ended,
  });
  const { send: sendEnd, problem, busy } = useSending<typeof endRequest>('POST', `${root}/end`);
  const end = async () => {
    setEnded(true);
    await sendEnd({ input: { token } }).catch((cause) => {
      setEnded(false);
      throw cause;
    });
    sessionStorage.removeItem(place);
  };
  if (ended && busy) return <Loading height={320} />;
  if (ended && !problem) return <h1 className="lead">{t('mine.ended')}</h1>;
  if (error)
    return (
      <>
        <h1 className="lead">{t('mine.title')}</h1>
        <Refusal problem={error} />
      </>
    );
  if (!data) return <Loading height={320} />;
  return (
    <>
      <Told of={data} />
      <AskTwice
        label={t('mine.end')}
        question={t('mine.endAsk')}
        yes={t('mine.endYes')}
        problem={problem}
        busy={busy}
        onYes={end}
      />
    </>
  );
}

/** Status of a request for the holder of the mailed link. Outside a programme it uses default terms. */
export function RequestPage() {
  const { t } = useTranslate();
  const text = useText();
  const token = useToken();
  useTitle(t('mine.title'), text({ it: 'Officina' }).text);
  return (
    <div className="page narrow">
      {token ? (
        <Mine token={token} />
      ) : (
        <>
          <h1 className="lead">{t('mine.title')}</h1>
          <p>{t('mine.nothing')}</p>
        </>
      )}
    </div>
  );
}
