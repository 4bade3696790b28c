// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ReplyOf } from '../../../api/contract.ts';
import type { listOutbox } from '../../../api/platform/mail/contract.ts';
import { type Problem, send } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../ui/address.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';

/** A mail's text with clickable links. */
function Body({ words }: { words: string }) {
  const parts = words.split(/(https?:\/\/\S+)/);
  return (
    <div className="mail-body">
      {parts.map((part, at) =>
        at % 2 ? (
          <a key={part} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}

const place = 'officina.outbox';

/** Secret of the link that the console prints; remembered in this browser. */
function useOutboxKey(): string {
  const { hash } = useLocation();
  const given = hash.slice(1);
  useEffect(() => {
    if (given) localStorage.setItem(place, given);
  }, [given]);
  return given || (localStorage.getItem(place) ?? '');
}

/** Mails that are not sent because no mail server is configured; readable with the secret link. */
export function OutboxPage() {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { moment } = useFormat();
  const key = useOutboxKey();
  const { data, error, refetch } = useQuery<ReplyOf<typeof listOutbox>, Problem>({
    queryKey: ['mine', 'outbox'],
    queryFn: () => send<typeof listOutbox>('POST', '/api/v1/outbox', { input: { key } }, { language }),
    enabled: key !== '',
    staleTime: 0,
  });
  useTitle(t('access.outbox.title'));
  if (key === '' || error?.status === 404)
    return (
      <div className="page narrow">
        <h1 className="lead">{t('access.outbox.title')}</h1>
        <p>{t('access.outbox.closed')}</p>
      </div>
    );
  if (error) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={480} />;
  return (
    <div className="page narrow">
      <h1 className="lead">{t('access.outbox.lead', { count: data.items.length })}</h1>
      <p>{t('access.outbox.about')}</p>
      {data.items.map(({ mailId, subject, recipient, body, madeAt }) => (
        <article key={mailId} className="mail">
          <h2>{subject}</h2>
          <p className="byline">
            <span>{t('access.outbox.to', { recipient })}</span>
            <span>{moment(madeAt)}</span>
          </p>
          <Body words={body} />
        </article>
      ))}
    </div>
  );
}
